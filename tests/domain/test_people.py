from __future__ import annotations

from datetime import date, timedelta

import pytest

from referent_desk.domain.people import (
    Appointment,
    AppointmentKind,
    AppointmentRank,
    AppointmentState,
    Person,
    appointment_state,
    referent_on,
    referents_on,
)

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
STATE = AppointmentState


@pytest.mark.parametrize(
    ("since", "until", "left", "state"),
    [
        (None, None, None, STATE.CURRENT),
        (TODAY, None, None, STATE.CURRENT),
        (TODAY + DAY, None, None, STATE.NOT_STARTED),
        (None, TODAY, None, STATE.EXPIRES_SOON),
        (None, TODAY - DAY, None, STATE.ENDED),
        (None, TODAY + 60 * DAY, None, STATE.EXPIRES_SOON),
        (None, TODAY + 61 * DAY, None, STATE.CURRENT),
        (None, None, TODAY, STATE.EXPIRES_SOON),
        (None, None, TODAY - DAY, STATE.PERSON_LEFT),
        (None, TODAY - DAY, TODAY - DAY, STATE.ENDED),
        (None, TODAY + 90 * DAY, TODAY + 30 * DAY, STATE.EXPIRES_SOON),
        (TODAY + DAY, TODAY + 2 * DAY, None, STATE.NOT_STARTED),
    ],
)
def test_the_last_day_counts(
    since: date | None, until: date | None, left: date | None, state: STATE
) -> None:
    assert appointment_state(since, until, left, TODAY) is state


def appointed(person: str, software: str | None = None, **more: object) -> Appointment:
    what: dict[str, object] = {"kind": AppointmentKind.SOFTWARE, "rank": AppointmentRank.MAIN}
    return Appointment(person + (software or ""), person, "d", software_id=software, **what | more)  # type: ignore[arg-type]


PEOPLE = {name: Person(name, name) for name in "abc"} | {
    "gone": Person("gone", "g", left_on=TODAY - DAY)
}


@pytest.mark.parametrize(
    ("appointments", "software", "person"),
    [
        ([], None, None),
        ([appointed("a")], None, "a"),
        ([appointed("a")], "s", "a"),
        ([appointed("a"), appointed("b", "s")], "s", "b"),
        ([appointed("a"), appointed("b", "s")], "t", "a"),
        ([appointed("b", "s")], None, None),
        ([appointed("a", since=TODAY), appointed("b", since=TODAY - DAY)], None, "b"),
        ([appointed("a", since=TODAY - DAY), appointed("b")], None, "b"),
        ([appointed("gone"), appointed("a", since=TODAY)], None, "a"),
        ([appointed("a", until=TODAY - DAY)], None, None),
        ([appointed("a", since=TODAY + DAY)], None, None),
        ([appointed("a", rank=AppointmentRank.DEPUTY)], None, None),
        ([appointed("a", kind=AppointmentKind.SECURITY)], None, None),
        ([appointed("unknown")], None, None),
    ],
)
def test_who_answers_that_day(
    appointments: list[Appointment], software: str | None, person: str | None
) -> None:
    for order in (appointments, appointments[::-1]):
        found = referent_on(
            TODAY, order, PEOPLE, AppointmentKind.SOFTWARE, AppointmentRank.MAIN, software
        )
        assert (found.id if found else None) == person


def test_a_name_without_a_first_name_has_no_blank() -> None:
    assert Person("x", "Aubry").full_name == "Aubry"
    assert Person("x", "Aubry", "Maryse").full_name == "Maryse Aubry"


def test_two_referents_of_a_program_both_answer_in_an_order_that_no_id_makes() -> None:
    people = {"1": Person("1", "Roux", "Zoé"), "2": Person("2", "Roux", "Ada"), **PEOPLE}
    both = [appointed("1", "s"), appointed("2", "s"), appointed("a")]
    rank = AppointmentKind.SOFTWARE, AppointmentRank.MAIN
    for order in (both, both[::-1]):
        found = referents_on(TODAY, order, people, *rank, "s")
        assert [person.first_name for person in found] == ["Ada", "Zoé"]
        assert referent_on(TODAY, order, people, *rank, "s") == found[0]
        assert [p.id for p in referents_on(TODAY, order, people, *rank, "t")] == ["a"]
