"""What an import did, line by line, for people: on the screen, as text or as a list."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.reports import Concern, ImportReport, LineReport, Outcome
from referent_desk.errors import RefusedInput
from referent_desk.exchange.exports import export_cell
from referent_desk.exchange.import_names import (
    concern_name,
    field_name,
    kind_name,
    outcome_name,
)
from referent_desk.exchange.import_words import remark_sentence
from referent_desk.language import _, ngettext

_TOLD_FIRST = (Concern.REFUSAL, Concern.DOUBT, Concern.DAMAGE, Concern.KEPT)
_FORMS = (".csv", ".txt")


def check_report_path(path: Path, source: Path) -> None:
    """Raises before anything is imported when the report could not be written.

    `source` is the imported file: a report never takes its place.
    """
    if path.suffix.lower() not in _FORMS:
        raise RefusedInput(
            _("A report is written as .csv or .txt, not as {name}.").format(name=path.name),
            _("Choose another name for the report."),
        )
    if not path.absolute().parent.is_dir() or path.is_dir() or path.resolve() == source.resolve():
        raise RefusedInput(
            _("The report cannot be written to {path}.").format(path=path),
            _("Choose a folder that exists and a name for the file."),
        )


def report_content(report: ImportReport, path: Path) -> bytes:
    """What is written to `path`, by the ending of its name."""
    is_list = path.suffix.lower() == ".csv"
    content = report_list(report) if is_list else report_text(report)
    return content.encode("utf-8-sig")


def heading(report: ImportReport) -> Iterator[str]:
    """What was read and how it was understood, in a few sentences."""
    kind = kind_name(report.kind)
    if report.source:
        yield _("{file}: an export of {source}, read as: {kind}.").format(
            file=report.file_name, source=report.source, kind=kind
        )
    else:
        yield _("{file}: read as: {kind}.").format(file=report.file_name, kind=kind)
    if report.sheet:
        yield _("Sheet “{name}”, titles in row {row}.").format(
            name=report.sheet, row=report.header_row
        )
    if report.other_sheets:
        yield _("Sheets not read: {names}.").format(names=", ".join(report.other_sheets))
    yield from _untaken(report)


def _untaken(report: ImportReport) -> Iterator[str]:
    """Titles that are left for one reason stand together."""
    titles: dict[str, list[str]] = {}
    for column in report.columns:
        if column.field is None:
            reason = remark_sentence(column.reason) if column.reason else ""
            titles.setdefault(reason, []).append(column.title)
    for reason, untaken in titles.items():
        said = _("Columns not taken: {titles}.").format(titles=", ".join(untaken))
        yield f"{said} {reason}".strip()


def closing(report: ImportReport) -> Iterator[str]:
    """What a person should look at next."""
    if report.damaged:
        yield ngettext(
            "{count} damaged value was left out.",
            "{count} damaged values were left out.",
            report.damaged,
        ).format(count=report.damaged)
    doubtful = report.counts[Outcome.DOUBTFUL]
    if doubtful:
        yield ngettext(
            "{count} line needs a decision.", "{count} lines need a decision.", doubtful
        ).format(count=doubtful)
    if report.absent:
        yield ngettext(
            "{count} entry is not in the file; it was left as it is.",
            "{count} entries are not in the file; they were left as they are.",
            len(report.absent),
        ).format(count=len(report.absent))
    fields = {column.field for column in report.columns}
    if report.kind is ImportKind.DEPLOYMENTS and not fields & {Field.FUNCTION, Field.PURPOSE}:
        yield _(
            "No column says for which function a software is used: what its kind usually serves "
            "was taken, and nothing where the kind is unknown."
        )
    if report.dry_run:
        yield _("This was a trial: nothing was written.")


def line_sentences(line: LineReport) -> list[str]:
    return [
        (_("Column {column}: ").format(column=r.column) if r.column else "") + remark_sentence(r)
        for r in line.remarks
    ]


def matters(report: ImportReport) -> Iterator[str]:
    """One sentence for each refusal, doubt, damage and kept value, with its row."""
    for line in report.lines:
        for remark in line.remarks:
            if remark.concern in _TOLD_FIRST:
                yield _("Row {row}: {sentence}").format(
                    row=line.row, sentence=remark_sentence(remark)
                )


def report_text(report: ImportReport) -> str:
    lines = [*heading(report), ""]
    for line in report.lines:
        lines.append(
            _("Row {row}: {outcome}").format(row=line.row, outcome=outcome_name(line.outcome))
        )
        lines.extend(f"    {sentence}" for sentence in line_sentences(line))
    if report.absent:
        lines += ["", _("Not in the file, left as they are:"), *(f"    {a}" for a in report.absent)]
    lines += ["", *closing(report), counted_lines(report), ""]
    return "\n".join(lines)


def report_list(report: ImportReport) -> str:
    """For a spreadsheet in French: `;` between cells, one row for each remark."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    titles = (
        _("Row"), _("Outcome"), _("About"), _("Column"), _("Field"), _("Before"), _("After"),
        _("Value"), _("Sentence"),
    )  # fmt: skip
    writer.writerow(titles)
    for line in report.lines:
        for cells in _line_rows(line):
            writer.writerow([export_cell(cell) for cell in cells])
    for name in report.absent:
        sentence = _("Not in the file, left as it is.")
        writer.writerow(["", _("absent"), "", "", "", "", "", export_cell(name), sentence])
    writer.writerow(["", counted_lines(report), "", "", "", "", "", "", ""])
    return stream.getvalue()


def counted_lines(report: ImportReport) -> str:
    counts = ", ".join(
        f"{outcome_name(outcome)} {count}" for outcome, count in report.counts.items() if count
    )
    return _("Lines read: {total} ({counts}).").format(total=len(report.lines), counts=counts or 0)


def _line_rows(line: LineReport) -> Iterator[tuple[str, ...]]:
    first = (str(line.row), outcome_name(line.outcome))
    if not line.remarks:
        yield (*first, "", "", "", "", "", "", "")
    for remark in line.remarks:
        field = remark.value("field")
        yield (
            *first,
            concern_name(remark.concern),
            remark.column,
            field_name(field) if field else "",
            remark.value("before"),
            remark.value("after"),
            remark.value("value") or remark.value("name"),
            remark_sentence(remark),
        )
