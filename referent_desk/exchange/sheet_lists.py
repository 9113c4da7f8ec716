"""Several lists in one sheet, one below the other: each is read as a sheet of its own.

A list begins with a row of titles that stands apart: below a blank row, or below a line of one
cell. The titles of the list above said again begin none, nor do some of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.exchange.column_titles import BARE_NAMES, TITLES
from referent_desk.exchange.number_columns import is_dialled
from referent_desk.exchange.programs import recognised
from referent_desk.exchange.tables import (
    BY_DAY,
    Title,
    field_of,
    find_table,
    guess_fields,
    guess_kind,
    may_be_titles,
)
from referent_desk.exchange.workbooks import RawRow, RawSheet, Workbook
from referent_desk.language import _

_SEARCHED_ROWS = 40
_LEAST = 1.5
_LISTED = BARE_NAMES.union(BY_DAY, *TITLES.values())
_SHORTEST_NUMBER = 3


def lists_apart(book: Workbook) -> Workbook:
    return replace(book, sheets=tuple(part for sheet in book.sheets for part in _parts(sheet)))


def _parts(sheet: RawSheet) -> Iterator[RawSheet]:
    begins = list(_begins(sheet.rows))
    if not begins or recognised(find_table(sheet)) is not None:
        yield sheet
        return
    ends = [*begins, len(sheet.rows)]
    first = sheet.name or _name(sheet, sheet.rows[0].number)
    yield replace(sheet, name=first, rows=sheet.rows[: begins[0]])
    for begin, end in zip(begins, ends[1:], strict=True):
        rows = sheet.rows[begin:end]
        yield replace(sheet, name=_name(sheet, rows[0].number), rows=rows, part_of=sheet.name)


def _name(sheet: RawSheet, row: int) -> str:
    if not sheet.name:
        return _("From row {row}").format(row=row)
    return _("{sheet}, from row {row}").format(sheet=sheet.name, row=row)


def _begins(rows: tuple[RawRow, ...]) -> Iterator[int]:
    """Where the second list begins and those after it, with the lines that head them."""
    heads = _titles_in(rows[:_SEARCHED_ROWS])
    first = next((p for p in heads if _is_titles(rows, p)), None)
    if first is None:
        return
    above = first
    for place in _titles_in(rows):
        apart = _apart(rows, place)
        if place <= above + 1 or apart is None or not _is_titles(rows, place):
            continue
        if not _said_again(rows[place], rows[above]):
            yield apart
            above = place


def _titles_in(rows: tuple[RawRow, ...]) -> Iterator[int]:
    """Rows of several cells of which half are spelled like titles."""
    return (place for place, row in enumerate(rows) if _count(row) > 1 and _is_spelled_so(row))


def _is_spelled_so(row: RawRow) -> bool:
    return may_be_titles(row) and 2 * len(_keys(row) & _LISTED) >= _count(row)


def _is_titles(rows: tuple[RawRow, ...], place: int) -> bool:
    """Nearly all of its cells are titles of one kind of list, and lines follow."""
    below = rows[place + 1] if place + 1 < len(rows) else None
    if below is not None and _heads_hours(rows[place], below):
        return True
    titles = [Title(text) for text in rows[place].cells]
    kind, score = guess_kind(titles)
    if kind is None or below is None or _count(below) < 2 or score < _LEAST:
        return False
    is_line = 2 * sum(field_of(kind, Title(t)) is not None for t in below.cells) < _count(below)
    known = len(guess_fields(kind, titles))
    return is_line and 3 * known >= 2 * _count(rows[place])


def _heads_hours(row: RawRow, below: RawRow) -> bool:
    """`Jour | Nuit` above numbers: whoever keeps them below another list heads no more."""
    fields = guess_fields(ImportKind.DIRECTORY, [Title(text) for text in row.cells])
    who, *cells = below.cells
    numbers = (text for text in cells if is_dialled(text))
    is_called = any(sum(map(str.isdigit, text)) >= _SHORTEST_NUMBER for text in numbers)
    return Field.NIGHT in fields.values() and is_called and any(map(str.isalpha, who))


def _apart(rows: tuple[RawRow, ...], place: int) -> int | None:
    """The row that it begins with, one that heads it or its own; None where nothing sets it off."""
    if place == 0:
        return 0
    row, above = rows[place], rows[place - 1]
    is_below_gap = row.number > above.number + 1
    if _count(above) > 1:
        return place if is_below_gap else None
    if not is_below_gap or (place > 1 and above.number > rows[place - 2].number + 1):
        return place - 1
    return place


def _said_again(row: RawRow, above: RawRow) -> bool:
    return _keys(row) <= _keys(above)


def _keys(row: RawRow) -> set[str]:
    return {Title(text).key for text in row.cells if text}


def _count(row: RawRow) -> int:
    return sum(map(bool, row.cells))
