"""Rows that are used again for other text, so that the keyboard stays where it is."""

from __future__ import annotations

from collections.abc import MutableSequence
from typing import TypeVar

from PySide6.QtWidgets import QLayout, QWidget

Row = TypeVar("Row", bound=QWidget)


def let_go_beyond(count: int, rows: MutableSequence[Row], layout: QLayout) -> None:
    """The first `count` rows stay; those after them leave the list and the layout."""
    for row in rows[count:]:
        row.hide()
        layout.removeWidget(row)
        row.deleteLater()
    del rows[count:]
