from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta

import pytest

from referent_desk.domain.departments import BINDER_KINDS
from referent_desk.domain.people import appointment_state
from referent_desk.domain.presence_tasks import WEEKS, presence_facts_of
from referent_desk.domain.presences import ALL, SECURITY, missing_minutes, presence_of
from referent_desk.domain.rotations import monday_of
from referent_desk.domain.week_minutes import count, united
from referent_desk.home import Home
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.people import appointments_of_departments
from referent_desk.storage.presences import all_wards, ward_alone, wards_near
from referent_desk.usecases.desks import Desk, open_desk
from tests.benchmarks.generator import CLOCK, FULL, TODAY, generate
from tests.benchmarks.staff import FULL_STAFF, add_staff

MONDAY = monday_of(TODAY)
WEEKS_ASKED = [MONDAY + timedelta(weeks=n) for n in (-30, -1, 0, 1, 7)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A made-up group with staff: hours that rotate, absences, departures."""
    home = Home(tmp_path_factory.mktemp("group"))
    generate(home, FULL.part(0.01))
    add_staff(home, FULL_STAFF.part(0.01))
    with closing(open_desk(home, CLOCK, writing=False)) as opened:
        yield opened


@pytest.fixture
def connection(desk: Desk) -> Iterator[Connection]:
    with desk.database.read() as connection:
        yield connection


@pytest.mark.parametrize("monday", WEEKS_ASKED)
def test_all_at_once_and_each_alone_tell_the_same(connection: Connection, monday: date) -> None:
    every = all_wards(connection, monday, TODAY)
    assert len(every) > 20
    known = 0
    for placed in every:
        key = placed.ward.department_id
        near = wards_near(connection, key, monday, TODAY)
        alone = ward_alone(connection, key, monday, TODAY, 1)
        assert near[0].ward.department_id == key
        assert near[0].pole_id == placed.pole_id
        assert alone is not None
        for subject in (ALL, SECURITY, *sorted(placed.ward.software)[:3]):
            told = presence_of(placed.ward, monday, subject)
            assert presence_of(near[0].ward, monday, subject) == told
            assert presence_of(alone, monday, subject) == told
            kinds = (told.main, told.deputy, told.partly, told.nobody)
            assert sum(map(count, kinds)) == count(united(kinds))
            if told.opening is not None and not told.unknown:
                assert united(kinds) == told.opening
        missing, told = missing_minutes(placed.ward, monday), presence_of(placed.ward, monday)
        assert missing == (told.missing if told.missing or told.is_covered else None)
        known += missing is not None
    assert known > 10


def test_neighbours_are_all_the_others_of_the_pole(connection: Connection) -> None:
    every = all_wards(connection, MONDAY, TODAY)
    for placed in every:
        near = wards_near(connection, placed.ward.department_id, MONDAY, TODAY)
        same = {p.ward.department_id for p in every if p.pole_id == placed.pole_id}
        if placed.pole_id:
            assert {p.ward.department_id for p in near} == same


def test_appointments_are_those_of_the_path_and_of_the_week(connection: Connection) -> None:
    for placed in all_wards(connection, MONDAY, TODAY):
        path = path_to(connection, placed.ward.department_id)
        assert path[0].kind in BINDER_KINDS
        every, people = appointments_of_departments(connection, [node.id for node in path])
        week = [MONDAY + timedelta(days=n) for n in range(7)]
        in_office = {
            a.id
            for a in every
            if any(
                appointment_state(a.since, a.until, people[a.person_id].left_on, day)
                in ("current", "expires_soon")
                for day in week
            )
        }
        read = {a.id for a in placed.ward.appointments}
        assert in_office <= read
        assert {a.person_id for a in every if a.id in in_office} <= placed.ward.staff.keys()


def test_two_weeks_read_at_once_tell_of_each_what_it_tells_alone(connection: Connection) -> None:
    for placed in all_wards(connection, MONDAY, TODAY)[:20]:
        key = placed.ward.department_id
        both = ward_alone(connection, key, MONDAY, TODAY, WEEKS)
        assert both is not None
        presence_facts_of(both, TODAY)
        for number in range(WEEKS):
            monday = MONDAY + timedelta(weeks=number)
            one = ward_alone(connection, key, monday, TODAY, 1)
            assert one is not None
            seen, told = presence_of(both, monday), presence_of(one, monday)
            assert (seen.main, seen.deputy, seen.partly) == (told.main, told.deputy, told.partly)
            assert (seen.nobody, seen.uncovered) == (told.nobody, told.uncovered)


def test_a_department_that_is_not_there_is_none(connection: Connection) -> None:
    assert ward_alone(connection, "gone", MONDAY, TODAY, 1) is None
    assert wards_near(connection, "gone", MONDAY, TODAY) == ()
