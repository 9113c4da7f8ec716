"""Something that is scrolled rather than cut off, where the window is low."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class YieldingArea(QScrollArea):
    """Never higher than what is in it. With `room` (pixels) it takes that much and no more;
    without, what its layout leaves it, and `least` at least."""

    def __init__(
        self, inside: QWidget, least: int = 0, room: Callable[[], int] | None = None
    ) -> None:
        super().__init__()
        self._inside, self._room = inside, room
        inside.setProperty("look", "cards")
        self.setProperty("look", "cards")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(least)
        self.setWidget(inside)

    def fit(self) -> None:
        """What is in it has changed, or its width."""
        inside, width = self._inside, self.viewport().width()
        height = inside.heightForWidth(width) if inside.hasHeightForWidth() else -1
        wanted = max(height, inside.minimumSizeHint().height())
        self.setMaximumHeight(max(wanted, self.minimumHeight()))
        if self._room is not None:
            self.setFixedHeight(min(wanted, self._room()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
