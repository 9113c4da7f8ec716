from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.presence_parts import Cover, Presence
from referent_desk.domain.presence_weeks import subjects_of
from referent_desk.domain.presences import (
    ALL,
    SECURITY,
    Staff,
    WardFacts,
    missing_minutes,
    neighbours_of,
    presence_of,
)
from referent_desk.domain.rotations import opening_of, read_rotation
from referent_desk.domain.week_minutes import ON_CALL, WHOLE_WEEK, between, count

MONDAY = date(2026, 11, 23)
MAIN, DEPUTY = AppointmentRank.MAIN, AppointmentRank.DEPUTY
OFFICE = "1-5 08:00-18:00"


def staff(key: str, hours: str, *absences: tuple[date, date], left: date | None = None) -> Staff:
    person = Person(key, key.title(), telephone="4100", left_on=left)
    return Staff(person, read_rotation(hours, MONDAY), absences)


def named(
    key: str,
    rank: AppointmentRank = MAIN,
    software: str | None = None,
    kind: AppointmentKind = AppointmentKind.SOFTWARE,
    since: date | None = None,
    until: date | None = None,
) -> Appointment:
    return Appointment(
        f"{key}-{rank}-{software}-{since}", key, "w", kind, rank, software, since, until
    )


def ward(
    people: tuple[Staff, ...],
    *appointments: Appointment,
    opening: str = OFFICE,
    software: frozenset[str] = frozenset({"dpi", "labo"}),
) -> WardFacts:
    known = {one.person.id: one for one in people}
    return WardFacts("w", "Cardiologie", opening_of(opening), software, appointments, known)


def hours(presence: Presence) -> tuple[float, float, float]:
    """Covered by the main referent, by a deputy alone, by nobody."""
    return tuple(count(m) / 60 for m in (presence.main, presence.deputy, presence.nobody))  # type: ignore[return-value]


def test_the_deputy_covers_what_the_main_referent_does_not() -> None:
    facts = ward(
        (staff("anne", "1-3 08:00-16:00"), staff("bruno", "1-5 10:00-18:00")),
        named("anne"),
        named("bruno", DEPUTY),
    )
    seen = presence_of(facts, MONDAY)
    assert hours(seen) == (24, 3 * 2 + 2 * 8, 2 * 2)
    first_day = [
        (part.cover, part.start, part.end, *(one.person.id for one in part.people))
        for part in seen.parts()
        if part.start < 1440
    ]
    assert first_day == [(Cover.MAIN, 480, 960, "anne"), (Cover.DEPUTY, 960, 1080, "bruno")]
    [(deputy, minutes)] = seen.parts()[0].beside
    assert (deputy.person.id, minutes) == ("bruno", between(600, 960))
    assert seen.missing == missing_minutes(facts, MONDAY) == 240


def test_open_round_the_clock_nights_and_weekends_are_said_apart() -> None:
    facts = ward((staff("anne", "1-5 07:00-20:00"),), named("anne"), opening="24h/24")
    seen = presence_of(facts, MONDAY)
    assert seen.opening == WHOLE_WEEK
    assert seen.nobody == ON_CALL
    assert seen.missing == count(seen.nobody)


def test_each_software_has_its_own_referents_and_those_of_all() -> None:
    facts = ward(
        (staff("anne", "1-5 08:00-12:00"), staff("bruno", "1-5 12:00-18:00")),
        named("anne"),
        named("bruno", software="dpi"),
    )
    assert hours(presence_of(facts, MONDAY, "dpi")) == (50, 0, 0)
    assert presence_of(facts, MONDAY, "dpi").is_covered
    assert hours(presence_of(facts, MONDAY, "labo")) == (20, 0, 30)
    seen = presence_of(facts, MONDAY, ALL)
    assert (hours(seen), seen.missing, seen.missing_partly) == ((20, 0, 0), 30 * 60, 30 * 60)
    assert missing_minutes(facts, MONDAY) == 30 * 60


def test_where_each_software_has_its_own_nobody_need_answer_for_all() -> None:
    facts = ward(
        (staff("anne", OFFICE), staff("bruno", OFFICE)),
        named("anne", software="dpi"),
        named("bruno", DEPUTY, software="labo"),
    )
    assert hours(presence_of(facts, MONDAY, ALL)) == (0, 50, 0)


def test_security_is_asked_of_those_who_answer_for_it() -> None:
    security = AppointmentKind.SECURITY
    facts = ward(
        (staff("anne", OFFICE), staff("bruno", "1 08:00-12:00")),
        named("anne"),
        named("bruno", kind=security),
    )
    assert hours(presence_of(facts, MONDAY, SECURITY)) == (4, 0, 46)
    assert hours(presence_of(facts, MONDAY)) == (50, 0, 0)


TUESDAY, FRIDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=4)


@pytest.mark.parametrize(
    ("one", "appointment", "covered"),
    [
        (staff("anne", OFFICE), named("anne"), 50),
        # The last day of an absence is a day of absence.
        (staff("anne", OFFICE, (TUESDAY, FRIDAY)), named("anne"), 10),
        (staff("anne", OFFICE, (TUESDAY, TUESDAY), (TUESDAY, FRIDAY)), named("anne"), 10),
        (staff("anne", OFFICE, (MONDAY - timedelta(90), MONDAY - timedelta(1))), named("anne"), 50),
        # `until` and the day of a departure are the last ones in office.
        (staff("anne", OFFICE), named("anne", until=TUESDAY), 20),
        (staff("anne", OFFICE, left=TUESDAY), named("anne"), 20),
        (staff("anne", OFFICE), named("anne", since=FRIDAY), 10),
        (staff("anne", OFFICE), named("anne", since=MONDAY + timedelta(days=7)), 0),
        (staff("anne", OFFICE, left=MONDAY - timedelta(days=1)), named("anne"), 0),
    ],
)
def test_nobody_answers_before_they_came_after_they_left_or_while_away(
    one: Staff, appointment: Appointment, covered: int
) -> None:
    assert hours(presence_of(ward((one,), appointment), MONDAY)) == (covered, 0, 50 - covered)


def test_whoever_leaves_and_comes_back_is_there_again() -> None:
    facts = ward(
        (staff("anne", OFFICE),),
        named("anne", until=MONDAY),
        named("anne", since=FRIDAY),
    )
    assert hours(presence_of(facts, MONDAY)) == (20, 0, 30)


def test_a_night_shift_that_begins_before_the_absence_covers_the_morning() -> None:
    nights = staff("anne", "1-7 21:00-07:00", (TUESDAY, TUESDAY))
    seen = presence_of(ward((nights,), named("anne"), opening="2 00:00-24:00"), MONDAY)
    assert hours(seen) == (7, 0, 17)


def test_the_night_after_the_last_day_in_office_is_still_theirs_in_the_morning() -> None:
    nights = staff("anne", "1-7 21:00-07:00", left=TUESDAY)
    seen = presence_of(ward((nights,), named("anne"), opening="24h/24"), MONDAY)
    assert count(seen.main) == (7 + 3 + 7 + 3 + 7) * 60


def test_unknown_hours_are_said_and_not_taken_for_absence() -> None:
    facts = ward((staff("anne", ""), staff("bruno", "1 08:00-18:00")), named("anne"))
    seen = presence_of(facts, MONDAY)
    assert [p.id for p in seen.unknown] == ["anne"]
    assert (seen.missing, seen.is_covered) == (0, False)
    assert missing_minutes(facts, MONDAY) is None
    both = ward(tuple(facts.staff.values()), named("anne"), named("bruno", DEPUTY))
    assert missing_minutes(both, MONDAY) == 40 * 60
    assert missing_minutes(ward((), opening=OFFICE), MONDAY) == 50 * 60


def test_without_opening_hours_nothing_is_missing_and_whoever_is_there_is_shown() -> None:
    facts = ward((staff("anne", OFFICE),), named("anne"), opening="")
    seen = presence_of(facts, MONDAY)
    assert (seen.opening, seen.missing, count(seen.main)) == (None, 0, 50 * 60)
    assert missing_minutes(facts, MONDAY) is None


def test_a_neighbour_answers_for_the_same_software_and_is_there_then() -> None:
    missing = presence_of(ward((), opening="24h/24"), MONDAY).nobody
    other = WardFacts(
        "n", "Urgences", WHOLE_WEEK, frozenset({"dpi"}), (named("zoe"), named("yves", DEPUTY)),
        {"zoe": staff("zoe", "1-5 20:00-24:00"), "yves": staff("yves", "1-7 20:00-08:00")},
    )  # fmt: skip
    found = neighbours_of(missing, [other], "dpi", frozenset({"dpi"}), MONDAY)
    assert [(n.department, n.person.id, n.software) for n in found] == [
        ("Urgences", "yves", frozenset()),
        ("Urgences", "zoe", frozenset()),
    ]
    assert neighbours_of(missing, [other], "labo", frozenset({"labo"}), MONDAY) == ()
    assert neighbours_of(0, [other], "dpi", frozenset({"dpi"}), MONDAY) == ()


def test_of_all_a_neighbour_is_said_with_the_software_that_they_answer_for() -> None:
    both = frozenset({"dpi", "labo"})
    other = ward((staff("zoe", OFFICE), staff("yves", OFFICE)), named("zoe", software="dpi"))
    other = replace(other, appointments=(*other.appointments, named("yves")), name="Urgences")
    found = neighbours_of(WHOLE_WEEK, [other], ALL, both, MONDAY)
    assert {n.person.id: n.software for n in found} == {
        "yves": frozenset(),
        "zoe": frozenset({"dpi"}),
    }


def test_for_security_the_neighbour_answers_for_security() -> None:
    security = named("zoe", kind=AppointmentKind.SECURITY)
    other = ward((staff("zoe", OFFICE), staff("yves", OFFICE)), security, named("yves"))
    here = ward((), software=frozenset())
    [near] = subjects_of(here, (other,), {}, MONDAY)[1].neighbours
    assert near.person.id == "zoe"
