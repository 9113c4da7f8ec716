"""Printing a binder: seen before it is written, then saved and opened; never called printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.binders.previews import BinderPreview
from referent_desk.gui.binders.print_forms import PrintForm
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Job, Jobs, LatestAnswer, Progress
from referent_desk.gui.labels import Look, PlainLabel, shortened, show_tip
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.progress_rows import ProgressRow
from referent_desk.gui.questions import BinderQuestions, FileQuestions, PreviewedBinder, PrintedFile
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _, ngettext

_FORM_WIDTH = 336  # pixels
_NAME_LETTERS = 90  # of the department; the cover in the preview has it whole
_SETTLE = 400  # milliseconds after the last change of the form before it is set again
Answer = TypeVar("Answer")


class PrintDialog(QDialog):
    printed = Signal(object)

    def __init__(
        self,
        choice: DepartmentChoice,
        binders: BinderQuestions,
        files: FileQuestions,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Print the binder"))
        self._choice = choice
        self._binders = binders
        self._files = files
        self._jobs = jobs
        self._job: Job | None = None
        self._suggestion = LatestAnswer(jobs)
        self._suggested: Path | None = None
        self._pages = 0
        self._written: Path | None = None
        self.form = PrintForm()
        self.preview = BinderPreview(binders.draw_page, jobs)
        self.progress = ProgressRow(_("How far the binder is"))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._make_controls()
        self._lay_out()
        self._settle.timeout.connect(self.show_preview)
        self.form.changed.connect(self._expect_preview)
        self.progress.stopped.connect(self._stop)
        self._suggestion.ask(lambda: binders.suggest_path(choice.id), self._take_suggestion)
        self.show_preview()

    def _make_controls(self) -> None:
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
        self._show_save()

    def _lay_out(self) -> None:
        left = QWidget()
        left.setFixedWidth(_FORM_WIDTH)
        words = QVBoxLayout(left)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(8)
        for text, look in (
            (self._choice.name, Look.TITLE),
            (self._choice.establishment, Look.MUTED),
        ):
            label = PlainLabel(shortened(text, _NAME_LETTERS), look)
            show_tip(label, text)
            words.addWidget(label)
        words.addSpacing(8)
        words.addWidget(self.form)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(left)
        top.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.save, self.open_button, self.close_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(top, 1)
        for bar in (self.trouble, self.set_plain, self.saved):
            bar.hide()
            layout.addWidget(bar)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    def show_preview(self) -> None:
        """Set the binder as it would be printed now, without a number of its own."""
        department_id, copy = self._choice.id, self.form.copy_number
        one_sided = self.form.is_one_sided
        self._pages = 0
        self.preview.say(_("Setting the pages…"))
        self._begin(
            lambda progress: self._binders.preview(department_id, copy, one_sided, progress),
            self._take_preview,
            _("The preview was stopped."),
        )

    def write(self) -> None:
        """Ask for the file, then write the binder into it."""
        path = self._files.ask_path(self, self._suggested or Path("binder.pdf"))
        if path is None:
            return
        department_id, copy = self._choice.id, self.form.copy_number
        one_sided = self.form.is_one_sided
        self._begin(
            lambda progress: self._binders.write(department_id, path, copy, one_sided, progress),
            self._take_written,
            _("Stopped. No file was written."),
        )

    def done(self, result: int) -> None:
        """Closing stops what is under way; a file is either whole or not there."""
        self._cancel()
        self._settle.stop()
        self._suggestion.forget()
        self.preview.forget()
        super().done(result)

    def _begin(
        self, work: Callable[[Progress], Answer], done: Callable[[Answer], None], stopped: str
    ) -> None:
        self._cancel()
        for bar in (self.trouble, self.saved, self.set_plain):
            bar.hide()
        self.progress.begin()
        self._job = job = self._jobs.run_long(
            work,
            lambda answer: self._settle_job(job, lambda: done(answer)),
            lambda error: self._settle_job(job, lambda: self._refuse(error)),
            advanced=self.progress.advance,
            stopped=lambda: self._settle_job(job, lambda: self._refuse_with(stopped)),
        )
        self._show_save()

    def _settle_job(self, job: Job, then: Callable[[], None]) -> None:
        """Only the newest job speaks."""
        if self._job is job:
            self._job = None
            self.progress.hide()
            then()
            self._show_save()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _expect_preview(self) -> None:
        self._settle.start()
        self._show_save()

    def _take_suggestion(self, path: Path) -> None:
        self._suggested = path

    def _take_preview(self, binder: PreviewedBinder) -> None:
        self._pages = binder.pages
        self.preview.show_pdf(binder.pdf, binder.pages)

    def _take_written(self, written: PrintedFile) -> None:
        self._written = written.path
        self.saved.say(written_sentence(written))
        self.set_plain.say(set_plain_sentence(written.set_plain))
        self.open_button.show()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.printed.emit(written)

    def _refuse(self, error: Exception) -> None:
        self._refuse_with(sentence_of(error))

    def _refuse_with(self, sentence: str) -> None:
        self.trouble.say(sentence)
        if not self._pages:
            self.preview.say("")

    def _open(self) -> None:
        if self._written is not None and not self._files.open_file(self._written):
            self.trouble.say(
                _("No program of this PC opens PDF files. The file is saved as {path}.").format(
                    path=self._written
                )
            )

    def _show_save(self) -> None:
        """The button says what will happen, with how many pages."""
        text = _("&Save the PDF…")
        if self._pages:
            text = ngettext(
                "&Save the PDF ({count} page)…", "&Save the PDF ({count} pages)…", self._pages
            ).format(count=self._pages)
        self.save.setText(text)
        ready = self._job is None and not self._settle.isActive()
        self.save.setEnabled(bool(self._pages) and ready)


def written_sentence(written: PrintedFile) -> str:
    """What lies in the file now; that it was printed only a person can say."""
    pages = ngettext("{count} page", "{count} pages", written.pages).format(count=written.pages)
    sheets = ngettext("{count} sheet", "{count} sheets", written.sheets).format(
        count=written.sheets
    )
    return _(
        "Saved as {path}: {sheets}, {pages}. It is not printed yet: open it and print it at "
        "100 %, in black and white."
    ).format(path=written.path, sheets=sheets, pages=pages)


def set_plain_sentence(codes: tuple[str, ...]) -> str:
    if not codes:
        return ""
    return ngettext(
        "One sheet could only be set as plain text: {codes}. Nothing of it is missing.",
        "{count} sheets could only be set as plain text: {codes}. Nothing of them is missing.",
        len(codes),
    ).format(count=len(codes), codes=", ".join(codes))
