"""The papers of a text, from the click to the file: where, written, opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from referent_desk.errors import NotFound
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_approvals import ApprovalQuestions
from referent_desk.language import _

Write = Callable[[Path], Path]


class TextPapers(QObject):
    """Faults are shown by the window, which is where one looks after the file was named."""

    def __init__(
        self, questions: ApprovalQuestions, files: FileQuestions, jobs: Jobs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._questions = questions
        self._files = files
        self._jobs = jobs

    def write_sheet(self, over: QWidget, revision_id: str) -> None:
        """The sheet by which a draft that was submitted is signed."""
        write = self._questions.write_sheet
        self._write(over, "approval", revision_id, lambda path: write(revision_id, path))

    def write_differences(self, over: QWidget, before_id: str, after_id: str) -> None:
        write = self._questions.write_differences
        self._write(over, "differences", after_id, lambda path: write(before_id, after_id, path))

    def _write(self, over: QWidget, what: str, revision_id: str, write: Write) -> None:
        """The file is asked for once its usual name is known."""
        suggest = self._questions.suggest_path

        def ask(suggested: Path) -> None:
            path = self._files.ask_path(over, suggested)
            if path is not None:
                self._jobs.run(lambda: write(path), self._open)

        self._jobs.run(lambda: suggest(what, revision_id), ask)

    def _open(self, path: Path) -> None:
        if not self._files.open_file(path):
            self._jobs.failed.emit(
                NotFound(
                    _("No program of this PC opens PDF files."),
                    _("The file is saved as {path}.").format(path=path),
                )
            )
