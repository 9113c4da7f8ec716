"""A week of a department as it is shown: each software, security, all; whom to call meanwhile."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from referent_desk.domain.presence_parts import Presence
from referent_desk.domain.presences import (
    ALL,
    SECURITY,
    Neighbour,
    WardFacts,
    neighbours_of,
    presence_of,
)
from referent_desk.domain.rotations import Rotation
from referent_desk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class SubjectWeek:
    """`name` is that of the software; empty of security and of all.

    `neighbours`: whoever of another department answers for it while nobody is here.
    """

    subject: str
    name: str
    presence: Presence
    neighbours: tuple[Neighbour, ...] = ()


@dataclass(frozen=True, slots=True)
class PresenceWeek:
    """`on_call` is the number of the IT on call, empty where the directory has none.

    `opening_hours` is what is stored. `answering`: how many people are appointed in the week.
    """

    department_id: str
    department: str
    monday: date
    today: date
    opening_hours: str
    on_call: str
    subjects: tuple[SubjectWeek, ...]
    answering: int

    def of(self, subject: str) -> SubjectWeek:
        """All, where it is not asked about here."""
        return next((one for one in self.subjects if one.subject == subject), self.subjects[0])


def subjects_of(
    ward: WardFacts, near: tuple[WardFacts, ...], names: dict[str, str], monday: date
) -> tuple[SubjectWeek, ...]:
    """All first, then security, then each software by its name."""
    software = sorted(ward.software & names.keys(), key=lambda key: names[key].casefold())
    found = []
    for subject in (ALL, SECURITY, *software):
        presence = presence_of(ward, monday, subject)
        asked = ward.software if subject in (ALL, SECURITY) else frozenset({subject})
        missing = presence.uncovered
        others = neighbours_of(missing, near, subject, asked, monday) if missing else ()
        found.append(SubjectWeek(subject, names.get(subject, ""), presence, others))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Absence:
    id: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class PersonHours:
    """When somebody works, and when they are absent, as it can be edited.

    `text` is what is stored; `rotation` None where that is empty or not understood. `absences` are
    those that are not over.
    """

    person_id: str
    name: str
    text: str
    week_one: date | None
    rotation: Rotation | None
    today: date
    absences: tuple[Absence, ...] = field(default=())
