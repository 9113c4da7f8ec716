"""What leads from the tab of referents to the trainings, skills and arrivals of a department."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent_desk.gui.doors import Door
from referent_desk.gui.needed_departments import DepartmentNeed
from referent_desk.gui.parts import PART, asked_about
from referent_desk.gui.questions_skills import SkillQuestions
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.list_tabs import ListTab

_ARRIVALS = "arrivals"


class SkillDoors(Door[SkillQuestions]):
    def attach(self, page: ListTab) -> None:
        """One button for both pages: asked about `arrivals`, it opens the other one."""
        button = page.pane.offer_door(_("Trainings and s&kills…"))
        button.setProperty(PART, "skills")
        button.clicked.connect(lambda _on: self.open(asked_about(button)))
        DepartmentNeed(button, page)

    def open(self, about: str = "") -> None:
        what, _separator, person_id = about.partition(":")
        if what == _ARRIVALS:
            self.open_arrivals(person_id)
        else:
            self.open_skills(about)

    def open_skills(self, about: str = "") -> None:
        """`about`: the person or the software to which the keyboard goes."""
        from referent_desk.gui.skills.pages import SkillsPage

        here = self._here()
        if here is not None:
            page = SkillsPage(self.questions, here, self.editing, self._files, about)
            page.arrivals_asked.connect(self.open_arrivals)
            self.begun.emit(page)

    def open_arrivals(self, person_id: str = "") -> None:
        from referent_desk.gui.skills.arrival_pages import ArrivalsPage

        here = self._here()
        if here is not None:
            page = ArrivalsPage(self.questions, here, self.editing, self._files, person_id)
            self.begun.emit(page)
