"""Waiting for a window: for what it tells, and for what it put off – never for a length of time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QMetaObject, Qt, QTimer
from pytestqt.exceptions import TimeoutError as QtBotTimeout
from pytestqt.qtbot import QtBot

from referent_desk.gui.jobs import Jobs

LONGEST = 20_000  # milliseconds, on a busy machine; where all is well nothing waits for it
_TURNS = 3  # what was put off may put something off in its turn: a button is shown, then laid out
_LOOKS = (1, 1, 2, 2, 4)  # milliseconds between two looks; 8 from then on


class PatientBot(QtBot):
    """Looks often at first, so that what comes soon costs no time, and waits long for the rest."""

    def waitUntil(  # noqa: N802 - as pytest-qt names it
        self, callback: Callable[[], bool | None], *, timeout: int = LONGEST
    ) -> None:
        """`callback` answers whether it has come, or asserts it."""
        over = QDeadlineTimer(timeout)
        pauses = iter(_LOOKS)
        while True:
            is_late = over.hasExpired()
            try:
                has_come = callback()
            except AssertionError as error:
                if is_late:
                    raise QtBotTimeout(f"never within {timeout} milliseconds") from error
                has_come = False
            if has_come is None or has_come:
                return
            if is_late:
                raise QtBotTimeout(f"never within {timeout} milliseconds")
            loop = QEventLoop()
            QTimer.singleShot(next(pauses, 8), loop.quit)
            loop.exec()


def turn() -> None:
    """Whatever was put off until the window had time is done: shown, laid out, given the keys."""
    loop = QEventLoop()
    for _turn in range(_TURNS):
        QMetaObject.invokeMethod(loop, "quit", Qt.ConnectionType.QueuedConnection)
        loop.exec()


def settle(jobs: Jobs) -> None:
    """Nothing is under way, and what came of the last answer is seen."""
    loop = QEventLoop()
    late = QTimer(singleShot=True, interval=LONGEST)
    late.timeout.connect(loop.quit)
    late.start()
    jobs.busy_changed.connect(loop.quit)
    turn()
    while not jobs.is_idle and late.isActive():
        loop.exec()
        turn()
    assert jobs.is_idle, f"still under way after {LONGEST} milliseconds"
