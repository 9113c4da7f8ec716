"""What the window may ask about editing; all of it runs on the worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.departments import DepartmentRow
    from referent_desk.domain.local_values import AskedValue
    from referent_desk.domain.missing_numbers import MissingNumber
    from referent_desk.domain.needed_functions import FunctionTick
    from referent_desk.domain.records import Link, Record, RecordKind, Unfinished
    from referent_desk.gui.questions_nominations import NominationQuestions


@dataclass(frozen=True, slots=True)
class RecordQuestions:
    """`list` names the field that leads to what the records belong to, and its id.

    `links` finds what a field may lead to by half a word; what is typed crosses as text.
    `unite` makes a second record of a person one with the first, which stays.
    `appoint` adds a person who is not known yet and the appointment, as one deed; `begin_use` the
    use of a software that is given by its name.
    """

    read: Callable[[RecordKind, str], Record]
    list: Callable[[RecordKind, str, str], tuple[Record, ...]]
    links: Callable[[str, str], tuple[Link, ...]]
    add: Callable[[RecordKind, Mapping[str, str]], Saved]
    edit: Callable[[RecordKind, str, str, str], Saved]
    appoint: Callable[[Mapping[str, str], Mapping[str, str]], Saved]
    unite: Callable[[str, str], Saved]
    begin_use: Callable[[str, Mapping[str, str]], Saved]
    close: Callable[[RecordKind, str], Saved]
    reopen: Callable[[RecordKind, str], Saved]
    undo: Callable[[], Saved]
    redo: Callable[[], Saved]
    children: Callable[[str | None], tuple[DepartmentRow, ...]]
    needed_functions: Callable[[str], tuple[FunctionTick, ...]]
    need_functions: Callable[[str, frozenset[str]], Saved]
    move_number: Callable[[str, int], Saved]
    lines_with_number: Callable[[str, str], tuple[str, ...]]
    missing_numbers: Callable[[str], tuple[MissingNumber, ...]]
    asked_values: Callable[[str], tuple[AskedValue, ...]]
    keep_unfinished: Callable[[str, Mapping[str, str]], None]
    read_unfinished: Callable[[str], Unfinished | None]
    drop_unfinished: Callable[[str], None]
    nominations: NominationQuestions
