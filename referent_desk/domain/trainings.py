"""A training that was held: on what, by whom, how long, and what those who came can do since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from referent_desk.domain.skills import SkillLevel
from referent_desk.domain.skills_wards import WardSkills
from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass

LONGEST_MINUTES = 6_000
MOST_PARTICIPANTS = 500


@dataclass(frozen=True, slots=True)
class Participant:
    """`person_id` None: a name alone. `level` None: nothing was said of what they can do since."""

    name: str
    person_id: str | None = None
    level: SkillLevel | None = SkillLevel.USES

    @property
    def key(self) -> str:
        return self.person_id or f"name:{folded(self.name)}"


@dataclass(frozen=True, slots=True)
class WantedTraining:
    """What is typed into the form. `version` must be one that is known of the software, or empty.

    `trainer_id` where the trainer is of the staff. `valid_until`: the last day that it counts.
    """

    software_id: str
    day: date
    participants: tuple[Participant, ...]
    department_id: str | None = None
    version: str = ""
    topic: str = ""
    trainer: str = ""
    trainer_id: str | None = None
    minutes: int | None = None
    valid_until: date | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Training:
    """One that stands. `department` is empty where it was held for no ward of its own."""

    id: str
    software_id: str
    software: str
    day: date
    version: str = ""
    topic: str = ""
    trainer: str = ""
    trainer_id: str | None = None
    minutes: int | None = None
    valid_until: date | None = None
    department_id: str | None = None
    department: str = ""
    who: str = ""
    participants: tuple[Participant, ...] = ()

    def ended(self, today: date) -> bool:
        return self.valid_until is not None and self.valid_until < today


@dataclass(frozen=True, slots=True)
class TrainingAids:
    """What the form offers: the ward, the versions of each software, the newest first, and what
    was typed before."""

    ward: WardSkills
    versions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    trainers: tuple[str, ...] = ()


class TrainingFault(StrEnum):
    NO_SOFTWARE = "no_software"
    TO_COME = "to_come"
    NOBODY = "nobody"
    TOO_MANY = "too_many"
    ENDS_BEFORE = "ends_before"
    MINUTES = "minutes"
    NO_NAME = "no_name"


def training_faults(wanted: WantedTraining, today: date) -> Iterator[tuple[str, TrainingFault]]:
    """The field and what is wrong with it, in the order of the form."""
    if not wanted.software_id:
        yield "software_id", TrainingFault.NO_SOFTWARE
    if wanted.day > today:
        yield "day", TrainingFault.TO_COME
    if wanted.minutes is not None and not 0 < wanted.minutes <= LONGEST_MINUTES:
        yield "minutes", TrainingFault.MINUTES
    if wanted.valid_until is not None and wanted.valid_until < wanted.day:
        yield "valid_until", TrainingFault.ENDS_BEFORE
    if not wanted.participants:
        yield "participants", TrainingFault.NOBODY
    if len(wanted.participants) > MOST_PARTICIPANTS:
        yield "participants", TrainingFault.TOO_MANY
    if any(not one.name.strip() for one in wanted.participants):
        yield "participants", TrainingFault.NO_NAME


def once_each(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Nobody twice: what was said last holds, in the place of the first."""
    found: dict[str, Participant] = {}
    for one in participants:
        found[one.key] = one
    return tuple(found.values())
