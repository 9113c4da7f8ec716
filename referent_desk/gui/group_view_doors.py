"""What leads from the tab of referents, and from the coverage, to the hospital group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from referent_desk.gui.jobs import Jobs
from referent_desk.gui.parts import PART
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_group_views import GroupViewQuestions
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.list_tabs import ListTab


class GroupViewDoor(QObject):
    """`begun` carries the page that takes the window; it is imported when it is asked."""

    begun = Signal(object)

    def __init__(
        self, questions: GroupViewQuestions, files: FileQuestions, jobs: Jobs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._questions = questions
        self._files = files
        self._jobs = jobs

    def attach(self, page: ListTab) -> None:
        button = page.pane.offer_door(_("&Hospital group…"))
        button.setProperty(PART, "group")
        button.clicked.connect(self.show_group)

    def show_group(self) -> None:
        from referent_desk.gui.group_views.pages import GroupViewPage

        page = GroupViewPage(self._questions, self._files, self._jobs, _make_comparison)
        self.begun.emit(page)


def _make_comparison() -> QWidget:
    from referent_desk.gui.procedures.comparisons import ComparisonView

    return ComparisonView()
