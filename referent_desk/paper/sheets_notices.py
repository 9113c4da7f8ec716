"""Chapters of rules, of things to tick and of lists to fill in: as large as one page allows."""

from __future__ import annotations

from referent_desk.domain.notice_sheets import NoticeBody, NoticeSection
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
from referent_desk.paper.layout import LaidOut, Pages
from referent_desk.paper.measures import BODY_LARGE, BODY_SIZE, MM, THICK, WRITING_ROW
from referent_desk.paper.tables import Column, Table

_SIZES = (14.0, 13.0, BODY_LARGE, BODY_SIZE)
_OF_A_CARD = (20.0, 18.0, 16.0, *_SIZES)
_OPEN = 1.5
"""Leading of a card: few lines in large letters."""
_WRITTEN = 24 * MM
"""Of a column to write in by hand."""


def lay_out_notice(body: NoticeBody, language: Language) -> LaidOut:
    """One page as long as it can be read; cards are a page each."""
    if body.cards:
        return _cards(body)
    for size in _SIZES:
        laid_out = _set(body, size, language)
        if len(laid_out.pages) == 1:
            break
    return laid_out


def _set(body: NoticeBody, size: float, language: Language) -> LaidOut:
    pages = Pages()
    pages.on_turn = continued(body.title, language.gettext("{title} (continued)"))
    sheet_title(pages, body.title)
    if body.lead:
        stack(pages, ItemsBox("", body.lead, size=size, thickness=2 * THICK))
    for section in body.sections:
        _draw_section(pages, section, size)
    if body.notes:
        writing_lines(pages, body.notes)
    return LaidOut(pages.finish())


def _draw_section(pages: Pages, section: NoticeSection, size: float) -> None:
    if section.columns:
        _draw_table(pages, section, size)
        return
    marker = Marker.CHECK if section.ticked else Marker.BULLET
    stack(pages, ItemsBox(section.heading, section.items, marker, size=size))


def _draw_table(pages: Pages, section: NoticeSection, size: float) -> None:
    heading(pages, section.heading, keep=2 * WRITING_ROW)
    last = len(section.columns) - 1
    written = [
        Column(title.upper(), 1.0) if 0 < number < last else Column(title.upper(), fixed=_WRITTEN)
        for number, title in enumerate(section.columns)
    ]
    table = Table(pages, [Column("", 1.6, size=size), *written], lowest=WRITING_ROW)
    table.head(keep=WRITING_ROW)
    for item in section.items:
        table.row((item, *("" for _column in written)))
    table.end()


def _cards(body: NoticeBody) -> LaidOut:
    """Read at arm's length by whom it is handed to."""
    pages = Pages()
    for number, section in enumerate(body.sections):
        if number:
            pages.turn()
        sheet_title(pages, section.heading, body.title, under_size=BODY_LARGE)
        pages.on_turn = continued(section.heading, "{title}")
        _draw_card(pages, section)
        pages.on_turn = None
    return LaidOut(pages.finish())


def _draw_card(pages: Pages, section: NoticeSection) -> None:
    marker = Marker.CHECK if section.ticked else Marker.BULLET
    for size in _OF_A_CARD:
        box = ItemsBox("", section.items, marker, size=size, leading=_OPEN)
        if box.height(pages.frame.width) <= pages.room:
            break
    stack(pages, box)
