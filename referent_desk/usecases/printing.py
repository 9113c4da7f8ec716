"""Giving paper to do to a printer, and what the ward knows of its printers."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.printing import JobReport, Printer, PrinterRow, PrintOptions
from referent_desk.domain.records import RecordKind
from referent_desk.language import _
from referent_desk.paper.test_pages import TestedPrinter, lay_out_test_page
from referent_desk.storage import schema
from referent_desk.storage.copies import runs_of
from referent_desk.storage.printers import open_printers
from referent_desk.usecases.binder_languages import binder_language
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.print_files import pdf_at
from referent_desk.usecases.run_facts import record_sending

Progress = Callable[[int, int], None]


class PrintingPort(Protocol):
    """The printers of this computer. Raises DeskError wherever the paper cannot come.

    `send` returns a name of the job once the queue has taken it, which says nothing of paper;
    `look` tells how far it is; `cancel` takes it back where that is still possible.
    """

    def printers(self) -> tuple[Printer, ...]: ...

    def send(
        self,
        pdf: Path,
        queue: str,
        title: str,
        options: PrintOptions,
        progress: Progress | None = None,
    ) -> str: ...

    def look(self, job: str) -> JobReport: ...

    def cancel(self, job: str) -> None: ...


def record_sent(desk: Desk, department_id: str, run_number: int, printer: str, job: str) -> Saved:
    """The printing of that number was handed to a printer. Raises NotFound."""
    with desk.database.read() as connection:
        runs = runs_of(connection, department_id)
    run_id = next((run.id for run in runs if run.number == run_number), "")
    return record_sending(desk, run_id, printer, job)


def list_ward_printers(desk: Desk, department_id: str) -> tuple[PrinterRow, ...]:
    """The printers that the department has written down and not closed."""
    with desk.database.read() as connection:
        return open_printers(connection, department_id)


def place_to_send(suggested: Path) -> Path:
    """Where a file that is only there to be sent is written: as suggested, if that can be written.

    In an outage the home may lie on a stick that can only be read.
    """
    with suppress(OSError):
        suggested.parent.mkdir(parents=True, exist_ok=True)
        if os.access(suggested.parent, os.W_OK):
            return suggested
    return Path(tempfile.gettempdir()) / suggested.name


def write_test_page(desk: Desk, department_id: str, printer: Printer) -> Path:
    """The test page of a printer, in the language of the binder."""
    with desk.database.read() as connection:
        said = binder_language(connection, desk, department_id)
        rows = open_printers(connection, department_id)
    row = next((row for row in rows if row.queue == printer.queue), None)
    named = TestedPrinter(
        name=row.name if row is not None else printer.name,
        queue=printer.queue,
        place=(row.place if row is not None else "") or printer.place,
    )
    page = lay_out_test_page(
        named,
        desk.clock.now().astimezone(),
        said,
        two_sided=printer.two_sided is not False,
    )
    name = _("test page")
    path = place_to_send(desk.home.prints / f"{name}.pdf")
    with pdf_at(path) as write:
        write(page)
    return path


def record_test(desk: Desk, department_id: str, printer: Printer) -> Saved:
    """Somebody looked at the test page, and it was right. The ward knows the printer from then on.

    What is already written down of the printer stays as it was said.
    """
    today = desk.clock.today()
    with desk.database.read() as connection:
        rows = open_printers(connection, department_id)
    row = next((row for row in rows if row.queue == printer.queue), None)
    name = row.name if row is not None else printer.name
    deed = Deed(Verb.EDITED if row else Verb.ADDED, RecordKind.PRINTER, name, "tested_on")
    with doing(desk, "record_test_page", deed, record_id=row.id if row else "") as work:
        printer_id = row.id if row is not None else work.new_id()
        if row is not None:
            work.change(schema.printer, printer_id, {"tested_on": today})
        else:
            said = {"name": name, "place": printer.place, "queue": printer.queue}
            link = {"id": printer_id, "department_id": department_id}
            work.add(schema.printer, [{**link, **said, "tested_on": today}])
    return saved(desk, kinds_of(work.trail), printer_id)
