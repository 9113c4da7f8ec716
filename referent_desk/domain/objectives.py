"""What a referent is asked to have reached by a day, and what was reached of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.domain.proposals import ProposalRow
from referent_desk.domain.values import dataclass

FEW = 3
"""Open objectives of one appointment: from the next one on it is said that few are better."""


class ObjectiveState(StrEnum):
    OPEN = "open"
    LATE = "late"
    REACHED = "reached"


@dataclass(frozen=True, slots=True)
class Objective:
    """`outcome` is what was reached, in a few words."""

    id: str
    what: str
    due_on: date
    reached_on: date | None = None
    outcome: str = ""

    def state(self, today: date) -> ObjectiveState:
        if self.reached_on is not None:
            return ObjectiveState.REACHED
        return ObjectiveState.LATE if self.due_on < today else ObjectiveState.OPEN


def has_many(objectives: Iterable[Objective]) -> bool:
    """One more would be the fourth that is open, or a further one."""
    return sum(one.reached_on is None for one in objectives) >= FEW


@dataclass(frozen=True, slots=True)
class Office:
    """An appointment as the detail of a person shows it, with what belongs to it.

    `letters` are the years whose letter or certificate was edited or printed: (kind, year).
    """

    id: str
    department_id: str
    department: str
    kind: AppointmentKind
    rank: AppointmentRank
    software: str
    since: date | None
    until: date | None
    is_over: bool
    appointed_by: str = ""
    volunteer: bool | None = None
    minutes_a_week: int | None = None
    ended_because: str = ""
    objectives: tuple[Objective, ...] = ()
    letters: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PersonOffices:
    """What somebody answers for, and what is proposed to them."""

    today: date
    offices: tuple[Office, ...] = ()
    proposals: tuple[ProposalRow, ...] = ()
