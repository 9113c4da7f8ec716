"""Boxes of telephone numbers, each with the day on which it was last dialled."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from referent_desk.language import Language
from referent_desk.paper.blocks import draw_label, label_width, stack
from referent_desk.paper.drawing import ASCENT, Align, Pen, Slot
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import BODY_SIZE, GAP, LABEL_SIZE, LEADING, MM, PADDING, THIN
from referent_desk.paper.number_rows import NumberRow
from referent_desk.paper.paragraphs import Line, is_one_line, line_width, wrap

_NUMBER_SIZES = (13.0, 12.0, 11.0)
_NUMBER_SHARE = 0.6
_SLOT_SIZE = 8.0
_SLOT_WIDTH = 49.0
ROW_GAP = 3.5
_TWO_COLUMNS_FROM = 340.0
_COLUMN_GAP = 16.0
_CELL_GAP = 8.0
_LEADER_FROM = 20.0
_BLANK_WIDTH = 28 * MM
"""What a number takes that is written by hand."""


class NumbersBox(NamedTuple):
    """Who at the left, then the number and the day it was last dialled.

    In a wide box two short rows that follow each other share a line. Where no number is known, a
    line to write it on.
    """

    label: str
    rows: Sequence[NumberRow]
    dialled: str
    never: str
    row_gap: float = ROW_GAP

    @property
    def least_width(self) -> float:
        return label_width(self.label)

    def height(self, width: float) -> float:
        lines = _lines(tuple(self.rows), width)
        heights = sum(line.height for line in lines) + len(lines) * self.row_gap
        return 2 * PADDING + LABEL_SIZE * 1.5 + heights - self.row_gap / 2

    def draw(self, pen: Pen, x: float, y: float, width: float, height: float) -> None:
        pen.box(x, y, width, height)
        base = y + PADDING + LABEL_SIZE * 0.8
        lines = _lines(tuple(self.rows), width)
        edges = {line.room for line in lines}
        if any(len(line.rows) > 1 for line in lines):
            edges.add(width - 2 * PADDING)
        for edge in sorted(edges):
            pen.text(x + PADDING + edge, base, self.dialled, LABEL_SIZE, align=Align.RIGHT)
        y = draw_label(pen, self.label, x + PADDING, y + PADDING)
        for line in lines:
            for place, row in enumerate(line.rows):
                left = x + PADDING + place * (line.room + _COLUMN_GAP)
                self._draw_row(pen, left, y, line.room, row)
            y += line.height + self.row_gap

    def _draw_row(self, pen: Pen, x: float, y: float, width: float, row: NumberRow) -> None:
        left, right, size = _cells(row, width)
        base = y + _NUMBER_SIZES[0] * ASCENT
        first = base - BODY_SIZE * ((LEADING - 1) / 2 + ASCENT)
        pen.lines(x, first, left, BODY_SIZE)
        edge = x + width - _slot_width(row)
        pen.lines(edge, base - size * ((LEADING - 1) / 2 + ASCENT), right, size, align=Align.RIGHT)
        if left:
            begin = x + line_width(left[0], BODY_SIZE) + 5
            end = edge - (line_width(right[0], size) + 5 if right else 0)
            if end - begin > _LEADER_FROM:
                pen.rule(begin, base, end, thickness=THIN, dash="0.5 3" if right else "")
        if row.can_be_dialled:
            right_edge = x + width
            pen.slot(
                Slot(row.number, right_edge, base, "{day}", self.never, _SLOT_SIZE, Align.RIGHT)
            )


class _Line(NamedTuple):
    """One row or two of a box, each `room` wide."""

    rows: tuple[NumberRow, ...]
    room: float
    height: float


@lru_cache(maxsize=64)
def _lines(rows: tuple[NumberRow, ...], width: float) -> list[_Line]:
    """In the order given. A short row alone keeps to its half, in line with those above."""
    room, half = width - 2 * PADDING, (width - 2 * PADDING - _COLUMN_GAP) / 2
    is_wide = width >= _TWO_COLUMNS_FROM and len(rows) > 1
    lines: list[_Line] = []
    begun = False
    for row in rows:
        if not (is_wide and _is_short(row, half)):
            lines.append(_Line((row,), room, _row_height(row, room)))
            begun = False
        elif begun:
            first = lines.pop()
            height = max(first.height, _row_height(row, half))
            lines.append(_Line((*first.rows, row), half, height))
            begun = False
        else:
            lines.append(_Line((row,), half, _row_height(row, half)))
            begun = True
    return lines


def closed_up(rows: Sequence[NumberRow], width: float) -> list[NumberRow]:
    """The same rows with two short ones together wherever a long one stood between them."""
    half = (width - 2 * PADDING - _COLUMN_GAP) / 2
    rest, found = list(rows), []
    while rest:
        found.append(rest.pop(0))
        if _is_short(found[-1], half):
            places = (place for place, row in enumerate(rest) if _is_short(row, half))
            found += [rest.pop(place) for place in islice(places, 1)]
    return found


def _is_short(row: NumberRow, width: float) -> bool:
    """Whether its words take one line."""
    return is_one_line(row.words, _right(row, width)[2], BODY_SIZE)


def _row_height(row: NumberRow, width: float) -> float:
    left, right, size = _cells(row, width)
    return max(len(left) * BODY_SIZE * LEADING, len(right) * size * 1.15)


@lru_cache(maxsize=128)
def _cells(row: NumberRow, width: float) -> tuple[list[Line], list[Line], float]:
    """Left lines, right lines and the type size of these: a number is large, words are not.

    Remembered, because a row is measured several times before it is drawn.
    """
    number, size, room = _right(row, width)
    return wrap(row.words, room, BODY_SIZE), number, size


@lru_cache(maxsize=128)
def _right(row: NumberRow, width: float) -> tuple[list[Line], float, float]:
    """Right lines, their type size, and how wide the words at the left may be."""
    width -= _slot_width(row)
    number, size = _number(row, width * _NUMBER_SHARE)
    taken = max((line_width(line, size) for line in number), default=_BLANK_WIDTH)
    return number, size, width - taken - _CELL_GAP


def _slot_width(row: NumberRow) -> float:
    """What is still to be written by hand was never dialled."""
    return _SLOT_WIDTH if row.can_be_dialled else 0.0


def _number(row: NumberRow, width: float) -> tuple[list[Line], float]:
    if row.can_be_dialled:
        for size in _NUMBER_SIZES:
            lines = wrap(row.dialled, width, size, Face.BOLD)
            if len(lines) == 1:
                return lines, size
    return wrap(row.dialled, width, BODY_SIZE), BODY_SIZE


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
