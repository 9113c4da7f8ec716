"""The sheet that stands where there is no procedure yet: never silence."""

from __future__ import annotations

from collections.abc import Iterable

from referent_desk.domain.directory import NUMBERS_BETWEEN
from referent_desk.domain.sheets import MissingBody
from referent_desk.domain.support_lines import is_among
from referent_desk.language import Language
from referent_desk.paper.blocks import ItemsBox, Marker, sheet_title, stack, writing_lines
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import LaidOut, Pages
from referent_desk.paper.measures import BODY_LARGE, GAP, LEADING, MM, PADDING, THICK
from referent_desk.paper.number_rows import NumberRow, contact_rows
from referent_desk.paper.numbers import stack_numbers
from referent_desk.paper.paragraphs import wrap
from referent_desk.paper.sheets_needs import draw_remark
from referent_desk.paper.sheets_procedures import software_words

_LARGE = 26.0


def lay_out_missing(body: MissingBody, language: Language) -> LaidOut:
    _ = language.gettext
    pages = Pages()
    sheet_title(pages, body.function, software_words(body.software, language))
    _draw_notice(pages, language)
    _draw_first_steps(pages, body, language)
    _draw_contacts(pages, body, language)
    writing_lines(pages, _("Notes: time, what was decided, by whom"))
    return LaidOut(pages.finish())


def _draw_notice(pages: Pages, language: Language) -> None:
    _ = language.gettext
    width = pages.frame.width - 4 * PADDING
    lines = wrap(_("No procedure yet"), width, _LARGE, Face.BOLD)
    words = wrap(_("Do not stay alone with it: ask, warn, and write on paper."), width, BODY_LARGE)
    height = len(lines) * _LARGE * 1.15 + len(words) * BODY_LARGE * LEADING + 4 * PADDING
    top = pages.take(height, GAP)
    pages.pen.box(0, top, pages.frame.width, height, thickness=2 * THICK)
    y = top + 2 * PADDING
    y += pages.pen.lines(2 * PADDING, y, lines, _LARGE, leading=1.15)
    pages.pen.lines(2 * PADDING, y, words, BODY_LARGE)


def _draw_first_steps(pages: Pages, body: MissingBody, language: Language) -> None:
    _ = language.gettext
    steps = [
        _("Note the time and what no longer works on the event log F25."),
        _("Ask the people below how the work goes on; note their answer and their name."),
        _("Write by hand on the blank forms of this binder; keep every sheet."),
    ]
    stack(pages, ItemsBox(_("Meanwhile, on paper"), steps, Marker.NUMBER, size=BODY_LARGE))
    draw_remark(pages, body.remark, language, size=BODY_LARGE)
    if body.fallback:
        box = ItemsBox(_("What usually helps"), [body.fallback], Marker.NONE, size=BODY_LARGE)
        stack(pages, box)


def _numbers_of(rows: Iterable[NumberRow]) -> str:
    return NUMBERS_BETWEEN.join(row.number for row in rows)


def _draw_contacts(pages: Pages, body: MissingBody, language: Language) -> None:
    _ = language.gettext
    rows = contact_rows(body.contacts)
    if body.vendor_support and not is_among(body.vendor_support, _numbers_of(rows)):
        rows.append(NumberRow(_("Support of the software"), "", body.vendor_support))
    if not rows:
        stack(
            pages,
            ItemsBox(
                _("Ask these people"),
                [_("Nobody is named yet. Call the IT department and the administrator on duty.")],
                Marker.NONE,
                size=BODY_LARGE,
            ),
        )
        return
    stack_numbers(pages, _("Ask these people"), rows, language, GAP + 0.5 * MM)
