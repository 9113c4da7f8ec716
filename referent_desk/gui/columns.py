"""A column of a list: its title, what it says of a row, how it sorts, how wide it wants to be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from referent_desk.domain.values import dataclass
from referent_desk.gui.states import State


@dataclass(frozen=True, slots=True)
class Column:
    """`sort` names a field of the row, empty where the list cannot be sorted by it.

    `share` of the width that is left once every column has its `least` pixels. Where there is too
    little room the columns that `yields` go, the highest first; the detail says what they said.
    `elide` in the middle where names begin alike. `dot`: a colour beside the word that names it.
    """

    title: str
    text: Callable[[Any], str]
    sort: str = ""
    least: int = 80
    share: int = 1
    state: Callable[[Any], State] | None = None
    is_number: bool = False
    yields: int = 0
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    dot: Callable[[Any], str] | None = None


def state_column(
    title: str, state: Callable[[Any], State], sort: str = "", least: int = 150
) -> Column:
    return Column(title, lambda row: state(row).word, sort, least, 0, state)
