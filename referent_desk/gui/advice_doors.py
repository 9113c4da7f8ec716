"""What leads from the tab of software to the advice for purchasing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent_desk.gui.doors import Door
from referent_desk.gui.parts import PART, asked_about
from referent_desk.gui.questions_advice import AdviceQuestions
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.list_tabs import ListTab


class AdviceDoor(Door[AdviceQuestions]):
    def attach(self, page: ListTab) -> None:
        button = page.pane.offer_button(_("Ad&vice for purchasing…"))
        button.setProperty(PART, "all_advice")

        def press() -> None:
            row = page.chosen_row()
            self.show_advice(asked_about(button) or (row.id if row is not None else ""))

        button.clicked.connect(press)

    def show_advice(self, software_id: str = "") -> None:
        """With that software chosen in the list of all; else the one that presses most."""
        from referent_desk.gui.advice.pages import AdvicePage

        self.begun.emit(AdvicePage(self.questions, software_id, self.editing, self._files))
