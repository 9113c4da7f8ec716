"""The end of the degraded mode: what is entered first, by whom, checked by somebody else."""

from __future__ import annotations

from referent_desk.domain.sheets import EndBody
from referent_desk.language import Language
from referent_desk.paper.blocks import (
    ItemsBox,
    Marker,
    continued,
    heading,
    sheet_title,
    stack,
    writing_lines,
)
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import LaidOut, Pages
from referent_desk.paper.measures import BODY_LARGE, MM
from referent_desk.paper.tables import Column, Table


def lay_out_end(body: EndBody, language: Language) -> LaidOut:
    _ = language.gettext
    pages = Pages()
    pages.on_turn = continued(body.title, _("{title} (continued)"))
    sheet_title(pages, body.title)
    if body.rules:
        stack(pages, ItemsBox(_("Rules"), body.rules))
    _draw_order(pages, body, language)
    if body.closing:
        box = ItemsBox(_("Before closing"), body.closing, Marker.CHECK, size=BODY_LARGE)
        stack(pages, box)
    writing_lines(pages, _("Found missing, or wrong: sheet, what, who was told"))
    return LaidOut(pages.finish())


def _draw_order(pages: Pages, body: EndBody, language: Language) -> None:
    _ = language.gettext
    if not body.order:
        return
    heading(pages, _("In this order"), keep=22 * MM)
    table = Table(
        pages,
        [
            Column("", fixed=8 * MM, size=15.0, face=Face.BOLD, align=Align.CENTRE),
            Column(_("WHAT"), 1.0, size=BODY_LARGE),
            Column(_("WITHIN"), fixed=26 * MM, face=Face.BOLD),
            Column(_("ENTERED BY"), fixed=33 * MM),
            Column(_("CHECKED BY ANOTHER PERSON"), fixed=33 * MM),
            Column(_("DONE"), fixed=10 * MM, align=Align.CENTRE),
        ],
        lowest=9 * MM,
    )
    table.head(keep=12 * MM)
    for number, line in enumerate(body.order, 1):
        by = [line.entered_by, line.checked_by]
        table.row([str(number), line.what, line.deadline, *by, _draw_box])
    table.end()


def _draw_box(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    pen.check_box(x + width / 2 - 6, y + height / 2 - 6, 12)
