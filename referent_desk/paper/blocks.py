"""Pieces that several sheets share: titles, boxes with a label, lists, lines to write on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from math import inf
from typing import NamedTuple, Protocol

from referent_desk.paper.drawing import ASCENT, Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import (
    BODY_SIZE,
    GAP,
    HAIR_GREY,
    LABEL_SIZE,
    LEADING,
    MEDIUM,
    MM,
    PADDING,
    TITLE_SIZE,
    WRITING_LINE,
)
from referent_desk.paper.paragraphs import Line, Text, line_count, line_width, wrap

_LABEL_HEIGHT = LABEL_SIZE * 1.5
_LABEL_SPACING = 0.5
_SIGN_WIDTH = LABEL_SIZE + 4
_BULLET_INDENT = 10.0
_CHECK_INDENT = 16.0
_ITEM_GAP = 2.0
_TITLE_LEADING = 1.12
_SHARES = (0.5, 0.42, 0.58, 0.36, 0.64)
"""Of the first of two blocks; an equal half is preferred."""


class Marker(Enum):
    """What stands before each item of a list."""

    NONE = "none"
    BULLET = "bullet"
    CHECK = "check"
    NUMBER = "number"

    @property
    def indent(self) -> float:
        return {"none": 0.0, "bullet": _BULLET_INDENT}.get(self.value, _CHECK_INDENT)


class Block(Protocol):
    @property
    def least_width(self) -> float:
        """What its label takes: narrower, it would run out of its box."""
        ...

    def height(self, width: float) -> float: ...

    def draw(self, pen: Pen, x: float, y: float, width: float, height: float) -> None: ...


class ItemsBox(NamedTuple):
    """A box with a small label and items; it grows to the height it is given.

    `sign` draws a shape of the label's size before the label; x, y is its top left corner.
    """

    label: str
    items: Sequence[Text]
    marker: Marker = Marker.BULLET
    columns: int = 1
    size: float = BODY_SIZE
    sign: Callable[[Pen, float, float], None] | None = None
    thickness: float = MEDIUM
    leading: float = LEADING

    @property
    def least_width(self) -> float:
        return label_width(self.label, self.sign is not None)

    def height(self, width: float) -> float:
        room, size, columns = self._column(width) - self.marker.indent, self.size, self.columns
        counts = [line_count(item, room, size) for item in self.items]
        rows = [max(counts[n : n + columns]) for n in range(0, len(counts), columns)]
        heights = sum(rows) * size * self.leading + len(rows) * _ITEM_GAP
        return self._padding + PADDING + (_LABEL_HEIGHT if self.label else 0) + heights

    def draw(self, pen: Pen, x: float, y: float, width: float, height: float) -> None:
        pen.box(x, y, width, height, thickness=self.thickness)
        y = draw_label(pen, self.label, x + PADDING, y + PADDING, self.sign)
        column = self._column(width)
        number = 1
        for row in self._rows(column):
            for place, lines in enumerate(row):
                left = x + PADDING + place * (column + PADDING)
                draw_item(pen, left, y, lines, self.size, self.marker, number, self.leading)
                number += 1
            y += max(map(len, row)) * self.size * self.leading + _ITEM_GAP

    def _column(self, width: float) -> float:
        return (width - PADDING * (1 + self.columns)) / self.columns

    def _rows(self, column: float) -> list[list[list[Line]]]:
        wrapped = [wrap(item, column - self.marker.indent, self.size) for item in self.items]
        return [wrapped[n : n + self.columns] for n in range(0, len(wrapped), self.columns)]

    @property
    def _padding(self) -> float:
        """Below the last item, under which a gap between items stands already."""
        return PADDING - _ITEM_GAP


def label_width(label: str, has_sign: bool = False) -> float:
    """Of a box with that label on one line."""
    text = drawable(label.upper(), Face.BOLD)
    letters = text_width(text, LABEL_SIZE, Face.BOLD) + len(text) * _LABEL_SPACING
    return letters + 2 * PADDING + (_SIGN_WIDTH if has_sign else 0.0)


def draw_label(
    pen: Pen,
    label: str,
    x: float,
    y: float,
    sign: Callable[[Pen, float, float], None] | None = None,
) -> float:
    """The small label of a box; returns where the next line begins."""
    if not label:
        return y
    if sign is not None:
        sign(pen, x, y - 0.5)
        x += _SIGN_WIDTH
    pen.text(x, y + LABEL_SIZE * 0.8, label.upper(), LABEL_SIZE, Face.BOLD, spacing=_LABEL_SPACING)
    return y + _LABEL_HEIGHT


def draw_item(
    pen: Pen,
    x: float,
    y: float,
    lines: Sequence[Line],
    size: float,
    marker: Marker,
    number: int,
    leading: float = LEADING,
) -> None:
    middle = y + size * leading / 2
    if marker is Marker.BULLET:
        pen.filled(x + 1, middle - 1.4, 3, 3)
    elif marker is Marker.CHECK:
        pen.check_box(x, middle - 5, 10)
    elif marker is Marker.NUMBER:
        pen.text(x, y + size * (leading - 1) / 2 + size * 0.8, f"{number}", size, Face.BOLD)
    pen.lines(x + marker.indent, y, lines, size, leading=leading)


def stack(pages: Pages, block: Block, before: float = GAP) -> None:
    """A block over the whole width; one that is taller than a page is poured without its box."""
    width = pages.frame.width
    height = block.height(width)
    if height > pages.whole and isinstance(block, ItemsBox):
        pour_items(pages, block.label, block.items, block.marker, block.size)
        return
    top = pages.take(height, before)
    block.draw(pages.pen, 0, top, width, height)


def side_by_side(pages: Pages, blocks: Sequence[Block], before: float = GAP) -> None:
    """One or two blocks of equal height, as wide as makes them lowest; one under the other if they
    are too tall."""
    if len(blocks) == 1:
        stack(pages, blocks[0], before)
        return
    room = pages.frame.width - GAP
    every = [[room * share, room * (1 - share)] for share in _SHARES]
    shares = [widths for widths in every if _bear(blocks, widths)] or every
    height, widths = _lowest(blocks, shares)
    if height > pages.whole:
        for block in blocks:
            stack(pages, block, before)
        return
    top, x = pages.take(height, before), 0.0
    for block, width in zip(blocks, widths, strict=True):
        block.draw(pages.pen, x, top, width, height)
        x += width + GAP


def _lowest(
    blocks: Sequence[Block], shares: Sequence[Sequence[float]]
) -> tuple[float, Sequence[float]]:
    """The first of the widths that make the blocks lowest, and how high they are then."""
    least, found = inf, shares[0]
    for widths in shares:
        height = 0.0
        for block, width in zip(blocks, widths, strict=True):
            height = max(height, block.height(width))
            if height >= least:
                break
        else:
            least, found = height, widths
    return least, found


def _bear(blocks: Sequence[Block], widths: Sequence[float]) -> bool:
    """Whether each has room for its label."""
    return all(block.least_width <= width for block, width in zip(blocks, widths, strict=True))


def pour_items(
    pages: Pages, label: str, items: Sequence[Text], marker: Marker, size: float = BODY_SIZE
) -> None:
    """Items one under the other, over as many pages as they need."""
    if label:
        heading(pages, label)
    for number, item in enumerate(items, 1):
        lines = wrap(item, pages.frame.width - marker.indent, size)
        if not lines:
            continue
        step = size * LEADING
        top = pages.take(min(len(lines), 2) * step, _ITEM_GAP)
        draw_item(pages.pen, 0, top, lines[:2], size, marker, number)
        pages.pour(marker.indent, lines[2:], size)


def sheet_title(
    pages: Pages,
    title: str,
    under: Text = "",
    *,
    width: float | None = None,
    under_size: float = BODY_SIZE + 1.5,
    largest: float = TITLE_SIZE,
    beside: bool = False,
) -> None:
    """The title at the top of the body, as large as its length allows, and a line under it, or
    `beside` it where both have room."""
    room = width or pages.frame.width
    size = largest
    for size in (largest, *(lower for lower in (20.0, 18.0, 16.0) if lower < largest)):
        if text_width(drawable(title, Face.BOLD), size, Face.BOLD) <= room:
            break
    lines = wrap(title, room, size, Face.BOLD)
    top, below = pages.y, wrap(under, room, under_size)
    pages.pour(0, lines, size, _TITLE_LEADING)
    left = line_width(lines[0], size) + GAP if lines else 0.0
    is_short = len(lines) == len(below) == 1
    if beside and is_short and left + line_width(below[0], under_size) <= room:
        base = top + size * ((_TITLE_LEADING - 1) / 2 + ASCENT)
        pages.pen.lines(left, base - under_size * ((LEADING - 1) / 2 + ASCENT), below, under_size)
    elif under:
        pages.pour(0, below, under_size)


def heading(pages: Pages, text: str, *, keep: float = 3 * BODY_SIZE * LEADING) -> None:
    """A heading within a sheet, kept with at least `keep` points of what follows."""
    lines = wrap(text, pages.frame.width, 13.0, Face.BOLD)
    height = len(lines) * 13.0 * 1.2
    top = pages.take(height + keep, GAP * 1.3)
    pages.pen.lines(0, top, lines, 13.0, leading=1.2)
    pages.y = top + height + 1.5


def continued(title: str, pattern: str) -> Callable[[Pages], None]:
    """For `Pages.on_turn`: a following page begins with the title and says that it goes on."""

    def draw(pages: Pages) -> None:
        lines = wrap(pattern.format(title=title), pages.frame.width, 13.0, Face.BOLD)[:2]
        pages.pen.lines(0, pages.y, lines, 13.0)
        pages.y += len(lines) * 13.0 * LEADING + 1.5 * MM

    return draw


def writing_lines(pages: Pages, label: str, *, least: int = 3) -> None:
    """Ruled lines down to the foot, to write on by hand; left out where fewer than `least` fit."""
    start = pages.y + GAP * 1.3 + 13.0 * 1.2
    count = int((pages.frame.body_bottom - 2 * MM - start) // WRITING_LINE)
    if count < least:
        return
    heading(pages, label, keep=0)
    for _number in range(count):
        pages.y += WRITING_LINE
        pages.pen.rule(0, pages.y, pages.frame.width, ink=HAIR_GREY)
