"""Pieces of a form: what has a least height, may take more, and draws itself into what it got."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from referent_desk.domain.forms import LinesBlock, NoteBlock
from referent_desk.paper.drawing import Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.measures import HAIR_GREY, LEADING, MM, WRITING_LINE
from referent_desk.paper.paragraphs import wrap

Draw: TypeAlias = Callable[[Pen, float, float, float], None]
"""Draws with this pen at x, top, over a height."""

HEADING_SIZE = 10.0
HEADING_HEIGHT = 5.4 * MM
_NOTE_SIZE = 9.0
_STRONG_NOTE_SIZE = 11.0
_HINT_SIZE = 8.0
_FEWEST_LINES = 3


class Piece(NamedTuple):
    """`stretch` counts the rows that share what is left over on a page; a piece that `fills`
    takes it all. `gap` is the distance to what stands above.

    `split`, where there is one, parts the piece at a height: what fits, and the rest; None when
    nothing useful fits.
    """

    height: float
    draw: Draw
    stretch: float = 0.0
    fills: bool = False
    gap: float = 0.0
    split: Callable[[float], tuple[Piece, Piece] | None] | None = None
    keeps_next: bool = False


def stacked(pieces: Sequence[Piece]) -> Piece:
    """Several pieces as one that no page parts."""
    least = sum(piece.height for piece in pieces)
    stretch = sum(piece.stretch for piece in pieces)

    def draw(pen: Pen, x: float, top: float, height: float) -> None:
        more = (height - least) / stretch if stretch else 0.0
        for piece in pieces:
            got = piece.height + more * piece.stretch
            piece.draw(pen, x, top, got)
            top += got

    return Piece(least, draw, stretch)


def draw_heading(pen: Pen, x: float, top: float, title: str, hint: str = "") -> None:
    base = top + 4.0 * MM
    wide = pen.text(x, base, title, HEADING_SIZE, Face.BOLD)
    if hint:
        pen.text(x + wide + 2.5 * MM, base, hint, _HINT_SIZE)


def heading_piece(title: str, width: float, *, ruled: bool) -> list[Piece]:
    """Nothing for an empty title. `ruled`: a rule parts it from the writing above."""
    lines = wrap(title, width, HEADING_SIZE, Face.BOLD) if title else []
    if not lines:
        return []
    step = HEADING_SIZE * LEADING

    def draw(pen: Pen, x: float, top: float, _height: float) -> None:
        if ruled:
            pen.rule(x, top, x + width, ink=HAIR_GREY)
        pen.lines(x, top + 0.8 * MM, lines, HEADING_SIZE)

    height = HEADING_HEIGHT + step * (len(lines) - 1)
    return [Piece(height, draw, gap=2.0 * MM, keeps_next=True)]


def note_piece(block: NoteBlock, width: float) -> Piece:
    size = _STRONG_NOTE_SIZE if block.strong else _NOTE_SIZE
    lines = wrap(block.text, width, size, Face.BOLD if block.strong else Face.REGULAR)

    def draw(pen: Pen, x: float, top: float, _height: float) -> None:
        pen.lines(x, top, lines, size)

    return Piece(len(lines) * size * LEADING, draw, gap=1.4 * MM)


def lines_piece(block: LinesBlock, width: float) -> Piece:
    """A heading and lines to write on; they spread over what the page leaves them."""
    count = block.lines or _FEWEST_LINES
    least = HEADING_HEIGHT + count * WRITING_LINE

    def draw(pen: Pen, x: float, top: float, height: float) -> None:
        draw_heading(pen, x, top, block.title, block.hint)
        room = height - HEADING_HEIGHT
        rows = max(count, int(room / (WRITING_LINE * 1.06))) if block.lines == 0 else count
        pitch = room / rows
        for row in range(1, rows + 1):
            pen.writing_line(x, top + HEADING_HEIGHT + row * pitch - 0.8 * MM, x + width)

    stretch = float(count)
    return Piece(least, draw, stretch, fills=block.lines == 0, gap=2.4 * MM)
