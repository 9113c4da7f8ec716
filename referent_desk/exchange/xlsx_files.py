"""A .xlsx workbook, read by openpyxl behind the guard of `archives`."""

from __future__ import annotations

import io
import re
import time
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from referent_desk.domain.texts import clean_text
from referent_desk.errors import RefusedInput
from referent_desk.exchange import refusals
from referent_desk.exchange.archives import check_archive
from referent_desk.exchange.cell_texts import cell_text
from referent_desk.exchange.workbooks import (
    MOST_CELL_LETTERS,
    MOST_COLUMNS,
    MOST_ROWS,
    RawRow,
    RawSheet,
    Workbook,
    column_number,
)

MOST_SECONDS = 30.0
MOST_PLACES = 20_000_000
"""Blank places count too: a sheet can be formatted far beyond its list."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"')
_MOST_JOINED = 20_000

Place = tuple[int, int]


def read_xlsx(content: bytes, file: str) -> Workbook:
    check_archive(content, file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that hold no cell
            return _read(content, file)
    except RefusedInput:
        raise
    except Exception as error:  # a broken workbook fails anywhere in the reader
        raise refusals.refused_damaged(file) from error


def _read(content: bytes, file: str) -> Workbook:
    from openpyxl import load_workbook

    until = time.monotonic() + MOST_SECONDS
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            sheets = tuple(
                _read_sheet(sheet, _merged_areas(archive, sheet), until, file)
                for sheet in book.worksheets
            )
    finally:
        book.close()
    return Workbook(file, sheets)


def _read_sheet(sheet: Any, areas: list[tuple[Place, Place]], until: float, file: str) -> RawSheet:
    sheet.reset_dimensions()  # what the file says of its size may be a lie
    rows: list[RawRow] = []
    dates: set[Place] = set()
    places = 0
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        places += len(cells)
        if time.monotonic() > until or places > MOST_PLACES:
            raise refusals.refused_slow(file)
        texts = _row_texts(number, cells, dates, file)
        if texts:
            rows.append(RawRow(number, texts))
        if len(rows) > MOST_ROWS:
            raise _too_large(file)
    filled, joined = _fill_merged(rows, areas)
    name, is_hidden = clean_text(str(sheet.title)), sheet.sheet_state != "visible"
    return RawSheet(name, filled, frozenset(dates), frozenset(joined), is_hidden)


def _too_large(file: str) -> RefusedInput:
    limit = refusals.list_limit(MOST_ROWS, MOST_COLUMNS, MOST_CELL_LETTERS)
    return refusals.refused_too_large(file, limit)


def _row_texts(number: int, cells: Any, dates: set[Place], file: str) -> tuple[str, ...]:
    """The row's texts up to the last filled cell; empty for a blank row."""
    texts: list[str] = []
    for column, cell in enumerate(cells):
        value = cell.value
        if value is None:
            continue
        text = clean_text(cell_text(value, cell.number_format or ""))
        if not text:
            continue
        if column >= MOST_COLUMNS or len(text) > MOST_CELL_LETTERS:
            raise _too_large(file)
        texts.extend([""] * (column - len(texts)))
        texts.append(text)
        if cell.data_type == "d":
            dates.add((number, column))
    return tuple(texts)


def _merged_areas(archive: zipfile.ZipFile, sheet: Any) -> list[tuple[Place, Place]]:
    """First and last (row, column from 0) of each merged area: the read-only mode skips them."""
    path = str(sheet._worksheet_path).lstrip("/")
    areas = []
    for first, top, last, bottom in _MERGED.findall(archive.read(path)):
        start = (int(top), column_number(first.decode()))
        areas.append((start, (int(bottom), column_number(last.decode()))))
    return areas


def _places(start: Place, end: Place) -> Iterator[Place]:
    for row in range(start[0], end[0] + 1):
        for column in range(start[1], end[1] + 1):
            yield row, column


def _fill_merged(
    rows: list[RawRow], areas: list[tuple[Place, Place]]
) -> tuple[tuple[RawRow, ...], set[Place]]:
    """What stands in a merged area is true of each row in it, in its first column."""
    at = {row.number: place for place, row in enumerate(rows)}
    joined: set[Place] = set()
    for start, end in areas:
        size = (end[0] - start[0] + 1) * (end[1] - start[1] + 1)
        if size + len(joined) > _MOST_JOINED or start[0] not in at:
            continue
        joined.update(_places(start, end))
        cells = rows[at[start[0]]].cells
        text = cells[start[1]] if start[1] < len(cells) else ""
        for number in range(start[0] + 1, end[0] + 1):
            if text and number in at:
                rows[at[number]] = _with_cell(rows[at[number]], start[1], text)
    return tuple(rows), joined


def _with_cell(row: RawRow, column: int, text: str) -> RawRow:
    cells = [*row.cells, *[""] * (column + 1 - len(row.cells))]
    cells[column] = cells[column] or text
    return RawRow(row.number, tuple(cells))
