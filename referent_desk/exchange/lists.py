"""From a file to the lines of an import: sheet, titles, kind and fields found or as told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from referent_desk.domain.imports.families import NameOrder
from referent_desk.domain.imports.kinds import FIELDS, Field, ImportKind, Value
from referent_desk.domain.imports.reports import ColumnReport, Remark, SourceLine
from referent_desk.domain.imports.values import read_value
from referent_desk.domain.texts import clean_text, folded
from referent_desk.errors import RefusedInput
from referent_desk.exchange.advice_columns import columns_of_advice
from referent_desk.exchange.column_cells import (
    columns_of_codes,
    columns_of_full_names,
)
from referent_desk.exchange.dittos import read_dittos
from referent_desk.exchange.import_columns import reason_untaken
from referent_desk.exchange.import_kinds import kind_of_table
from referent_desk.exchange.list_cells import Column, columns_taken, take, two_bounds
from referent_desk.exchange.number_columns import columns_of_numbers, columns_of_support
from referent_desk.exchange.odd_rows import refusal_of_row
from referent_desk.exchange.programs import is_known, recognised
from referent_desk.exchange.recognitions import Reading, Recognition
from referent_desk.exchange.tables import (
    Fields,
    Table,
    find_table,
    guess_fields,
    guess_kind,
    has_required,
    named_columns,
    shown_titles,
)
from referent_desk.exchange.workbooks import RawRow, RawSheet, Workbook, column_letter
from referent_desk.language import _

PLAIN = ""
_SURELY_A_LIST = 2.0
"""So many titles are understood."""


@dataclass(frozen=True, slots=True)
class ListOptions:
    """What a person corrects of what was guessed; `columns` by title, letter or number.

    `fields` holds all the columns that are taken, by their place from 0; None where it is guessed.
    """

    kind: ImportKind | None = None
    sheet: str = ""
    header_row: int | None = None
    columns: Mapping[str, Field] = field(default_factory=dict)
    fields: Mapping[int, Field] | None = None


@dataclass(frozen=True, slots=True)
class SourceList:
    """`source` names the program that wrote the file; empty for a plain list. `beside` is the
    staff that other sheets list, where this one names people."""

    kind: ImportKind
    source: str
    sheet: str
    header_row: int
    columns: tuple[ColumnReport, ...]
    lines: tuple[SourceLine, ...]
    other_sheets: tuple[str, ...]
    beside: tuple[SourceLine, ...] = ()


def list_of(book: Workbook, options: ListOptions) -> SourceList:
    """Raises RefusedInput when its titles or what was told of it cannot be used."""
    table = best_table(book, options)
    recognition = recognised(table, options.kind)
    named = named_columns(table, options.columns)
    kind = _kind(table, recognition, named, options)
    if options.fields is not None:
        fields = dict(sorted(options.fields.items()))
    else:
        fields = guessed_fields(table, kind, recognition, named)
    _check_fields(kind, fields, recognition, book.name)
    columns = columns_taken(table, fields)
    meant = read_dittos(table.rows, kind, fields)
    read = (_line(row, table, columns, recognition) for row in meant.rows if any(row.cells))
    lines = tuple(map(meant.noted, read))
    others = (s.name for s in book.sheets if s is not table.sheet and s.rows)
    return SourceList(
        kind,
        recognition.source if recognition else PLAIN,
        table.sheet.name,
        table.header_row,
        tuple(
            ColumnReport(
                column_letter(place),
                title.shown,
                fields.get(place),
                reason_untaken(table, kind, fields, place),
                sum(map(bool, table.column(place))),
            )
            for place, title in enumerate(table.titles)
            if title.shown
        ),
        lines,
        tuple(others),
    )


def best_table(book: Workbook, options: ListOptions) -> Table:
    """The sheet that was named, or the first that is a list, or that which is best understood.

    A hidden one only where no other is understood at all.
    """
    sheets = [sheet for sheet in book.sheets if sheet.rows]
    if options.header_row is not None:  # it tells which list of a sheet is meant
        holding = [s for s in sheets if any(r.number == options.header_row for r in s.rows)]
        sheets = [s for s in holding if _is_named(s, options.sheet)] or sheets
    if options.sheet:
        called = [s for s in sheets if folded(s.name) == folded(options.sheet)]
        sheets = called or [s for s in sheets if folded(s.part_of) == folded(options.sheet)]
        if not sheets:
            names = ", ".join(sheet.name for sheet in book.sheets if sheet.name)
            raise RefusedInput(
                _("There is no filled sheet “{name}” in {file}.").format(
                    name=options.sheet, file=book.name
                ),
                _("Its sheets are: {names}.").format(names=names or "–"),
            )
    tables = [_table(sheet, options) for sheet in sheets]
    best = max(tables, key=lambda table: _standing(table, options))
    if options.columns or is_known(best):
        return best
    lists = (t for t in tables if t.rows and _standing(t, options) >= (True, _SURELY_A_LIST))
    return next(lists, best)


def _is_named(sheet: RawSheet, name: str) -> bool:
    return not name or folded(name) in {folded(sheet.name), folded(sheet.part_of)}


def _table(sheet: RawSheet, options: ListOptions) -> Table:
    return find_table(sheet, options.header_row, tuple(options.columns), is_known)


def _standing(table: Table, options: ListOptions) -> tuple[bool, float]:
    score = _understood(table, options)
    return score >= 1.0 and not table.sheet.is_hidden, score


def _understood(table: Table, options: ListOptions) -> float:
    if is_known(table):
        return 100.0
    return guess_kind(table.titles)[1] + 0.001 * bool(table.rows)


def _kind(
    table: Table, recognition: Recognition | None, named: Fields, options: ListOptions
) -> ImportKind:
    if options.kind:
        return options.kind
    if recognition:
        return recognition.kind
    guessed = kind_of_table(table)
    if guessed:
        return guessed
    for kind in ImportKind:
        if named and has_required(kind, {**guess_fields(kind, table.titles), **named}):
            return kind
    raise RefusedInput(
        _("No title of a column is known in row {row}: {titles}.").format(
            row=table.header_row, titles=shown_titles(table)
        ),
        _("Say what the file lists with --as, where its titles stand with --header, and what a "
          "column holds with --map COLUMN=FIELD."),
    )  # fmt: skip


def guessed_fields(
    table: Table, kind: ImportKind, recognition: Recognition | None, named: Fields
) -> Fields:
    if recognition:
        fields: Fields = {}
        for place, title in enumerate(table.titles):
            field = recognition.titles.get(title.key)
            if field and field not in fields.values():
                fields[place] = field
    else:
        fields = guess_fields(kind, table.titles)
        columns_of_codes(table, fields)
        columns_of_full_names(table, fields)
        if kind is ImportKind.DIRECTORY:
            columns_of_numbers(table, fields)
        elif kind is ImportKind.SOFTWARE:
            columns_of_advice(table, fields)
            columns_of_support(table, fields)
    told = set(named.values())
    return {p: f for p, f in fields.items() if f not in told and p not in named} | named


def _check_fields(
    kind: ImportKind, fields: Fields, recognition: Recognition | None, file: str
) -> None:
    unknown = sorted(f.value for f in fields.values() if f not in FIELDS[kind])
    if unknown:
        raise RefusedInput(
            _("A list of {kind} has no field {fields}.").format(
                kind=kind.value, fields=", ".join(unknown)
            ),
            _("Its fields are: {fields}.").format(fields=", ".join(f.value for f in FIELDS[kind])),
        )
    if not recognition and not has_required(kind, fields):
        raise RefusedInput(
            _("The file {file} has no column from which {kind} could be read.").format(
                file=file, kind=kind.value
            ),
            _("Say which column holds what with --map COLUMN=FIELD."),
        )


def _line(
    row: RawRow, table: Table, columns: tuple[Column, ...], recognition: Recognition | None
) -> SourceLine:
    refusal = None if recognition else refusal_of_row(row, table)
    if refusal is not None:
        return SourceLine(row.number, {}, (refusal,))
    values: dict[Field, Value] = {}
    remarks: list[Remark] = []
    for column in columns:
        text = row.cells[column.place] if column.place < len(row.cells) else ""
        if text and recognition:
            text = clean_text(recognition.mend(text))
        if text:
            is_date = (row.number, column.place) in table.sheet.dates
            value = read_value(column.field, text, unit=column.unit, is_date=is_date)
            take(column, text, value, values, remarks)
            remarks.extend(two_bounds(column, text))
    if recognition:
        reading = _reading(row, table, recognition)
        remarks.extend(reading.remarks)
        for each, text in reading.texts.items():
            take(Column(each), text, read_value(each, clean_text(text)), values, remarks)
    orders = (column.order for column in columns if column.field is Field.FULL_NAME)
    return SourceLine(row.number, values, tuple(remarks), next(orders, NameOrder.UNSAID))


def _reading(row: RawRow, table: Table, recognition: Recognition) -> Reading:
    cells: dict[str, str] = {}
    for place, title in enumerate(table.titles):
        cells.setdefault(title.key, row.cells[place] if place < len(row.cells) else "")
    return recognition.read_row(cells)
