"""Who holds an office of a department on a day, who held it last, and whose comes to its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.people import (
    IN_OFFICE,
    OVER,
    Appointment,
    AppointmentKind,
    AppointmentRank,
    AppointmentState,
    Person,
    appointment_state,
)

_LASTING = frozenset({AppointmentState.CURRENT, AppointmentState.NOT_STARTED})


@dataclass(frozen=True, slots=True)
class Office:
    """`last_day` None: without an end."""

    appointment: Appointment
    person: Person
    state: AppointmentState

    @property
    def last_day(self) -> date | None:
        ends = (self.appointment.until, self.person.left_on)
        return min((day for day in ends if day is not None), default=None)

    def is_same_as(self, other: Office) -> bool:
        """The same chair, whoever sits on it."""
        mine, theirs = self.appointment, other.appointment
        return (mine.department_id, mine.kind, mine.rank, mine.software_id) == (
            theirs.department_id,
            theirs.kind,
            theirs.rank,
            theirs.software_id,
        )


class Offices:
    """`appointments` are those of the department and of what it stands under."""

    def __init__(
        self,
        department_id: str,
        appointments: Iterable[Appointment],
        people: Mapping[str, Person],
        today: date,
    ) -> None:
        self._department_id = department_id
        self._today = today
        self._all = [
            Office(a, person, appointment_state(a.since, a.until, person.left_on, today))
            for a in appointments
            if (person := people.get(a.person_id)) is not None
        ]

    def _of(self, rank: AppointmentRank, software_id: str | None) -> Iterable[Office]:
        """Software referents of that rank."""
        return (
            office
            for office in self._all
            if office.appointment.kind is AppointmentKind.SOFTWARE
            and office.appointment.rank is rank
            and office.appointment.software_id == software_id
        )

    def is_held(self, rank: AppointmentRank, software_id: str | None = None) -> bool:
        """`software_id` None: for all the software, here or above."""
        return any(office.state in IN_OFFICE for office in self._of(rank, software_id))

    def most_named(self, rank: AppointmentRank) -> tuple[Person, int]:
        """Who answers for most programs one by one, and for how many; somebody does."""
        held = [
            office
            for office in self._all
            if office.state in IN_OFFICE
            and office.appointment.kind is AppointmentKind.SOFTWARE
            and office.appointment.rank is rank
            and office.appointment.software_id is not None
        ]
        counted = Counter(office.person.id for office in held)
        most, times = max(counted.items(), key=lambda pair: pair[1])
        return next(office.person for office in held if office.person.id == most), times

    def last_holder(self, rank: AppointmentRank) -> tuple[str, date] | None:
        """Who answered for all the software of this department until when, before nobody did."""
        over = [
            (office.last_day, office.person.full_name)
            for office in self._of(rank, None)
            if office.state in OVER and self._is_here(office) and office.last_day is not None
        ]
        if not over:
            return None
        day, name = max(over)
        return name, day

    def ending(self) -> Iterable[tuple[Office, date]]:
        """Those of this department that end soon, with nobody ready to follow."""
        for office in self._all:
            if (
                office.state is AppointmentState.EXPIRES_SOON
                and self._is_here(office)
                and office.last_day is not None
                and not any(o.state in _LASTING and o.is_same_as(office) for o in self._all)
            ):
                yield office, office.last_day

    def ends(self) -> Iterable[tuple[Person, date]]:
        """Every end in this department that is still to come."""
        for office in self._all:
            if self._is_here(office) and office.last_day and office.last_day >= self._today:
                yield office.person, office.last_day

    def _is_here(self, office: Office) -> bool:
        return office.appointment.department_id == self._department_id
