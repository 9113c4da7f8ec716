"""The reflex card: what to do, from the first minute to the third day, read at arm's length."""

from __future__ import annotations

from collections.abc import Sequence

from referent_desk.domain.sheets import Contact, Moment, ReflexBody
from referent_desk.language import Language
from referent_desk.paper.blocks import Marker, continued, draw_item, sheet_title
from referent_desk.paper.drawing import Align
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.layout import LaidOut, Pages
from referent_desk.paper.measures import LEADING, MEDIUM, MM, PADDING, THICK
from referent_desk.paper.number_rows import contact_rows
from referent_desk.paper.numbers import ROW_GAP, stack_numbers
from referent_desk.paper.paragraphs import wrap

_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.5, 11.0)
_ON_TWO_PAGES = 14.0
_NARROW_GAP = 1.0
"""Between numbers, where those of the night would turn the page."""
_WHEN_WIDTH = 31 * MM
_WHEN_SIZES = (19.0, 17.0, 15.0, 13.0, 11.0, 10.0, 9.0)
_ITEM_GAP = 1.5
_BOX_GAP = 1.4 * MM


def lay_out_reflex(body: ReflexBody, language: Language) -> LaidOut:
    """As large as one page allows; one of too many words takes two, still in large type."""
    for size, row_gap in (*((size, ROW_GAP) for size in _SIZES), (_SIZES[-1], _NARROW_GAP)):
        laid_out = _set(body, size, language, row_gap)
        if len(laid_out.pages) == 1:
            return laid_out
    return _set(body, _ON_TWO_PAGES, language)


def _set(body: ReflexBody, size: float, language: Language, row_gap: float = ROW_GAP) -> LaidOut:
    _ = language.gettext
    pages = Pages()
    pages.on_turn = continued(body.title, _("{title} (continued)"))
    sheet_title(pages, body.title)
    _draw_lead(pages, body.lead, size)
    for moment in body.moments:
        _draw_moment(pages, moment, size)
    _draw_warn(pages, body.warn, language, row_gap)
    return LaidOut(pages.finish())


def _draw_lead(pages: Pages, lead: Sequence[str], size: float) -> None:
    """What must not be done, in the thickest frame of the page."""
    if not lead:
        return
    width = pages.frame.width - 2 * PADDING - 12
    items = [wrap(item, width, size + 0.5, Face.BOLD) for item in lead]
    step = (size + 0.5) * LEADING
    height = sum(len(lines) * step + _ITEM_GAP for lines in items) + 2 * PADDING
    if height > pages.whole:
        for lines in items:
            pages.pour(0, lines, size + 0.5)
        return
    top = pages.take(height, 2 * MM)
    pages.pen.box(0, top, pages.frame.width, height, thickness=2 * THICK)
    y = top + PADDING
    for lines in items:
        draw_item(pages.pen, PADDING, y, lines, size + 0.5, Marker.BULLET, 0)
        y += len(lines) * step + _ITEM_GAP


def _draw_moment(pages: Pages, moment: Moment, size: float) -> None:
    """A time on the line of time at the left, what to do at its right."""
    left = _WHEN_WIDTH + 4 * MM
    items = [wrap(item, pages.frame.width - left - 16 - PADDING, size) for item in moment.items]
    step = size * LEADING
    when = _when_size(moment.when)
    when_lines = wrap(moment.when, _WHEN_WIDTH - 2 * MM, when, Face.BOLD)
    height = max(
        sum(len(lines) * step + _ITEM_GAP for lines in items), len(when_lines) * when * 1.15
    )
    height += 1.2 * PADDING
    if height > pages.whole:
        pages.pour(0, when_lines, when, 1.15)
        for lines in items:
            pages.pour(left, lines, size)
        return
    top = pages.take(height, _BOX_GAP)
    pen = pages.pen
    pen.box(0, top, pages.frame.width, height, thickness=MEDIUM)
    pen.rule(_WHEN_WIDTH, top, _WHEN_WIDTH, top + height, thickness=MEDIUM)
    middle = top + (height - len(when_lines) * when * 1.15) / 2
    pen.lines(_WHEN_WIDTH / 2, middle, when_lines, when, leading=1.15, align=Align.CENTRE)
    y = top + 0.6 * PADDING + _ITEM_GAP / 2
    for lines in items:
        draw_item(pen, left, y, lines, size, Marker.CHECK, 0)
        y += len(lines) * step + _ITEM_GAP


def _when_size(when: str) -> float:
    """The largest at which it takes two lines at most and no word is cut."""
    room = _WHEN_WIDTH - 2 * MM
    words = drawable(when, Face.BOLD).split()
    for size in _WHEN_SIZES:
        longest = max((text_width(word, size, Face.BOLD) for word in words), default=0.0)
        if longest <= room and len(wrap(when, room, size, Face.BOLD)) <= 2:
            return size
    return _WHEN_SIZES[-1]


def _draw_warn(pages: Pages, warn: Sequence[Contact], language: Language, row_gap: float) -> None:
    _ = language.gettext
    rows = [
        row._replace(what=f"{number}. {row.what}")
        for number, row in enumerate(contact_rows(warn), 1)
    ]
    if rows:
        stack_numbers(pages, _("Warn in this order"), rows, language, _BOX_GAP, row_gap)
