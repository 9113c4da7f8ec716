"""What leads from the tab of degraded modes to what falls and stands, and to the means."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.editing import Editing
from referent_desk.gui.needed_departments import DepartmentNeed
from referent_desk.gui.parts import PART
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_failures import FailureQuestions
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.list_tabs import ListTab


class FailureDoors(QObject):
    """`begun` carries the page that takes the window; it is imported when it is asked."""

    begun = Signal(object)

    def __init__(
        self,
        questions: FailureQuestions,
        editing: Editing,
        files: FileQuestions,
        department: Callable[[], DepartmentChoice | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._questions = questions
        self._editing = editing
        self._files = files
        self._department = department

    def attach(self, page: ListTab) -> None:
        falls = page.pane.offer_button(_("What falls, what stands…"))
        falls.setProperty(PART, "failures")
        falls.clicked.connect(lambda _on: self.show_failures())
        means = page.pane.offer_button(_("Means…"))
        means.setProperty(PART, "means")
        means.clicked.connect(lambda _on: self.show_means())
        DepartmentNeed(means, page)

    def show_failures(self) -> None:
        from referent_desk.gui.failures.pages import FailurePage

        page = FailurePage(self._questions, self._here(), self._files, self._editing.jobs)
        page.means_asked.connect(self.show_means)
        self.begun.emit(page)

    def show_means(self) -> None:
        from referent_desk.gui.failures.means_pages import MeansPage

        here = self._here()
        if here is not None:
            page = MeansPage(self._questions, here, self._editing)
            page.failures_asked.connect(self.show_failures)
            self.begun.emit(page)

    def _here(self) -> tuple[str, str] | None:
        choice = self._department()
        return (choice.id, choice.name) if choice is not None else None
