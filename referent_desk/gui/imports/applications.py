"""Taking what was shown: how far it is, stopping it, and being sure whether it was done."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.imports.guides import Applied
from referent_desk.gui.imports.drafts import Draft
from referent_desk.gui.jobs import Job, Jobs, Progress
from referent_desk.gui.progress_rows import ProgressRow
from referent_desk.gui.questions_imports import ImportQuestions
from referent_desk.language import _


class Application(QObject):
    """All of it or nothing; a stop that comes too late does not hide that it was done."""

    applied = Signal(object)
    refused = Signal(object)
    stopped = Signal()
    running = Signal(bool)

    def __init__(self, questions: ImportQuestions, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._questions = questions
        self._jobs = jobs
        self._job: Job | None = None
        self.progress = ProgressRow(_("How far the import is"))
        self.progress.stopped.connect(self.stop)

    @property
    def is_running(self) -> bool:
        return self._job is not None

    def start(self, draft: Draft) -> None:
        file, choices, answers = draft.given()
        done: list[Applied] = []

        def apply(progress: Progress) -> Applied:
            done.append(self._questions.apply(file, choices, answers, progress))
            return done[0]

        def let_go() -> None:
            if done:
                self._take(done[0])
            else:
                self._end()
                self.stopped.emit()

        self.progress.begin()
        self._job = self._jobs.run_long(
            apply, self._take, self._refuse, advanced=self.progress.advance, stopped=let_go
        )
        self.running.emit(True)

    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _take(self, applied: Applied) -> None:
        self._end()
        self.applied.emit(applied)

    def _refuse(self, error: Exception) -> None:
        self._end()
        self.refused.emit(error)

    def _end(self) -> None:
        self._job = None
        self.progress.hide()
        self.running.emit(False)
