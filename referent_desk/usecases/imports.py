"""Bringing in what a hospital has: all of a file in one transaction, or nothing."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

from referent_desk.domain.deeds import Deed, Verb
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.ledgers import Ledger
from referent_desk.domain.imports.plans import plan_import
from referent_desk.domain.imports.reports import ImportReport, Outcome
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.texts import LONGEST_NAME, clean_line
from referent_desk.errors import RefusedInput
from referent_desk.exchange.file_contents import read_bytes
from referent_desk.exchange.function_words import function_words
from referent_desk.exchange.import_reports import check_report_path, report_content
from referent_desk.exchange.lists import ListOptions, SourceList
from referent_desk.exchange.lists_beside import list_in_file
from referent_desk.exchange.spreadsheets import workbook_of
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.files import written_aside
from referent_desk.storage.imports import read_ledger
from referent_desk.storage.work import Work
from referent_desk.usecases.deeds import doing
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.imports_rows import write_ledger

Progress = Callable[[int, int], None]
_WRITTEN_STEPS = 7


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """`columns`: what a column holds, by its title, letter or number.

    `establishment`: where departments lie whose line names none; made new if it is not known.
    """

    kind: ImportKind | None = None
    sheet: str = ""
    header_row: int | None = None
    columns: Mapping[str, Field] = field(default_factory=dict)
    establishment: str = ""
    overwrite_edited: bool = False
    dry_run: bool = False
    report: Path | None = None


def import_file(desk: Desk, path: Path, options: ImportOptions) -> ImportReport:
    """Raises RefusedInput for a file that cannot be used; a refused line is only reported."""
    if options.report is not None:
        check_report_path(options.report, path)
    if len(clean_line(options.establishment)) > LONGEST_NAME:
        raise RefusedInput(
            _("The name of the establishment is too long."),
            _("Shorten it to {count} letters.").format(count=LONGEST_NAME),
        )
    content = read_bytes(path)
    source = list_in_file(
        workbook_of(content, path.name),
        ListOptions(options.kind, options.sheet, options.header_row, options.columns),
    )
    taken = Taken(path.name, hashlib.sha256(content).hexdigest(), source)
    choices = Choices(
        clean_line(options.establishment),
        options.overwrite_edited,
        language=spoken().code,
        labels=labels(),
        function_words=function_words(),
    )
    if options.dry_run:
        with desk.database.read() as connection:
            ledger = read_ledger(connection)
        report = compare(taken, ledger, choices, lambda: str(uuid4()), dry_run=True)
        if options.report is not None:
            write_report(report, options.report)
        return report
    return bring_in(desk, taken, choices, lambda: str(uuid4()), report_path=options.report)


@dataclass(frozen=True, slots=True)
class Taken:
    """A list as it was read, and the file that it was read from."""

    file_name: str
    file_hash: str
    source: SourceList


def bring_in(
    desk: Desk,
    taken: Taken,
    choices: Choices,
    new_id: Callable[[], str],
    *,
    progress: Progress = lambda _done, _of: None,
    report_path: Path | None = None,
) -> ImportReport:
    """Back up, then write all of it in one transaction, which can be undone as a whole.

    `progress` may raise to stop: then nothing was written.
    """
    count = len(taken.source.lines)
    most = 2 * count + _WRITTEN_STEPS
    progress(0, most)
    if not desk.read_only:
        desk.back_up()
    deed = Deed(Verb.IMPORTED, "import", clean_line(taken.file_name))
    with doing(desk, "import", deed, origin=Origin.IMPORT) as work:
        ledger = read_ledger(work.connection)
        report = compare(taken, ledger, choices, new_id, advanced=lambda done: progress(done, most))
        steps = itertools.count(1)
        share = max(1, (most - count) // _WRITTEN_STEPS)
        kinds = write_ledger(
            work, ledger, lambda: progress(min(most, count + next(steps) * share), most)
        )
        _write_run(work, desk, report, taken.file_hash)
        if report_path is not None:  # inside: without its report, nothing is brought in
            write_report(report, report_path)
        progress(most, most)
    return replace(report, changed_kinds=kinds)


def compare(
    taken: Taken,
    ledger: Ledger,
    choices: Choices,
    new_id: Callable[[], str],
    *,
    advanced: Callable[[int], None] = lambda _done: None,
    dry_run: bool = False,
) -> ImportReport:
    """Bring the ledger to what the list says; nothing is written."""
    source = taken.source
    nights = ((c.field, c.title) for c in source.columns if c.field is Field.NIGHT)
    choices = replace(choices, beside=source.beside, labels=(*choices.labels, *nights))
    plan = plan_import(source.kind, source.lines, ledger, choices, new_id, advanced)
    return ImportReport(
        file_name=clean_line(taken.file_name),
        kind=source.kind,
        source=source.source,
        sheet=source.sheet,
        header_row=source.header_row,
        columns=source.columns,
        other_sheets=source.other_sheets,
        lines=plan.lines,
        absent=plan.absent,
        dry_run=dry_run,
        shown_id=plan.shown_id,
        shown_line=plan.shown_line,
        department_id=plan.department_id,
        unknown_people=plan.unknown_people,
    )


def labels() -> tuple[tuple[Field, str], ...]:
    """What people and numbers are called that a list of departments names beside each."""
    return (
        (Field.HEAD, _("Head of department")),
        (Field.WARD_MANAGER, _("Ward manager")),
        (Field.DECT, _("DECT")),
    )


def write_report(report: ImportReport, path: Path) -> None:
    """Whole or not at all."""
    with written_aside(path) as write:
        write(report_content(report, path))


def _write_run(work: Work, desk: Desk, report: ImportReport, file_hash: str) -> None:
    counts = report.counts
    row: dict[str, object] = {
        "id": work.new_id(),
        "home_id": desk.home_id,
        "file_name": report.file_name,
        "file_hash": file_hash,
        "kind": report.kind,
        "lines_read": len(report.lines),
        **{str(outcome): counts[outcome] for outcome in Outcome},
    }
    work.add(schema.import_run, [row])
