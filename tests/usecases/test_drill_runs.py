from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.changes import Kind
from referent_desk.domain.drills import DrillRun, DrillState, Outcome, TypedFinding, TypedRun
from referent_desk.domain.texts import LONGEST_NAME, LONGEST_TEXT
from referent_desk.errors import RefusedField, RefusedInput
from referent_desk.language import speak
from referent_desk.storage import schema
from referent_desk.storage.actions import actions_of
from referent_desk.storage.drills import last_drills_in
from referent_desk.storage.evidence import run_rows
from referent_desk.usecases.checks import check
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drill_details import drill_detail
from referent_desk.usecases.drill_runs import annul_run, record_run, write_lessons
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.drill_desks import TODAY, plan, results, typed
from tests.usecases.homes import LATER, demo_desk

FINDING = TypedFinding("The binder was locked away", "Put a copy outside", "A. Roy", TODAY)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("en")
    opened = demo_desk(tmp_path)
    yield opened
    assert opened.close() is None


def held(desk: Desk, drill_id: str) -> DrillRun:
    run = drill_detail(desk, drill_id).run
    assert run is not None
    return run


def actions(desk: Desk) -> list[str]:
    department = showcase_department(desk)
    with desk.database.read() as connection:
        known = actions_of(connection, [department])
    return [action.what for action in known if action.finding_id is not None]


def test_a_drill_that_was_held_keeps_its_times_and_its_findings_open_actions(desk: Desk) -> None:
    drill_id = plan(desk)
    silent = TypedFinding("One sheet of F27 was left")
    saved = record_run(desk, drill_id, typed(findings=(FINDING, silent, TypedFinding(""))))
    assert saved.kinds == {Kind.DRILLS, Kind.ACTIONS}
    detail = drill_detail(desk, drill_id)
    assert detail.state is DrillState.HELD
    run = held(desk, drill_id)
    assert run.seconds == 450
    assert run.tasks == results()
    assert run.revision_id is not None
    shown = [(s.finding.what, [a.what for a in s.actions]) for s in detail.findings]
    assert shown == [(FINDING.what, [FINDING.action]), (silent.what, [])]
    assert detail.findings[0].actions[0].owner == "A. Roy"


@pytest.mark.parametrize(
    "wrong",
    [
        typed(day=TODAY + timedelta(days=1)),
        typed(led_by=" "),
        typed(participants=0),
        typed(participants=5_000),
        typed(results(*[Outcome.NOT_PLAYED] * 5)),
        typed(results(Outcome.DONE, Outcome.NOT_PLAYED)),
    ],
)
def test_what_cannot_have_been_is_refused_and_nothing_is_written(
    desk: Desk, wrong: TypedRun
) -> None:
    drill_id = plan(desk)
    with pytest.raises(RefusedInput):
        record_run(desk, drill_id, wrong)
    assert drill_detail(desk, drill_id).run is None


def test_a_drill_stopped_half_way_keeps_what_was_played_and_is_played_again(desk: Desk) -> None:
    drill_id = plan(desk)
    half = results(Outcome.DONE, *[Outcome.NOT_PLAYED] * 4)
    record_run(desk, drill_id, typed(half, stopped_because="an emergency"))
    detail = drill_detail(desk, drill_id)
    assert detail.state is DrillState.REPLAY
    assert [task.seconds for task in held(desk, drill_id).tasks] == [90, None, None, None, None]
    department = showcase_department(desk)
    with desk.database.read() as connection:
        assert last_drills_in(connection, department) == {}
    record_run(desk, drill_id, typed())
    assert drill_detail(desk, drill_id).state is DrillState.HELD


def test_a_drill_is_not_recorded_twice(desk: Desk) -> None:
    drill_id = plan(desk)
    record_run(desk, drill_id, typed())
    with pytest.raises(RefusedInput, match="already recorded"):
        record_run(desk, drill_id, typed())


def test_the_past_can_be_told_and_is_compared_by_its_day(desk: Desk) -> None:
    first, second = plan(desk), plan(desk)
    record_run(desk, second, typed(results(seconds=60)))
    record_run(desk, first, typed(day=date(2026, 3, 2)))
    changes = drill_detail(desk, second).changes
    assert [change.gained for change in changes] == [30] * 5
    assert drill_detail(desk, first).before is None


def test_undo_takes_a_drill_back_with_its_actions_and_redo_brings_all_of_it_back(
    desk: Desk,
) -> None:
    drill_id = plan(desk)
    record_run(desk, drill_id, typed(findings=(FINDING,), lessons="Two copies"))
    before = held(desk, drill_id)
    undo(desk)
    assert drill_detail(desk, drill_id).run is None
    assert actions(desk) == []
    redo(desk)
    after = held(desk, drill_id)
    assert [one.what for one in after.findings] == [one.what for one in before.findings]
    assert replace(after, id=before.id, findings=before.findings) == before
    assert actions(desk) == [FINDING.action]
    assert drill_detail(desk, drill_id).findings[0].actions[0].what == FINDING.action


def test_what_was_recorded_is_annulled_with_a_reason_and_its_actions_stay(desk: Desk) -> None:
    drill_id = plan(desk)
    record_run(desk, drill_id, typed(findings=(FINDING,)))
    run = held(desk, drill_id)
    with pytest.raises(RefusedInput):
        annul_run(desk, run.id, "")
    annul_run(desk, run.id, "wrong department")
    assert drill_detail(desk, drill_id).run is None
    assert actions(desk) == [FINDING.action]
    with pytest.raises(RefusedInput, match="taken back meanwhile"):
        annul_run(desk, run.id, "again")
    undo(desk)
    assert held(desk, drill_id).tasks == run.tasks


def test_lessons_are_written_later_and_the_last_ones_hold(desk: Desk) -> None:
    drill_id = plan(desk)
    record_run(desk, drill_id, typed())
    run = held(desk, drill_id)
    assert run.lessons_due_on == TODAY + timedelta(days=30)
    for text, who in (("", "A. Roy"), ("Two copies", "")):
        with pytest.raises(RefusedInput):
            write_lessons(desk, run.id, text, who)
    write_lessons(desk, run.id, "Two copies", "A. Roy")
    desk.clock = desk.database.clock = LATER
    write_lessons(desk, run.id, "Two copies,\none outside", "B. Roy")
    after = held(desk, drill_id)
    assert (after.lessons, after.lessons_by) == ("Two copies,\none outside", "B. Roy")
    assert after.lessons_due_on is None
    undo(desk)
    assert held(desk, drill_id).lessons == "Two copies"


def told(desk: Desk) -> list[tuple[int, int, str]]:
    """Findings, their actions, lessons of the drills that stand, as the evidence has them."""
    with desk.database.read() as connection:
        rows = run_rows(connection)
    here = showcase_department(desk)
    return [(r.findings, r.actions, r.lesson) for r in rows if r.department_id == here]


def kept_in_file(desk: Desk, run_id: str) -> tuple[int, int]:
    """How many tasks and findings hang on that very row."""
    with desk.database.read() as connection:
        return tuple(  # type: ignore[return-value]
            len(connection.execute(t.select().where(t.c.drill_run_id == run_id)).all())
            for t in (schema.drill_task, schema.finding)
        )


def test_a_drill_done_again_has_its_tasks_findings_actions_and_lessons_for_every_reader(
    desk: Desk,
) -> None:
    drill_id = plan(desk)
    already = told(desk)
    record_run(desk, drill_id, typed(findings=(FINDING,), lessons="Two copies"))
    before = told(desk)
    assert before != already
    for _turn in range(3):
        undo(desk)
        assert told(desk) == already
        redo(desk)
        assert kept_in_file(desk, held(desk, drill_id).id) == (5, 1)
        assert told(desk) == before
        shown = drill_detail(desk, drill_id).findings
        assert [[a.what for a in one.actions] for one in shown] == [[FINDING.action]]
        assert held(desk, drill_id).lessons == "Two copies"
    assert check(desk).faults == ()


def test_an_action_still_leads_to_its_finding_when_an_annulment_is_taken_back(desk: Desk) -> None:
    drill_id = plan(desk)
    record_run(desk, drill_id, typed(findings=(FINDING,)))
    write_lessons(desk, held(desk, drill_id).id, "Two copies", "A. Roy")
    before = told(desk)
    annul_run(desk, held(desk, drill_id).id, "wrong department")
    annulled = told(desk)
    for _turn in range(2):
        undo(desk)
        assert told(desk) == before
        shown = drill_detail(desk, drill_id).findings
        assert [[a.what for a in one.actions] for one in shown] == [[FINDING.action]]
        assert held(desk, drill_id).lessons == "Two copies"
        redo(desk)
        assert (told(desk), actions(desk)) == (annulled, [FINDING.action])
    assert check(desk).faults == ()


def test_lessons_written_later_come_back_with_the_drill_and_go_alone(desk: Desk) -> None:
    drill_id = plan(desk)
    record_run(desk, drill_id, typed(findings=(FINDING,)))
    without = told(desk)
    write_lessons(desk, held(desk, drill_id).id, "Two copies", "A. Roy")
    before = told(desk)
    undo(desk)
    undo(desk)
    redo(desk)
    assert (told(desk), held(desk, drill_id).lessons) == (without, "")
    redo(desk)
    assert (told(desk), held(desk, drill_id).lessons) == (before, "Two copies")


def test_a_drill_that_was_annulled_is_taken_back_whole_step_by_step(desk: Desk) -> None:
    drill_id = plan(desk)
    already = told(desk)
    record_run(desk, drill_id, typed(findings=(FINDING,)))
    before = told(desk)
    annul_run(desk, held(desk, drill_id).id, "wrong department")
    for _turn in range(2):
        undo(desk)
        undo(desk)
        assert (told(desk), actions(desk)) == (already, [])
        redo(desk)
        assert told(desk) == before
        redo(desk)
        assert (drill_detail(desk, drill_id).run, actions(desk)) == (None, [FINDING.action])


NAME, TEXT = "x" * (LONGEST_NAME + 1), "x" * (LONGEST_TEXT + 1)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (typed(led_by=NAME), "led_by"),
        (typed(observer=NAME), "observer"),
        (typed(lessons=TEXT), "lessons"),
        (typed(results(Outcome.DONE, Outcome.NOT_PLAYED), stopped_because=TEXT), "stopped_because"),
        (typed((replace(results()[0], note=TEXT), *results()[1:])), "note"),
        (typed(findings=(FINDING, replace(FINDING, what=TEXT))), "what"),
        (typed(findings=(replace(FINDING, action=NAME),)), "action"),
        (typed(findings=(replace(FINDING, owner=NAME),)), "owner"),
    ],
)
def test_what_is_too_long_is_refused_and_not_cut(desk: Desk, wrong: TypedRun, field: str) -> None:
    drill_id = plan(desk)
    with pytest.raises(RefusedField) as refused:
        record_run(desk, drill_id, wrong)
    assert (refused.value.field, refused.value.code) == (field, "too_long")
    assert drill_detail(desk, drill_id).run is None
    assert actions(desk) == []


def test_what_is_said_of_a_run_later_is_refused_too_where_it_is_too_long(desk: Desk) -> None:
    drill_id = plan(desk)
    record_run(desk, drill_id, typed(lessons="y" * LONGEST_TEXT))
    run = held(desk, drill_id)
    assert len(run.lessons) == LONGEST_TEXT
    for lessons, who in ((TEXT, "A. Roy"), ("Held.", NAME)):
        with pytest.raises(RefusedField, match="longer than"):
            write_lessons(desk, run.id, lessons, who)
    with pytest.raises(RefusedField, match="longer than"):
        annul_run(desk, run.id, TEXT)
    assert held(desk, drill_id) == run
