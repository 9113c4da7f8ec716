"""What every test stands on: no display, no clock, no chance, and no warning that goes unseen."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

import pytest
from hypothesis import settings

from referent_desk.__main__ import harden
from referent_desk.clock import FixedClock
from referent_desk.language import Language, language, speak
from tests.memory_folders import module_path, tmp_path

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from referent_desk.gui.jobs import Jobs
    from tests.event_turns import PatientBot

__all__ = ["module_path", "tmp_path"]

harden(os.environ)  # the settings of whoever runs the tests must not change a print

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("ci")


@pytest.fixture(autouse=True)
def _spoken_language() -> Iterator[None]:
    """Each test starts in English, whatever the one before it chose."""
    speak("en")
    yield
    speak("en")


@pytest.fixture
def french() -> Language:
    """Window and commands speak French during this test."""
    return speak("fr")


@pytest.fixture
def english() -> Language:
    return language("en")


@pytest.fixture
def clock() -> FixedClock:
    """Monday 9 November 2026, 13:02 UTC."""
    return FixedClock(datetime(2026, 11, 9, 13, 2, tzinfo=UTC))


@pytest.fixture(autouse=True)
def _no_unseen_log_warning(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """A warning in the log fails the test that did not say `@pytest.mark.logs_warnings`."""
    yield
    if request.node.get_closest_marker("logs_warnings") is not None:
        return
    unseen = [
        f"{record.name}: {record.getMessage()}"
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING
    ]
    assert not unseen, f"unexpected in the log: {unseen}"


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """That of pytest-qt, with patience."""
    from tests.event_turns import PatientBot

    return PatientBot(request)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """A worker that is always ended."""
    from referent_desk.gui.jobs import Jobs

    made = Jobs()
    made.start()
    yield made
    made.end(lambda: None, lambda _error: None)
    assert made.wait()


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> None:
    """Style, font and theme as in the program, once: each time every window is drawn anew."""
    from referent_desk.gui.application import load_font
    from referent_desk.gui.themes import LIGHT, wear

    qapp.setStyle("Fusion")
    load_font(qapp)
    wear(LIGHT, qapp)


_LONG_FIRST = ("screen_reader", "journeys", "usecases", "storage", "gui", "paper")
"""Whose files take long begin first: at the end nobody waits for one of them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: _turn_of(item.path.relative_to(Path(__file__).parent).parts[0]))


def _turn_of(name: str) -> int:
    if name in _LONG_FIRST:
        return _LONG_FIRST.index(name)
    return len(_LONG_FIRST) + (not name.endswith(".py"))


_MUCH = 150_000  # objects


def pytest_sessionstart() -> None:
    """As in the program: what Qt made is let go in its own thread, never in that of the worker."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What was imported stays: collecting need not look at it again and again."""
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Where the tests run, and not where xdist hears of them: there is nothing to be let go."""
    done = yield
    if gc.get_count()[0] > _MUCH:
        gc.collect()
    return done
