from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.drill_programmes import Standing
from referent_desk.domain.drill_tasks import drill_tasks
from referent_desk.errors import RefusedInput
from referent_desk.language import speak
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drill_programmes import (
    accept_programme,
    count_behind,
    read_drill_facts,
    read_programme,
)
from referent_desk.usecases.drill_runs import record_run
from referent_desk.usecases.undoing import undo
from tests.usecases.drill_desks import TODAY, plan, typed
from tests.usecases.homes import demo_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("en")
    opened = demo_desk(tmp_path)
    yield opened
    assert opened.close() is None


def test_accepted_days_become_drills_and_undo_takes_all_of_them_back(desk: Desk) -> None:
    department = showcase_department(desk)
    lines = read_programme(desk, department)
    assert len(lines) > 5
    assert {line.standing for line in lines} == {Standing.TO_PLAN}
    accept_programme(desk, lines[:3])
    after = read_programme(desk, department)
    planned = [line for line in after if line.standing is Standing.PLANNED]
    assert sorted(line.planned_on or date.min for line in planned) == sorted(
        line.proposed or date.min for line in lines[:3]
    )
    undo(desk)
    assert read_programme(desk, department) == lines


def test_nothing_is_planned_of_lines_that_have_no_day(desk: Desk) -> None:
    lines = read_programme(desk, showcase_department(desk))
    with pytest.raises(RefusedInput):
        accept_programme(desk, [replace(line, proposed=None) for line in lines])


def test_the_whole_home_is_read_as_its_departments_one_by_one(desk: Desk) -> None:
    every = read_programme(desk)
    wards = dict.fromkeys(line.department_id for line in every)
    assert len(wards) > 5
    for ward in wards:
        own = tuple(line for line in every if line.department_id == ward)
        assert own == read_programme(desk, ward)


def test_a_drill_held_long_ago_is_behind_and_due(desk: Desk) -> None:
    department = showcase_department(desk)
    record_run(desk, plan(desk), typed(day=date(2022, 3, 2), lessons="Learnt"))
    assert count_behind(desk, department) == 1
    with desk.database.read() as connection:
        facts = read_drill_facts(connection, desk, [department])[department]
    [task] = drill_tasks(facts, TODAY)
    assert (task.code, task.names) == ("drill_due", ("Prescription",))
