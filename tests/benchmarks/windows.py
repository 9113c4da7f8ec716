"""The window on the large group, and how long it takes from a key to the painted answer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.gui.application import load_font
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.main_window import MainWindow, Surroundings
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.settings import WindowSettings
from referent_desk.gui.themes import LIGHT, wear
from referent_desk.home import Home
from referent_desk.wiring.questions import questions_of
from tests.benchmarks.generator import CLOCK

LONGEST_WAIT = 20_000  # milliseconds


class Painting(QObject):
    """Tells when a window has painted what it had to show."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._loop = QEventLoop()
        self._is_ready: Callable[[], bool] = bool
        window.installEventFilter(self)

    def seconds(self, act: Callable[[], None], is_ready: Callable[[], bool]) -> float:
        """From `act` until the window was painted with `is_ready` true."""
        self._is_ready = is_ready
        begun = perf_counter()
        act()
        stop = QTimer()
        stop.setSingleShot(True)
        stop.timeout.connect(self._loop.quit)
        stop.start(LONGEST_WAIT)
        self._loop.exec()
        taken = perf_counter() - begun
        assert is_ready(), "never painted"
        return taken

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """The whole window is painted by what is done with its request for an update."""
        if event.type() == QEvent.Type.UpdateRequest and self._is_ready():
            self._window.removeEventFilter(self)
            QApplication.sendEvent(self._window, event)
            self._window.installEventFilter(self)
            self._loop.quit()
            return True
        return False


class LargeSitting:
    """A window that was opened on a home and is idle."""

    def __init__(self, home: Home, remembered: Path, qtbot: QtBot) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setStyle("Fusion")
        load_font(application)
        wear(LIGHT, application)
        self.qtbot = qtbot
        self.jobs = Jobs()
        self.bugs: list[str] = []
        self.jobs.bug_met.connect(self.bugs.append)
        files = FileQuestions(lambda _parent, _suggested: None, lambda _path: True)
        around = Surroundings(home.root, (), files, lambda _choice: None)
        self.window = MainWindow(
            questions_of(home, CLOCK), around, WindowSettings(remembered), self.jobs
        )
        self.window.resize(1366, 768)
        self.window.show()
        self.jobs.start()
        self.window.open_home()
        self.settle()

    def settle(self) -> None:
        """Until nothing is under way any more."""
        for _turn in range(3):
            self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=LONGEST_WAIT)

    def leave(self) -> None:
        self.window.close()
        self.qtbot.waitUntil(lambda: not self.window.isVisible(), timeout=LONGEST_WAIT)
        assert self.jobs.wait()
        self.window.deleteLater()
        assert self.bugs == []


def at_share(seconds: Iterable[float], share: float) -> float:
    """The figure below which that share of the others lies, in milliseconds."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000


def middles(rounds: list[list[float]]) -> list[float]:
    """Of each key the middle one of its rounds: others are at work on the machine, too."""
    return [median(times) for times in zip(*rounds, strict=True)]


def told(name: str, seconds: list[float]) -> float:
    """Prints middle, 95th and 99th percentile in milliseconds; gives the last."""
    middle, late, last = (at_share(seconds, share) for share in (0.5, 0.95, 0.99))
    sys.__stdout__.write(  # type: ignore[union-attr]
        f"\n{name}: {len(seconds)} times, middle {middle:.1f} ms, 95 % {late:.1f} ms,"
        f" 99 % {last:.1f} ms, longest {max(seconds) * 1000:.1f} ms\n"
    )
    return last


def letters(field: QWidget, text: str) -> Callable[[], None]:
    """Each is a key of its own; accents, too, which the keyboard of Qt's tests has not."""

    def type_them() -> None:
        for one in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, one)
                QApplication.sendEvent(field, event)

    return type_them


def erase(field: QWidget) -> Callable[[], None]:
    return lambda: QTest.keyClick(field, Qt.Key.Key_Backspace)
