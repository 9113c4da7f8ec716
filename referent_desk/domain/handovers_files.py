"""What stands in the file that is handed over and signed by both."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.handovers import Given, Handover
from referent_desk.domain.successions import Answer
from referent_desk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class HandedTrouble:
    """What is open: `since` as it was said, or the day on which it was asked; None where nobody
    knows. `reference`: its number with those who have it now."""

    what: str
    since: date | str | None = None
    reference: str = ""


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
    troubles: tuple[HandedTrouble, ...] = ()


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
    other_troubles: tuple[HandedTrouble, ...]
    copies: tuple[HandedCopy, ...]
    numbers: tuple[tuple[str, str], ...]
    trainings: tuple[tuple[date, str, int], ...] = ()
    """Day, what, how many took part."""
    used: int = 0
    """How many programs the department uses; `software` are those that are handed over: what the
    one who leaves answers for, and what nobody else knows."""

    @property
    def answers_for_all(self) -> bool:
        return any(not answer.software_id for answer in self.answers)
