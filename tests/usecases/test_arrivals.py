from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from referent_desk.domain.arrivals import LONGEST_LINE, MOST_LINES, ArrivalList
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedField
from referent_desk.usecases.arrivals import read_arrivals, tick_arrival, write_arrival_list
from referent_desk.usecases.checks import check
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records import add_record
from referent_desk.usecases.skills import read_ward
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import CLOCK, TOMORROW, demo_desk

TODAY = CLOCK.today()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = demo_desk(tmp_path)
    yield made
    assert check(made).faults == ()
    made.close()


@pytest.fixture
def ward(desk: Desk) -> str:
    return showcase_department(desk)


def whats(shown: ArrivalList) -> list[str]:
    return [item.what for item in shown.items]


def test_the_list_that_is_offered_names_what_the_ward_uses(desk: Desk, ward: str) -> None:
    shown = read_arrivals(desk, ward)
    assert shown.items == ()
    used = read_ward(desk, ward).used
    assert all(any(one.name in line for line in shown.offered) for one in used)
    write_arrival_list(desk, ward, shown.offered)
    written = read_arrivals(desk, ward)
    assert tuple(whats(written)) == shown.offered
    assert {item.software_id for item in written.items} == {None, *(one.id for one in used)}


def test_a_line_that_stays_keeps_its_ticks_and_one_that_goes_takes_them(
    desk: Desk, ward: str
) -> None:
    write_arrival_list(desk, ward, ["Lire", "Voir", "Signer"])
    shown = read_arrivals(desk, ward)
    person = shown.people[0].person_id
    tick_arrival(desk, person, [i.id for i in shown.items], TODAY, "Maryse Aubry", done=True)
    write_arrival_list(desk, ward, ["Signer", "lire"])
    after = read_arrivals(desk, ward)
    assert whats(after) == ["Signer", "lire"]
    (mine,) = (one for one in after.people if one.person_id == person)
    assert mine.done_of(after.items) == 2
    assert read_ward(desk, ward).ticks == {person: 2}
    undo(desk)
    assert whats(read_arrivals(desk, ward)) == ["Lire", "Voir", "Signer"]
    assert read_ward(desk, ward).ticks == {person: 3}


def test_a_tick_says_when_and_who_and_is_taken_back(desk: Desk, ward: str) -> None:
    write_arrival_list(desk, ward, ["Lire", "Voir"])
    shown = read_arrivals(desk, ward)
    person, (first, second) = shown.people[0].person_id, (item.id for item in shown.items)
    day = TODAY - timedelta(days=3)
    tick_arrival(desk, person, [first], day, " Maryse  Aubry ", done=True)
    tick_arrival(desk, person, [first, second], TODAY, "Ada", done=True)
    ticks = read_arrivals(desk, ward).people[0].ticks
    assert (ticks[first].day, ticks[first].who) == (day, "Maryse Aubry")
    assert ticks[second].who == "Ada"
    tick_arrival(desk, person, [first], TODAY, "Ada", done=False)
    assert set(read_arrivals(desk, ward).people[0].ticks) == {second}
    undo(desk)
    assert set(read_arrivals(desk, ward).people[0].ticks) == {first, second}
    redo(desk)
    assert set(read_arrivals(desk, ward).people[0].ticks) == {second}


def test_who_came_lately_stands_first(tmp_path: Path) -> None:
    desk = demo_desk(tmp_path, TOMORROW)
    ward = showcase_department(desk)
    who = {"last_name": "Zwart", "first_name": "Ilse", "department_id": ward}
    person = add_record(desk, RecordKind.PERSON, who).id
    people = read_arrivals(desk, ward).people
    assert people[0].person_id == person
    assert [one.is_new for one in people] == [True] + [False] * (len(people) - 1)
    desk.close()


def test_what_cannot_be_is_refused(desk: Desk, ward: str) -> None:
    with pytest.raises(RefusedField, match="more than"):
        write_arrival_list(desk, ward, [f"Line {n}" for n in range(MOST_LINES + 1)])
    with pytest.raises(RefusedField, match="longer"):
        write_arrival_list(desk, ward, ["x" * (LONGEST_LINE + 1)])
    write_arrival_list(desk, ward, ["Lire"])
    shown = read_arrivals(desk, ward)
    person, line = shown.people[0].person_id, shown.items[0].id
    with pytest.raises(RefusedField, match="to come"):
        tick_arrival(desk, person, [line], TODAY + timedelta(days=1), "Ada", done=True)
    write_arrival_list(desk, ward, [])
    with pytest.raises(NotFound):
        tick_arrival(desk, person, [line], TODAY, "Ada", done=True)
