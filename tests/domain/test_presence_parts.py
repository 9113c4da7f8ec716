"""Whatever was typed: a week against who is there hour by hour, counted slowly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.presence_parts import Cover, Presence
from referent_desk.domain.presences import (
    ALL,
    SECURITY,
    Staff,
    WardFacts,
    missing_minutes,
    presence_of,
)
from referent_desk.domain.rotations import monday_of, opening_of, read_rotation
from referent_desk.domain.week_minutes import WHOLE_WEEK, count

MONDAY = date(2026, 10, 19)
"""The clocks change on the Sunday of it."""
SOFTWARE = ("dpi", "labo", "pacs")
PEOPLE = ("anne", "bruno", "zoe")
_HOURS = ("", "1-5 08:00-18:00", "1-7 21:00-07:00", "6-7 00:00-24:00 | 1-5 12:00-20:00", "- | -")
_MAIN = AppointmentRank.MAIN
Days = st.integers(-3, 10).map(lambda n: MONDAY + timedelta(days=n))
Ends = st.none() | Days


@st.composite
def wards(draw: st.DrawFn) -> WardFacts:
    """Offices that overlap, end before they begin, of deputies without a main, of people who left
    and came back; nights past midnight."""
    staff = {}
    for key in PEOPLE:
        person = Person(key, key, left_on=draw(Ends))
        rotation = read_rotation(draw(st.sampled_from(_HOURS)), MONDAY)
        absences = draw(st.lists(st.tuples(Days, Days), max_size=2))
        staff[key] = Staff(person, rotation, tuple(absences))
    office = st.builds(
        Appointment,
        st.uuids().map(str),
        st.sampled_from((*PEOPLE, "gone")),
        st.just("w"),
        st.sampled_from(AppointmentKind),
        st.sampled_from(AppointmentRank),
        st.none() | st.sampled_from(SOFTWARE),
        Ends,
        Ends,
    )
    opening = draw(st.sampled_from(("", "24h/24", "1-5 08:00-18:00", "5-7 20:00-08:00")))
    used = draw(st.frozensets(st.sampled_from(SOFTWARE)))
    offices = tuple(draw(st.lists(office, max_size=5)))
    return WardFacts("w", "Cardiology", opening_of(opening), used, offices, staff)


def hours_of(staff: Staff, office: Appointment) -> Iterator[int]:
    """Hours of the week from `MONDAY`, by the day on which the shift begins."""
    assert staff.rotation is not None
    for number in range(-1, 7):
        day = MONDAY + timedelta(days=number)
        ends = [end for end in (office.until, staff.person.left_on) if end is not None]
        if any(day > end for end in ends) or (office.since is not None and day < office.since):
            continue
        if any(first <= day <= last for first, last in staff.absences):
            continue
        week = staff.rotation.weeks[staff.rotation.number(monday_of(day))]
        for span in week.spans:
            if span.first_day <= day.isoweekday() <= span.last_day:
                length = (span.end - span.start) % 1440 or 1440
                start = number * 24 + span.start // 60
                yield from range(max(0, start), min(168, start + length // 60))


def there(ward: WardFacts, subject: str) -> tuple[set[int], dict[int, set[str]], bool]:
    """When a main referent is there, who is there hour by hour, and whether that is known."""
    main: set[int] = set()
    people: dict[int, set[str]] = {hour: set() for hour in range(168)}
    is_unknown = False
    for office in ward.appointments:
        is_security = office.kind is AppointmentKind.SECURITY
        if is_security != (subject == SECURITY) or office.person_id not in ward.staff:
            continue
        if not is_security and office.software_id not in (None, subject):
            continue
        staff = ward.staff[office.person_id]
        if staff.rotation is None:
            week = [MONDAY + timedelta(days=n) for n in range(7)]
            ends = [end for end in (office.until, staff.person.left_on) if end is not None]
            since = office.since or date.min
            is_unknown |= any(since <= day and all(day <= end for end in ends) for day in week)
            continue
        for hour in hours_of(staff, office):
            people[hour].add(office.person_id)
            if office.rank is _MAIN:
                main.add(hour)
    return main, people, is_unknown and not any(people.values())


def is_in(minutes: int, hour: int) -> bool:
    return bool(minutes >> hour * 60 & 1)


def check_one(ward: WardFacts, subject: str) -> None:
    main, people, is_unknown = there(ward, subject)
    seen = presence_of(ward, MONDAY, subject)
    shown = WHOLE_WEEK if ward.opening is None else ward.opening
    for hour in range(168):
        is_shown = is_in(shown, hour)
        nobody = is_shown and ward.opening is not None and not people[hour] and not is_unknown
        assert is_in(seen.main, hour) == (is_shown and hour in main)
        assert is_in(seen.deputy, hour) == (is_shown and bool(people[hour]) and hour not in main)
        assert is_in(seen.nobody, hour) == is_in(seen.uncovered, hour) == nobody
        assert not seen.partly


def check_all(ward: WardFacts) -> None:
    """Covered is what is covered for every software; missing is what one of them misses."""
    every = [there(ward, key) for key in sorted(ward.software) or ("",)]
    seen = presence_of(ward, MONDAY, ALL)
    shown = WHOLE_WEEK if ward.opening is None else ward.opening
    missing = 0
    for hour in range(168):
        is_shown = is_in(shown, hour)
        mains = all(hour in main for main, _people, _unknown in every)
        covered = all(people[hour] for _main, people, _unknown in every)
        anybody = any(people[hour] for _main, people, _unknown in every)
        lacking = any(not people[hour] and not unknown for _main, people, unknown in every)
        lacking = lacking and is_shown and ward.opening is not None
        missing += lacking
        assert is_in(seen.main, hour) == (is_shown and mains)
        assert is_in(seen.deputy, hour) == (is_shown and covered and not mains)
        assert is_in(seen.partly, hour) == (is_shown and anybody and not covered)
        assert is_in(seen.nobody, hour) == (lacking and not anybody)
        assert is_in(seen.uncovered, hour) == lacking
    assert seen.missing == missing * 60
    known = ward.opening is not None and (missing or seen.is_covered)
    assert missing_minutes(ward, MONDAY) == (missing * 60 if known else None)


def check_parts(ward: WardFacts, seen: Presence, subjects: tuple[str, ...]) -> None:
    """The parts are the picture, and whoever they name is there all through."""
    kinds = {
        Cover.MAIN: seen.main,
        Cover.DEPUTY: seen.deputy,
        Cover.PARTLY: seen.partly,
        Cover.NOBODY: seen.nobody,
    }
    by_software = {key: there(ward, key)[1] for key in subjects}
    parts = seen.parts()
    for cover, minutes in kinds.items():
        assert sum(p.end - p.start for p in parts if p.cover is cover) == count(minutes)
    for part in parts:
        assert bool(part.people) == (part.cover is not Cover.NOBODY)
        hours = range(part.start // 60, part.end // 60)
        assert all(is_in(kinds[part.cover], hour) for hour in hours)
        for one in part.people:
            for key in one.software or subjects:
                assert all(one.person.id in by_software[key][hour] for hour in hours)
        for one, minutes in part.beside:
            for hour in (hour for hour in hours if is_in(minutes, hour)):
                for key in one.software or subjects:
                    assert one.person.id in by_software[key][hour]
        for key in seen.software if part.cover in (Cover.PARTLY, Cover.NOBODY) else ():
            covered = [bool(by_software[key][hour]) for hour in hours]
            assert any(covered) == all(covered) == (key not in part.lacking)


def office(person: str, software: str | None, rank: AppointmentRank = _MAIN) -> Appointment:
    return Appointment(f"{person}{software}", person, "w", AppointmentKind.SOFTWARE, rank, software)


def _one_for_one() -> WardFacts:
    staff = {
        key: Staff(Person(key, key), read_rotation(hours))
        for key, hours in (("anne", "1-5 08:00-12:00"), ("bruno", "1-5 10:00-18:00"))
    }
    offices = (office("anne", None), office("bruno", "dpi"))
    used = frozenset({"dpi", "labo"})
    return WardFacts("w", "Cardiology", opening_of("1-5 08:00-18:00"), used, offices, staff)


@given(wards())
@example(_one_for_one())
def test_a_week_says_who_is_there_and_for_what(ward: WardFacts) -> None:
    for subject in (SECURITY, *sorted(ward.software)):
        check_one(ward, subject)
        check_parts(ward, presence_of(ward, MONDAY, subject), (subject,))
    check_all(ward)
    check_parts(ward, presence_of(ward, MONDAY, ALL), tuple(sorted(ward.software)) or ("",))
