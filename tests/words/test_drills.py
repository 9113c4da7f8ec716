from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.drills import DrillRun, Outcome, TaskChange, TaskResult
from referent_desk.language import language
from referent_desk.words.drills import (
    clock_words,
    gain_words,
    last_drill_words,
    minutes_words,
    result_words,
    target_words,
)

ENGLISH, FRENCH = language("en"), language("fr")


def change(now: int | None, before: int | None, target: int = 120) -> TaskChange:
    then = TaskResult("find", Outcome.DONE, before) if before is not None else None
    return TaskChange("find", TaskResult("find", Outcome.DONE, now), target, then)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (change(90, 110), "20 s faster"),
        (change(180, 110), "1 min 10 slower"),
        (change(92, 90), "as fast"),
        (change(90, None), ""),
        (change(None, 90), ""),
    ],
)
def test_a_task_is_faster_or_slower_in_words(known: TaskChange, words: str) -> None:
    assert gain_words(known, ENGLISH).replace("\u00a0", " ") == words


def test_a_task_over_its_time_says_so() -> None:
    assert target_words(change(121, None), ENGLISH) == "2:00, exceeded"
    assert target_words(change(120, None), ENGLISH) == "2:00"


@pytest.mark.parametrize(
    ("seconds", "words"), [(None, ""), (5, "5 s"), (60, "1 min"), (65, "1 min 05")]
)
def test_times_are_said_as_people_say_them(seconds: int | None, words: str) -> None:
    assert minutes_words(seconds, FRENCH).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("at", "french", "english"),
    [("14:30", "14 h 30", "14:30"), ("09:00", "9 h", "9:00"), ("", "", "")],
)
def test_hours_are_said_as_people_say_them(at: str, french: str, english: str) -> None:
    assert clock_words(at, FRENCH).replace("\u00a0", " ") == french
    assert clock_words(at, ENGLISH) == english


def test_a_drill_that_was_stopped_says_so_first() -> None:
    tasks = (TaskResult("find", Outcome.DONE, 60), TaskResult("warn", Outcome.NOT_PLAYED))
    run = DrillRun("r", "d", date(2026, 11, 22), "A", seconds=60, tasks=tasks)
    assert result_words(run, ENGLISH).replace("\u00a0", " ") == "1 task of 2 done, 1 min"
    stopped = DrillRun("r", "d", run.day, "A", stopped_because="a call", tasks=tasks)
    assert result_words(stopped, ENGLISH) == "stopped half way: 1 task of 2 done"
    assert last_drill_words(run, ENGLISH).startswith("22/11/2026, 1\u00a0min, 1 task of 2 done")
