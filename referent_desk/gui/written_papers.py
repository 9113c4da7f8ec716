"""A paper from the click to the file: where it goes, that it was written, that it can be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.errors import NotFound
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _


class PaperWriter(QObject):
    """`written` brings the file, `refused` the error: of asking, of writing, or of opening it."""

    written = Signal(object)
    refused = Signal(object)

    def __init__(self, files: FileQuestions, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._files = files
        self._jobs = jobs
        self._is_gone = False

    def write(
        self, over: QWidget, suggest: Callable[[], Path], write: Callable[[Path], Path]
    ) -> None:
        """The file is asked for once its usual name is known."""
        self._jobs.run(suggest, lambda path: self._ask(over, path, write), self._refuse)

    def open(self, path: Path) -> None:
        if not self._files.open_file(path):
            happened = _("No program of this PC opens PDF files.")
            told = _("The file is saved as {path}.").format(path=path)
            self._refuse(NotFound(happened, told))

    def forget(self) -> None:
        """The page goes; what is being written is written to its end."""
        self._is_gone = True

    def _ask(self, over: QWidget, suggested: Path, write: Callable[[Path], Path]) -> None:
        path = None if self._is_gone else self._files.ask_path(over, suggested)
        if path is not None:
            chosen = path
            self._jobs.run(lambda: write(chosen), self._take, self._refuse)

    def _take(self, path: Path) -> None:
        if not self._is_gone:
            self.written.emit(path)

    def _refuse(self, error: Exception) -> None:
        if self._is_gone:
            self._jobs.failed.emit(error)
        else:
            self.refused.emit(error)


class WrittenBar(NoticeBar):
    """What was written, and where; empty until something was."""

    def __init__(self) -> None:
        super().__init__("", Tone.GOOD, Shape.TICK, closable=True)
        self.open = IconButton(_("Op&en the PDF"), "external-link")
        self.add(self.open)
        self.hide()


class WrittenPaper(QWidget):
    """Says where the file lies, or why there is none; hidden until then."""

    def __init__(self, files: FileQuestions, jobs: Jobs) -> None:
        super().__init__()
        self._writer = PaperWriter(files, jobs, self)
        self._writer.written.connect(self._take)
        self._writer.refused.connect(self._refuse)
        self.path: Path | None = None
        self.told = WrittenBar()
        self.refused = NoticeBar("", Tone.BAD, Shape.SQUARE, closable=True)
        self.refused.hide()
        self.open = self.told.open
        self.open.clicked.connect(lambda _on: self._open())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for bar in (self.told, self.refused):
            layout.addWidget(bar)

    def write(self, suggest: Callable[[], Path], write: Callable[[Path], Path]) -> None:
        self._writer.write(self, suggest, write)

    def forget(self) -> None:
        self._writer.forget()

    def _take(self, path: Path) -> None:
        self.path = path
        self.refused.say("")
        self.told.say(_("Saved as {path}.").format(path=path))
        self.open.setFocus()

    def _open(self) -> None:
        if self.path is not None:
            self._writer.open(self.path)

    def _refuse(self, error: Exception) -> None:
        self.refused.say(sentence_of(error))
