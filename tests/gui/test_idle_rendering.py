from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from referent_desk.domain.changes import Kind
from referent_desk.errors import NoRoom
from referent_desk.gui.idle_rendering import IdleRendering
from referent_desk.gui.jobs import Jobs, Progress


class Rendering:
    """Notes what is rendered; can be held up until something is asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.finished: list[str] = []
        self.may_go_on = threading.Event()
        self.may_go_on.set()

    def __call__(self, department_id: str, progress: Progress) -> int:
        self.asked.append(department_id)
        while not self.may_go_on.wait(0.002):
            progress(0, 1)
        progress(1, 1)
        self.finished.append(department_id)
        return 1


@pytest.fixture
def rendering() -> Rendering:
    return Rendering()


@pytest.fixture
def idle(rendering: Rendering, jobs: Jobs, qapp: QObject) -> Callable[[], IdleRendering]:
    return lambda: IdleRendering(rendering, jobs, qapp, quiet=1)


def test_the_chosen_department_is_rendered_once_it_is_quiet_and_again_after_a_change(
    qtbot: QtBot, rendering: Rendering, idle: Callable[[], IdleRendering]
) -> None:
    made = idle()
    made.choose_department("CAR")
    qtbot.waitUntil(lambda: rendering.finished == ["CAR"])
    made.take_change(frozenset({Kind.PEOPLE}))
    qtbot.waitUntil(lambda: rendering.finished == ["CAR", "CAR"])


def test_without_a_department_nothing_is_rendered(
    qtbot: QtBot, rendering: Rendering, idle: Callable[[], IdleRendering], jobs: Jobs
) -> None:
    made = idle()
    made.choose_department(None)
    made.take_change(frozenset({Kind.PEOPLE}))
    qtbot.waitUntil(lambda: not made._rest.isActive())
    assert rendering.asked == []


def test_rendering_gives_way_to_a_job_at_once_and_is_taken_up_again(
    qtbot: QtBot, rendering: Rendering, idle: Callable[[], IdleRendering], jobs: Jobs
) -> None:
    rendering.may_go_on.clear()
    idle().choose_department("CAR")
    qtbot.waitUntil(lambda: rendering.asked == ["CAR"])
    answers: list[int] = []
    jobs.run(lambda: 7, answers.append)
    qtbot.waitUntil(lambda: answers == [7])
    assert rendering.finished == []
    rendering.may_go_on.set()
    qtbot.waitUntil(lambda: rendering.finished == ["CAR"])


def test_nothing_seems_busy_while_it_is_rendered(
    qtbot: QtBot, rendering: Rendering, idle: Callable[[], IdleRendering], jobs: Jobs
) -> None:
    told: list[bool] = []
    jobs.busy_changed.connect(told.append)
    rendering.may_go_on.clear()
    idle().choose_department("CAR")
    qtbot.waitUntil(lambda: rendering.asked == ["CAR"])
    assert jobs.is_idle
    rendering.may_go_on.set()
    qtbot.waitUntil(lambda: rendering.finished == ["CAR"])
    assert told == []


def test_what_goes_wrong_is_left_until_something_changes(qtbot: QtBot, jobs: Jobs) -> None:
    asked: list[str] = []

    def fail(department_id: str, _progress: Progress) -> int:
        asked.append(department_id)
        raise NoRoom("No room.", "Make some.")

    made = IdleRendering(fail, jobs, jobs, quiet=1)
    made.choose_department("CAR")
    qtbot.waitUntil(lambda: asked == ["CAR"] and not made._is_running)
    assert not made._rest.isActive()
    made.take_change(frozenset({Kind.PEOPLE}))
    qtbot.waitUntil(lambda: asked == ["CAR", "CAR"])
