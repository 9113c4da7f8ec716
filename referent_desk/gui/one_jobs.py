"""A dialog that does one long thing at a time: its progress, its stopping, its trouble."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from referent_desk.gui.jobs import Job, Jobs, Progress
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.progress_rows import ProgressRow

Answer = TypeVar("Answer")


class OneJob(QObject):
    """Of several begun one after the other only the newest speaks.

    `begun` comes when one begins, `refused` with a sentence, `settled` at its end.
    """

    begun = Signal()
    refused = Signal(str)
    settled = Signal()

    def __init__(self, jobs: Jobs, progress: ProgressRow) -> None:
        super().__init__()
        self._jobs = jobs
        self._progress = progress
        self._job: Job | None = None
        progress.stopped.connect(self._stop)

    @property
    def is_under_way(self) -> bool:
        return self._job is not None

    def begin(
        self, work: Callable[[Progress], Answer], done: Callable[[Answer], None], stopped: str
    ) -> None:
        """`stopped` is the sentence for a reader who stopped it."""
        self.cancel()
        self._progress.begin()
        self._job = job = self._jobs.run_long(
            work,
            lambda answer: self._settle(job, lambda: done(answer)),
            lambda error: self._settle(job, lambda: self.refused.emit(sentence_of(error))),
            advanced=self._progress.advance,
            stopped=lambda: self._settle(job, lambda: self.refused.emit(stopped)),
        )
        self.begun.emit()

    def cancel(self) -> None:
        """Without a word; the next one takes its place."""
        self._stop()
        self._job = None

    def _settle(self, job: Job, then: Callable[[], None]) -> None:
        if self._job is job:
            self._job = None
            self._progress.hide()
            then()
            self.settled.emit()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
