"""A window on a home in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from referent_desk.gui.jobs import Jobs
from referent_desk.gui.main_window import MainWindow
from referent_desk.gui.places import TabName
from referent_desk.gui.questions import Questions
from referent_desk.gui.settings import WindowSettings
from tests.event_turns import settle
from tests.gui.stand_ins import StandInHome, surroundings


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A screen that is not there cannot raise a window nor hold the keyboard; Qt says so."""
    for item in items:
        if "gui" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


OpenWindow = Callable[..., MainWindow]


@pytest.fixture(scope="session", autouse=True)
def _dressed(dressed: None) -> None:
    """Every window of these tests is seen as in the program."""


@pytest.fixture
def open_window(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> OpenWindow:
    """Opens a window on questions, or on a small home in memory, and waits until it is filled."""

    def open_on(
        questions: Questions | None = None,
        warnings: tuple[str, ...] = (),
        wait: bool = True,
        tab: TabName = TabName.DEPARTMENTS,
    ) -> MainWindow:
        asked = questions or StandInHome().questions()
        settings = WindowSettings(tmp_path)
        settings.tab = settings.tab or tab
        window = MainWindow(asked, surroundings(tmp_path, warnings), settings, jobs)
        qtbot.addWidget(window, before_close_func=let_close)
        window.show()
        window.open_home()
        if wait:
            settle(jobs)
        return window

    return open_on


def let_close(window: MainWindow) -> None:
    """The worker is ended by its own fixture: the window need not wait for it."""
    window.closing._is_done = True
