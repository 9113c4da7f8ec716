"""What is due as a calendar file, from the click to the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import show_tip
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_today import TodayQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _, ngettext


class CalendarSaving(QObject):
    """`button` asks for the file; what became of it is said in one of the two bars."""

    def __init__(
        self, questions: TodayQuestions, files: FileQuestions, jobs: Jobs, over: QWidget
    ) -> None:
        super().__init__(over)
        self._over = over
        self._questions = questions
        self._files = files
        self._jobs = jobs
        self._department_id: str | None = None
        self.button = IconButton(_("&Calendar…"))
        show_tip(self.button, _("Save what is due as a file that calendars open (.ics)"))
        self.button.clicked.connect(lambda _on: self.ask())
        self.button.hide()
        self.told = NoticeBar("", Tone.GOOD, Shape.TICK, closable=True)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE, closable=True)
        self._hush()

    def choose_department(self, department_id: str | None) -> None:
        self._department_id = department_id
        self.button.setVisible(department_id is not None)
        self._hush()

    def _hush(self) -> None:
        self.told.hide()
        self.trouble.hide()

    def ask(self) -> None:
        """The file is asked for once its usual name is known."""
        department_id = self._department_id
        if department_id is not None:
            self._hush()
            suggest = self._questions.suggest_calendar
            self._jobs.run(
                lambda: suggest(department_id),
                lambda path: self._write(department_id, path),
                self._refuse,
            )

    def _write(self, department_id: str, suggested: Path) -> None:
        path = self._files.ask_path(self._over, suggested)
        if path is not None:
            write = self._questions.write_calendar
            self._jobs.run(lambda: write(department_id, path), self._tell, self._refuse)

    def _tell(self, written: tuple[Path, int]) -> None:
        path, count = written
        self.told.say(
            ngettext(
                "Saved as {path}: {count} thing that is due. Open it with your calendar.",
                "Saved as {path}: {count} things that are due. Open it with your calendar.",
                count,
            ).format(path=path, count=count)
        )

    def _refuse(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))
