"""What leads from the tabs of referents and of departments to the presence of a department."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.needed_departments import DepartmentNeed
from referent_desk.gui.parts import PART
from referent_desk.gui.presence_leads import PRESENCE
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_presences import PresenceQuestions
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.list_tabs import ListTab


class PresenceDoor(QObject):
    """`begun` carries the page that takes the window; it is imported when it is asked."""

    begun = Signal(object)

    def __init__(
        self,
        questions: PresenceQuestions,
        files: FileQuestions,
        jobs: Jobs,
        department: Callable[[], DepartmentChoice | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._questions = questions
        self._files = files
        self._jobs = jobs
        self._department = department

    def attach(self, page: ListTab) -> None:
        button = page.pane.offer_door(_("Prese&nce…"))
        button.setProperty(PART, PRESENCE)
        button.clicked.connect(self.show_presence)
        DepartmentNeed(button, page)

    def show_presence(self) -> None:
        from referent_desk.gui.presences.pages import PresencePage

        choice = self._department()
        if choice is not None:
            named = (choice.id, choice.name)
            self.begun.emit(PresencePage(self._questions, named, self._files, self._jobs))
