"""F33, reading and practice: the staff in lines, texts in columns, to be signed and typed in.

Four texts for each set of pages. A text is told by code, revision and mark; what is known already
is printed in its box, so that nobody signs twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from referent_desk.domain.acknowledgements import NOTHING, Cell, Known, Reader, Register, Taught
from referent_desk.language import Language
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import (
    HAIR_GREY,
    LABEL_SIZE,
    LANDSCAPE,
    MEDIUM,
    MM,
    THICK,
    THIN,
)
from referent_desk.paper.paragraphs import wrap

CODE = "F33"
TEXTS_A_SHEET = 4
_ROW = 8.2 * MM
_HEAD = 24 * MM
_NUMBER, _NAMES = 8 * MM, 62 * MM
_BOX = 4.2 * MM
_BLANK_ROWS = 5
"""At least so many lines without a name, for temporary staff."""
_NAME_SIZE = 10.0
_NAME_SIZES = ((_NAME_SIZE, 1), (8.0, 2), (6.6, 3))
"""Each with the lines that then have room."""
_INSET = 1.6 * MM
_SHARES = (0.16, 0.16, 0.28, 0.40)
"""Of a text's width: read, practised, day, signature."""


def lay_out_signing_sheet(
    register: Register, taught: Sequence[Taught], language: Language
) -> tuple[PageContent, ...]:
    """As many sets of pages as the texts need; each set has the whole staff."""
    pages = Pages(LANDSCAPE)
    cells = register.cells()
    for first in range(0, len(taught), TEXTS_A_SHEET):
        group = taught[first : first + TEXTS_A_SHEET]
        if first:
            pages.turn()
        _draw_set(pages, register, group, cells, language)
    return pages.finish()


def _draw_set(
    pages: Pages,
    register: Register,
    taught: Sequence[Taught],
    cells: Mapping[tuple[str, str], Cell],
    language: Language,
) -> None:
    readers: list[Reader | None] = [r for r in register.readers if r.person_id is not None]
    readers += [None] * _BLANK_ROWS
    place = 0
    while place < len(readers):
        if place:
            pages.turn()
        _draw_head(pages, taught, language)
        fitting = max(pages.fitting(_ROW), 1)
        here = readers[place : place + fitting]
        if place + fitting >= len(readers):
            here += [None] * (fitting - len(here))
        for number, reader in enumerate(here, place + 1):
            _draw_row(pages, number, reader, (taught, cells), language)
        _draw_grid(pages, len(here), len(taught))
        place += fitting


def _text_width() -> float:
    return (LANDSCAPE.width - _NUMBER - _NAMES) / TEXTS_A_SHEET


def _edges(column: int) -> list[float]:
    """The left edges of the four parts of a text, and the right one of the last."""
    left, edges = _NUMBER + _NAMES + column * _text_width(), []
    for share in _SHARES:
        edges.append(left)
        left += share * _text_width()
    return [*edges, left]


def _draw_head(pages: Pages, taught: Sequence[Taught], language: Language) -> None:
    _ = language.gettext
    top = pages.take(_HEAD)
    pen, base = pages.pen, top + _HEAD - 1.6 * MM
    pen.text(0, base, _("NAME AND FIRST NAME"), LABEL_SIZE, Face.BOLD)
    for column, one in enumerate(taught):
        edges = _edges(column)
        room = edges[4] - edges[0] - 2 * _INSET
        x, y = edges[0] + _INSET, top + 1.0 * MM
        title = wrap(one.function, room, 10.5, Face.BOLD)[:2]
        pen.lines(x, y, title, 10.5, leading=1.1)
        y += len(title) * 10.5 * 1.1
        under = " · ".join(part for part in (one.sheet_code, one.software) if part)
        pen.lines(x, y, wrap(under, room, LABEL_SIZE)[: 3 - len(title)], LABEL_SIZE)
        revision = _("rev. {revision}").format(revision=one.number)
        pen.text(x, base - 4.4 * MM, f"{revision} · {one.mark}", 10.0, Face.BOLD)
        labels = (_("read"), _("pract."), _("day"), _("signature"))
        for place, label in enumerate(labels):
            pen.text(edges[place] + _INSET, base, label, 7.0)
    pen.rule(0, pages.y, LANDSCAPE.width, thickness=MEDIUM)


def _draw_row(
    pages: Pages,
    number: int,
    reader: Reader | None,
    texts: tuple[Sequence[Taught], Mapping[tuple[str, str], Cell]],
    language: Language,
) -> None:
    top = pages.take(_ROW)
    pen, base = pages.pen, top + _ROW / 2 + _NAME_SIZE * 0.35
    pen.text(_NUMBER - 2 * MM, base, str(number), LABEL_SIZE, align=Align.RIGHT)
    if reader is not None:
        _draw_name(pen, top, reader)
    taught, cells = texts
    for column, one in enumerate(taught):
        known = NOTHING if reader is None else cells.get((reader.key, one.procedure_id), NOTHING)
        _draw_cell(pen, top, column, known, language)


def _draw_name(pen: Pen, top: float, reader: Reader) -> None:
    """Too long a name goes on beneath in smaller letters; its line has a number besides."""
    words = [(reader.name, Face.BOLD)]
    if reader.role:
        words.append((f"  {reader.role}", Face.REGULAR))
    for size, most in _NAME_SIZES:
        lines = wrap(words, _NAMES - 2 * MM, size)
        if len(lines) <= most:
            break
    lines = lines[:most]
    height = len(lines) * size * 1.15
    pen.lines(_NUMBER, top + (_ROW - height) / 2, lines, size, leading=1.15)


def _draw_cell(pen: Pen, top: float, column: int, cell: Cell, language: Language) -> None:
    """A filled box and the day stand for what the program knows already."""
    edges = _edges(column)
    y, base = top + (_ROW - _BOX) / 2, top + _ROW / 2 + 3
    is_known = (cell.known.is_of_today, cell.known is Known.PRACTISED)
    for place, known in enumerate(is_known):
        x = (edges[place] + edges[place + 1] - _BOX) / 2
        pen.rectangle(x, y, _BOX, _BOX, thickness=MEDIUM)
        if known:
            pen.cross(x + 0.6 * MM, y + 0.6 * MM, _BOX - 1.2 * MM)
    if is_known[0] and cell.day is not None:
        pen.text(edges[2] + 1 * MM, base, language.short_date(cell.day), 7.0)


def _draw_grid(pages: Pages, rows: int, columns: int) -> None:
    bottom = pages.y
    top = bottom - rows * _ROW
    pen = pages.pen
    for row in range(1, rows + 1):
        pen.rule(0, top + row * _ROW, LANDSCAPE.width, thickness=THIN, ink=HAIR_GREY)
    for column in range(columns):
        edges = _edges(column)
        pen.rule(edges[0], top - _HEAD, edges[0], bottom, thickness=THICK / 2)
        pen.rule(edges[2], top, edges[2], bottom, thickness=THIN, ink=HAIR_GREY)
        pen.rule(edges[3], top, edges[3], bottom, thickness=THIN, ink=HAIR_GREY)
    pen.rule(0, bottom, LANDSCAPE.width, thickness=MEDIUM)
