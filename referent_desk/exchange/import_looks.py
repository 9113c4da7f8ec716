"""What a person is shown of a file before its lines: sheets, titles, columns with samples."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from referent_desk.domain.imports.guides import (
    SHOWN_ROWS,
    SHOWN_SAMPLES,
    ColumnLook,
    FileLook,
    GridRow,
    ListChoices,
    SheetLook,
    TableLook,
)
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.mappings import ColumnTexts, mapping_warnings, missing_groups
from referent_desk.domain.imports.titles import establishment_named, ward_named
from referent_desk.domain.texts import folded
from referent_desk.exchange.column_titles import REQUIRED, unit_of
from referent_desk.exchange.import_columns import reason_untaken
from referent_desk.exchange.import_kinds import kind_of_table, lists_below
from referent_desk.exchange.lists import ListOptions, best_table, guessed_fields
from referent_desk.exchange.programs import recognised
from referent_desk.exchange.recognitions import Recognition
from referent_desk.exchange.tables import Table
from referent_desk.exchange.workbooks import RawRow, Workbook, column_letter

_LONGEST_SAMPLE = 200
_WEIGHED_CELLS = 400
_LINES_ABOVE = 10
_ALSO_ASKED: Mapping[ImportKind, tuple[frozenset[Field], ...]] = {
    ImportKind.DIRECTORY: (frozenset({Field.LABEL}),),
}
"""What a list is not recognised by, and yet no line of it can do without."""
_PLACES = frozenset({Field.ESTABLISHMENT, Field.FINESS, Field.PATH})


@dataclass(frozen=True, slots=True)
class Shape:
    """How the columns of such titles were settled before."""

    kind: ImportKind
    fields: Mapping[int, Field]


def file_look(book: Workbook) -> FileLook:
    sheets = (
        SheetLook(sheet.name, len(sheet.rows), _grid(sheet.rows[:SHOWN_ROWS]))
        for sheet in book.sheets
        if sheet.rows
    )
    return FileLook(book.name, tuple(sheets), book.form)


def _grid(rows: Sequence[RawRow]) -> tuple[GridRow, ...]:
    return tuple(
        GridRow(row.number, tuple(text[:_LONGEST_SAMPLE] for text in row.cells)) for row in rows
    )


def table_of(book: Workbook, choices: ListChoices) -> Table:
    return best_table(book, ListOptions(sheet=choices.sheet or "", header_row=choices.header_row))


def titles_key(table: Table) -> str:
    """Equal for files with the same titles in the same order, however they are spelled."""
    titles = "\x1f".join(folded(title.shown) for title in table.titles)
    return hashlib.sha256(titles.encode()).hexdigest()


def table_look(table: Table, choices: ListChoices, shape: Shape | None) -> TableLook:
    """Columns as a person settled them, else as remembered by the shape, else as guessed."""
    if shape is not None and (choices.kind not in {None, shape.kind} or choices.fields is not None):
        shape = None
    kind = choices.kind or (shape.kind if shape else _guessed_kind(table))
    recognition = recognised(table, kind) if kind else None
    fields = _fields(table, kind, recognition, choices, shape)
    required = (*REQUIRED[kind], *_ALSO_ASKED.get(kind, ())) if kind and recognition is None else ()
    return TableLook(
        sheet=table.sheet.name,
        header_row=table.header_row,
        kind=kind,
        source=recognition.source if recognition else "",
        columns=_columns(table, kind, fields),
        row_count=len(table.rows),
        missing=missing_groups(required, fields),
        warnings=(*lists_below(table), *mapping_warnings(_texts(table, fields))),
        needs_establishment=_needs_establishment(kind, fields, recognition),
        titled=ward_named(_above(table)),
        titled_establishment=establishment_named(_above(table)),
    )


def _above(table: Table) -> Iterator[tuple[str, ...]]:
    above = (row.cells for row in table.sheet.rows if row.number < table.header_row)
    return islice(above, _LINES_ABOVE)


def titled_beside(book: Workbook, sheet: str) -> tuple[str, str]:
    """The ward and the establishment that the titles of its other sheets name; empty where none
    does. A title is one cell alone, above the first row of several."""
    for other in (each for each in book.sheets if each.name != sheet):
        filled = ([text for text in row.cells if text] for row in other.rows[:_LINES_ABOVE])
        above = list(takewhile(lambda cells: len(cells) <= 1, filled))
        is_list = len(above) < min(len(other.rows), _LINES_ABOVE)
        if is_list and (ward := ward_named(above)):
            return ward, establishment_named(above)
    return "", ""


def _guessed_kind(table: Table) -> ImportKind | None:
    recognition = recognised(table)
    return recognition.kind if recognition else kind_of_table(table)


def _fields(
    table: Table,
    kind: ImportKind | None,
    recognition: Recognition | None,
    choices: ListChoices,
    shape: Shape | None,
) -> dict[int, Field]:
    if kind is None:
        return {}
    if choices.fields is not None:
        return dict(sorted(choices.fields.items()))
    if shape is not None:
        return dict(sorted(shape.fields.items()))
    return dict(sorted(guessed_fields(table, kind, recognition, {}).items()))


def _columns(
    table: Table, kind: ImportKind | None, fields: Mapping[int, Field]
) -> tuple[ColumnLook, ...]:
    """Those with a title or with texts."""
    width = max((len(row.cells) for row in table.rows), default=0)
    looks = []
    for place in range(max(width, len(table.titles))):
        title = table.titles[place].shown if place < len(table.titles) else ""
        texts = (row.cells[place] for row in table.rows if place < len(row.cells))
        different = dict.fromkeys(text[:_LONGEST_SAMPLE] for text in islice(texts, 200) if text)
        samples = tuple(islice(different, SHOWN_SAMPLES))
        if title or samples or place in fields:
            letter = column_letter(place)
            reason = reason_untaken(table, kind, fields, place) if kind else None
            looks.append(ColumnLook(place, letter, title, samples, fields.get(place), reason))
    return tuple(looks)


def _texts(table: Table, fields: Mapping[int, Field]) -> list[ColumnTexts]:
    """A sample from all over the list, so that its first lines do not decide alone."""
    step = max(1, len(table.rows) // _WEIGHED_CELLS)
    rows = table.rows[::step]
    columns = []
    for place, field in fields.items():
        filled = [r for r in rows if place < len(r.cells) and r.cells[place]]
        dates = sum((row.number, place) in table.sheet.dates for row in filled)
        title = table.titles[place].text if place < len(table.titles) else ""
        columns.append(
            ColumnTexts(
                field,
                column_letter(place),
                [row.cells[place] for row in filled],
                unit_of(title),
                2 * dates > len(filled),
            )
        )
    return columns


def _needs_establishment(
    kind: ImportKind | None, fields: Mapping[int, Field], recognition: Recognition | None
) -> bool:
    """Whether departments are named and nothing says of which establishment they are."""
    if kind is None or _PLACES & set(fields.values()):
        return False
    if recognition is not None:
        return not recognition.names_establishment
    if kind is ImportKind.SOFTWARE:
        return Field.LIVE_ON in fields.values()
    return True
