"""What leads from the tab of degraded modes to the trial of one, and to the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from referent_desk.gui.doors import Door
from referent_desk.gui.questions_verifications import VerificationQuestions

if TYPE_CHECKING:
    from referent_desk.gui.list_tabs import ListTab


class VerificationDoors(Door[VerificationQuestions]):
    def attach(self, page: ListTab) -> None:
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+V"), page)
        shortcut.activated.connect(lambda: self._verify(page))

    def _verify(self, page: ListTab) -> None:
        row = page.chosen_row()
        if row is not None:
            self.verify(page.department_id or "", row.function_id, row.software_id)

    def verify(self, department_id: str, function_id: str, software_id: str | None) -> None:
        from referent_desk.gui.verifications.pages import VerificationPage

        if self.editing.is_possible and department_id and function_id:
            use = (department_id, function_id, software_id)
            self.begun.emit(VerificationPage(self.questions, use, self.editing))

    def open_actions(self, action_id: str = "") -> None:
        """The keyboard goes to that action, or else to none."""
        from referent_desk.gui.actions.pages import ActionsPage

        here = self._here()
        if here is not None:
            self.begun.emit(ActionsPage(self.questions, here, self.editing, action_id))
