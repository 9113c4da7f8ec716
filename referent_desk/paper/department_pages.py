"""Pages of a department that are no sheets of its binder: a grid, a register, a report.

They have the head and the margins of a sheet, so that they can be filed with them; where a sheet
has its code, its revision and its symbol, they say what they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from referent_desk.domain.sheets import Head
from referent_desk.language import Language
from referent_desk.paper.assembly import Document
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.heads import draw_department
from referent_desk.paper.layout import HeadKind, PageContent
from referent_desk.paper.measures import (
    FOOT_HEIGHT,
    FOOT_SIZE,
    MM,
    PORTRAIT,
    THICK,
    THIN,
    Frame,
)
from referent_desk.paper.pages import frame_matrix, punch_marks

_CODE_SIZE = 24.0
_CODE_BASE, _UNDER_BASE, _RULE_AT = 8 * MM, 14 * MM, 25.9 * MM
_CODE_ROOM = 50 * MM


@dataclass(frozen=True, slots=True)
class PageMarks:
    """`code` stands at the top right, large; `under` beneath it; `foot` says what becomes of it."""

    title: str
    code: str
    under: str
    foot: str


def write_department_pages(
    contents: Sequence[PageContent],
    head: Head,
    marks: PageMarks,
    printed_at: datetime,
    language: Language,
    frame: Frame = PORTRAIT,
    *,
    turned: bool = False,
    alone: bool = False,
) -> bytes:
    """One PDF, always the same bytes; every page on a front, to be filed where one likes.

    `turned`: a screen shows landscape pages upright. `alone`: each page is a paper of its own.
    """
    document = Document(marks.title, head.establishment, language.code, printed_at)
    for number, content in enumerate(contents, 1):
        pen = Pen(frame.height)
        draw_department(pen, head, HeadKind.STANDARD, frame.width, language)
        _draw_marks(pen, marks, frame)
        counted = (1, 1) if alone else (number, len(contents))
        _draw_foot(pen, marks, (*counted, printed_at), frame, language)
        placed = (b"q", punch_marks(is_back=False), b"Q q", frame_matrix(frame, is_back=False))
        parts = (*placed, b"q", content.operators, b"Q", pen.operators, b"Q")
        document.add_page(b"\n".join(parts), {*content.fonts, *pen.fonts})
    return document.finish(two_sided=False, turned=turned)


def _draw_marks(pen: Pen, marks: PageMarks, frame: Frame) -> None:
    width = frame.width
    wide = text_width(drawable(marks.code, Face.BOLD), _CODE_SIZE, Face.BOLD)
    size = _CODE_SIZE * min(1.0, _CODE_ROOM / max(wide, 1.0))
    pen.text(width, _CODE_BASE, marks.code, size, Face.BOLD, align=Align.RIGHT)
    pen.paragraph(
        *(width, _UNDER_BASE - 9.5, _CODE_ROOM, marks.under, 9.5), leading=1.15, align=Align.RIGHT
    )
    pen.rule(0, _RULE_AT, width, thickness=THICK)


def _draw_foot(
    pen: Pen,
    marks: PageMarks,
    number: tuple[int, int, datetime],
    frame: Frame,
    language: Language,
) -> None:
    """`number`: the page, how many there are, when they were printed."""
    _, (this, last, printed_at) = language.gettext, number
    top = frame.height - FOOT_HEIGHT
    pen.rule(0, top, frame.width, thickness=THIN)
    pen.paragraph(0, top + 3, frame.width * 0.66, marks.foot, FOOT_SIZE, leading=1.2)
    page = _("page {page}/{pages}").format(page=this, pages=last)
    made = _("printed on {day}").format(day=language.short_date(printed_at.date()))
    for row, line in enumerate((page, made)):
        base = top + 3 + FOOT_SIZE * (0.9 + 1.2 * row)
        pen.text(frame.width, base, line, FOOT_SIZE, align=Align.RIGHT)
