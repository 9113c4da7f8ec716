"""Giving what a print dialog shows to a printer, and a test page before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.printing import JobReport, JobState, Printer, PrintOptions
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs, LatestAnswer, Progress
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.printer_rows import PrinterRows
from referent_desk.gui.printing_words import report_sentence
from referent_desk.gui.questions import PrintedFile
from referent_desk.gui.questions_printing import PrintingQuestions
from referent_desk.gui.saving import Saver
from referent_desk.gui.sending_rows import SendingRow
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _

Begin = Callable[[Callable[[Progress], Any], Callable[[Any], None], str], None]
"""Of the dialog: work on the worker with its progress, what takes the answer, what is said if it
was stopped."""


@dataclass(frozen=True, slots=True)
class _Sending:
    """What is on its way; `run_number` None: nothing is recorded of it."""

    job: str
    printer: Printer
    is_test: bool = False
    run_number: int | None = None


class PrintSending(QObject):
    """`rows` asks how, `row` says how far a job is, `sent` and `tested` what comes after it.

    `prepared` is emitted with the file that is about to be sent, `refused` with a sentence.
    """

    prepared = Signal(object)
    refused = Signal(str)
    changed = Signal()

    def __init__(
        self,
        choice: DepartmentChoice,
        printing: PrintingQuestions,
        jobs: Jobs,
        saver: Saver | None,
        begin: Begin,
    ) -> None:
        super().__init__()
        self._choice = choice
        self._printing = printing
        self._saver = saver
        self._begin = begin
        self._answer = LatestAnswer(jobs)
        self._sending: _Sending | None = None
        self.rows = PrinterRows()
        self.row = SendingRow(printing, jobs)
        self.sent = NoticeBar("", Tone.GOOD, Shape.TICK)
        self.tested = NoticeBar("", Tone.NEUTRAL, Shape.DISC)
        self.right = IconButton(_("The test page is &right"), "check")
        self.tested.add(self.right)
        self.hide_notices()
        self.right.clicked.connect(self._record_test)
        self.rows.again_asked.connect(self.look_for_printers)
        self.rows.test_asked.connect(self.send_test)
        self.row.ended.connect(self._take_end)
        self.row.stopped.connect(self._take_stop)
        self.row.changed.connect(self._note_change)

    @property
    def is_ready(self) -> bool:
        """There is a printer, and nothing is on its way to one."""
        return self.rows.chosen is not None and not self.row.is_under_way

    def look_for_printers(self) -> None:
        self.rows.show_printers(())
        self.rows.say(_("Looking for printers…"))
        self._answer.ask(
            self._printing.printers,
            self.rows.show_printers,
            lambda error: self.rows.say(sentence_of(error)),
        )

    def send(
        self, suggested: Path, write: Callable[[Path, Progress], PrintedFile], two_sided: bool
    ) -> None:
        """Prepare the file, so that it is there whatever becomes of the job, then send it."""
        printer, options = self.rows.chosen, self.rows.options(two_sided=two_sided)
        if printer is None:
            return
        self._begin(
            lambda progress: write(self._printing.place(suggested), progress),
            lambda written: self._take_prepared(written, printer, options),
            _("Stopped. Nothing was sent to the printer."),
        )

    def send_test(self) -> None:
        printer = self.rows.chosen
        if printer is None:
            return
        options = PrintOptions(two_sided=printer.two_sided is not False)

        def work(progress: Progress) -> str:
            page = self._printing.write_test_page(self._choice.id, printer)
            return self._printing.send(page, printer.queue, page.stem, options, progress)

        self._begin(
            work,
            lambda job: self._watch(_Sending(job, printer, is_test=True)),
            _("Stopped. Nothing was sent to the printer."),
        )

    def forget(self) -> None:
        """The dialog is closed: what the queue has taken stays there, and was sent."""
        self._answer.forget()
        if self.row.is_under_way:
            self.row.forget()
            self._record_sent()

    def hide_notices(self) -> None:
        for bar in (self.sent, self.tested):
            bar.hide()

    def _take_prepared(self, written: PrintedFile, printer: Printer, options: PrintOptions) -> None:
        self.prepared.emit(written)
        path, queue, run = written.path, printer.queue, written.run_number
        self._begin(
            lambda progress: self._printing.send(path, queue, path.stem, options, progress),
            lambda job: self._watch(
                _Sending(job, printer, run_number=run if options.is_whole else None)
            ),
            _("Stopped. Nothing was sent to the printer."),
        )

    def _watch(self, sending: _Sending) -> None:
        self._sending = sending
        self.row.begin(sending.job, sending.printer.name)

    def _take_end(self, report: JobReport) -> None:
        sending = self._sending
        assert sending is not None
        sentence = report_sentence(report, sending.printer.name)
        if report.state is not JobState.SENT:
            self.refused.emit(sentence)
        elif sending.is_test:
            self._ask_for_test(sending.printer)
        else:
            self.sent.say(sentence)
            self._record_sent()
        self.look_again_quietly()

    def _take_stop(self) -> None:
        self.refused.emit(
            _("The job was stopped. The printer may still print what it had taken already.")
        )

    def look_again_quietly(self) -> None:
        """The state of the printers has changed; the list stays while they are asked."""
        self._answer.ask(self._printing.printers, self.rows.show_printers, lambda _error: None)

    def _ask_for_test(self, printer: Printer) -> None:
        self.tested.say(
            _(
                "The test page was sent to “{printer}”. Look at it line by line; what is not right "
                "on it will not be right in the binder."
            ).format(printer=printer.name)
        )
        self.right.setVisible(self._saver is not None and self._saver.can_save)

    def _record_test(self) -> None:
        sending, saver = self._sending, self._saver
        if sending is None or saver is None:
            return
        saver.save(lambda: self._printing.record_test(self._choice.id, sending.printer))
        self.right.hide()
        self.tested.say(
            _("Noted: the test page of “{printer}” was right today.").format(
                printer=sending.printer.name
            )
        )

    def _record_sent(self) -> None:
        sending, saver = self._sending, self._saver
        if sending is None or sending.run_number is None or sending.is_test:
            return
        if saver is not None and saver.can_save:
            number, name, job = sending.run_number, sending.printer.name, sending.job
            saver.save(lambda: self._printing.record_sent(self._choice.id, number, name, job))

    def _note_change(self) -> None:
        self.changed.emit()
