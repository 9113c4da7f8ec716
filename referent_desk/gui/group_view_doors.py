"""What leads from the tab of referents, and from the coverage, to the hospital group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from referent_desk.gui.doors import Door
from referent_desk.gui.parts import PART
from referent_desk.gui.questions_group_views import GroupViewQuestions
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.list_tabs import ListTab


class GroupViewDoor(Door[GroupViewQuestions]):
    def attach(self, page: ListTab) -> None:
        button = page.pane.offer_door(_("&Hospital group…"))
        button.setProperty(PART, "group")
        button.clicked.connect(self.show_group)

    def show_group(self) -> None:
        from referent_desk.gui.group_views.pages import GroupViewPage

        jobs = self.editing.jobs
        page = GroupViewPage(self.questions, self._files, jobs, _make_comparison)
        self.begun.emit(page)


def _make_comparison() -> QWidget:
    from referent_desk.gui.procedures.comparisons import ComparisonView

    return ComparisonView()
