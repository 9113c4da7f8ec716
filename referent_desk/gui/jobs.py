"""Work that must not hold up the window: one thread, one queue, answers in the GUI thread.

The desk lives on that thread alone. A job that was cancelled never answers, so that an old answer
cannot overwrite a newer one.
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from referent_desk.errors import Cancelled, DeskError

Answer = TypeVar("Answer")
Progress = Callable[[int, int], None]
"""Is told how much is done, and of how much; raises Cancelled when the reader asked to stop."""
Failed = Callable[[Exception], None]
SHOW_BUSY_AFTER = 100  # milliseconds, then it is said that an answer is under way


class Job:
    """One piece of work; its callbacks run in the GUI thread, and never once it is cancelled."""

    def __init__(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Failed | None,
        advanced: Callable[[int, int], None] | None,
        stopped: Callable[[], None] | None,
    ) -> None:
        self.work = work
        self.done = done
        self.failed = failed
        self.advanced = advanced
        self.stopped = stopped
        self.is_sure = False
        self._cancelled = threading.Event()
        self._latest: tuple[int, int] | None = None
        self._told = threading.Event()
        self._told.set()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        self._cancelled.set()

    def note_progress(self, done: int, of: int) -> bool:
        """Whether the GUI thread must be woken: not while it has still to hear the last figure."""
        self._latest = (done, of)
        wake = self._told.is_set()
        self._told.clear()
        return wake

    def tell_progress(self) -> None:
        self._told.set()
        if self.advanced is not None and self._latest is not None and not self.is_cancelled:
            self.advanced(*self._latest)


class _Worker(QThread):
    delivered = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.waiting: SimpleQueue[Job | None] = SimpleQueue()
        self.answers: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.settle: Callable[[Job, Any, Exception | None], None] = _ignore

    def run(self) -> None:
        while (job := self.waiting.get()) is not None:
            self._do(job)

    def _do(self, job: Job) -> None:
        answer, error = None, None
        try:
            if job.is_cancelled:
                raise Cancelled
            answer = job.work(lambda done, of: self._report(job, done, of))
        except Exception as caught:
            error = caught
        self._deliver(lambda: self.settle(job, answer, error))

    def _report(self, job: Job, done: int, of: int) -> None:
        if job.is_cancelled:
            raise Cancelled
        if job.note_progress(done, of):
            self._deliver(job.tell_progress)

    def _deliver(self, answer: Callable[[], None]) -> None:
        self.answers.put(answer)
        self.delivered.emit()


def _ignore(job: Job, answer: Any, error: Exception | None) -> None:
    return None


class Jobs(QObject):
    """The queue as the window sees it. Everything given to it runs in the order it was given."""

    busy_changed = Signal(bool)
    bug_met = Signal(str)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: list[Job] = []
        self._idle: Job | None = None
        self._worker = _Worker(self)
        self._worker.settle = self._settle
        self._worker.delivered.connect(self._drain)
        self._worker.finished.connect(self.ended)

    def start(self) -> None:
        self._worker.start()

    def run(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Failed | None = None,
        *,
        surely: bool = False,
    ) -> Job:
        """`surely`: what was typed is saved even when the window is closed meanwhile."""
        job = self.run_long(lambda _progress: work(), done, failed)
        job.is_sure = surely
        return job

    def run_long(
        self,
        work: Callable[[Progress], Answer],
        done: Callable[[Answer], None],
        failed: Failed | None = None,
        *,
        advanced: Callable[[int, int], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Job:
        """`stopped` is called instead of `done` or `failed` once a cancelled job has let go."""
        job = Job(work, done, failed, advanced, stopped)
        self._stop_idle()
        self._open.append(job)
        self._worker.waiting.put(job)
        if len(self._open) == 1:
            self.busy_changed.emit(True)
        return job

    def run_idle(self, work: Callable[[Progress], object], ended: Callable[[bool], None]) -> None:
        """Work that nobody waits for: nothing is busy with it, and it gives way to every job.

        `ended` is told whether it had to give way.
        """
        self._stop_idle()
        gave_way = partial(ended, True)
        job = Job(work, lambda _answer: ended(False), lambda _e: ended(False), None, gave_way)
        self._idle = job
        self._worker.waiting.put(job)

    def _stop_idle(self) -> None:
        if self._idle is not None:
            self._idle.cancel()

    def end(self, last: Callable[[], None], failed: Failed) -> None:
        """Cancel what need not be saved, do `last`, then end the thread; `ended` tells when."""
        for job in self._open:
            if not job.is_sure:
                job.cancel()
        self.run(last, lambda _nothing: None, failed)
        self._worker.waiting.put(None)

    def wait(self) -> bool:
        """Block until the thread has ended; for the last moment of the process."""
        return self._worker.wait()

    @property
    def is_running(self) -> bool:
        return self._worker.isRunning()

    @property
    def is_idle(self) -> bool:
        return not self._open

    def _drain(self) -> None:
        """One answer for each time it is called, so that a bug in one does not lose the next."""
        self._worker.answers.get()()

    def _settle(self, job: Job, answer: Any, error: Exception | None) -> None:
        if job is self._idle:
            self._idle = None
        elif job in self._open:
            self._open.remove(job)
            if not self._open:
                self.busy_changed.emit(False)
        if error is not None and not isinstance(error, (DeskError, Cancelled)):
            self.bug_met.emit("".join(traceback.format_exception(error)))
        if job.is_cancelled:
            if job.stopped is not None:
                job.stopped()
        elif error is None:
            job.done(answer)
        elif job.failed is not None:
            job.failed(error)
        elif isinstance(error, DeskError):
            self.failed.emit(error)


class LatestAnswer:
    """Of the questions asked through it one after the other, only the last is answered."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._job: Job | None = None

    def ask(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Failed | None = None,
    ) -> None:
        self.forget()
        self._job = self._jobs.run(work, done, failed)

    def forget(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
