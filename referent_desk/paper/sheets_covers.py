"""The cover: whose binder it is, which copy, and how to open it."""

from __future__ import annotations

from referent_desk.domain.sheets import BinderStamp, CoverBody
from referent_desk.language import Language
from referent_desk.paper.drawing import Align
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.layout import LaidOut, Pages
from referent_desk.paper.measures import LABEL_SIZE, LEADING, MEDIUM, MM, PADDING, THICK
from referent_desk.paper.paragraphs import wrap

_NAME_SIZES = (54.0, 48.0, 42.0, 36.0, 30.0, 26.0, 22.0, 18.0)
_MOST_NAME_LINES = 3
_FIELD_HEIGHT = 19 * MM
_FIRST = "REF-01"


def lay_out_cover(body: CoverBody, stamp: BinderStamp, language: Language) -> LaidOut:
    for largest in _NAME_SIZES:
        laid_out = _set(body, stamp, largest, language)
        if len(laid_out.pages) == 1:
            break
    return laid_out


def _set(body: CoverBody, stamp: BinderStamp, largest: float, language: Language) -> LaidOut:
    pages = Pages()
    _draw_name(pages, body, largest, language)
    _draw_purpose(pages, language)
    _draw_copy(pages, stamp, language)
    if stamp.unregistered:
        _draw_unregistered(pages, language)
    _draw_opening(pages, language)
    return LaidOut(pages.finish())


def _draw_name(pages: Pages, body: CoverBody, largest: float, language: Language) -> None:
    _, ngettext = language.gettext, language.ngettext
    above = " · ".join(part for part in (body.group, body.establishment) if part)
    pages.y += (10 if largest == _NAME_SIZES[0] else 2) * MM
    pages.pour(0, wrap(above, pages.frame.width, 13.0), 13.0)
    pages.y += 3 * MM
    size, lines = _NAME_SIZES[-1], wrap(body.department, pages.frame.width, 18.0, Face.BOLD)
    for size in _NAME_SIZES[_NAME_SIZES.index(largest) :]:
        lines = wrap(body.department, pages.frame.width, size, Face.BOLD)
        longest = max((_word_width(word, size) for word in body.department.split()), default=0)
        if len(lines) <= _MOST_NAME_LINES and longest <= pages.frame.width:
            break
    pages.pour(0, lines, size, 1.08)
    beds = ""
    if body.beds:
        beds = ngettext("{count} bed", "{count} beds", body.beds).format(count=body.beds)
    unit = _("Unit {code}").format(code=body.code) if body.code else ""
    beds, unit = beds.replace(" ", "\u00a0"), unit.replace(" ", "\u00a0")
    facts = [part for part in (unit, body.place, beds, body.opening_hours) if part]
    pages.y += 3 * MM
    pages.pour(0, wrap(" · ".join(facts), pages.frame.width, 13.0), 13.0)


def _word_width(word: str, size: float) -> float:
    return text_width(drawable(word, Face.BOLD), size, Face.BOLD)


def _draw_purpose(pages: Pages, language: Language) -> None:
    _ = language.gettext
    lines = wrap(_("Downtime binder"), pages.frame.width - 4 * PADDING, 34.0, Face.BOLD)
    under = wrap(_("computers down"), pages.frame.width - 4 * PADDING, 22.0)
    height = len(lines) * 34 * 1.15 + len(under) * 22 * 1.2 + 4 * PADDING
    top = pages.take(height, 12 * MM)
    pages.pen.bar(0, top, pages.frame.width, height)
    y = top + 2 * PADDING
    y += pages.pen.lines(2 * PADDING, y, lines, 34.0, leading=1.15, ink=1.0)
    pages.pen.lines(2 * PADDING, y, under, 22.0, leading=1.2, ink=1.0)


def _draw_copy(pages: Pages, stamp: BinderStamp, language: Language) -> None:
    """Four fields; what is not known is a line to write on."""
    _ = language.gettext
    copy = "" if stamp.copy_number is None else str(stamp.copy_number)
    cells = [
        (_("Copy number"), copy, 0.17),
        (_("Where it stands"), stamp.copy_place, 0.28),
        (_("Kept by"), stamp.holder, 0.27),
        (_("Printed on"), language.date(stamp.printed_at.date()), 0.28),
    ]
    width = pages.frame.width
    wrapped = [
        wrap(text, share * width - 2 * PADDING, 13.0, Face.BOLD) for _l, text, share in cells
    ]
    height = max(_FIELD_HEIGHT, max(map(len, wrapped)) * 13 * 1.2 + 20)
    top = pages.take(height, 6 * MM)
    pages.pen.box(0, top, width, height, thickness=MEDIUM)
    x = 0.0
    for (label, _text, share), lines in zip(cells, wrapped, strict=True):
        pages.pen.text(x + PADDING, top + PADDING + 5, label.upper(), LABEL_SIZE, Face.BOLD)
        pages.pen.lines(x + PADDING, top + 17, lines, 13.0, leading=1.2)
        x += share * width
        if x < width - 1:
            pages.pen.rule(x, top, x, top + height, thickness=MEDIUM)


def _draw_unregistered(pages: Pages, language: Language) -> None:
    """The program does not know of this paper: nothing will tell that it is out of date."""
    _ = language.gettext
    runs = [
        (_("Unregistered printing.") + " ", Face.BOLD),
        (_("The program will not say when these sheets are out of date."), Face.REGULAR),
    ]
    lines = wrap(runs, pages.frame.width - 2 * PADDING, 13.0)
    height = len(lines) * 13.0 * LEADING + 1.6 * PADDING
    top = pages.take(height, 3 * MM)
    pages.pen.box(0, top, pages.frame.width, height, thickness=THICK)
    pages.pen.lines(PADDING, top + 0.8 * PADDING, lines, 13.0)


def _draw_opening(pages: Pages, language: Language) -> None:
    _ = language.gettext
    steps = [
        _("Open at {code}, the reflex card, and do what it says.").format(code=_FIRST),
        _("Turn to the sheet of what no longer works: one sheet for each function."),
        _("Copy the blank forms; keep the masters in the binder."),
        _("Write the time on everything. Throw nothing away."),
    ]
    size, number = 16.0, 30.0
    width = pages.frame.width - 4 * PADDING - 14 * MM
    wrapped = [wrap(step, width, size) for step in steps]
    heights = [max(len(lines) * size * LEADING, number) + 3 * MM for lines in wrapped]
    label = 24.0
    height = sum(heights) + label + 3 * PADDING
    top = pages.take(height, 8 * MM)
    pen = pages.pen
    pen.box(0, top, pages.frame.width, height, thickness=2 * THICK)
    pen.text(2 * PADDING, top + PADDING + 16, _("Computers down? Begin here."), 16.0, Face.BOLD)
    y = top + 1.5 * PADDING + label
    for place, (lines, taken) in enumerate(zip(wrapped, heights, strict=True), 1):
        pen.text(
            2 * PADDING + 4 * MM, y + 22, str(place), number - 6, Face.BOLD, align=Align.CENTRE
        )
        pen.lines(2 * PADDING + 14 * MM, y + 2, lines, size)
        y += taken
