"""Who leaves, what they answer for, who could follow, and what is left without anybody.

The facts are tuples and looked up by id: those of every department are read at once, and one
department answers as it does among all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from referent_desk.domain.skills import KnownSkills, SkillLevel
from referent_desk.domain.values import dataclass

ANNOUNCED = timedelta(days=60)
"""So long before a departure one is told."""
LONG_ABSENCE = timedelta(days=60)
"""An absence that lasts longer is handed over like a departure."""


class LeavesBecause(StrEnum):
    DEPARTURE = "departure"
    OFFICE_ENDS = "office_ends"
    ABSENCE = "absence"


class Follows(StrEnum):
    """Why somebody could follow, the strongest first."""

    DEPUTY = "deputy"
    TRAINS = "trains"
    HELPS = "helps"
    COLLEAGUE = "colleague"


class OrphanKind(StrEnum):
    OFFICE = "office"
    PROCEDURE = "procedure"
    COPY = "copy"
    ACTION = "action"
    DRILL = "drill"


class Held(NamedTuple):
    """An appointment; `software_id` empty: for all."""

    id: str
    department_id: str
    person_id: str
    kind: str
    rank: str
    software_id: str
    since: date | None
    until: date | None

    @property
    def chair(self) -> tuple[str, str, str, str]:
        return self.department_id, self.kind, self.rank, self.software_id


class Staff(NamedTuple):
    name: str
    department_id: str
    left_on: date | None

    def is_here(self, day: date) -> bool:
        return self.left_on is None or self.left_on >= day


class Named(NamedTuple):
    """Something that names a person by letters: who keeps a copy, owns an action, leads a drill."""

    kind: OrphanKind
    department_id: str
    id: str
    subject: str
    name: str


@dataclass(frozen=True, slots=True)
class SuccessionFacts:
    """`absences` are (since, until) by person; `uses` by department: the software that it uses;
    `sites` by department: the establishment in which it stands."""

    held: tuple[Held, ...]
    people: Mapping[str, Staff]
    absences: Mapping[str, tuple[tuple[date, date], ...]]
    skills: KnownSkills
    uses: Mapping[str, tuple[str, ...]]
    software: Mapping[str, str]
    sites: Mapping[str, str]
    named: tuple[Named, ...] = ()

    def helping(self, person_id: str, department_id: str) -> Iterator[tuple[str, SkillLevel]]:
        """The software with which somebody helps in a department, as it runs there."""
        return self.skills.helping(person_id, self.sites.get(department_id, ""))


@dataclass(frozen=True, slots=True)
class Follower:
    person_id: str
    person: str
    why: Follows
    software: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody answers for; `software` empty: all."""

    appointment_id: str
    kind: str
    rank: str
    software_id: str = ""
    software: str = ""


@dataclass(frozen=True, slots=True)
class Leaving:
    """`last_day` is the last one in office; `followed_by` who has been appointed already."""

    department_id: str
    person_id: str
    person: str
    why: LeavesBecause
    last_day: date
    answers: tuple[Answer, ...]
    followers: tuple[Follower, ...]
    followed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SoleKnower:
    """Only this person helps with a software; `leaves_on` where the day is known."""

    software_id: str
    software: str
    person_id: str
    person: str
    leaves_on: date | None = None


@dataclass(frozen=True, slots=True)
class Orphan:
    """What still names somebody who left."""

    kind: OrphanKind
    department_id: str
    id: str
    subject: str
    person_id: str
    person: str
    left_on: date


@dataclass(frozen=True, slots=True)
class Succession:
    """Of one department."""

    department_id: str
    leavings: tuple[Leaving, ...] = ()
    sole_knowers: tuple[SoleKnower, ...] = ()
    orphans: tuple[Orphan, ...] = ()
