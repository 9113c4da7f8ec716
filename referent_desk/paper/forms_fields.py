"""Rows of labelled fields to fill in by hand: label, boxes to tick, line to write on, unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from referent_desk.domain.forms import ChoicesBlock, Field, FieldsBlock
from referent_desk.paper.drawing import Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.forms_pieces import (
    HEADING_HEIGHT,
    Piece,
    draw_heading,
    heading_piece,
    stacked,
)
from referent_desk.paper.measures import MM, PADDING, WRITING_ROW

Rows: TypeAlias = tuple[tuple[Field, ...], ...]

FIELD_SIZE = 9.5
BOX = 9.5
_AFTER_LABEL = 1.4 * MM
_BEFORE_BOX = 2.4 * MM
_AFTER_BOX = 1.2 * MM
_BETWEEN_BOXES = 3.0 * MM
_BETWEEN_FIELDS = 3.6 * MM
_SHORTEST_LINE = 11 * MM
_UNDER_BASE = 2.0 * MM
"""From the base of the writing to the end of its row."""
_CHOICE_ROW = 6.4 * MM
_CHOICE_ROW_TO_WRITE = 7.2 * MM
_CHOICE_LABEL = 27 * MM
_FRAME_END = 1.0 * MM
_MOST_FRAMED_ROWS = 10
"""So many rows fit any page with the foot under them; a frame with more may be parted."""
_FULL = 0.01  # points: what rounding may cost


class _Part(NamedTuple):
    """A field with the least width it needs at a type size."""

    field: Field
    least: float


def field_rows(fields: Sequence[Field], width: float, size: float) -> Rows:
    """The fields as they fit, side by side: what does not fit goes to a further row."""
    rows: list[list[Field]] = [[]]
    used = 0.0
    for field in (piece for wide in fields for piece in _broken(wide, width, size)):
        least = least_width(field, size)
        gap = _BETWEEN_FIELDS if rows[-1] else 0.0
        if rows[-1] and used + gap + least > width + _FULL:
            rows.append([])
            used, gap = 0.0, 0.0
        rows[-1].append(field)
        used += gap + least
    return tuple(tuple(row) for row in rows if row)


def draw_fields(
    pen: Pen,
    x: float,
    base: float,
    width: float,
    fields: Sequence[Field],
    size: float = FIELD_SIZE,
) -> None:
    """One row, the writing standing on `base`. What is too wide even alone is set smaller."""
    gaps = _BETWEEN_FIELDS * (len(fields) - 1)
    needed = sum(least_width(field, size) for field in fields) + gaps
    if needed > width + _FULL:
        unscaled = sum(least_width(field, 0.0) for field in fields) + gaps
        size *= max(0.1, (width - unscaled) / (needed - unscaled))
    parts = [_Part(field, least_width(field, size)) for field in fields]
    for part, share in zip(parts, _shares(parts, width), strict=True):
        _draw_field(pen, x, base, share, part.field, size)
        x += share + _BETWEEN_FIELDS


def fields_pieces(block: FieldsBlock, width: float, *, ruled: bool = False) -> list[Piece]:
    """A framed block stays together where a page can hold it; other rows may part anywhere."""
    inner = width - 2 * PADDING if block.framed else width
    rows = [
        split for row in block.rows for split in field_rows(row.fields, inner, FIELD_SIZE) if split
    ]
    pieces = [_row_piece(row, inner) for row in rows]
    if not block.framed:
        return [*heading_piece(block.title, width, ruled=ruled), *pieces]
    return [_framed(pieces, block.title, width)]


def choices_pieces(block: ChoicesBlock, width: float, *, ruled: bool = False) -> list[Piece]:
    """The heading, then each group with its label beside it, aligned in columns."""
    labelled = any(group.label for group in block.groups)
    left = _CHOICE_LABEL if labelled else 0.0
    pitch = (width - left) / block.columns
    to_write = any("" in group.boxes for group in block.groups)
    height = _CHOICE_ROW_TO_WRITE if to_write else _CHOICE_ROW
    pieces = []
    for group in block.groups:
        for start in range(0, len(group.boxes), block.columns):
            label = group.label if start == 0 else ""
            boxes = group.boxes[start : start + block.columns]
            pieces.append(_choice_piece(label, boxes, left, pitch, height))
    return [*heading_piece(block.title, width, ruled=ruled), stacked(pieces)]


def least_width(field: Field, size: float) -> float:
    """With the shortest line that a hand can write on."""
    label = _width(field.label, size, field.strong)
    boxes = sum(BOX + _AFTER_BOX * bool(box) + _width(box, size) for box in field.boxes)
    boxes += _BETWEEN_BOXES * max(0, len(field.boxes) - 1)
    unit = _width(field.unit, size) + _AFTER_BOX if field.unit else 0.0
    line = _SHORTEST_LINE if field.line else 0.0
    after_boxes = _AFTER_LABEL if field.boxes and field.line else 0.0
    return label + _after_label(field) + boxes + after_boxes + line + unit


def _after_label(field: Field) -> float:
    if not field.label:
        return 0.0
    return _BEFORE_BOX if field.boxes else _AFTER_LABEL


def _width(text: str, size: float, strong: bool = False) -> float:
    face = Face.BOLD if strong else Face.REGULAR
    return text_width(drawable(text, face), size, face) if text else 0.0


def _broken(field: Field, width: float, size: float) -> Iterator[Field]:
    """A field whose boxes are wider than the row, as several fields."""
    while len(field.boxes) > 1 and least_width(field, size) > width:
        count = len(field.boxes)
        while count > 1:
            count -= 1
            head = replace(field, boxes=field.boxes[:count], line=False, unit="")
            if least_width(head, size) <= width:
                break
        yield head
        field = replace(field, label="", boxes=field.boxes[count:])
    yield field


def _shares(parts: Sequence[_Part], width: float) -> list[float]:
    """Widths as the weights want them, but to each at least what it needs."""
    room = width - _BETWEEN_FIELDS * (len(parts) - 1)
    fixed: dict[int, float] = {}
    while len(fixed) < len(parts):
        free = [index for index in range(len(parts)) if index not in fixed]
        rest = room - sum(fixed.values())
        weights = sum(parts[index].field.width for index in free)
        tight = [i for i in free if parts[i].least > rest * parts[i].field.width / weights]
        if not tight:
            fixed |= {i: rest * parts[i].field.width / weights for i in free}
        else:
            fixed |= {i: parts[i].least for i in tight}
    return [fixed[index] for index in range(len(parts))]


def _draw_field(pen: Pen, x: float, base: float, width: float, field: Field, size: float) -> None:
    end = x + width
    if field.label:
        face = Face.BOLD if field.strong else Face.REGULAR
        x += pen.text(x, base, field.label, size, face) + _after_label(field)
    for index, box in enumerate(field.boxes):
        x += _BETWEEN_BOXES if index else 0.0
        x += draw_box(pen, x, base, box, size)
    if field.boxes and field.line:
        x += _AFTER_LABEL
    if field.unit:
        end -= _width(field.unit, size)
        pen.text(end, base, field.unit, size)
        end -= _AFTER_BOX
    if field.line:
        pen.writing_line(x, base + 1.2, end)


def draw_box(pen: Pen, x: float, base: float, label: str, size: float) -> float:
    """A box to tick with its label behind it, standing on `base`; returns the width."""
    side = min(BOX, size + 1)
    pen.check_box(x, base - side + 1.2, side)
    if not label:
        return BOX
    return BOX + _AFTER_BOX + pen.text(x + BOX + _AFTER_BOX, base, label, size)


def _row_piece(fields: tuple[Field, ...], width: float) -> Piece:
    def draw(pen: Pen, x: float, top: float, height: float) -> None:
        draw_fields(pen, x, top + height - _UNDER_BASE, width, fields)

    return Piece(WRITING_ROW, draw, stretch=1.0)


def _framed(rows: Sequence[Piece], title: str, width: float) -> Piece:
    content = stacked(rows)
    above = HEADING_HEIGHT if title else 0.0
    least = content.height + above + _FRAME_END

    def draw(pen: Pen, x: float, top: float, height: float) -> None:
        pen.box(x, top, width, height)
        if title:
            draw_heading(pen, x + PADDING, top + 0.8 * MM, title)
        content.draw(pen, x + PADDING, top + above, height - above - _FRAME_END)

    def split(room: float) -> tuple[Piece, Piece] | None:
        fitting = int((room - above - _FRAME_END) / WRITING_ROW)
        if len(rows) <= _MOST_FRAMED_ROWS or not 0 < fitting < len(rows):
            return None
        return (_framed(rows[:fitting], title, width), _framed(rows[fitting:], "", width))

    return Piece(least, draw, stretch=content.stretch, gap=2.0 * MM, split=split)


def _choice_piece(
    label: str, boxes: Sequence[str], left: float, pitch: float, least: float
) -> Piece:
    def draw(pen: Pen, x: float, top: float, height: float) -> None:
        base = top + height - 2.2 * MM
        if label:
            pen.text(x, base, label, FIELD_SIZE, Face.BOLD)
        for index, box in enumerate(boxes):
            start = x + left + index * pitch
            room = pitch - BOX - _AFTER_BOX - 2 * MM
            needed = _width(box, FIELD_SIZE)
            size = FIELD_SIZE * min(1.0, room / needed) if needed else FIELD_SIZE
            end = start + draw_box(pen, start, base, box, size)
            if not box or box.endswith(":"):
                pen.writing_line(end + _AFTER_BOX, base + 1.2, start + pitch - 3 * MM)

    return Piece(least, draw, stretch=0.6)
