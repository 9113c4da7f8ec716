"""The printers of this computer: CUPS where its commands are, else those that Qt finds."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.jobs import Progress
from referent_desk.gui.questions_printing import PrintingQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.printing import JobReport, Printer, PrintOptions
    from referent_desk.usecases.printing import PrintingPort


def printing_port() -> PrintingPort:
    from referent_desk.exchange.cups import CupsQueues

    queues = CupsQueues()
    if queues.is_here:
        return queues
    from referent_desk.gui.raster_printers import RasterPrinters
    from referent_desk.paper.rasters import PrintedPages

    return RasterPrinters(PrintedPages)


class _Printing:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    @cached_property
    def _port(self) -> PrintingPort:
        return printing_port()

    def printers(self) -> tuple[Printer, ...]:
        return self._port.printers()

    def place(self, suggested: Path) -> Path:
        from referent_desk.usecases.printing import place_to_send

        return place_to_send(suggested)

    def send(
        self, pdf: Path, queue: str, title: str, options: PrintOptions, progress: Progress
    ) -> str:
        return self._port.send(pdf, queue, title, options, progress)

    def look(self, job: str) -> JobReport:
        return self._port.look(job)

    def cancel(self, job: str) -> None:
        self._port.cancel(job)

    def write_test_page(self, department_id: str, printer: Printer) -> Path:
        from referent_desk.usecases.printing import write_test_page

        return write_test_page(self._held.desk, department_id, printer)

    def record_sent(self, department_id: str, run_number: int, printer: str, job: str) -> Saved:
        from referent_desk.usecases.printing import record_sent

        return record_sent(self._held.desk, department_id, run_number, printer, job)

    def record_test(self, department_id: str, printer: Printer) -> Saved:
        from referent_desk.usecases.printing import record_test

        return record_test(self._held.desk, department_id, printer)


def printing_questions(held: HeldDesk) -> PrintingQuestions:
    printing = _Printing(held)
    return PrintingQuestions(
        printers=printing.printers,
        place=printing.place,
        send=printing.send,
        look=printing.look,
        cancel=printing.cancel,
        write_test_page=printing.write_test_page,
        record_sent=printing.record_sent,
        record_test=printing.record_test,
    )
