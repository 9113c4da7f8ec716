"""What a tab lists and shows, and what can be made new there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.gui.columns import Column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.empty_texts import EmptyText
from referent_desk.gui.places import Key, Place, TabName
from referent_desk.gui.record_forms import PaneForm
from referent_desk.gui.rows_model import ListRows


class Scope(Enum):
    """Whose rows a tab lists."""

    EVERYWHERE = auto()
    CHOSEN_OR_ALL = auto()
    CHOSEN_ONLY = auto()


def _key_of_saved(saved: Saved) -> Key:
    return (saved.id,)


@dataclass(frozen=True, slots=True)
class NewRecord:
    """`begin` makes the form, given the chosen row, if any, and the department of the window.

    `text` stands on the button; `key_of` names the row that shows what was created.
    """

    text: str
    begin: Callable[[Any, str | None], PaneForm]
    key_of: Callable[[Saved], Key] = _key_of_saved


@dataclass(frozen=True, slots=True)
class Subject:
    """`read` and `list_rows` run on the worker; `show` fills the detail in the GUI thread."""

    name: TabName
    title: str
    columns: tuple[Column, ...]
    list_rows: ListRows
    key_of: Callable[[Any], Key]
    read: Callable[[Key, str | None], Any]
    show: Callable[[DetailPane, Any], None]
    leads_to: Callable[[Any], Place | None]
    kinds: frozenset[Kind]
    scope: Scope
    empty: EmptyText
    new: NewRecord | None = None
