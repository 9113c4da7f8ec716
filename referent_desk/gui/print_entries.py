"""The way into printing: opens the dialog over the window and tells when something was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from referent_desk.gui.help.screens import ScreenHelp
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions import FileQuestions, Questions
from referent_desk.gui.saving import Saver

if TYPE_CHECKING:
    from referent_desk.domain.departments import DepartmentChoice
    from referent_desk.gui.binders.print_dialogs import PrintDialog
    from referent_desk.gui.paper_jobs import PaperJob


class PrintEntry(QObject):
    """One dialog at a time; it is made when it is asked for."""

    printed = Signal()

    def __init__(
        self,
        questions: Questions,
        files: FileQuestions,
        jobs: Jobs,
        saver: Saver,
        screen_help: ScreenHelp,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._questions = questions
        self._files = files
        self._jobs = jobs
        self._saver = saver
        self._help = screen_help
        self._window = window
        self.dialog: PrintDialog | None = None

    def begin(self, choice: DepartmentChoice | None, job: PaperJob | None = None) -> None:
        """Without a job the whole binder, for the copy that the reader chooses."""
        if choice is None or self.dialog is not None:
            return
        from referent_desk.gui.binders.print_dialogs import PrintDialog
        from referent_desk.gui.paper_jobs import questions_for, whole_binder

        asked = job or whole_binder()
        binders = questions_for(asked, self._questions.binders, self._questions.copies.replacements)
        self.dialog = PrintDialog(
            *(choice, binders, self._files, self._jobs, self._window, asked),
            printing=self._questions.printing,
            saver=self._saver,
        )
        width, height = self._window.width() - 80, self._window.height() - 40
        self.dialog.resize(min(1120, width), min(680, height))
        self.dialog.printed.connect(lambda _file: self.printed.emit())
        self.dialog.finished.connect(self._forget_dialog)
        self._help.serve(self.dialog, "binder")
        self.dialog.open()

    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
