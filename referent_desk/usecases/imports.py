"""Bringing in what a hospital has: all of a file in one transaction, or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

from referent_desk.domain.changes import Kind
from referent_desk.domain.imports import Field, ImportKind, ImportReport, Outcome
from referent_desk.domain.imports_ledgers import Ledger
from referent_desk.domain.imports_plans import plan_import
from referent_desk.domain.imports_runs import Choices
from referent_desk.domain.texts import LONGEST_NAME, clean_line
from referent_desk.errors import RefusedInput
from referent_desk.exchange.file_contents import read_bytes
from referent_desk.exchange.import_reports import check_report_path, write_report
from referent_desk.exchange.lists import ListOptions, SourceList, list_of
from referent_desk.exchange.spreadsheets import workbook_of
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.imports import read_ledger
from referent_desk.storage.work import Work
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.imports_rows import write_ledger


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
    source = list_of(
        workbook_of(content, path.name),
        ListOptions(options.kind, options.sheet, options.header_row, options.columns),
    )
    if options.dry_run:
        with desk.database.read() as connection:
            report = _plan(source, read_ledger(connection), path, options)
        _write_report(report, options)
        return report
    if not desk.read_only:
        desk.back_up()
    with desk.database.write("import", origin=Origin.IMPORT) as work:
        ledger = read_ledger(work.connection)
        report = _plan(source, ledger, path, options)
        kinds = write_ledger(work, ledger)
        _write_run(work, desk, report, hashlib.sha256(content).hexdigest())
        _write_report(report, options)
    return _with_kinds(report, kinds)


def _plan(source: SourceList, ledger: Ledger, path: Path, options: ImportOptions) -> ImportReport:
    choices = Choices(clean_line(options.establishment), options.overwrite_edited)
    plan = plan_import(source.kind, source.lines, ledger, choices, lambda: str(uuid4()))
    return ImportReport(
        file_name=clean_line(path.name),
        kind=source.kind,
        source=source.source,
        sheet=source.sheet,
        header_row=source.header_row,
        columns=source.columns,
        other_sheets=source.other_sheets,
        lines=plan.lines,
        absent=plan.absent,
        dry_run=options.dry_run,
    )


def _with_kinds(report: ImportReport, kinds: frozenset[Kind]) -> ImportReport:
    return replace(report, changed_kinds=kinds)


def _write_report(report: ImportReport, options: ImportOptions) -> None:
    """Inside the transaction: a report that cannot be written lets nothing be imported."""
    if options.report is not None:
        write_report(report, options.report)


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
