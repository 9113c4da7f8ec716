"""Days that are due, of one department and of all: both tell the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.dues import DueRow, Duty
from referent_desk.storage import schema
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.demo_drills import fill_demo_drills
from referent_desk.usecases.demo_practice import fill_demo_practice
from referent_desk.usecases.departments import departments_with_binder
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dues import list_dues
from tests.usecases.homes import CLOCK, demo_desk

TODAY = CLOCK.today()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = demo_desk(tmp_path)
    fill_demo_drills(opened)
    yield opened
    opened.close()


def of_kind(rows: tuple[DueRow, ...], what: Duty) -> list[DueRow]:
    return [row for row in rows if row.what is what]


def test_the_ward_and_the_hospital_tell_the_same_of_a_ward(desk: Desk) -> None:
    every = set(list_dues(desk))
    for node in departments_with_binder(desk):
        own = {row for row in list_dues(desk, node.id) if row.department_id == node.id}
        assert own == {row for row in every if row.department_id == node.id}


def test_planned_drills_and_unwritten_lessons_have_their_days(desk: Desk) -> None:
    rows = list_dues(desk, showcase_department(desk))
    assert [row.due_on > TODAY for row in of_kind(rows, Duty.DRILL)] == [True]
    [lessons] = of_kind(rows, Duty.LESSONS)
    assert lessons.overdue_days(TODAY) == (TODAY - lessons.due_on).days > 0


def test_the_numbers_of_a_month_are_due_on_its_last_day(desk: Desk) -> None:
    [dialled] = of_kind(list_dues(desk, showcase_department(desk)), Duty.DIAL_CHECK)
    assert dialled.due_on == date(2026, 11, 30)
    assert dialled.subject != ""


def test_before_anybody_has_signed_no_reading_is_late(desk: Desk) -> None:
    ward = showcase_department(desk)
    assert of_kind(list_dues(desk, ward), Duty.READING) == []
    fill_demo_practice(desk)
    rows = of_kind(list_dues(desk, ward), Duty.READING)
    assert len({row.subject for row in rows}) == len(rows) > 1


@pytest.mark.parametrize(
    ("days", "closed", "count"), [(0, "", 1), (-1, "", 0), (9, "2026-11-01", 0)]
)
def test_an_announced_stop_is_due_until_it_is_over(
    desk: Desk, days: int, closed: str, count: int
) -> None:
    ward = showcase_department(desk)
    before = of_kind(list_dues(desk, ward), Duty.MAINTENANCE)
    with desk.database.write("announce") as work:
        [used, *_others] = work.connection.execute(
            schema.deployment.select().where(schema.deployment.c.department_id == ward)
        ).all()
        stop = {
            "id": work.new_id(),
            "node_id": ward,
            "software_id": used.software_id,
            "planned_on": (TODAY + timedelta(days=days)).isoformat(),
            "closed_on": closed or None,
        }
        work.add(schema.maintenance, [stop])
    found = of_kind(list_dues(desk, ward), Duty.MAINTENANCE)
    assert len(found) - len(before) == count
