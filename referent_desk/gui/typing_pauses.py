"""What may wait until somebody has stopped typing, so that what is typed is answered first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from referent_desk.gui.jobs import Answer, Failed, Jobs, LatestAnswer

TYPING_PAUSE = 120  # milliseconds without a key


class PatientAnswer:
    """As `LatestAnswer`; while somebody types, the last question waits until typing rests."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        self._answer = LatestAnswer(jobs)
        self._waiting: Callable[[], None] | None = None
        self._typing = QTimer(parent)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        self._typing.timeout.connect(self._ask_now)

    def note_key(self) -> None:
        self._typing.start()

    def ask(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Failed | None = None,
    ) -> None:
        self._answer.forget()
        self._waiting = lambda: self._answer.ask(work, done, failed)
        if not self._typing.isActive():
            self._ask_now()

    def forget(self) -> None:
        self._waiting = None
        self._answer.forget()

    def _ask_now(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()
