"""What leads from the tab of degraded modes to what falls and stands, and to the means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent_desk.gui.doors import Door
from referent_desk.gui.needed_departments import DepartmentNeed
from referent_desk.gui.parts import PART
from referent_desk.gui.questions_failures import FailureQuestions
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.list_tabs import ListTab


class FailureDoors(Door[FailureQuestions]):
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

        page = FailurePage(self.questions, self._here(), self._files, self.editing.jobs)
        page.means_asked.connect(self.show_means)
        self.begun.emit(page)

    def show_means(self) -> None:
        from referent_desk.gui.failures.means_pages import MeansPage

        here = self._here()
        if here is not None:
            page = MeansPage(self.questions, here, self.editing)
            page.failures_asked.connect(self.show_failures)
            self.begun.emit(page)
