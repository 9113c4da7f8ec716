"""The way of the paper: runner's rounds, where each form goes, the rules of the trays."""

from __future__ import annotations

from referent_desk.domain.sheets import RouteBody
from referent_desk.language import Language
from referent_desk.paper.blocks import (
    ItemsBox,
    continued,
    heading,
    sheet_title,
    stack,
    writing_lines,
)
from referent_desk.paper.drawing import Align
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import LaidOut, Pages
from referent_desk.paper.measures import BODY_LARGE, MM
from referent_desk.paper.tables import Column, Table


def lay_out_route(body: RouteBody, language: Language) -> LaidOut:
    _ = language.gettext
    pages = Pages()
    pages.on_turn = continued(body.title, _("{title} (continued)"))
    sheet_title(pages, body.title)
    _draw_rounds(pages, body, language)
    _draw_routes(pages, body, language)
    if body.rules:
        stack(pages, ItemsBox(_("Rules"), body.rules))
    writing_lines(pages, _("Changes written by hand: date, what, by whom"))
    return LaidOut(pages.finish())


def _draw_rounds(pages: Pages, body: RouteBody, language: Language) -> None:
    _ = language.gettext
    if not body.rounds:
        return
    heading(pages, _("The runner's rounds"), keep=20 * MM)
    table = Table(
        pages,
        [
            Column(_("TIME"), fixed=26 * MM, size=14.0, face=Face.BOLD),
            Column(_("LEAVES FROM"), 0.3),
            Column(_("ARRIVES AT"), 0.3),
            Column(_("CARRIES"), 0.4),
        ],
        lowest=5.5 * MM,
        padding=1.0 * MM,
    )
    table.head(keep=9 * MM)
    for entry in body.rounds:
        table.row([entry.time, entry.departs, entry.arrives, entry.carries])
    table.end()


def _draw_routes(pages: Pages, body: RouteBody, language: Language) -> None:
    _ = language.gettext
    if not body.routes:
        return
    heading(pages, _("Where each form goes"), keep=20 * MM)
    table = Table(
        pages,
        [
            Column(_("FORM"), fixed=14 * MM, size=BODY_LARGE, face=Face.BOLD),
            Column(_("TITLE"), 0.42),
            Column(_("GOES TO"), 0.36),
            Column(_("COPIES"), fixed=23 * MM, align=Align.CENTRE),
            Column(_("FILED BY"), 0.22),
        ],
        lowest=5.2 * MM,
        padding=1.0 * MM,
    )
    table.head(keep=9 * MM)
    for route in body.routes:
        copies = "" if route.copies is None else str(route.copies)
        table.row([route.form, route.form_title, route.goes_to, copies, route.filed_by])
    table.end()
