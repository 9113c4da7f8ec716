"""Asked before half-filled first steps are left: nothing is lost, and where it is found again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from referent_desk.gui.icons import IconButton
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _


class LeavingBar(NoticeBar):
    """`left`: the page may go. Staying gives the keyboard back to what had it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.NEUTRAL, Shape.DIAMOND, parent=parent)
        self._came_from: QWidget | None = None
        self.stay = IconButton(_("Stay here"))
        self.stay.clicked.connect(lambda _on: self.close_again())
        self.go = IconButton(_("Leave"))
        self.go.clicked.connect(lambda _on: self.left.emit())
        for button in (self.stay, self.go):
            self.add(button)
        self.hide()

    def ask(self) -> None:
        self._came_from = QApplication.focusWidget()
        ways = (_("&Start with my department"), _("&New department in four steps…"))
        start, department = (way.replace("&", "") for way in ways)
        self.say(
            _(
                "Your answers are kept. “{start}” on the first screen, or “{department}” in the "
                "menu, brings them back."
            ).format(start=start, department=department)
        )
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_again(self) -> None:
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
