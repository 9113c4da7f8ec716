"""The register of drills and checks: ruled lines that are dated, filled in and signed by hand."""

from __future__ import annotations

from referent_desk.domain.register_sheets import RegisterBody
from referent_desk.language import Language
from referent_desk.paper.blocks import ItemsBox, sheet_title, stack
from referent_desk.paper.layout import LaidOut, Pages
from referent_desk.paper.measures import MM
from referent_desk.paper.tables import Column, Table

_ROW = 14 * MM
"""High enough to write in and to sign."""


def lay_out_register_sheet(body: RegisterBody, language: Language) -> LaidOut:
    """One page, ruled to its foot."""
    _ = language.gettext
    pages = Pages()
    sheet_title(pages, body.title)
    stack(pages, ItemsBox(_("Rules"), body.rules))
    pages.y += 2 * MM
    table = Table(
        pages,
        [
            Column(_("HELD ON"), fixed=22 * MM),
            Column(_("DRILL OR CHECK"), 1.2),
            Column(_("RESULT"), 1.0),
            Column(_("LED BY"), fixed=30 * MM),
            Column(_("SIGNATURE"), fixed=28 * MM),
        ],
    )
    table.head(keep=_ROW)
    while pages.room > _ROW + 4 * MM:
        table.row(("", "", "", "", ""), drawn_height=_ROW - 3 * MM)
    table.end()
    return LaidOut(pages.finish())
