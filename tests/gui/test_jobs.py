from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from referent_desk.errors import Cancelled, NoRoom
from referent_desk.gui.jobs import Jobs, LatestAnswer


def refuse(error: Exception) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def test_work_is_done_elsewhere_and_answered_in_the_thread_of_the_window(
    qtbot: QtBot, jobs: Jobs
) -> None:
    worked: list[QThread] = []
    answered: list[QThread] = []
    jobs.run(
        lambda: worked.append(QThread.currentThread()),
        lambda _nothing: answered.append(QThread.currentThread()),
    )
    qtbot.waitUntil(lambda: len(answered) == 1)
    assert answered == [QThread.currentThread()]
    assert worked != answered


def test_work_is_done_in_the_order_it_was_asked(qtbot: QtBot, jobs: Jobs) -> None:
    answers: list[int] = []
    for number in range(20):
        jobs.run(lambda n=number: n, answers.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert answers == list(range(20))


def test_an_error_for_people_goes_to_who_asked(qtbot: QtBot, jobs: Jobs) -> None:
    error = NoRoom("The disk is full.", "Free some space.")
    told: list[Exception] = []
    jobs.run(refuse(error), lambda _nothing: None, told.append)
    qtbot.waitUntil(lambda: told == [error])


def test_an_error_for_people_that_nobody_takes_is_told_to_all(qtbot: QtBot, jobs: Jobs) -> None:
    error = NoRoom("The disk is full.")
    with qtbot.waitSignal(jobs.failed) as told:
        jobs.run(refuse(error), lambda _nothing: None)
    assert told.args == [error]


def test_a_mistake_of_the_program_comes_with_its_trace(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[Exception] = []
    with qtbot.waitSignal(jobs.bug_met) as met:
        jobs.run(refuse(ZeroDivisionError("boom")), lambda _nothing: None, told.append)
    assert met.args is not None
    assert "ZeroDivisionError: boom" in met.args[0]
    assert [type(error) for error in told] == [ZeroDivisionError]


def test_work_that_was_cancelled_before_it_began_is_not_done(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    done: list[str] = []
    jobs.run(lambda: gate.wait(5), lambda _waited: None)
    job = jobs.run(lambda: done.append("worked"), lambda _nothing: done.append("answered"))
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert done == []


def test_long_work_says_how_far_it_is_and_lets_itself_be_stopped(qtbot: QtBot, jobs: Jobs) -> None:
    far: list[tuple[int, int]] = []
    ends: list[str] = []
    go_on = threading.Event()

    def work(progress: Callable[[int, int], None]) -> None:
        progress(1, 3)
        go_on.wait(5)
        progress(2, 3)
        ends.append("went on")

    job = jobs.run_long(
        work,
        lambda _nothing: ends.append("done"),
        lambda _error: ends.append("failed"),
        advanced=lambda done, of: far.append((done, of)),
        stopped=lambda: ends.append("stopped"),
    )
    qtbot.waitUntil(lambda: far == [(1, 3)])
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: ends != [])
    assert ends == ["stopped"]


def test_a_flood_of_progress_does_not_flood_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    """The window is woken again only when it has heard the last figure."""
    heard: list[int] = []
    flooded = threading.Event()

    def work(progress: Callable[[int, int], None]) -> None:
        for number in range(10_000):
            progress(number, 10_000)
        flooded.set()

    jobs.run_long(work, lambda _nothing: None, advanced=lambda done, _of: heard.append(done))
    assert flooded.wait(5)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert heard == [9_999]


def test_of_several_questions_only_the_last_is_answered(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    answers: list[str] = []
    latest = LatestAnswer(jobs)
    jobs.run(lambda: gate.wait(5), lambda _waited: None)
    for text in ("c", "ca", "car"):
        latest.ask(lambda t=text: t, answers.append)  # type: ignore[misc]
    gate.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert answers == ["car"]


def test_ending_stops_what_is_under_way_and_does_the_last_thing(qtbot: QtBot) -> None:
    jobs = Jobs()
    jobs.start()
    began = threading.Event()
    last: list[str] = []

    def endless(progress: Callable[[int, int], None]) -> None:
        began.set()
        while True:
            progress(0, 1)

    jobs.run_long(endless, lambda _nothing: last.append("done"))
    assert began.wait(5)
    with qtbot.waitSignal(jobs.ended):
        jobs.end(lambda: last.append("closed"), lambda _error: None)
    assert last == ["closed"]
    assert jobs.wait()


def test_a_stop_that_comes_from_the_work_itself_is_no_mistake(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[Exception] = []
    bugs: list[str] = []
    jobs.bug_met.connect(bugs.append)
    jobs.run(refuse(Cancelled()), lambda _nothing: None, told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert bugs == []


@pytest.mark.parametrize("count", [1, 3])
def test_being_busy_is_told_once_at_each_end(qtbot: QtBot, jobs: Jobs, count: int) -> None:
    told: list[bool] = []
    jobs.busy_changed.connect(told.append)
    for _number in range(count):
        jobs.run(lambda: None, lambda _nothing: None)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert told == [True, False]
