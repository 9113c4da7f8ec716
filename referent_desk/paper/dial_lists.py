"""The numbers of the month on one page, to be dialled away from the PC and typed in afterwards."""

from __future__ import annotations

from referent_desk.domain.dial_checks import CheckedLine, DialCheck
from referent_desk.domain.forms import Field
from referent_desk.language import Language
from referent_desk.paper.blocks import sheet_title
from referent_desk.paper.drawing import Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.forms_fields import draw_fields
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import MEDIUM, MM
from referent_desk.paper.paragraphs import Text
from referent_desk.paper.tables import Column, Table

_BOX = 5 * MM
_NUMBER_SIZE = 14.0
_WRITING = 11 * MM
_FIELD_ROW = 9 * MM


def lay_out_dial_list(check: DialCheck, language: Language) -> tuple[PageContent, ...]:
    _ = language.gettext
    pages = Pages()
    sheet_title(
        pages,
        _("Numbers to dial"),
        _("Dial each of them, tick what you heard, and type it in afterwards."),
        largest=20.0,
    )
    top = pages.take(_FIELD_ROW)
    fields = (Field(_("Dialled by"), width=5), Field(_("on"), width=3))
    draw_fields(pages.pen, 0, top + _FIELD_ROW - 1.2 * MM, pages.frame.width, fields, 10.0)
    pages.take(4 * MM)
    table = Table(
        pages,
        (
            Column(_("WHOM ONE REACHES"), share=1),
            Column(_("NUMBER"), fixed=45 * MM, size=_NUMBER_SIZE, face=Face.BOLD),
            Column(_("ANSWERS"), fixed=15 * MM),
            Column(_("NO ANSWER"), fixed=15 * MM),
            Column(_("WRONG: THE RIGHT NUMBER"), fixed=42 * MM),
        ),
        lowest=_WRITING,
    )
    table.head(keep=_WRITING)
    for line in check.drawn:
        table.row((_who(line, language), line.number, _box, _box, _correction))
    table.end()
    return pages.finish()


def _who(line: CheckedLine, language: Language) -> Text:
    """The name, and beneath it whose line it is and when it was last dialled."""
    _ = language.gettext
    call = line.last
    last = _("never dialled")
    if call is not None:
        last = _("dialled on {day}").format(day=language.short_date(call.day))
    under = " · ".join(part for part in (line.owner, line.hours, last) if part)
    return [(line.label, Face.BOLD), (f"\n{under}", Face.REGULAR)]


def _box(pen: Pen, x: float, y: float, _width: float, _height: float) -> None:
    pen.rectangle(x + 2 * MM, y + 1 * MM, _BOX, _BOX, thickness=MEDIUM)


def _correction(pen: Pen, x: float, y: float, width: float, _height: float) -> None:
    pen.rectangle(x, y + 1 * MM, _BOX, _BOX, thickness=MEDIUM)
    pen.rule(x + _BOX + 2 * MM, y + 1 * MM + _BOX, x + width, y + 1 * MM + _BOX)
