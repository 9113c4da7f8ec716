"""Boxes of telephone numbers, each with the day on which it was last dialled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from referent_desk.domain.sheets import Contact
from referent_desk.language import Language
from referent_desk.paper.blocks import draw_label, stack
from referent_desk.paper.drawing import Align, Pen, Slot
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import BODY_SIZE, GAP, LABEL_SIZE, LEADING, PADDING
from referent_desk.paper.paragraphs import Line, line_width, wrap

_NUMBER_SIZES = (14.0, 12.5, 11.5)
_NUMBER_SHARE = 0.6
_SLOT_SIZE = 8.0
_ROW_GAP = 4.0
_TWO_COLUMNS_FROM = 340.0
_COLUMN_GAP = 16.0
_CELL_GAP = 8.0
_NARROWEST_NUMBER = 58.0  # the day of the last call stands under it
_SHORTEST_TELLING_WORD = 4


@dataclass(frozen=True, slots=True)
class NumberRow:
    what: str
    name: str
    number: str

    @property
    def can_be_dialled(self) -> bool:
        """Not a blank that is still to be filled in."""
        return any(character.isdigit() for character in self.number)


@dataclass(frozen=True, slots=True)
class NumbersBox:
    """What or who at the left, the number at the right; a wide box has two columns."""

    label: str
    rows: Sequence[NumberRow]
    dialled: str
    never: str

    def height(self, width: float) -> float:
        return 2 * PADDING + LABEL_SIZE * 1.5 + sum(self._row_heights(width))

    def draw(self, pen: Pen, x: float, y: float, width: float, height: float) -> None:
        pen.box(x, y, width, height)
        y = draw_label(pen, self.label, x + PADDING, y + PADDING)
        columns, column = self._columns(width)
        for number, row in enumerate(self.rows):
            left = x + PADDING + (number % columns) * (column + _COLUMN_GAP)
            self._draw_row(pen, left, y, column, row)
            if number % columns == columns - 1:
                y += self._row_heights(width)[number // columns]

    def _columns(self, width: float) -> tuple[int, float]:
        room = width - 2 * PADDING
        columns = min(len(self.rows), 2) if width >= _TWO_COLUMNS_FROM else 1
        return columns, (room - (columns - 1) * _COLUMN_GAP) / columns

    def _row_heights(self, width: float) -> list[float]:
        columns, column = self._columns(width)
        heights = [self._row_height(row, column) for row in self.rows]
        return [max(heights[n : n + columns]) for n in range(0, len(heights), columns)]

    def _row_height(self, row: NumberRow, width: float) -> float:
        left, right, size = _cells(row, width)
        slot = _SLOT_SIZE if row.can_be_dialled else 0.0
        return max(len(left) * BODY_SIZE * LEADING, len(right) * size * LEADING + slot) + _ROW_GAP

    def _draw_row(self, pen: Pen, x: float, y: float, width: float, row: NumberRow) -> None:
        left, right, size = _cells(row, width)
        pen.lines(x, y + (size - BODY_SIZE) * 0.9, left, BODY_SIZE)
        edge = x + width
        drawn = pen.lines(edge, y, right, size, align=Align.RIGHT)
        if row.can_be_dialled:
            base = y + drawn + _SLOT_SIZE * 0.8
            pen.slot(
                Slot(row.number, edge, base, self.dialled, self.never, Align.RIGHT, _SLOT_SIZE)
            )


def _cells(row: NumberRow, width: float) -> tuple[list[Line], list[Line], float]:
    """Left lines, right lines and the type size of these: a number is large, words are not."""
    number, size = _number(row, width * _NUMBER_SHARE)
    taken = max((line_width(line, size) for line in number), default=0.0)
    room = width - max(taken, _NARROWEST_NUMBER) - _CELL_GAP
    words = [(row.what, Face.REGULAR), (f" {row.name}" if row.name else "", Face.BOLD)]
    return wrap(words, room, BODY_SIZE), number, size


def _number(row: NumberRow, width: float) -> tuple[list[Line], float]:
    if row.can_be_dialled:
        for size in _NUMBER_SIZES:
            lines = wrap(row.number, width, size, Face.BOLD)
            if len(lines) == 1:
                return lines, size
    return wrap(row.number, width, BODY_SIZE), BODY_SIZE


def contact_rows(contacts: Sequence[Contact]) -> list[NumberRow]:
    return merged([NumberRow(contact.role, contact.name, contact.number) for contact in contacts])


def merged(rows: Sequence[NumberRow]) -> list[NumberRow]:
    """Each number once: who answers it in several roles stands in one row, the roles in order."""
    found: dict[tuple[str, str], NumberRow] = {}
    for place, row in enumerate(rows):
        number = "".join(filter(str.isalnum, row.number.casefold()))
        key = (number, "") if row.can_be_dialled else ("", f"{place}")
        first = found.get(key)
        if first is not None and first.name and row.name and first.name != row.name:
            key, first = (number, row.name), found.get((number, row.name))
        found[key] = row if first is None else _both(first, row)
    return list(found.values())


def _both(first: NumberRow, second: NumberRow) -> NumberRow:
    """A word that says no more than the other (`IT on-call line`, `IT, on call`) is left out."""
    what = second.what
    if not _telling_words(first.what) & _telling_words(second.what):
        what = ", ".join(words for words in (first.what, second.what) if words)
    elif not second.name:
        what = first.what
    return NumberRow(what, first.name or second.name, first.number)


def _telling_words(text: str) -> set[str]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return {word for word in words if len(word) >= _SHORTEST_TELLING_WORD}


def numbers_box(label: str, rows: Sequence[NumberRow], language: Language) -> NumbersBox:
    _ = language.gettext
    return NumbersBox(label, rows, _("dialled on {day}"), _("never dialled"))


def stack_numbers(
    pages: Pages, label: str, rows: Sequence[NumberRow], language: Language, before: float = GAP
) -> None:
    """A box over the whole width; rows too many for one page stand in several boxes."""
    box = numbers_box(label, rows, language)
    if len(rows) > 1 and box.height(pages.frame.width) > pages.whole:
        half = (len(rows) + 3) // 4 * 2
        stack_numbers(pages, label, rows[:half], language, before)
        stack_numbers(pages, label, rows[half:], language, before)
        return
    stack(pages, box, before)
