"""A list that is closed until it is opened: the wheel scrolls the page around it."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class ClosedList(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never changes what is chosen, not even where one has just chosen."""
        event.ignore()
