from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.drills import (
    Drill,
    DrillRun,
    DrillState,
    DrillTask,
    Outcome,
    Shift,
    TaskResult,
    changes_of,
    drill_state,
    last_time,
    played_last,
)

TODAY = date(2026, 11, 22)
TASKS = (DrillTask("find", 120, "Find", ""), DrillTask("warn", 240, "Warn", ""))


def run(key: str = "r", day: date = TODAY, stopped: str = "", *seconds: int) -> DrillRun:
    results = tuple(
        TaskResult(task.code, Outcome.DONE, took)
        for task, took in zip(TASKS, seconds, strict=False)
    )
    return DrillRun(key, "d", day, "M. Aubry", stopped_because=stopped, tasks=results)


def drill(planned_on: date = TODAY, *runs: DrillRun, closed_on: date | None = None) -> Drill:
    return Drill("d", "ward", "pre", "s", Shift.DAY, "", planned_on, runs=runs, closed_on=closed_on)


@pytest.mark.parametrize(
    ("known", "state"),
    [
        (drill(date(2026, 11, 21)), DrillState.LATE),
        (drill(TODAY), DrillState.NEAR),
        (drill(date(2026, 12, 6)), DrillState.NEAR),
        (drill(date(2026, 12, 7)), DrillState.PLANNED),
        (drill(TODAY, run()), DrillState.HELD),
        (drill(TODAY, run(stopped="a call")), DrillState.REPLAY),
        (drill(date(2026, 12, 7), run(stopped="a call")), DrillState.REPLAY),
        (drill(TODAY, run(stopped="a call"), run("second")), DrillState.HELD),
        (drill(TODAY, closed_on=TODAY), DrillState.GIVEN_UP),
        (drill(TODAY, run(stopped="a call"), closed_on=TODAY), DrillState.STOPPED),
        (drill(TODAY, run(), closed_on=TODAY), DrillState.HELD),
    ],
)
def test_the_state_of_a_drill_follows_from_what_is_known(known: Drill, state: DrillState) -> None:
    assert drill_state(known, TODAY) is state


def test_a_drill_stopped_half_way_counts_as_not_played_and_can_be_played_again() -> None:
    stopped = drill(TODAY, run(stopped="a call"))
    assert stopped.played_on is None
    assert stopped.is_awaited
    assert played_last([stopped]) == {}
    again = replace(stopped, runs=(run("second"), *stopped.runs))
    assert again.played_on == TODAY
    assert again.run == run("second")


def test_times_are_compared_with_the_last_time_that_the_function_was_played_to_its_end() -> None:
    first = run("first", date(2025, 1, 10), "", 200, 300)
    stopped = run("stopped", date(2026, 1, 10), "a call", 10, 10)
    now = run("now", TODAY, "", 90, 310)
    drills = [
        replace(drill(first.day, first), id="d1"),
        replace(drill(stopped.day, stopped), id="d2"),
        replace(drill(TODAY, now), id="d3"),
        replace(drill(first.day, run("other", TODAY)), id="d4", function_id="lab"),
    ]
    before = last_time(drills, drills[2], now)
    assert before == first
    changes = changes_of(now, before, TASKS)
    assert [change.gained for change in changes] == [110, -10]
    assert [change.is_over for change in changes] == [False, True]
    assert last_time(drills, drills[0], first) is None


def test_a_task_that_was_not_done_has_no_time_to_compare() -> None:
    failed = replace(run("now", TODAY, "", 90), tasks=(TaskResult("find", Outcome.NOT_DONE, 90),))
    [change] = changes_of(failed, run("before", TODAY, "", 60), TASKS)
    assert change.gained is None


def test_lessons_are_due_thirty_days_after_the_drill_until_they_are_written() -> None:
    assert run(day=date(2026, 11, 1)).lessons_due_on == date(2026, 12, 1)
    assert replace(run(), lessons="Keep two copies").lessons_due_on is None
