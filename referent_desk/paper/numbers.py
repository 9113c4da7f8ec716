"""Boxes of telephone numbers, each with the day on which it was last dialled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from referent_desk.domain.directory import NUMBERS_BETWEEN
from referent_desk.domain.post_hours import is_by_night
from referent_desk.domain.sheets import Contact
from referent_desk.domain.support_lines import in_pairs
from referent_desk.language import Language
from referent_desk.paper.blocks import draw_label, label_width, stack
from referent_desk.paper.drawing import ASCENT, Align, Pen, Slot
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import BODY_SIZE, GAP, LABEL_SIZE, LEADING, MM, PADDING, THIN
from referent_desk.paper.paragraphs import Line, Run, is_one_line, line_width, wrap

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
_SHORTEST_TELLING_WORD = 4
_NUMBER_AND_HOURS = re.compile(r"([\d .+]+\d)\s*\((.+)\)", re.DOTALL)
_DUTY = re.compile(r"(?<!\w)(?:d[’']|de )?(?:astreinte|garde|on[- ]call)(?!\w)", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)")


class NumberRow(NamedTuple):
    what: str
    name: str
    number: str

    @property
    def can_be_dialled(self) -> bool:
        """Not a blank that is still to be filled in."""
        return any(map(str.isdigit, self.number))

    @property
    def dialled(self) -> str:
        """The number itself: `01 23 45 67 89` of `01 23 45 67 89 (24 h/24)`."""
        return _in_pairs(self._parts[0])

    @property
    def words(self) -> Sequence[Run]:
        """Who answers, and when, if the number says so."""
        hours = self.hours
        name, said = f" {self.name}" if self.name else "", f" {hours}" if hours else ""
        return [(self.what, Face.REGULAR), (name, Face.BOLD), (said, Face.REGULAR)]

    @property
    def hours(self) -> str:
        return self._parts[1]

    @property
    def _parts(self) -> tuple[str, str]:
        found = _NUMBER_AND_HOURS.fullmatch(self.number) if "(" in self.number else None
        return (found[1], found[2]) if found else (self.number, "")


_in_pairs = lru_cache(maxsize=256)(in_pairs)


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
    width -= _SLOT_WIDTH
    number, size = _number(row, width * _NUMBER_SHARE)
    taken = max((line_width(line, size) for line in number), default=_BLANK_WIDTH)
    return number, size, width - taken - _CELL_GAP


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
    """Each number once: who answers it in several roles stands in one row, the roles in order.

    `4230 · 65230 (garde)` are two of them.
    """
    found: dict[tuple[str, str], NumberRow] = {}
    for place, row in enumerate(_said_once(one) for each in rows for one in one_by_one(each)):
        number = "".join(filter(str.isalnum, row.number.casefold()))
        key = (number, "") if row.can_be_dialled else ("", f"{place}")
        first = found.get(key)
        if first is not None and first.name and row.name and first.name != row.name:
            key, first = (number, row.name), found.get((number, row.name))
        found[key] = row if first is None else _both(first, row)
    return list(found.values())


def one_by_one(row: NumberRow) -> list[NumberRow]:
    """One row for each of the numbers by which somebody is reached at different hours.

    `DSI, astreinte` is `DSI` beside the number of the day.
    """
    numbers = row.number.split(NUMBERS_BETWEEN)
    if not all(any(map(str.isdigit, number)) for number in numbers):
        return [row]
    rows = [row._replace(number=number) for number in numbers]
    late = [bool(each.hours) and is_by_night(each.hours) for each in rows]
    by_day = _without_duty(row.what) if any(late) else row.what
    return [
        _duty_once(each if is_late else each._replace(what=by_day))
        for each, is_late in zip(rows, late, strict=True)
    ]


def _without_duty(what: str) -> str:
    plain = _DUTY.sub(" ", what).strip(" ,")
    return plain[:1].upper() + plain[1:] or what


def _duty_once(row: NumberRow) -> NumberRow:
    """`DSI, astreinte` beside `4041 (astreinte)` says it already."""
    is_said = bool(row.hours) and row.hours.casefold() in row.what.casefold()
    return row._replace(number=row._parts[0]) if is_said else row


def _said_once(row: NumberRow) -> NumberRow:
    """`IT (extension 4040)` is `IT` beside the number 4040."""
    if "(" not in row.what and "(" not in row.name:
        return row
    digits = "".join(filter(str.isdigit, row.dialled))

    def kept(aside: re.Match[str]) -> str:
        return "" if digits and "".join(filter(str.isdigit, aside[0])) == digits else aside[0]

    return row._replace(what=_ASIDE.sub(kept, row.what), name=_ASIDE.sub(kept, row.name))


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
