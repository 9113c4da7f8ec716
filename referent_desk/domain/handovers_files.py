"""What stands in the file that is handed over and signed by both."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.handovers import Given, Handover
from referent_desk.domain.successions import Answer
from referent_desk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class HandedSoftware:
    """`support` is whom one calls; `knows` who else helps others with it or trains them;
    `is_sole`: only the one who leaves does."""

    id: str
    name: str
    version: str
    support: str
    knows: tuple[str, ...]
    is_sole: bool = False
    tips: tuple[tuple[str, str], ...] = ()
    troubles: tuple[tuple[str, date | None, str], ...] = ()
    """What is open: what it is, since when, the number that it bears elsewhere."""


@dataclass(frozen=True, slots=True)
class HandedCopy:
    """`to_replace` counts the sheets that are not on the shelf as they should be."""

    number: int
    place: str
    holder: str
    to_replace: int | None


@dataclass(frozen=True, slots=True)
class HandoverFile:
    department: str
    handover: Handover
    answers: tuple[Answer, ...]
    software: tuple[HandedSoftware, ...]
    pending: tuple[Given, ...]
    """Actions and drills that name the one who leaves."""
    other_troubles: tuple[tuple[str, date | None, str], ...]
    copies: tuple[HandedCopy, ...]
    numbers: tuple[tuple[str, str], ...]
    trainings: tuple[tuple[date, str, int], ...] = ()
    """Day, what, how many took part."""
