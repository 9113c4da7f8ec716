"""The share of departments that are covered, as a bar with the line that is to be reached."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from referent_desk.domain.readiness import CARE_SHARE, Totals
from referent_desk.gui.themes import Tone, theme_of
from referent_desk.language import _, spoken
from referent_desk.words.coverage import target_sentence, totals_sentences

_BAR, _OVER = 16, 4  # pixels: the height of the bar, and how far the line reaches over it


class CoverageBar(QWidget):
    """Covered is filled, written and not verified is hatched."""

    def __init__(self) -> None:
        super().__init__()
        self._totals = Totals()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_totals(self, totals: Totals) -> None:
        self._totals = totals
        self.setAccessibleName(_("Share of departments covered"))
        said = (*totals_sentences(totals, spoken()), target_sentence(spoken()))
        self.setAccessibleDescription(" ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, _BAR + 2 * _OVER + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(QApplication.palette())
        painter = QPainter(self)
        top = float(self.fontMetrics().height() + _OVER)
        box = QRectF(0.5, top + 0.5, self.width() - 1.0, _BAR - 1.0)
        painter.fillRect(box, QColor(theme.surface))
        good = QColor(theme.tone(Tone.GOOD))
        covered = box.width() * self._part(self._totals.covered)
        written = box.width() * self._part(self._totals.covered + self._totals.written)
        hatched = QRectF(box.x() + covered, box.y(), written - covered, box.height())
        painter.fillRect(hatched, QBrush(good, Qt.BrushStyle.BDiagPattern))
        painter.fillRect(QRectF(box.x(), box.y(), covered, box.height()), good)
        painter.setPen(QPen(QColor(theme.edge), 1))
        painter.drawRect(box)
        self._draw_target(painter, box, QColor(theme.text))
        painter.end()

    def _draw_target(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        x = box.x() + box.width() * CARE_SHARE / 100
        painter.setPen(QPen(colour, 2))
        painter.drawLine(int(x), int(box.top()) - _OVER, int(x), int(box.bottom()) + _OVER)
        label = _("to be reached: {share} %").format(share=CARE_SHARE)
        room = QRectF(x - 90, 0, 180, self.fontMetrics().height())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, label)

    def _part(self, count: int) -> float:
        return count / self._totals.departments if self._totals.departments else 0.0
