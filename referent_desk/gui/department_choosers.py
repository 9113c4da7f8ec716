"""The department that the window speaks of: a box with its name, and a list to type into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.icons import SIDE, icon
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import escaped_mnemonic, show_tip
from referent_desk.gui.themes import theme_of
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.chooser_popups import ChooserPopup
    from referent_desk.gui.rows_model import ListRows


def choice_text(choice: DepartmentChoice) -> str:
    """`Cardiologie — Hôpital Nord (0412)`."""
    text = " — ".join(part for part in (choice.name, choice.establishment) if part)
    return f"{text} ({choice.code})" if choice.code else text


class DepartmentChooser(QPushButton):
    """Shows the chosen department; a key typed on it starts the search."""

    chosen = Signal(object)

    def __init__(self, list_choices: ListRows, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "chooser")
        self.setMinimumWidth(240)
        self.setMaximumWidth(640)
        self.choice: DepartmentChoice | None = None
        self._list_choices = list_choices
        self._jobs = jobs
        self._popup: ChooserPopup | None = None
        self.clicked.connect(lambda _checked: self.open())
        self.show_choice(None)

    @property
    def popup(self) -> ChooserPopup:
        """Made when it is first asked for: the window is painted sooner without it."""
        if self._popup is None:
            from referent_desk.gui.chooser_popups import ChooserPopup

            self._popup = ChooserPopup(self._list_choices, self._jobs, self)
            self._popup.chosen.connect(self.chosen)
        return self._popup

    def show_choice(self, choice: DepartmentChoice | None) -> None:
        self.choice = choice
        text = _("None chosen") if choice is None else choice_text(choice)
        line = " ".join(text.split())
        room = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideMiddle, self._room())
        self.setText(escaped_mnemonic(room))
        show_tip(self, line)
        self.setAccessibleName(_("Department: {name}").format(name=line))

    def open(self, typed: str = "") -> None:
        if self.isEnabled():
            self.popup.current = self.choice
            self.popup.open_under(self, typed)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colour = theme_of(QApplication.palette()).text
        top = (self.height() - SIDE) // 2
        icon("chevron-down", colour).paint(
            QPainter(self), QRect(self.width() - SIDE - 8, top, SIDE, SIDE)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_choice(self.choice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        elif plain and typed.isprintable() and typed.strip():
            self.open(typed)
        else:
            super().keyPressEvent(event)

    def _room(self) -> int:
        return max(self.width(), 240) - 56
