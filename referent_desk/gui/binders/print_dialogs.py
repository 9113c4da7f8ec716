"""Printing a binder: seen first, then sent to a printer or saved; never called printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.printing import Printer
from referent_desk.gui.binders.previews import BinderPreview
from referent_desk.gui.binders.print_forms import PrintForm
from referent_desk.gui.binders.print_sides import PrintSide
from referent_desk.gui.binders.print_words import (
    save_text,
    send_text,
    set_plain_sentence,
    written_sentence,
)
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.one_jobs import OneJob
from referent_desk.gui.paper_jobs import PaperJob, whole_binder
from referent_desk.gui.print_sendings import PrintSending
from referent_desk.gui.progress_rows import ProgressRow
from referent_desk.gui.questions import BinderQuestions, FileQuestions, PreviewedBinder, PrintedFile
from referent_desk.gui.questions_printing import PrintingQuestions
from referent_desk.gui.saving import Saver
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _

_SETTLE = 400  # milliseconds after the last change of the form before it is set again


class PrintDialog(QDialog):
    """Without `printing` the binder can be saved only. `printed` comes with each file written."""

    printed = Signal(object)

    def __init__(
        self,
        choice: DepartmentChoice,
        binders: BinderQuestions,
        files: FileQuestions,
        jobs: Jobs,
        parent: QWidget | None = None,
        job: PaperJob | None = None,
        *,
        printing: PrintingQuestions | None = None,
        saver: Saver | None = None,
    ) -> None:
        super().__init__(parent)
        self._paper_job = job or whole_binder()
        self.setWindowTitle(self._paper_job.title)
        self._choice = choice
        self._binders = binders
        self._files = files
        self.progress = ProgressRow(_("How far the binder is"))
        self._work = OneJob(jobs, self.progress)
        self._suggestion = LatestAnswer(jobs)
        self._suggested: Path | None = None
        self._pages = 0
        self._written: PrintedFile | None = None
        self.sending = (
            PrintSending(choice, printing, jobs, saver, self._work.begin) if printing else None
        )
        self.form = PrintForm(self._paper_job)
        self.preview = BinderPreview(binders.draw_page, jobs)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._make_controls()
        self._lay_out()
        self._settle.timeout.connect(self.show_preview)
        self.form.changed.connect(self._expect_preview)
        self._work.begun.connect(self._note_begin)
        self._work.refused.connect(self._refuse_with)
        self._work.settled.connect(self._show_buttons)
        self._suggestion.ask(lambda: binders.suggest_path(choice.id), self._take_suggestion)
        self.show_preview()
        self._connect_sending()
        self.form.copy.setFocus()

    def _make_controls(self) -> None:
        self.send = IconButton("", "printer", main=True)
        self.send.clicked.connect(self.give_to_printer)
        self.save = IconButton("", "download", main=True)
        self.save.clicked.connect(self.write)
        self.open_button = IconButton(_("O&pen the PDF"), "external-link")
        self.open_button.clicked.connect(self._open)
        self.open_button.hide()
        self.close_button = IconButton(_("&Close"))
        self.close_button.clicked.connect(self.reject)
        self.saved = NoticeBar("", Tone.GOOD, Shape.TICK)
        self.set_plain = NoticeBar("", Tone.WARNING, Shape.TRIANGLE)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self._show_buttons()

    def _lay_out(self) -> None:
        sending = self.sending
        asked = (sending.rows, self.form, sending.rows.counts) if sending else (self.form,)
        bars = [self.trouble, self.set_plain, self.saved]
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(PrintSide(self._choice, *asked))
        top.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.send, self.save, self.open_button, self.close_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(top, 1)
        for bar in bars:
            bar.hide()
            layout.addWidget(bar)
        for widget in (sending.sent, sending.tested, sending.row) if sending is not None else ():
            layout.addWidget(widget)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    def _connect_sending(self) -> None:
        """The printers are asked for after the pages: asking may take a while."""
        if self.sending is not None:
            self.sending.prepared.connect(self._take_prepared)
            self.sending.refused.connect(self._refuse_with)
            self.sending.changed.connect(self._show_buttons)
            self.sending.rows.changed.connect(self._show_buttons)
            self.sending.rows.chosen_changed.connect(self._take_printer)
            self.sending.look_for_printers()

    def show_preview(self) -> None:
        """Set the binder as it would be printed now, without a number of its own."""
        department_id, copy = self._choice.id, self.form.copy_number
        one_sided = self.form.is_one_sided
        self._pages = 0
        self.form.say_pages(0)
        self.preview.say(_("Setting the pages…"))
        self._work.begin(
            lambda progress: self._binders.preview(department_id, copy, one_sided, progress),
            self._take_preview,
            _("The preview was stopped."),
        )

    def write(self) -> None:
        """Ask for the file, then write the binder into it."""
        path = self._files.ask_path(self, self._suggested or Path("binder.pdf"))
        if path is None:
            return
        self._forget_written()
        department_id, copy = self._choice.id, self.form.copy_number
        one_sided = self.form.is_one_sided
        self._work.begin(
            lambda progress: self._binders.write(department_id, path, copy, one_sided, progress),
            self._take_written,
            _("Stopped. No file was written."),
        )

    def give_to_printer(self) -> None:
        """Write the binder into the home's folder of prints, then send that file."""
        if self.sending is None:
            return
        self._forget_written()
        department_id, copy = self._choice.id, self.form.copy_number
        one_sided = self.form.is_one_sided
        self.sending.send(
            self._suggested or Path("binder.pdf"),
            lambda path, progress: self._binders.write(
                department_id, path, copy, one_sided, progress
            ),
            not one_sided,
        )

    def _forget_written(self) -> None:
        self._written = None
        self.open_button.hide()

    def done(self, result: int) -> None:
        """Closing stops what is under way; a file is either whole or not there."""
        self._work.cancel()
        self._settle.stop()
        self._suggestion.forget()
        self.preview.forget()
        if self.sending is not None:
            self.sending.forget()
        super().done(result)

    def _note_begin(self) -> None:
        """What was said of the work before is over."""
        for bar in (self.trouble, self.saved, self.set_plain):
            bar.hide()
        if self.sending is not None:
            self.sending.hide_notices()
        self._show_buttons()

    def _expect_preview(self) -> None:
        self._settle.start()
        self._show_buttons()

    def _take_suggestion(self, path: Path) -> None:
        self._suggested = path

    def _take_preview(self, binder: PreviewedBinder) -> None:
        self._pages = binder.pages
        self.form.say_pages(binder.pages)
        self.preview.show_pdf(binder.pdf, binder.pages)
        if self.sending is not None:
            self.sending.rows.set_pages(binder.pages)

    def _take_printer(self, printer: Printer | None) -> None:
        self.form.follow(printer.two_sided if printer is not None else None)
        self._show_buttons()

    def _take_prepared(self, written: PrintedFile) -> None:
        """The file is there, whatever becomes of its job."""
        self._written = written
        self.open_button.show()
        self.printed.emit(written)

    def _take_written(self, written: PrintedFile) -> None:
        self._take_prepared(written)
        self.saved.say(written_sentence(written))
        self.set_plain.say(set_plain_sentence(written.set_plain))
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse_with(self, sentence: str) -> None:
        self.trouble.say(sentence)
        if not self._pages:
            self.preview.say("")
        elif self._written is not None:
            self.saved.say(written_sentence(self._written))

    def _open(self) -> None:
        if self._written is not None and not self._files.open_file(self._written.path):
            self.trouble.say(
                _("No program of this PC opens PDF files. The file is saved as {path}.").format(
                    path=self._written.path
                )
            )

    def _show_buttons(self) -> None:
        """The buttons say what will happen, with how many pages."""
        can_send = self.sending is not None and self.sending.rows.chosen is not None
        self.send.setVisible(can_send)
        self.save.be_main(not can_send)
        self.save.setText(save_text(self._pages))
        idle = not self._work.is_under_way and not self._settle.isActive() and bool(self._pages)
        self.save.setEnabled(idle)
        if self.sending is not None:
            options = self.sending.rows.options(two_sided=not self.form.is_one_sided)
            self.send.setText(send_text(options, self._pages))
            self.send.setEnabled(idle and self.sending.is_ready)
            self.sending.rows.test.setEnabled(not self._work.is_under_way and self.sending.is_ready)
