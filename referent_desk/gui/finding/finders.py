"""The field in the bar at the top from which anything is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

from referent_desk.gui.icons import SIDE, icon
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions_finding import FindingQuestions
from referent_desk.gui.themes import theme_of
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.finding.palettes import FindPalette

KEYS = "Ctrl+K"
_MARGIN = 10
_GAP = 8


class Finder(QPushButton):
    """Looks like a field; pressed, or with a letter typed on it, it opens the list of hits."""

    place_followed = Signal(object)
    binder_asked = Signal(object)

    def __init__(
        self, questions: FindingQuestions, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Search everywhere ({keys})").format(keys=KEYS))
        self.setToolTip(_("Search everywhere ({keys})").format(keys=KEYS))
        self.setAccessibleDescription(
            _("Finds departments, programs, people, degraded modes, numbers, forms and sheets")
        )
        self.setProperty("look", "chooser")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.department_id: str | None = None
        self._questions = questions
        self._jobs = jobs
        self._palette: FindPalette | None = None
        self._left: QWidget | None = None
        self.clicked.connect(lambda _checked: self.open())

    @property
    def palette_popup(self) -> FindPalette:
        """Made when it is first asked for: the window is painted sooner without it."""
        if self._palette is None:
            from referent_desk.gui.finding.palettes import FindPalette

            self._palette = FindPalette(self._questions, self._jobs, self)
            self._palette.place_followed.connect(self._follow)
            self._palette.binder_asked.connect(self._show_binder)
            self._palette.closed.connect(self._give_back)
        return self._palette

    def open(self, typed: str = "") -> None:
        if not self.isEnabled():
            return
        self._left = QApplication.focusWidget()
        self.palette_popup.department_id = self.department_id
        self.palette_popup.open_under(self, typed)

    def _follow(self, place: object) -> None:
        self._left = None
        self.place_followed.emit(place)

    def _show_binder(self, choice: object) -> None:
        self._left = None
        self.binder_asked.emit(choice)

    def _give_back(self) -> None:
        """Whoever had the keyboard before has it again."""
        if self._left is not None and self._left.isVisible():
            self._left.setFocus(Qt.FocusReason.PopupFocusReason)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(_words()) + metrics.horizontalAdvance(_keys())
        return QSize(words + SIDE + 2 * _MARGIN + 4 * _GAP, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Where there is little room the keys alone say what it is, or the drawing."""
        return QSize(SIDE + 2 * _MARGIN, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        elif plain and typed.isprintable() and typed.strip():
            self.open(typed)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = theme_of(QApplication.palette())
        painter = QPainter(self)
        painter.setPen(QColor(theme.muted))
        metrics = self.fontMetrics()
        box = self.rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
        top = (self.height() - SIDE) // 2
        icon("search", theme.muted).paint(painter, QRect(box.x(), top, SIDE, SIDE))
        box.setLeft(box.x() + SIDE + _GAP)
        keys = metrics.horizontalAdvance(_keys())
        words = metrics.horizontalAdvance(_words())
        centre = Qt.AlignmentFlag.AlignVCenter
        if words + keys + _GAP <= box.width():
            painter.drawText(box, centre | Qt.AlignmentFlag.AlignRight, _keys())
            box.setRight(box.right() - keys - _GAP)
        shown = _words() if words <= box.width() else _keys()
        if metrics.horizontalAdvance(shown) <= box.width():
            painter.drawText(box, centre | Qt.AlignmentFlag.AlignLeft, shown)


def _words() -> str:
    return _("Search everywhere…")


def _keys() -> str:
    return QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText)
