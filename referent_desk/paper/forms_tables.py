"""Tables to write in: heads that repeat, rows that fill the page, columns parted into hours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from referent_desk.domain.forms import Column, TableBlock
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.forms_fields import BOX, draw_box
from referent_desk.paper.forms_pieces import HEADING_HEIGHT, Piece, draw_heading
from referent_desk.paper.measures import HAIR_GREY, LEADING, MEDIUM, MM, THIN
from referent_desk.paper.paragraphs import Line, wrap

_HEAD_SIZE = 8.5
_LEAST_TITLE = 6.5
_HINT_SIZE = 7.5
_PART_SIZE = 9.0
_CELL_SIZE = 9.5
_SUB_ROW_SIZE = 7.0
_SIDE = 1.2 * MM
"""Left white at both sides of a cell."""
_SUB_ROW_LABEL = 8.5 * MM
_PART_HEIGHT = 4.6 * MM
_FEWEST_ROWS = 3
_LEAST_SHARE = 4 * MM
_BETWEEN_BOXES = 2.4 * MM


class _Cell(NamedTuple):
    """A column as placed: its head wrapped, its left edge and its width."""

    column: Column
    x: float
    width: float
    title: list[Line]
    title_size: float
    hint: list[Line]

    @property
    def head_height(self) -> float:
        text = len(self.title) * self.title_size * LEADING + len(self.hint) * _HINT_SIZE * LEADING
        return text + 1.6 * MM + (_PART_HEIGHT if self.column.parts else 0.0)


class _Grid(NamedTuple):
    """A table as placed across the page; the same for each of the pages that it needs."""

    block: TableBlock
    cells: tuple[_Cell, ...]
    width: float
    labels_at: float | None
    """Where the names of the sub-rows stand."""

    @property
    def head(self) -> float:
        return max(cell.head_height for cell in self.cells)

    @property
    def heading(self) -> float:
        return HEADING_HEIGHT if self.block.title else 0.0


def table_piece(block: TableBlock, width: float) -> Piece:
    rows = block.rows or max(_FEWEST_ROWS, len(block.first_column))
    return _piece(_grid(block, width), rows, block.first_column, first=True)


def _piece(grid: _Grid, rows: int, printed: Sequence[str], *, first: bool) -> Piece:
    block = grid.block
    above = grid.head + (grid.heading if first else 0.0)
    row_height = block.row_height * MM
    fills = block.rows == 0

    def draw(pen: Pen, x: float, top: float, height: float) -> None:
        if first and block.title:
            draw_heading(pen, x, top, block.title)
        room = height - above
        count = max(rows, int((room + 0.1) / row_height)) if fills else rows
        _draw_grid(pen, grid, x, top + above - grid.head, room / count, count)
        _draw_printed(pen, grid, x, top + above, room / count, count, printed)

    def split(room: float) -> tuple[Piece, Piece] | None:
        fitting = int((room - above) / row_height)
        if fitting < min(_FEWEST_ROWS, rows) or fitting >= rows:
            return None
        return (
            _piece(grid, fitting, printed[:fitting], first=first),
            _piece(grid, rows - fitting, printed[fitting:], first=False),
        )

    least = above + rows * row_height
    return Piece(least, draw, float(rows), fills=fills, gap=2.0 * MM, split=split)


def _grid(block: TableBlock, width: float) -> _Grid:
    parted = next((i for i, column in enumerate(block.columns) if column.parts), None)
    if parted is None and block.sub_rows:
        parted = 1 if len(block.columns) > 1 else 0
    aside = _SUB_ROW_LABEL if block.sub_rows else 0.0
    weights = sum(column.width for column in block.columns)
    shares = [(width - aside) * column.width / weights for column in block.columns]
    cells, x, labels_at = [], 0.0, None
    for index, (column, share) in enumerate(zip(block.columns, shares, strict=True)):
        if index == parted and block.sub_rows:
            labels_at = x
            x += aside
        inner = max(_LEAST_SHARE, share - 2 * _SIDE)
        size = _title_size(column.title, inner)
        title = wrap(column.title, inner, size, Face.BOLD) if column.title else []
        hint = wrap(column.hint, inner, _HINT_SIZE) if column.hint else []
        cells.append(_Cell(column, x, share, title, size, hint))
        x += share
    return _Grid(block, tuple(cells), width, labels_at)


def _title_size(title: str, width: float) -> float:
    """Smaller where a single word would be cut."""
    words = [text_width(drawable(w, Face.BOLD), _HEAD_SIZE, Face.BOLD) for w in title.split()]
    return max(_LEAST_TITLE, _HEAD_SIZE * min(1.0, (width - 0.1) / max(words, default=1.0)))


def _draw_grid(pen: Pen, grid: _Grid, x: float, top: float, row: float, rows: int) -> None:
    body = top + grid.head
    bottom = body + row * rows
    for cell in grid.cells:
        _draw_head(pen, cell, x + cell.x, top, grid.head, bottom)
    if grid.labels_at is not None:
        _draw_sub_rows(pen, grid, x, body, row, rows)
    for number in range(1, rows):
        pen.rule(x, body + number * row, x + grid.width)
    pen.rule(x, body, x + grid.width, thickness=MEDIUM)
    edges = [cell.x for cell in grid.cells[1:]]
    for edge in [*edges, *([] if grid.labels_at is None else [grid.labels_at])]:
        pen.rule(x + edge, top, x + edge, bottom)
    pen.rectangle(x, top, grid.width, bottom - top, thickness=MEDIUM)


def _draw_head(pen: Pen, cell: _Cell, x: float, top: float, head: float, bottom: float) -> None:
    parts = cell.column.parts
    middle = x + cell.width / 2 if parts else x + _SIDE
    align = Align.CENTRE if parts else Align.LEFT
    y = top + 0.8 * MM
    y += pen.lines(middle, y, cell.title, cell.title_size, align=align)
    pen.lines(middle, y, cell.hint, _HINT_SIZE, align=align)
    if not parts:
        return
    pitch = cell.width / len(parts)
    quarter = len(parts) / 4 if len(parts) % 4 == 0 and len(parts) > 4 else 0
    part_top = top + head - _PART_HEIGHT
    pen.rule(x, part_top, x + cell.width)
    for index, part in enumerate(parts):
        base = part_top + _PART_HEIGHT - 1.3 * MM
        pen.text(x + (index + 0.5) * pitch, base, part, _PART_SIZE, Face.BOLD, align=Align.CENTRE)
        if index:
            strong = bool(quarter) and index % quarter == 0
            at = x + index * pitch
            pen.rule(at, part_top, at, bottom, thickness=MEDIUM + 0.3 if strong else THIN)


def _draw_sub_rows(pen: Pen, grid: _Grid, x: float, body: float, row: float, rows: int) -> None:
    names = grid.block.sub_rows
    start = x + (grid.labels_at or 0.0)
    parted = [cell for cell in grid.cells if cell.column.parts] or [grid.cells[-1]]
    end = x + parted[-1].x + parted[-1].width
    pitch = row / len(names)
    for number in range(rows):
        top = body + number * row
        for index, name in enumerate(names):
            base = top + (index + 0.5) * pitch + _SUB_ROW_SIZE * 0.33
            pen.text(start + 0.8 * MM, base, name, _SUB_ROW_SIZE)
            if index:
                pen.rule(start, top + index * pitch, end, ink=HAIR_GREY)


def _draw_printed(
    pen: Pen, grid: _Grid, x: float, body: float, row: float, rows: int, printed: Sequence[str]
) -> None:
    """What stands in the cells before anybody writes: names of rows, boxes to tick."""
    for number, text in enumerate(printed):
        lines = wrap(text, grid.cells[0].width - 2 * _SIDE, _CELL_SIZE)
        height = len(lines) * _CELL_SIZE * LEADING
        pen.lines(x + _SIDE, body + number * row + (row - height) / 2, lines, _CELL_SIZE)
    for cell in grid.cells:
        if cell.column.boxes:
            for number in range(rows):
                _draw_boxes(pen, cell, x + cell.x, body + number * row, row)


def _draw_boxes(pen: Pen, cell: _Cell, x: float, top: float, row: float) -> None:
    """Side by side where they fit, one under the other where not."""
    boxes = cell.column.boxes
    widths = [_box_width(box) for box in boxes]
    wide = sum(widths) + _BETWEEN_BOXES * (len(boxes) - 1)
    if wide <= cell.width - _SIDE:
        left, base = x + (cell.width - wide) / 2, top + row / 2 + _CELL_SIZE * 0.36
        for box, width in zip(boxes, widths, strict=True):
            draw_box(pen, left, base, box, _CELL_SIZE)
            left += width + _BETWEEN_BOXES
        return
    pitch = row / len(boxes)
    for index, box in enumerate(boxes):
        base = top + (index + 0.5) * pitch + _CELL_SIZE * 0.36
        draw_box(pen, x + _SIDE, base, box, min(_CELL_SIZE, pitch * 0.8))


def _box_width(box: str) -> float:
    return BOX + (1.2 * MM + text_width(drawable(box), _CELL_SIZE) if box else 0.0)
