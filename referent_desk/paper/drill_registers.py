"""The register of drills of a department, as that of fire drills: to sign and to file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from referent_desk.language import Language
from referent_desk.paper.blocks import continued, sheet_title
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import MM, PORTRAIT
from referent_desk.paper.tables import Column, Table

_SIZE = 9.5
_LOWEST = 12 * MM
_EMPTY = 14 * MM
"""A row that is written by hand."""


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """Everything in words already."""

    day: str
    scenario: str
    result: str
    findings: Sequence[str] = ()


def lay_out_register(
    lines: Sequence[RegisterLine], years: str, language: Language
) -> tuple[PageContent, ...]:
    """The oldest first; what is left of the last page is ruled, to go on by hand."""
    _ = language.gettext
    pages = Pages(PORTRAIT)
    title = _("Register of drills")
    pages.on_turn = continued(title, _("{title} (continued)"))
    sheet_title(pages, title, years, largest=20.0)
    pages.y += 2 * MM
    table = Table(
        pages,
        [
            Column(_("HELD ON"), fixed=20 * MM, size=_SIZE),
            Column(_("SCENARIO"), 1.0, size=_SIZE),
            Column(_("RESULT"), 0.9, size=_SIZE),
            Column(_("WHAT WAS SEEN"), 1.1, size=_SIZE),
            Column(_("SIGNATURE"), fixed=28 * MM, size=_SIZE),
        ],
        lowest=_LOWEST,
    )
    table.head(keep=_LOWEST)
    for line in lines:
        table.row((line.day, line.scenario, line.result, "\n".join(line.findings), ""))
    while pages.room > _EMPTY + 4 * MM:
        table.row(("", "", "", "", ""), drawn_height=_EMPTY - 3 * MM)
    table.end()
    return pages.finish()
