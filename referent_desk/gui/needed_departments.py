"""Buttons that speak of the chosen department: while none is chosen they say so, and wait."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton

from referent_desk.gui.labels import show_tip
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.detail_tabs import DetailTab


class DepartmentNeed(QObject):
    """Lives with its button, and follows the department of the tab that the button stands in."""

    def __init__(
        self, button: QAbstractButton, page: DetailTab, has_row: Callable[[], bool] | None = None
    ) -> None:
        """`has_row`: the button speaks as well of the row that is chosen in the list."""
        super().__init__(button)
        self._button = button
        self._tip = button.accessibleDescription()
        self._has_row = has_row
        self._department_id: object = None
        page.department_changed.connect(self.follow)
        self.follow(page.department_id)

    def follow(self, department_id: object) -> None:
        self._department_id = department_id
        self.look()

    def look(self, _row: object = None) -> None:
        """Anew, once another row is chosen."""
        has_row = self._has_row is not None and self._has_row()
        is_chosen = has_row or self._department_id is not None
        self._button.setEnabled(is_chosen)
        why = _("No department is chosen. Choose one at the top of the window.")
        if self._has_row is not None:
            why = _("Choose a department in the list, or at the top of the window.")
        show_tip(self._button, self._tip if is_chosen else why)
