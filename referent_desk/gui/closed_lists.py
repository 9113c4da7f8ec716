"""A list that is closed until it is opened: the wheel scrolls the page around it, and what is in it
is read whole."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class ClosedList(QComboBox):
    def showPopup(self) -> None:
        """However narrow the box is."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * view.frameWidth())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never changes what is chosen, not even where one has just chosen."""
        event.ignore()
