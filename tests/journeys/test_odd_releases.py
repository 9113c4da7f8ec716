"""Releases as people type them: too late, twice for one day, for another hospital."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.dues import Duty
from referent_desk.domain.procedures import ProcedureState
from referent_desk.usecases.checks import check
from referent_desk.usecases.dues import list_dues
from referent_desk.usecases.readiness import read_department, read_group
from referent_desk.usecases.undoing import undo
from referent_desk.usecases.verifications import record_verification
from tests.usecases.trials import DAY, TODAY, Ward, ward_of

STATE = ProcedureState


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    made = ward_of(tmp_path)
    yield made
    assert check(made.desk).faults == ()
    made.desk.close()


def told_alike(ward: Ward) -> bool:
    """The ward alone and the hospital as a whole tell the same states."""
    own = read_department(ward.desk, ward.department).departments[0].uses
    group = read_group(ward.desk).departments
    every = next(d for d in group if d.department_id == ward.department).uses
    return [(u.function_id, u.state) for u in own] == [(u.function_id, u.state) for u in every]


def test_a_release_that_went_live_before_the_running_one_changes_nothing(ward: Ward) -> None:
    assert ward.state("LAB") is STATE.UP_TO_DATE
    running = ward.aids("LAB").running
    ward.type_release("LAB", "1.0", TODAY - 3000 * DAY)
    assert ward.aids("LAB").running == running
    assert ward.state("LAB") is STATE.UP_TO_DATE
    assert told_alike(ward)


def test_of_two_releases_of_one_day_one_runs_and_trying_it_is_enough(ward: Ward) -> None:
    for version in ("4.0", "4.1"):
        ward.type_release("LAB", version, TODAY)
    assert ward.aids("LAB").running in {"4.0", "4.1"}
    assert ward.state("LAB") is STATE.TO_VERIFY
    assert told_alike(ward)
    record_verification(ward.desk, ward.trial("LAB"))
    assert ward.state("LAB") is STATE.UP_TO_DATE
    assert told_alike(ward)


def test_a_release_of_another_hospital_makes_nothing_to_verify_here(ward: Ward) -> None:
    ward.type_release("LAB", "4.0", TODAY, ward.other_establishment())
    assert ward.state("LAB") is STATE.UP_TO_DATE
    assert told_alike(ward)


def test_an_announced_release_is_due_on_its_day_and_not_before(ward: Ward) -> None:
    ward.type_release("LAB", "4.0", TODAY + 10 * DAY)
    assert ward.state("LAB") is STATE.UP_TO_DATE
    due = [row for row in list_dues(ward.desk, ward.department) if row.what is Duty.RELEASE]
    assert TODAY + 10 * DAY in {row.due_on for row in due}
    undo(ward.desk)
    due = [row for row in list_dues(ward.desk, ward.department) if row.what is Duty.RELEASE]
    assert TODAY + 10 * DAY not in {row.due_on for row in due}
