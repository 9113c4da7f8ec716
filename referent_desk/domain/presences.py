"""Who is there when: the opening hours of a department against the hours of those who answer.

For one software, for security, or for the department as a whole: there an hour counts as covered
when it is covered for every software that it uses. Somebody answers who is appointed to it, here or
in what the department stands under, and has not left; absent is who is absent on the day on which
the shift begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from referent_desk.domain.people import (
    IN_OFFICE,
    Appointment,
    AppointmentKind,
    AppointmentRank,
    Person,
    appointment_state,
)
from referent_desk.domain.rotations import Rotation, week_of
from referent_desk.domain.values import dataclass
from referent_desk.domain.week_minutes import (
    ON_CALL,
    WHOLE_WEEK,
    Minutes,
    count,
    stretches,
    united,
    without,
)

ALL, SECURITY = "all", "security"
"""What one may ask for beside the id of a software."""


class Cover(StrEnum):
    MAIN = "main"
    DEPUTY = "deputy"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Staff:
    """`rotation` None: nobody knows when they work. `absences`: first and last day of each."""

    person: Person
    rotation: Rotation | None
    absences: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class WardFacts:
    """A department as its presence is looked at; `appointments` also of what it stands under."""

    department_id: str
    name: str
    opening: Minutes | None
    software: frozenset[str]
    appointments: tuple[Appointment, ...]
    staff: Mapping[str, Staff]


@dataclass(frozen=True, slots=True)
class Shift:
    """When somebody who answers is there in the week."""

    person: Person
    rank: AppointmentRank
    minutes: Minutes


@dataclass(frozen=True, slots=True)
class Presence:
    """One week, of one software, of security, or of all (`subject`).

    `opening` None: nobody said when the department is open; then nothing is missing. `main`,
    `deputy` and `nobody` never overlap, and lie in the opening hours where these are known.
    `unknown`: those who answer, and nobody knows when they work; where that is all of them nothing
    is called nobody's.
    """

    subject: str
    opening: Minutes | None
    main: Minutes
    deputy: Minutes
    nobody: Minutes
    shifts: tuple[Shift, ...] = ()
    unknown: tuple[Person, ...] = ()

    @property
    def missing(self) -> int:
        """How many minutes nobody covers."""
        return count(self.nobody)

    @property
    def missing_on_call(self) -> int:
        """How many of them lie in the night or on a weekend."""
        return count(self.nobody & ON_CALL)

    @property
    def is_covered(self) -> bool:
        """Every opening hour."""
        return self.opening is not None and not without(self.opening, self.main | self.deputy)

    def parts(self) -> tuple[tuple[Cover, int, int], ...]:
        """Each stretch of the week with who covers it, in order."""
        kinds = ((Cover.MAIN, self.main), (Cover.DEPUTY, self.deputy), (Cover.NOBODY, self.nobody))
        found = [(kind, *each) for kind, minutes in kinds for each in stretches(minutes)]
        return tuple(sorted(found, key=lambda part: part[1]))

    def there(self, start: int, end: int) -> tuple[Person, ...]:
        """Who is there at some time between; mains first."""
        ranked = sorted(self.shifts, key=lambda shift: shift.rank is not AppointmentRank.MAIN)
        some = [s.person for s in ranked if s.minutes >> start & ((1 << (end - start)) - 1)]
        return tuple(dict.fromkeys(some))


def presence_of(ward: WardFacts, monday: date, subject: str = ALL) -> Presence:
    """The week that begins on `monday`."""
    shifts = _Shifts(ward, monday)
    if subject == ALL:
        return _of_all(ward, shifts)
    return _presence(ward, subject, *shifts.of(_named(ward, subject)))


def missing_minutes(ward: WardFacts, monday: date) -> int | None:
    """How many minutes of the week nobody covers, for all that it uses; None where nobody knows."""
    if ward.opening is None:
        return None
    found, unknown = _Shifts(ward, monday).of(_named(ward, ALL))
    if not found and unknown:
        return None
    return presence_of(ward, monday).missing


def _of_all(ward: WardFacts, shifts: _Shifts) -> Presence:
    """The worst of every software; those that nobody is named for in particular stand together."""
    named = {a.software_id for a in ward.appointments if a.kind is AppointmentKind.SOFTWARE}
    apart = sorted(key for key in ward.software if key in named)
    groups = [key for key in apart if key]
    if len(groups) < len(ward.software) or not ward.software:
        groups.append("")
    each = [_presence(ward, key, *shifts.of(_named(ward, key))) for key in groups]
    everyone, unknown = shifts.of(_named(ward, ALL))
    nobody = united(one.nobody for one in each)
    main = WHOLE_WEEK
    covered = WHOLE_WEEK
    for one in each:
        main &= one.main
        covered &= one.main | one.deputy
    deputy = without(covered, main | nobody)
    return Presence(ALL, ward.opening, without(main, nobody), deputy, nobody, everyone, unknown)


def _presence(
    ward: WardFacts, subject: str, shifts: tuple[Shift, ...], unknown: tuple[Person, ...]
) -> Presence:
    opening = ward.opening
    shown = WHOLE_WEEK if opening is None else opening
    main = shown & united(s.minutes for s in shifts if s.rank is AppointmentRank.MAIN)
    there = shown & united(s.minutes for s in shifts)
    is_known = bool(shifts) or not unknown
    nobody = without(opening, there) if opening is not None and is_known else 0
    return Presence(subject, opening, main, without(there, main), nobody, shifts, unknown)


def _named(ward: WardFacts, subject: str) -> tuple[Appointment, ...]:
    """Who is appointed to it, for all first; empty: to the software for which nobody is named in
    particular."""
    kind = AppointmentKind.SECURITY if subject == SECURITY else AppointmentKind.SOFTWARE
    found = [
        a
        for a in ward.appointments
        if a.kind is kind
        and (subject in (ALL, SECURITY) or a.software_id is None or a.software_id == subject)
        and not (subject == ALL and a.software_id and a.software_id not in ward.software)
    ]
    if subject == ALL:
        found.sort(key=lambda a: a.software_id is not None)
    return tuple(found)


class _Shifts:
    """When each of those who answer is there in one week; each is looked at once."""

    def __init__(self, ward: WardFacts, monday: date) -> None:
        self._staff = ward.staff
        self._monday = monday
        self._known: dict[tuple[str, date | None, date | None], Minutes] = {}

    def of(
        self, appointments: Iterable[Appointment]
    ) -> tuple[tuple[Shift, ...], tuple[Person, ...]]:
        """Those who are there, and those of whom nobody knows it."""
        found: list[Shift] = []
        unknown: dict[str, Person] = {}
        for each in appointments:
            staff = self._staff.get(each.person_id)
            if staff is None:
                continue
            if staff.rotation is None:
                if self._is_in_office(each, staff):
                    unknown[staff.person.id] = staff.person
                continue
            minutes = self._minutes(each, staff, staff.rotation)
            if minutes:
                found.append(Shift(staff.person, each.rank, minutes))
        return tuple(found), tuple(unknown.values())

    def _minutes(self, each: Appointment, staff: Staff, rotation: Rotation) -> Minutes:
        key = (each.person_id, each.since, each.until)
        if key not in self._known:
            away = days_away(each, staff, self._monday)
            self._known[key] = week_of(rotation, self._monday, away)
        return self._known[key]

    def _is_in_office(self, each: Appointment, staff: Staff) -> bool:
        week = (self._monday + timedelta(days=n) for n in range(7))
        left = staff.person.left_on
        return any(appointment_state(each.since, each.until, left, d) in IN_OFFICE for d in week)


def days_away(each: Appointment, staff: Staff, monday: date) -> frozenset[date]:
    """The days of the week, and the Sunday before, on which they do not answer."""
    first, last = monday - timedelta(days=1), monday + timedelta(days=6)
    ends = [day for day in (each.until, staff.person.left_on) if day is not None]
    is_whole = (each.since is None or each.since <= first) and all(last <= day for day in ends)
    near = [(a, b) for a, b in staff.absences if a <= last and b >= first]
    if is_whole and not near:
        return frozenset()
    days = (first + timedelta(days=n) for n in range(8))
    return frozenset(
        day
        for day in days
        if (each.since is not None and day < each.since)
        or any(day > end for end in ends)
        or any(a <= day <= b for a, b in near)
    )


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody of another department of the same pole who is there when nobody is here."""

    department: str
    person: Person
    minutes: Minutes


def neighbours_of(
    missing: Minutes, wards: Iterable[WardFacts], software: frozenset[str], monday: date
) -> tuple[Neighbour, ...]:
    """Whoever covers most of it first. `software`: what they must answer for, any of it."""
    found: dict[str, Neighbour] = {}
    for ward in wards:
        for key in sorted(software & ward.software):
            shifts, _unknown = _Shifts(ward, monday).of(_named(ward, key))
            for shift in shifts:
                covers = shift.minutes & missing
                if covers and shift.person.id not in found:
                    found[shift.person.id] = Neighbour(ward.name, shift.person, covers)
    return tuple(sorted(found.values(), key=lambda n: (-count(n.minutes), n.person.full_name)))
