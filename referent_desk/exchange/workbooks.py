"""What any spreadsheet becomes once read: sheets of texts that remember where they stood."""

from __future__ import annotations

from dataclasses import dataclass

from referent_desk.domain.imports.guides import TextForm

MOST_BYTES = 20 * 1024 * 1024
MOST_CELL_LETTERS = 20_000
MOST_ROWS = 20_000
MOST_COLUMNS = 100
MOST_TEXT_ROWS = 100_000
MOST_TEXT_COLUMNS = 300
"""A .csv is read as a stream without building a document: it may be longer than a .xlsx."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """`number` is the row as the spreadsheet program shows it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawSheet:
    """`rows` leaves out blank ones; `dates` and `joined` hold (row, column from 0).

    `dates`: the spreadsheet holds a date there. `joined`: part of cells that were merged.
    `part_of` is the sheet that a list below another was taken out of.
    """

    name: str
    rows: tuple[RawRow, ...]
    dates: frozenset[tuple[int, int]] = frozenset()
    joined: frozenset[tuple[int, int]] = frozenset()
    is_hidden: bool = False
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class Workbook:
    """`form` tells how a text file was read; None for a real workbook."""

    name: str
    sheets: tuple[RawSheet, ...]
    form: TextForm | None = None


def column_letter(column: int) -> str:
    """`A` for 0, `AA` for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
