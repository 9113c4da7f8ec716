"""What leads from the tab of referents to the handovers of a department."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent_desk.gui.doors import Door
from referent_desk.gui.needed_departments import DepartmentNeed
from referent_desk.gui.parts import PART
from referent_desk.gui.questions_handovers import HandoverQuestions
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.list_tabs import ListTab


class HandoverDoor(Door[HandoverQuestions]):
    def attach(self, page: ListTab) -> None:
        button = page.pane.offer_door(_("Hando&vers…"))
        button.setProperty(PART, "handovers")
        button.clicked.connect(lambda _on: self.open())
        DepartmentNeed(button, page)

    def open(self) -> None:
        from referent_desk.gui.handovers.pages import HandoverPage

        here = self._here()
        if here is not None:
            self.begun.emit(HandoverPage(self.questions, here, self.editing, self._files))
