"""A list with the staff that other sheets of its file name: it often calls them shorter."""

from __future__ import annotations

from dataclasses import replace

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.errors import RefusedInput
from referent_desk.exchange.import_kinds import kind_of_table
from referent_desk.exchange.lists import ListOptions, SourceList, list_of
from referent_desk.exchange.tables import find_table
from referent_desk.exchange.workbooks import Workbook

_NAMING = frozenset({Field.REFERENT, Field.DEPUTY})


def list_in_file(book: Workbook, options: ListOptions) -> SourceList:
    """As `list_of`."""
    source = list_of(book, options)
    if _NAMING.isdisjoint(column.field for column in source.columns):
        return source
    return replace(source, beside=_staff_beside(book, source.sheet))


def _staff_beside(book: Workbook, sheet: str) -> tuple[SourceLine, ...]:
    lines: list[SourceLine] = []
    for other in book.sheets:
        is_read = other.name == sheet or not other.rows or other.is_hidden
        if is_read or kind_of_table(find_table(other)) is not ImportKind.STAFF:
            continue
        try:
            lines.extend(list_of(book, ListOptions(ImportKind.STAFF, other.name)).lines)
        except RefusedInput:  # it is said when that sheet is read itself
            continue
    return tuple(lines)
