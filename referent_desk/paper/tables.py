"""Tables of wrapped cells: the head is repeated on every page, a row is not split while it fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face, text_width
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import (
    BODY_SIZE,
    HAIR_GREY,
    LABEL_SIZE,
    LEADING,
    MEDIUM,
    MM,
)
from referent_desk.paper.paragraphs import Line, Text, wrap

CELL_GAP = 3 * MM
ROW_PADDING = 1.5 * MM

Draw = Callable[[Pen, float, float, float, float], None]
"""Draws a cell itself: pen, left edge, top, width, height of the row."""


class Column(NamedTuple):
    """`share` is the part of the width that is left over once the `fixed` widths are taken."""

    title: str
    share: float = 0.0
    fixed: float = 0.0
    size: float = BODY_SIZE
    face: Face = Face.REGULAR
    align: Align = Align.LEFT
    spacing: float = 0.0
    """Between letters, of cells of one line alone."""


class Table:
    def __init__(
        self,
        pages: Pages,
        columns: Sequence[Column],
        *,
        lowest: float = 0.0,
        padding: float = ROW_PADDING,
    ) -> None:
        """`lowest` is the least height of a row: what a hand needs to write in it."""
        self._pages = pages
        self._columns = columns
        self._lowest = lowest
        self._padding = padding
        self._widths = self._share_out(pages.frame.width)
        self._moves = ["", *(f"{width + CELL_GAP:.2f} 0 Td" for width in self._widths[:-1])]

    def width_of(self, column: int) -> float:
        return self._widths[column]

    def head(self, *, keep: float = 0.0) -> None:
        """The titles, kept with the first row: `keep` points of it."""
        lines = self._title_lines()
        height = max((len(found) for found in lines), default=0) * LABEL_SIZE * 1.2 + 5
        top = self._pages.take(height + keep, 2.0)
        self._draw_head(top, lines, height)
        self._pages.y = top + height
        begin = self._pages.on_turn

        def repeat(pages: Pages) -> None:
            if begin is not None:
                begin(pages)
            self._draw_head(pages.y, lines, height)
            pages.y += height

        self._pages.on_turn = repeat
        self._before = begin

    def end(self) -> None:
        """No head on the pages that follow."""
        self._pages.on_turn = self._before

    def row(
        self,
        cells: Sequence[Text | Draw],
        *,
        drawn_height: float = 0.0,
        ruled: bool = True,
        keep: float = 0.0,
    ) -> None:
        """`drawn_height` is what cells need that draw themselves, `keep` what must fit beneath."""
        wrapped = self._wrapped(cells)
        height = self._height(wrapped, drawn_height)
        if height > self._pages.whole:
            self._pour(wrapped)
        else:
            self._draw_row(cells, wrapped, height, keep)
        if ruled:
            self._pages.pen.rule(0, self._pages.y, self._pages.frame.width, ink=HAIR_GREY)

    def height_of(self, cells: Sequence[Text | Draw], *, drawn_height: float = 0.0) -> float:
        return self._height(self._wrapped(cells), drawn_height)

    def _wrapped(self, cells: Sequence[Text | Draw]) -> list[list[Line]]:
        wrapped: list[list[Line]] = []
        for cell, column, width in zip(cells, self._columns, self._widths, strict=True):
            wrapped.append([] if callable(cell) else wrap(cell, width, column.size, column.face))
        return wrapped

    def _height(self, wrapped: Sequence[Sequence[Line]], drawn_height: float) -> float:
        heights = [
            len(lines) * column.size * LEADING
            for lines, column in zip(wrapped, self._columns, strict=True)
        ]
        return max(self._lowest, drawn_height, *heights) + 2 * self._padding

    def short_row(self, texts: Sequence[str], height: float) -> None:
        """Of `drawable` texts that are known to take one line each; `height` is that of the row."""
        top = self._pages.take(height) + self._padding
        pen, shown = self._pages.pen, []
        for text, column, move, width in zip(
            texts, self._columns, self._moves, self._widths, strict=True
        ):
            shown.append(move)
            if text:
                pieces = pen.shown(text, BODY_SIZE, column.face)
                if column.spacing:
                    pieces = f"{column.spacing:g} Tc {pieces} 0 Tc"
                if column.align is not Align.LEFT:
                    wide = text_width(text, BODY_SIZE, column.face)
                    inward = f"{(width - wide) * column.align.value:.2f}"
                    pieces = f"{inward} 0 Td {pieces} -{inward} 0 Td"
                shown.append(pieces)
        pen.row(top, " ".join(shown), BODY_SIZE)
        pen.rule(0, self._pages.y, self._pages.frame.width, ink=HAIR_GREY)

    def _draw_row(
        self,
        cells: Sequence[Text | Draw],
        wrapped: Sequence[Sequence[Line]],
        height: float,
        keep: float,
    ) -> None:
        top = self._pages.take(height + keep)
        self._pages.y = top + height
        pen, x = self._pages.pen, 0.0
        tallest = max(column.size for column in self._columns)
        for cell, lines, column, width in zip(
            cells, wrapped, self._columns, self._widths, strict=True
        ):
            if callable(cell):
                cell(pen, x, top + self._padding, width, height - 2 * self._padding)
            else:
                down = (tallest - column.size) * 0.9  # base lines of the first lines agree
                anchor = x + width * column.align.value
                pen.lines(
                    anchor, top + self._padding + down, lines, column.size, align=column.align
                )
            x += width + CELL_GAP

    def _pour(self, wrapped: Sequence[Sequence[Line]]) -> None:
        """A row taller than a page: its cells one under the other, over several pages."""
        for lines, column in zip(wrapped, self._columns, strict=True):
            self._pages.pour(0, lines, column.size)
        self._pages.y += self._padding

    def _share_out(self, width: float) -> list[float]:
        fixed = sum(column.fixed for column in self._columns)
        shares = sum(column.share for column in self._columns)
        rest = width - fixed - CELL_GAP * (len(self._columns) - 1)
        return [column.fixed or rest * column.share / shares for column in self._columns]

    def _title_lines(self) -> list[list[Line]]:
        return [
            wrap(column.title, width, LABEL_SIZE, Face.BOLD)
            for column, width in zip(self._columns, self._widths, strict=True)
        ]

    def _draw_head(self, top: float, lines: Sequence[Sequence[Line]], height: float) -> None:
        x = 0.0
        for found, column, width in zip(lines, self._columns, self._widths, strict=True):
            anchor = x + width * column.align.value
            down = height - 4 - len(found) * LABEL_SIZE * 1.2
            self._pages.pen.lines(
                anchor, top + down, found, LABEL_SIZE, leading=1.2, align=column.align
            )
            x += width + CELL_GAP
        self._pages.pen.rule(0, top + height, self._pages.frame.width, thickness=MEDIUM)
