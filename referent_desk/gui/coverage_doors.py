"""What leads from the tab of degraded modes to the coverage of all departments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_coverage import CoverageQuestions
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.list_tabs import ListTab


class CoverageDoor(QObject):
    """`begun` carries the page that takes the window; it is imported when it is asked."""

    begun = Signal(object)

    def __init__(
        self,
        questions: CoverageQuestions,
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
        button = page.pane.offer_button(_("C&overage…"))
        button.clicked.connect(lambda _on: self.show_coverage())

    def show_coverage(self) -> None:
        from referent_desk.gui.coverage.pages import CoveragePage

        choice = self._department()
        key = choice.id if choice is not None else None
        self.begun.emit(CoveragePage(self._questions, key, self._files, self._jobs))
