"""The card of tips of one software: big enough to be read beside the PC, always one page."""

from __future__ import annotations

from dataclasses import dataclass

from referent_desk.domain.tips import Tip, TipCard
from referent_desk.language import Language
from referent_desk.paper.blocks import sheet_title
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import GAP, MM, PADDING, PORTRAIT
from referent_desk.paper.paragraphs import Line, wrap

_SIZES = (22.0, 20.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
"""The largest with which everything fits."""
_LEADING = 1.25
_NUMBER_SIZE = 15.0
_ROW = 10 * MM


@dataclass(frozen=True, slots=True)
class _Told:
    title: list[Line]
    paragraphs: list[list[Line]]

    def height(self, size: float) -> float:
        rows = sum(len(lines) for lines in self.paragraphs)
        return len(self.title) * (size + 2) * 1.15 + rows * size * _LEADING + GAP


def lay_out_card(card: TipCard, language: Language) -> tuple[PageContent, ...]:
    """What does not fit with the smallest letters is left out, and said."""
    _ = language.gettext
    pages = Pages(PORTRAIT)
    sheet_title(pages, card.software, _("Good to know"))
    foot = len(card.lines) * _ROW + 2 * PADDING
    room = pages.room - foot - 2 * GAP
    size, told = _fitting(card.tips, pages.frame.width, room)
    for one in told:
        _draw_tip(pages, one, size)
    left = len(card.tips) - len(told)
    if left:
        said = language.ngettext(
            "{count} more tip stands in the program.",
            "{count} more tips stand in the program.",
            left,
        ).format(count=left)
        pages.y += GAP / 2
        pages.pour(0, wrap(said, pages.frame.width, 10.0), 10.0)
    pages.y = pages.frame.body_bottom - foot - 1 * MM
    _draw_numbers(pages, card, foot)
    return pages.finish()


def _fitting(tips: tuple[Tip, ...], width: float, room: float) -> tuple[float, list[_Told]]:
    for size in _SIZES:
        told = [_told(tip, width, size) for tip in tips]
        if sum(one.height(size) for one in told) <= room:
            return size, told
    size, kept, taken = _SIZES[-1], list[_Told](), 0.0
    for tip in tips:
        one = _told(tip, width, size)
        taken += one.height(size)
        if taken > room - 6 * MM:
            break
        kept.append(one)
    return size, kept


def _told(tip: Tip, width: float, size: float) -> _Told:
    paragraphs = [line for line in tip.text.split("\n") if line.strip()]
    return _Told(
        wrap(tip.title, width - 6 * MM, size + 2, Face.BOLD),
        [wrap(line, width - 6 * MM, size) for line in paragraphs],
    )


def _draw_tip(pages: Pages, told: _Told, size: float) -> None:
    pages.y += GAP
    pages.pen.filled(0, pages.y + size * 0.42, 2.4 * MM, 2.4 * MM)
    pages.pour(6 * MM, told.title, size + 2, 1.15)
    for lines in told.paragraphs:
        pages.pour(6 * MM, lines, size, _LEADING)


def _draw_numbers(pages: Pages, card: TipCard, height: float) -> None:
    """Whom to call, in the order in which one asks; a number nobody knows is written by hand."""
    pen, width, top = pages.pen, pages.frame.width, pages.y
    pen.box(0, top, width, height, thickness=1.6)
    y = top + PADDING
    for what, who, number in card.lines:
        pen.lines(PADDING, y, wrap(what, 0.36 * width, 11.0, Face.BOLD)[:2], 11.0, leading=1.1)
        pen.lines(0.38 * width, y, wrap(who, 0.22 * width, 11.0)[:2], 11.0, leading=1.1)
        if number:
            room = 0.38 * width - PADDING
            lines = wrap(number, room, _NUMBER_SIZE, Face.BOLD)
            size = _NUMBER_SIZE if len(lines) == 1 else 10.0
            pen.lines(0.61 * width, y, wrap(number, room, size, Face.BOLD)[:2], size, leading=1.1)
        else:
            pen.writing_line(0.61 * width, y + 6 * MM, width - PADDING)
        y += _ROW
