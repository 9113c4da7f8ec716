"""The papers of a text: written where one says, and opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from referent_desk.errors import DeskError
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_approvals import ApprovalQuestions
from referent_desk.gui.questions_practice import ReadingQuestions
from referent_desk.gui.written_papers import PaperWriter


class TextPapers(QObject):
    """Faults are shown by the window, which is where one looks after the file was named."""

    def __init__(
        self, questions: ApprovalQuestions, files: FileQuestions, jobs: Jobs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._questions = questions
        self._jobs = jobs
        self._writer = PaperWriter(files, jobs, self)
        self._writer.written.connect(self._writer.open)
        self._writer.refused.connect(self._refuse)

    def write_sheet(self, over: QWidget, revision_id: str) -> None:
        """The sheet by which a draft that was submitted is signed."""
        write = self._questions.write_sheet
        self._write(over, "approval", revision_id, lambda path: write(revision_id, path))

    def write_differences(self, over: QWidget, before_id: str, after_id: str) -> None:
        write = self._questions.write_differences
        self._write(over, "differences", after_id, lambda path: write(before_id, after_id, path))

    def write_readings(
        self, over: QWidget, readings: ReadingQuestions, department_id: str, revision_id: str
    ) -> None:
        """F33 for this text alone: who of the department has read or practised it."""
        self._writer.write(
            over,
            lambda: readings.suggest_path(department_id),
            lambda path: readings.write(department_id, (revision_id,), path),
        )

    def _write(
        self, over: QWidget, what: str, revision_id: str, write: Callable[[Path], Path]
    ) -> None:
        suggest = self._questions.suggest_path
        self._writer.write(over, lambda: suggest(what, revision_id), write)

    def _refuse(self, error: Exception) -> None:
        """A mistake of the program is told by the worker itself."""
        if isinstance(error, DeskError):
            self._jobs.failed.emit(error)
