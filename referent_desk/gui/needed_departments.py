"""Buttons that speak of the chosen department: while none is chosen they say so, and wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton

from referent_desk.gui.labels import show_tip
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.detail_tabs import DetailTab


class DepartmentNeed(QObject):
    """Lives with its button, and follows the department of the tab that the button stands in."""

    def __init__(self, button: QAbstractButton, page: DetailTab) -> None:
        super().__init__(button)
        self._button = button
        self._tip = button.accessibleDescription()
        page.department_changed.connect(self.follow)
        self.follow(page.department_id)

    def follow(self, department_id: object) -> None:
        is_chosen = department_id is not None
        self._button.setEnabled(is_chosen)
        why = _("No department is chosen. Choose one at the top of the window.")
        show_tip(self._button, self._tip if is_chosen else why)
