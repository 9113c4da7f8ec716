"""Boxes of telephone numbers, each with the day on which it was last dialled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from referent_desk.domain.sheets import Contact
from referent_desk.language import Language
from referent_desk.paper.blocks import draw_label, stack
from referent_desk.paper.drawing import ASCENT, Align, Pen, Slot
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import BODY_SIZE, GAP, LABEL_SIZE, LEADING, PADDING, THIN
from referent_desk.paper.paragraphs import Line, Text, line_width, wrap

_NUMBER_SIZES = (13.0, 12.0, 11.0)
_NUMBER_SHARE = 0.6
_SLOT_SIZE = 8.0
_SLOT_WIDTH = 49.0
ROW_GAP = 3.5
_TWO_COLUMNS_FROM = 340.0
_COLUMN_GAP = 16.0
_CELL_GAP = 8.0
_LEADER_FROM = 20.0
_SHORTEST_TELLING_WORD = 4
_NUMBER_AND_HOURS = re.compile(r"([\d .+]+\d)\s*\((.+)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class NumberRow:
    what: str
    name: str
    number: str

    @property
    def can_be_dialled(self) -> bool:
        """Not a blank that is still to be filled in."""
        return any(character.isdigit() for character in self.number)

    @property
    def dialled(self) -> str:
        """The number itself: `01 23 45 67 89` of `01 23 45 67 89 (24 h/24)`."""
        return self._parts[0]

    @property
    def words(self) -> Text:
        """Who answers, and when, if the number says so."""
        hours = self._parts[1]
        name, said = f" {self.name}" if self.name else "", f" {hours}" if hours else ""
        return [(self.what, Face.REGULAR), (name, Face.BOLD), (said, Face.REGULAR)]

    @property
    def _parts(self) -> tuple[str, str]:
        found = _NUMBER_AND_HOURS.fullmatch(self.number)
        return (found[1], found[2]) if found else (self.number, "")


@dataclass(frozen=True, slots=True)
class NumbersBox:
    """Who at the left, then the number and the day it was last dialled.

    In a wide box two short rows that follow each other share a line. Where no number is known, a
    line to write it on.
    """

    label: str
    rows: Sequence[NumberRow]
    dialled: str
    never: str
    row_gap: float = ROW_GAP

    def height(self, width: float) -> float:
        lines = self._lines(width)
        heights = [self._line_height(line, width) for line in lines]
        return 2 * PADDING + LABEL_SIZE * 1.5 + sum(heights) - self.row_gap / 2

    def draw(self, pen: Pen, x: float, y: float, width: float, height: float) -> None:
        pen.box(x, y, width, height)
        base = y + PADDING + LABEL_SIZE * 0.8
        lines = self._lines(width)
        edges = {self._room(line, width) for line in lines}
        if any(len(line) > 1 for line in lines):
            edges.add(width - 2 * PADDING)
        for edge in sorted(edges):
            pen.text(x + PADDING + edge, base, self.dialled, LABEL_SIZE, align=Align.RIGHT)
        y = draw_label(pen, self.label, x + PADDING, y + PADDING)
        for line in lines:
            room = self._room(line, width)
            for place, row in enumerate(line):
                self._draw_row(pen, x + PADDING + place * (room + _COLUMN_GAP), y, room, row)
            y += self._line_height(line, width)

    def _lines(self, width: float) -> list[list[NumberRow]]:
        """In the order given."""
        lines: list[list[NumberRow]] = []
        begun = False
        for row in self.rows:
            is_short = self._is_short(row, width)
            if is_short and begun:
                lines[-1].append(row)
            else:
                lines.append([row])
            begun = is_short and not begun
        return lines

    def _is_short(self, row: NumberRow, width: float) -> bool:
        wide = width >= _TWO_COLUMNS_FROM and len(self.rows) > 1
        return wide and len(_cells(row, _half(width))[0]) <= 1

    def _room(self, line: Sequence[NumberRow], width: float) -> float:
        """Of one row of a line; a short row alone keeps to its half, in line with those above."""
        return _half(width) if self._is_short(line[0], width) else width - 2 * PADDING

    def _line_height(self, line: Sequence[NumberRow], width: float) -> float:
        room = self._room(line, width)
        return max(_row_height(row, room) for row in line) + self.row_gap

    def _draw_row(self, pen: Pen, x: float, y: float, width: float, row: NumberRow) -> None:
        left, right, size = _cells(row, width)
        base = y + _NUMBER_SIZES[0] * ASCENT
        first = base - BODY_SIZE * ((LEADING - 1) / 2 + ASCENT)
        pen.lines(x, first, left, BODY_SIZE)
        edge = x + width - _SLOT_WIDTH
        pen.lines(edge, base - size * ((LEADING - 1) / 2 + ASCENT), right, size, align=Align.RIGHT)
        if left:
            begin = x + line_width(left[0], BODY_SIZE) + 5
            end = edge - (line_width(right[0], size) + 5 if right else 0)
            if end - begin > _LEADER_FROM:
                pen.rule(begin, base, end, thickness=THIN, dash="0.5 3" if right else "")
        if row.can_be_dialled:
            right_edge = x + width
            pen.slot(
                Slot(row.number, right_edge, base, "{day}", self.never, Align.RIGHT, _SLOT_SIZE)
            )


def _half(width: float) -> float:
    return (width - 2 * PADDING - _COLUMN_GAP) / 2


def _row_height(row: NumberRow, width: float) -> float:
    left, right, size = _cells(row, width)
    return max(len(left) * BODY_SIZE * LEADING, len(right) * size * 1.15)


@lru_cache(maxsize=1024)
def _cells(row: NumberRow, width: float) -> tuple[list[Line], list[Line], float]:
    """Left lines, right lines and the type size of these: a number is large, words are not.

    Remembered, because a row is measured several times before it is drawn.
    """
    width -= _SLOT_WIDTH
    number, size = _number(row, width * _NUMBER_SHARE)
    taken = max((line_width(line, size) for line in number), default=0.0)
    room = width - taken - (_CELL_GAP if number else 0)
    return wrap(row.words, room, BODY_SIZE), number, size


def _number(row: NumberRow, width: float) -> tuple[list[Line], float]:
    if row.can_be_dialled:
        for size in _NUMBER_SIZES:
            lines = wrap(row.dialled, width, size, Face.BOLD)
            if len(lines) == 1:
                return lines, size
    return wrap(row.dialled, width, BODY_SIZE), BODY_SIZE


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
    """Words that say no more than the others (`IT on-call line`, `IT, on call`) are left out."""
    told, telling = _telling_words(first.what), _telling_words(second.what)
    if telling <= told:
        what = first.what
    elif told <= telling:
        what = second.what
    else:
        what = f"{first.what} · {second.what}"
    return NumberRow(what, first.name or second.name, first.number)


def _telling_words(text: str) -> set[str]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return {word for word in words if len(word) >= _SHORTEST_TELLING_WORD}


def numbers_box(
    label: str, rows: Sequence[NumberRow], language: Language, row_gap: float = ROW_GAP
) -> NumbersBox:
    _ = language.gettext
    return NumbersBox(label, rows, _("dialled on"), _("never"), row_gap)


def stack_numbers(
    pages: Pages,
    label: str,
    rows: Sequence[NumberRow],
    language: Language,
    before: float = GAP,
    row_gap: float = ROW_GAP,
) -> None:
    """A box over the whole width; rows too many for one page stand in several boxes."""
    box = numbers_box(label, rows, language, row_gap)
    if len(rows) > 1 and box.height(pages.frame.width) > pages.whole:
        half = len(rows) // 2
        stack_numbers(pages, label, rows[:half], language, before, row_gap)
        stack_numbers(pages, label, rows[half:], language, before, row_gap)
        return
    stack(pages, box, before)
