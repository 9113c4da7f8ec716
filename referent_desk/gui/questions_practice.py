"""What the window may ask about reading and practising, and about the numbers that are dialled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.acknowledgements import Mark, Reader, Register
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.dial_checks import DialCheck, WantedCall


@dataclass(frozen=True, slots=True)
class ReadingQuestions:
    """`record` takes the department, the marks, the day that is written on the sheet and who types.

    `match` takes the department, a name alone and the person whose it is. `find` says who names
    are. `write` lays out the sheet to sign for these revisions, none: for all that somebody lacks.
    """

    register: Callable[[str], Register]
    record: Callable[[str, tuple[Mark, ...], date, str], Saved]
    match: Callable[[str, str, str], Saved]
    find: Callable[[str, tuple[str, ...]], tuple[Reader, ...]]
    write: Callable[[str, tuple[str, ...], Path], Path]
    suggest_path: Callable[[str], Path]


@dataclass(frozen=True, slots=True)
class DialQuestions:
    """`annul` takes the id of a call and the reason; `write` lays out the month's list."""

    check: Callable[[str], DialCheck]
    record: Callable[[WantedCall], Saved]
    annul: Callable[[str, str], Saved]
    write: Callable[[str, Path], Path]
    suggest_path: Callable[[str], Path]


@dataclass(frozen=True, slots=True)
class PracticeQuestions:
    readings: ReadingQuestions
    dialling: DialQuestions
