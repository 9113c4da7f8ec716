"""Who is there when: the opening hours of a department against the hours of those who answer.

For one software, for security, or for the department as a whole: there an hour counts as covered
when it is covered for every software that it uses. Somebody answers who is appointed to it, here or
in what the department stands under, and has not left; absent is who is absent on the day on which
the shift begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from referent_desk.domain.people import (
    IN_OFFICE,
    Appointment,
    AppointmentKind,
    AppointmentRank,
    Person,
    appointment_state,
)
from referent_desk.domain.presence_parts import Presence, Shift
from referent_desk.domain.rotations import Rotation, week_of
from referent_desk.domain.values import dataclass
from referent_desk.domain.week_minutes import WHOLE_WEEK, Minutes, count, united, without

ALL, SECURITY = "all", "security"
"""What one may ask for beside the id of a software."""


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


def presence_of(ward: WardFacts, monday: date, subject: str = ALL) -> Presence:
    """The week that begins on `monday`."""
    answers = _Answers(ward, monday)
    if subject == ALL:
        return _of_all(ward, answers)
    software = frozenset[str]() if subject == SECURITY else frozenset({subject})
    return _presence(ward, subject, software, answers.of(_named(ward, subject)))


def missing_minutes(ward: WardFacts, monday: date) -> int | None:
    """How many minutes of the week nobody covers, for one at least of the software that it uses;
    None where nobody knows."""
    if ward.opening is None:
        return None
    presence = presence_of(ward, monday)
    return presence.missing if presence.missing or presence.is_covered else None


def _of_all(ward: WardFacts, answers: _Answers) -> Presence:
    """The worst of every software; those that nobody is named for in particular stand together."""
    named = {a.software_id for a in ward.appointments if a.kind is AppointmentKind.SOFTWARE}
    groups = sorted(ward.software & named)
    if len(groups) < len(ward.software) or not ward.software:
        groups.append("")
    each = [_presence(ward, key, ward.software, answers.of(_named(ward, key))) for key in groups]
    everyone = answers.of(_named(ward, ALL))
    main = covered = WHOLE_WEEK
    for one in each:
        main &= one.main
        covered &= one.main | one.deputy
    there = _shown(ward) & united(shift.minutes for shift in everyone.shifts)
    uncovered = united(one.uncovered for one in each)
    return Presence(
        ALL, ward.opening, main, without(covered, main), without(there, covered),
        without(uncovered, there), uncovered, ward.software,
        everyone.shifts, everyone.unknown, everyone.away,
    )  # fmt: skip


def _shown(ward: WardFacts) -> Minutes:
    return WHOLE_WEEK if ward.opening is None else ward.opening


def _presence(ward: WardFacts, subject: str, software: frozenset[str], those: _Answer) -> Presence:
    shown = _shown(ward)
    main = shown & united(s.minutes for s in those.shifts if s.rank is AppointmentRank.MAIN)
    there = shown & united(s.minutes for s in those.shifts)
    is_known = bool(those.shifts) or not those.unknown
    nobody = without(shown, there) if ward.opening is not None and is_known else 0
    return Presence(
        subject, ward.opening, main, without(there, main), 0, nobody, nobody, software,
        those.shifts, those.unknown, those.away,
    )  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class _Answer:
    """`unknown`: nobody knows when they work; `away`: they do not come that week."""

    shifts: tuple[Shift, ...]
    unknown: tuple[Person, ...]
    away: tuple[Person, ...]


class _Answers:
    """When each of those who answer is there in one week; each is looked at once."""

    def __init__(self, ward: WardFacts, monday: date) -> None:
        self._staff = ward.staff
        self._monday = monday
        self._known: dict[tuple[str, date | None, date | None], Minutes] = {}

    def of(self, appointments: Iterable[Appointment]) -> _Answer:
        found: list[Shift] = []
        unknown: dict[str, Person] = {}
        away: dict[str, Person] = {}
        for each in appointments:
            staff = self._staff.get(each.person_id)
            if staff is None:
                continue
            rotation = staff.rotation
            minutes = 0 if rotation is None else self._minutes(each, staff, rotation)
            if minutes:
                found.append(Shift(staff.person, each.rank, minutes, each.software_id or ""))
            elif self._is_in_office(each, staff):
                (unknown if rotation is None else away)[staff.person.id] = staff.person
        for shift in found:
            away.pop(shift.person.id, None)
        return _Answer(tuple(found), tuple(unknown.values()), tuple(away.values()))

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
    """Somebody of another department of the same pole who is there when nobody is here.

    `software`: those alone of what is asked that they answer for; empty: all of it.
    """

    department: str
    person: Person
    minutes: Minutes
    software: frozenset[str] = frozenset()


def neighbours_of(
    missing: Minutes,
    wards: Iterable[WardFacts],
    subject: str,
    software: frozenset[str],
    monday: date,
) -> tuple[Neighbour, ...]:
    """Whoever covers most of it first. `software`: what they must answer for, any of it; of
    security nothing but that."""
    found: dict[str, Neighbour] = {}
    for ward in wards:
        answers = _Answers(ward, monday)
        asked = (SECURITY,) if subject == SECURITY else sorted(software & ward.software)
        for key in asked:
            for shift in answers.of(_named(ward, key)).shifts:
                covers = shift.minutes & missing
                if covers:
                    _add(found, Neighbour(ward.name, shift.person, covers, frozenset({key})))
    for key, one in found.items():
        if subject == SECURITY or one.software >= software:
            found[key] = replace(one, software=frozenset())
    return tuple(sorted(found.values(), key=lambda n: (-count(n.minutes), n.person.full_name)))


def _add(found: dict[str, Neighbour], one: Neighbour) -> None:
    """Of somebody who answers in two departments the first is named."""
    held = found.setdefault(one.person.id, one)
    minutes, software = held.minutes | one.minutes, held.software | one.software
    found[one.person.id] = replace(held, minutes=minutes, software=software)
