"""What leads from the tab of software to the advice for purchasing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from referent_desk.gui.editing import Editing
from referent_desk.gui.parts import PART, asked_about
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_advice import AdviceQuestions
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.list_tabs import ListTab


class AdviceDoor(QObject):
    """`begun` carries the page that takes the window; it is imported when it is asked."""

    begun = Signal(object)

    def __init__(
        self, questions: AdviceQuestions, editing: Editing, files: FileQuestions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._questions = questions
        self._editing = editing
        self._files = files

    def attach(self, page: ListTab) -> None:
        button = page.pane.offer_button(_("Ad&vice for purchasing…"))
        button.setProperty(PART, "all_advice")

        def press() -> None:
            row = page.chosen_row()
            self.show_advice(asked_about(button) or (row.id if row is not None else ""))

        button.clicked.connect(press)

    def show_advice(self, software_id: str = "") -> None:
        """With that software chosen in the list of all; else the one that presses most."""
        from referent_desk.gui.advice.pages import AdvicePage

        self.begun.emit(AdvicePage(self._questions, software_id, self._editing, self._files))
