"""The list for a new colleague, to be gone through together: boxes to tick, days, signatures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from referent_desk.domain.arrivals import Arrival, ArrivalItem, ArrivalTick
from referent_desk.language import Language
from referent_desk.paper.blocks import continued, sheet_title
from referent_desk.paper.drawing import Pen
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import BODY_SIZE, GAP, MM, PORTRAIT, WRITING_ROW
from referent_desk.paper.people_lines import draw_facts, draw_signing
from referent_desk.paper.tables import Column, Table

_BOX = 4.4 * MM


def lay_out_arrival(
    items: Sequence[ArrivalItem], arrival: Arrival | None, department: str, language: Language
) -> tuple[PageContent, ...]:
    """`arrival` None: a blank sheet. What was done already is ticked in print."""
    _ = language.gettext
    pages = Pages(PORTRAIT)
    title = _("Welcome: the first days")
    pages.on_turn = continued(title, _("{title} (continued)"))
    sheet_title(pages, title)
    pages.y += GAP / 2
    since = language.date(arrival.since) if arrival is not None and arrival.since else ""
    name, role = (arrival.name, arrival.role) if arrival is not None else ("", "")
    draw_facts(
        pages,
        (
            (_("Name"), name),
            (_("Role"), role),
            (_("Department"), department),
            (_("Here since"), since),
        ),
    )
    pages.y += GAP
    table = Table(
        pages,
        (
            Column("", fixed=7 * MM),
            Column(_("What is shown, tried or read together"), share=1.0),
            Column(_("Day"), fixed=25 * MM),
            Column(_("Shown by"), fixed=42 * MM),
        ),
        lowest=WRITING_ROW - 3 * MM,
    )
    table.head(keep=WRITING_ROW)
    ticks = arrival.ticks if arrival is not None else {}
    for item in items:
        tick = ticks.get(item.id)
        day = language.short_date(tick.day) if tick is not None else ""
        cells = partial(_draw_box, tick), item.what, day, tick.who if tick is not None else ""
        table.row(cells, drawn_height=_BOX)
    table.end()
    draw_signing(pages, (_("The new colleague"), _("The referent")), language)
    return pages.finish()


def _draw_box(
    tick: ArrivalTick | None, pen: Pen, x: float, y: float, _width: float, _height: float
) -> None:
    top = y + (BODY_SIZE * 1.27 - _BOX) / 2
    pen.check_box(x, top, _BOX)
    if tick is not None:
        pen.cross(x + 0.7 * MM, top + 0.7 * MM, _BOX - 1.4 * MM)
