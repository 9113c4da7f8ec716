"""A turn of the mouse wheel over a field."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget


def turn_wheel(field: QWidget) -> bool:
    """Whether the field took the turn for itself."""
    spot, turned = QPointF(4, 4), QPoint(0, -120)
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        spot, spot, turned, turned, Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    event.setAccepted(True)
    QApplication.sendEvent(field, event)
    return event.isAccepted()
