"""The week drawn: days are rows, hours columns; each stretch by its fill, its colour and its word.

The list beneath says the same; the picture is for the eye and takes no keyboard.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from referent_desk.domain.presence_parts import Cover
from referent_desk.domain.presence_weeks import PresenceWeek, SubjectWeek
from referent_desk.domain.week_minutes import DAY, by_days
from referent_desk.gui.labels import tooltip
from referent_desk.gui.themes import Theme, Tone, theme_of
from referent_desk.language import _, spoken
from referent_desk.words.presence_parts import PartRow, part_rows
from referent_desk.words.presences import (
    cover_word,
    covers_of,
    day_name,
    totals_sentences,
    week_name,
)

_HEAD, _ROW, _BAR, _LEGEND = 22, 32, 22, 30  # pixels
_PADDING = 6
_TONES: Mapping[Cover, Tone] = {
    Cover.MAIN: Tone.GOOD,
    Cover.DEPUTY: Tone.WARNING,
    Cover.PARTLY: Tone.BAD,
    Cover.NOBODY: Tone.BAD,
}
_FILLS: Mapping[Cover, Qt.BrushStyle] = {
    Cover.MAIN: Qt.BrushStyle.SolidPattern,
    Cover.DEPUTY: Qt.BrushStyle.BDiagPattern,
    Cover.PARTLY: Qt.BrushStyle.HorPattern,
    Cover.NOBODY: Qt.BrushStyle.DiagCrossPattern,
}


class WeekPicture(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._week: PresenceWeek | None = None
        self._opening: tuple[tuple[int, int], ...] = ()
        self._covers: tuple[Cover, ...] = ()
        self.rows: tuple[PartRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_week(self, week: PresenceWeek, shown: SubjectWeek) -> None:
        self._week = week
        self.rows = part_rows(week, shown, spoken())
        self._covers = covers_of(shown)
        opening = shown.presence.opening
        self._opening = tuple(by_days(opening)) if opening is not None else ()
        self.setAccessibleName(_("Picture of the week"))
        said = (week_name(week.monday, spoken()), *totals_sentences(week, shown, spoken()))
        self.setAccessibleDescription(" ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, _HEAD + 7 * _ROW + _LEGEND)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, self.sizeHint().height())

    def _names_width(self) -> int:
        if self._week is None:
            return 0
        metrics, monday = self.fontMetrics(), self._week.monday
        names = (day_name(monday, day, spoken()) for day in range(7))
        return max(metrics.horizontalAdvance(name) for name in names) + 16

    def _x(self, minutes: int) -> float:
        left = self._names_width()
        return left + (self.width() - left - 12) * minutes / DAY

    def _box(self, start: int, end: int) -> QRectF:
        day = start // DAY
        left, right = self._x(start - day * DAY), self._x(end - day * DAY)
        top = _HEAD + day * _ROW + (_ROW - _BAR) / 2
        return QRectF(left, top, right - left, _BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._week is None:
            return
        painter = QPainter(self)
        theme = theme_of(QApplication.palette())
        self._draw_grid(painter, theme, self._week)
        for start, end in self._opening:
            edge = self._box(start, end).adjusted(-1, -2, 1, 2)
            painter.setPen(QPen(QColor(theme.edge), 1))
            painter.setBrush(QBrush(QColor(theme.line), Qt.BrushStyle.Dense6Pattern))
            painter.drawRect(edge)
        for row in self.rows:
            box = self._box(row.start, row.end)
            _draw_bar(painter, theme, box, row.cover)
            _write(painter, theme, box, row.drawn)
        self._draw_legend(painter, theme)
        painter.end()

    def _draw_grid(self, painter: QPainter, theme: Theme, week: PresenceWeek) -> None:
        height = float(_HEAD + 7 * _ROW)
        painter.setPen(QColor(theme.muted))
        for hour in range(0, 25, 3):
            x = self._x(hour * 60)
            label = QRectF(x - 20, 0, 40, _HEAD - 4)
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(hour))
        painter.setPen(QPen(QColor(theme.line), 1))
        for hour in range(0, 25, 3):
            x = int(self._x(hour * 60))
            painter.drawLine(x, _HEAD, x, int(height))
        for day in range(8):
            y = _HEAD + day * _ROW
            painter.drawLine(0, y, self.width(), y)
        painter.setPen(QColor(theme.text))
        for day in range(7):
            room = QRectF(0, _HEAD + day * _ROW, self._names_width() - 8, _ROW)
            painter.drawText(
                room,
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                day_name(week.monday, day, spoken()),
            )

    def _draw_legend(self, painter: QPainter, theme: Theme) -> None:
        x, top = float(self._names_width()), float(_HEAD + 7 * _ROW + 9)
        for cover in self._covers:
            _draw_bar(painter, theme, QRectF(x, top, 34, 16), cover)
            word = cover_word(cover, spoken())
            painter.setPen(QColor(theme.text))
            width = float(self.fontMetrics().horizontalAdvance(word))
            painter.drawText(
                QRectF(x + 42, top - 4, width + 4, 24), Qt.AlignmentFlag.AlignVCenter, word
            )
            x += 42 + width + 28

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = event.pos()
            row = next((r for r in self.rows if self._box(r.start, r.end).contains(spot)), None)
            if row is not None:
                said = (row.day, row.hours, cover_word(row.cover, spoken()), row.who)
                text = " · ".join(filter(None, said))
                QToolTip.showText(event.globalPos(), tooltip(text), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


def _draw_bar(painter: QPainter, theme: Theme, box: QRectF, cover: Cover) -> None:
    colour = QColor(theme.tone(_TONES[cover]))
    painter.fillRect(box, QColor(theme.surface))
    painter.fillRect(box, QBrush(colour, _FILLS[cover]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2 if cover is Cover.NOBODY else 1))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _write(painter: QPainter, theme: Theme, box: QRectF, texts: tuple[str, ...]) -> None:
    """The first of the texts that fits; on a ground of its own where the fill has gaps."""
    metrics = painter.fontMetrics()
    fitting = (t for t in texts if metrics.horizontalAdvance(t) + 3 * _PADDING <= box.width())
    text = next(fitting, "")
    if not text:
        return
    width = metrics.horizontalAdvance(text) + 2.0 * _PADDING
    room = QRectF(box.center().x() - width / 2, box.top() + 2, width, box.height() - 4)
    painter.fillRect(room, QColor(theme.surface))
    painter.setPen(QColor(theme.text))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
