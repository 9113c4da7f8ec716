"""What leads from the tabs of referents and of departments to the presence of a department."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent_desk.gui.doors import Door
from referent_desk.gui.needed_departments import DepartmentNeed
from referent_desk.gui.parts import PART
from referent_desk.gui.presence_leads import PRESENCE
from referent_desk.gui.questions_presences import PresenceQuestions
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.list_tabs import ListTab


class PresenceDoor(Door[PresenceQuestions]):
    def attach(self, page: ListTab) -> None:
        button = page.pane.offer_door(_("Prese&nce…"))
        button.setProperty(PART, PRESENCE)
        button.clicked.connect(self.show_presence)
        DepartmentNeed(button, page)

    def show_presence(self) -> None:
        from referent_desk.gui.presences.pages import PresencePage

        here = self._here()
        if here is not None:
            jobs = self.editing.jobs
            self.begun.emit(PresencePage(self.questions, here, self._files, jobs))
