"""The papers of drills, from the click to the file: where, written, opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_drills import DrillPaperQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _


class WrittenBar(NoticeBar):
    """What was written, and where; empty until something was."""

    def __init__(self) -> None:
        super().__init__("", Tone.GOOD, Shape.TICK, closable=True)
        self.open = IconButton(_("Op&en the PDF"), "external-link")
        self.add(self.open)
        self.hide()


class DrillPapers(QObject):
    """`told` brings a file that was written, `refused` the sentence why it was not."""

    told = Signal(object)
    refused = Signal(str)

    def __init__(
        self, questions: DrillPaperQuestions, files: FileQuestions, jobs: Jobs, over: QWidget
    ) -> None:
        super().__init__(over)
        self._questions = questions
        self._files = files
        self._jobs = jobs
        self._over = over

    def write(self, what: str, department_id: str, drill_id: str = "") -> None:
        """`what`: grid, report or register. The file is asked for once its usual name is known."""
        suggest = self._questions.suggest_path
        self._jobs.run(
            lambda: suggest(what, department_id, drill_id),
            lambda path: self._write(what, department_id, drill_id, path),
            self._refuse,
        )

    def open(self, path: Path) -> None:
        if not self._files.open_file(path):
            self.refused.emit(
                _("No program of this PC opens PDF files. The file is saved as {path}.").format(
                    path=path
                )
            )

    def _write(self, what: str, department_id: str, drill_id: str, suggested: Path) -> None:
        path = self._files.ask_path(self._over, suggested)
        if path is None:
            return
        write = self._questions.write
        self._jobs.run(
            lambda: write(what, department_id, drill_id, path), self.told.emit, self._refuse
        )

    def _refuse(self, error: Exception) -> None:
        self.refused.emit(sentence_of(error))
