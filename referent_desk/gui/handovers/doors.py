"""What leads from the tab of referents to the handovers of a department."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.editing import Editing
from referent_desk.gui.needed_departments import DepartmentNeed
from referent_desk.gui.parts import PART
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_handovers import HandoverQuestions
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.list_tabs import ListTab


class HandoverDoor(QObject):
    """`begun` carries the page that takes the window; it is imported when it is asked."""

    begun = Signal(object)

    def __init__(
        self,
        questions: HandoverQuestions,
        editing: Editing,
        files: FileQuestions,
        department: Callable[[], DepartmentChoice | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._questions, self._editing, self._files = questions, editing, files
        self._department = department

    def attach(self, page: ListTab) -> None:
        button = page.pane.offer_door(_("Hando&vers…"))
        button.setProperty(PART, "handovers")
        button.clicked.connect(lambda _on: self.open())
        DepartmentNeed(button, page)

    def open(self) -> None:
        from referent_desk.gui.handovers.pages import HandoverPage

        choice = self._department()
        if choice is not None:
            here = (choice.id, choice.name)
            self.begun.emit(HandoverPage(self._questions, here, self._editing, self._files))
