from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.changes import Kind
from referent_desk.domain.drill_details import Trouble
from referent_desk.domain.drills import Shift
from referent_desk.domain.listings import Listing
from referent_desk.domain.records import RecordKind
from referent_desk.domain.texts import LONGEST_NAME, LONGEST_TEXT
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.language import speak
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drill_details import drill_detail, list_drills
from referent_desk.usecases.drill_runs import record_run
from referent_desk.usecases.drills import (
    change_drill,
    give_up_drill,
    offer_drill,
    plan_drill,
)
from referent_desk.usecases.records import edit_field
from referent_desk.usecases.undoing import undo
from tests.usecases.drill_desks import TODAY, function, plan, typed, wanted
from tests.usecases.homes import demo_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("en")
    opened = demo_desk(tmp_path)
    yield opened
    assert opened.close() is None


def test_what_is_proposed_can_be_planned_as_it_is(desk: Desk) -> None:
    department = showcase_department(desk)
    offer = offer_drill(desk, department)
    proposal = offer.proposal
    assert proposal is not None
    assert proposal.candidate.is_critical
    assert proposal.candidate.has_text
    chosen = proposal.candidate
    saved = plan_drill(
        desk,
        replace(
            wanted(desk),
            function_id=chosen.function_id,
            software_id=chosen.software_id,
            planned_on=proposal.day,
        ),
    )
    assert saved.kinds == {Kind.DRILLS}
    assert saved.undo is not None
    detail = drill_detail(desk, saved.id)
    assert detail.function == chosen.function
    assert [task.code for task in detail.tasks] == ["find", "warn", "write", "carry", "return"]
    following = offer_drill(desk, department).proposal
    assert following is not None
    assert following.candidate.function_id != chosen.function_id


def test_a_planned_drill_is_taken_back_by_undo(desk: Desk) -> None:
    drill_id = plan(desk)
    undo(desk)
    with pytest.raises(NotFound):
        drill_detail(desk, drill_id)


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), TODAY + timedelta(days=5 * 366 + 1)])
def test_a_day_that_has_passed_or_is_years_ahead_is_refused(desk: Desk, day: date) -> None:
    with pytest.raises(RefusedInput):
        plan(desk, day=day)


def test_a_function_that_is_not_used_there_is_refused(desk: Desk) -> None:
    with pytest.raises(RefusedInput, match="nothing to play"):
        plan_drill(desk, replace(wanted(desk), function_id="elsewhere"))


def test_a_drill_changes_until_it_is_held(desk: Desk) -> None:
    drill_id = plan(desk)
    later = replace(wanted(desk, "LAB", date(2026, 12, 4)), shift=Shift.DAY)
    change_drill(desk, drill_id, later)
    drill = drill_detail(desk, drill_id).drill
    assert (drill.planned_on, drill.shift) == (date(2026, 12, 4), Shift.DAY)
    assert drill.function_id == function(desk, "LAB").function_id
    record_run(desk, drill_id, typed())
    with pytest.raises(RefusedInput, match="was held"):
        change_drill(desk, drill_id, later)
    with pytest.raises(RefusedInput, match="was held"):
        give_up_drill(desk, drill_id, "too late")


def test_a_drill_is_given_up_with_a_reason_and_stays_in_the_list(desk: Desk) -> None:
    drill_id = plan(desk)
    with pytest.raises(RefusedInput):
        give_up_drill(desk, drill_id, "  ")
    give_up_drill(desk, drill_id, "too few people")
    detail = drill_detail(desk, drill_id)
    assert detail.drill.closed_because == "too few people"
    rows = list_drills(desk, Listing(department_id=detail.drill.department_id)).rows
    assert [row.key for row in rows] == [drill_id]
    with pytest.raises(RefusedInput, match="given up"):
        record_run(desk, drill_id, typed())


def test_a_drill_says_when_its_software_was_retired_or_its_function_is_used_no_more(
    desk: Desk,
) -> None:
    drill_id, other_id = plan(desk, "PRE"), plan(desk, "LAB")
    laboratory = function(desk, "LAB").software_id
    assert laboratory is not None
    edit_field(desk, RecordKind.SOFTWARE, laboratory, "status", "retired")
    assert drill_detail(desk, other_id).trouble is Trouble.SOFTWARE_GONE
    assert drill_detail(desk, drill_id).trouble is None
    department = showcase_department(desk)
    uses = [one for one in offer_drill(desk, department).candidates if one.function_code == "LAB"]
    assert uses == []


def test_what_is_typed_of_a_drill_is_refused_where_it_is_too_long_and_not_cut(desk: Desk) -> None:
    long = "x" * (LONGEST_NAME + 1)
    for field in ("complication", "led_by"):
        with pytest.raises(RefusedField) as refused:
            plan_drill(desk, replace(wanted(desk), **{field: long}))  # type: ignore[arg-type]
        assert refused.value.field == field
    drill_id = plan(desk)
    for changed in (replace(wanted(desk), led_by=long), replace(wanted(desk), complication=long)):
        with pytest.raises(RefusedField):
            change_drill(desk, drill_id, changed)
    with pytest.raises(RefusedField):
        give_up_drill(desk, drill_id, "x" * (LONGEST_TEXT + 1))
    detail = drill_detail(desk, drill_id)
    assert (detail.drill.led_by, detail.drill.closed_on) == ("A. Roy", None)
