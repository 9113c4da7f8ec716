from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from referent_desk.domain.drills import Outcome
from referent_desk.domain.stopwatches import Stopwatch, read_stopwatch

START = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
TASKS = ("find", "warn", "write")


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def test_each_task_takes_the_time_since_the_one_before_it_ended() -> None:
    watch = Stopwatch(TASKS).start(at(0))
    watch = watch.end_task(Outcome.DONE, at(90)).end_task(Outcome.PARTLY, at(200))
    assert watch.of_task(at(230)) == 30
    watch = watch.end_task(Outcome.NOT_DONE, at(260))
    assert watch.is_over
    assert [(r.outcome, r.seconds) for r in watch.results()] == [
        (Outcome.DONE, 90),
        (Outcome.PARTLY, 110),
        (Outcome.NOT_DONE, 60),
    ]
    assert watch.elapsed(at(9_999)) == 260


def test_a_pause_costs_no_time_and_ending_a_task_goes_on() -> None:
    watch = Stopwatch(TASKS).start(at(0)).pause(at(30))
    assert watch.elapsed(at(500)) == 30
    watch = watch.go_on(at(500))
    assert watch.elapsed(at(510)) == 40
    watch = watch.pause(at(510)).end_task(Outcome.DONE, at(600))
    assert watch.results()[0].seconds == 40
    assert watch.is_running


def test_stopped_half_way_it_keeps_what_was_played() -> None:
    watch = Stopwatch(TASKS).start(at(0)).end_task(Outcome.DONE, at(60)).stop(at(100))
    assert watch.is_over
    assert watch.elapsed(at(999)) == 100
    assert [r.outcome for r in watch.results()] == [
        Outcome.DONE,
        Outcome.NOT_PLAYED,
        Outcome.NOT_PLAYED,
    ]
    assert watch.end_task(Outcome.DONE, at(200)) == watch


def test_a_task_taken_back_goes_on_as_if_it_had_not_ended() -> None:
    watch = Stopwatch(TASKS).start(at(0)).end_task(Outcome.NOT_DONE, at(60)).take_back(at(70))
    assert watch.end_task(Outcome.DONE, at(90)).results()[0].seconds == 90
    assert Stopwatch(TASKS).take_back(at(0)) == Stopwatch(TASKS)


def test_nothing_happens_before_it_is_started() -> None:
    watch = Stopwatch(TASKS)
    assert watch.end_task(Outcome.DONE, at(5)) == watch == watch.stop(at(5)) == watch.pause(at(5))
    assert watch.elapsed(at(5)) == 0
    assert watch.kept() == ""


@pytest.mark.parametrize(
    "watch",
    [
        Stopwatch(TASKS).start(at(0)),
        Stopwatch(TASKS).start(at(0)).pause(at(30)),
        Stopwatch(TASKS).start(at(0)).pause(at(30)).go_on(at(50)).end_task(Outcome.DONE, at(90)),
        Stopwatch(TASKS).start(at(0)).end_task(Outcome.PARTLY, at(61.5)).stop(at(80)),
    ],
)
def test_what_is_kept_is_the_same_stopwatch_after_a_killed_program(watch: Stopwatch) -> None:
    assert read_stopwatch(watch.kept()) == watch
    assert watch.is_over or watch.paused_at or watch.elapsed(at(200)) > watch.elapsed(at(100))


@pytest.mark.parametrize("kept", ["", "{}", "[]", "not json", '{"laps": [["find", "flown", 1]]}'])
def test_what_is_damaged_is_no_stopwatch(kept: str) -> None:
    assert read_stopwatch(kept) is None
