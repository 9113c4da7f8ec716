"""Staff and appointments: who is referent of what, from when until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from referent_desk.domain.private_mobiles import printed_telephone
from referent_desk.domain.skills_wards import PersonSkill
from referent_desk.domain.values import dataclass

EXPIRES_SOON = timedelta(days=60)


class AppointmentKind(StrEnum):
    SOFTWARE = "software"
    SECURITY = "security"


class AppointmentRank(StrEnum):
    MAIN = "main"
    DEPUTY = "deputy"


class AppointmentState(StrEnum):
    CURRENT = "current"
    EXPIRES_SOON = "expires_soon"
    NOT_STARTED = "not_started"
    ENDED = "ended"
    PERSON_LEFT = "person_left"


@dataclass(frozen=True, slots=True)
class Person:
    """A staff member. Only what the ward needs to call a colleague; nothing about patients."""

    id: str
    last_name: str
    first_name: str = ""
    role: str = ""
    department_id: str | None = None
    telephone: str = ""
    working_hours: str = ""
    left_on: date | None = None
    week_one: date | None = None
    """The Monday of the first of the weeks that `working_hours` names in turn."""

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def is_here(self, day: date) -> bool:
        """The last day counts."""
        return self.left_on is None or self.left_on >= day

    @property
    def printed_telephone(self) -> str:
        """As paper says it: without a mobile that may be their own."""
        return printed_telephone(self.telephone)


@dataclass(frozen=True, slots=True)
class Appointment:
    """`software_id` None: for all the software of the department."""

    id: str
    person_id: str
    department_id: str
    kind: AppointmentKind
    rank: AppointmentRank
    software_id: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """A line of the list of referents; `software` empty: for all."""

    id: str
    person_id: str
    person: str
    role: str
    telephone: str
    department_id: str
    department: str
    kind: AppointmentKind
    rank: AppointmentRank
    software: str
    since: date | None
    until: date | None
    state: AppointmentState
    left_on: date | None = None

    @property
    def last_day(self) -> date | None:
        """Of the office or of the person, whichever comes first."""
        return min((day for day in (self.until, self.left_on) if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of the list of staff; `appointments` counts those that have not ended."""

    person_id: str
    person: str
    role: str
    department_id: str | None
    department: str
    appointments: int
    left_on: date | None
    has_left: bool


def appointment_state(
    since: date | None, until: date | None, left_on: date | None, today: date
) -> AppointmentState:
    """`until` and `left_on` are the last day in office."""
    if until is not None and until < today:
        return AppointmentState.ENDED
    if left_on is not None and left_on < today:
        return AppointmentState.PERSON_LEFT
    if since is not None and since > today:
        return AppointmentState.NOT_STARTED
    last = min((day for day in (until, left_on) if day is not None), default=None)
    if last is not None and last - today <= EXPIRES_SOON:
        return AppointmentState.EXPIRES_SOON
    return AppointmentState.CURRENT


IN_OFFICE = frozenset({AppointmentState.CURRENT, AppointmentState.EXPIRES_SOON})
OVER = frozenset({AppointmentState.ENDED, AppointmentState.PERSON_LEFT})


def referents_on(
    day: date,
    appointments: Iterable[Appointment],
    people: dict[str, Person],
    kind: AppointmentKind,
    rank: AppointmentRank,
    software_id: str | None = None,
) -> tuple[Person, ...]:
    """Who answers that day: those named for the software, else those for all; longest in office
    first, then by name."""

    def in_office(a: Appointment) -> bool:
        person = people.get(a.person_id)
        return person is not None and (
            appointment_state(a.since, a.until, person.left_on, day) in IN_OFFICE
        )

    fitting = [
        a
        for a in appointments
        if a.kind == kind
        and a.rank == rank
        and a.software_id in {None, software_id}
        and in_office(a)
    ]
    named = [a for a in fitting if a.software_id is not None] or fitting
    in_order = sorted(named, key=lambda a: (a.since or date.min, _called(people[a.person_id])))
    return tuple(people[id_] for id_ in dict.fromkeys(a.person_id for a in in_order))


def referent_on(
    day: date,
    appointments: Iterable[Appointment],
    people: dict[str, Person],
    kind: AppointmentKind,
    rank: AppointmentRank,
    software_id: str | None = None,
) -> Person | None:
    """The first of them."""
    found = referents_on(day, appointments, people, kind, rank, software_id)
    return found[0] if found else None


def _called(person: Person) -> tuple[str, str, str]:
    """What orders people who begin on the same day."""
    return person.last_name.casefold(), person.first_name.casefold(), person.id


@dataclass(frozen=True, slots=True)
class PersonDetail:
    person: Person
    department: str
    appointments: tuple[AppointmentRow, ...]
    skills: tuple[PersonSkill, ...] = ()
