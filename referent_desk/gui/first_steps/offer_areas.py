"""Where a step offers what can be ticked: a sheet no wider than one reads, scrolled down only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

_WIDEST = 880  # pixels


class OfferArea(QScrollArea):
    """The keyboard goes to what stands in it, never to the area."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setProperty("look", "detail")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMaximumWidth(_WIDEST)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
