"""The emergency directory: numbers large, what still works said by a word and a shape."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from referent_desk.domain.directory import WITHOUT_NETWORK, LineType
from referent_desk.domain.hotlines import in_pairs, unbroken
from referent_desk.domain.sheets import DirectoryBody, DirectoryLine
from referent_desk.language import Language
from referent_desk.paper.blocks import continued, heading, sheet_title
from referent_desk.paper.drawing import Align, Pen, Slot
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.layout import LaidOut, Pages
from referent_desk.paper.measures import (
    BODY_SIZE,
    GAP,
    LABEL_SIZE,
    LEADING,
    MEDIUM,
    MM,
    WRITING_ROW,
)
from referent_desk.paper.paragraphs import wrap
from referent_desk.paper.tables import ROW_PADDING, Column, Draw, Table

_NUMBER_SIZE = 14.0
_LABEL_SIZE = 11.5
_NUMBER_WIDTH = 39 * MM
_SIGN = 9.0
_FEWEST_ADDITIONS = 2
_GROUP_SIZE = 12.0
_ROW_PADDING = 0.9 * MM


def lay_out_directory(body: DirectoryBody, language: Language) -> LaidOut:
    _ = language.gettext
    pages = Pages()
    pages.on_turn = continued(body.title, _("{title} (continued)"))
    sheet_title(pages, body.title, _("Dial one number of each kind once a month, and date it."))
    pages.y += 1 * MM
    table = _table(pages, 6.2 * MM, _ROW_PADDING, language)
    table.head(keep=20 * MM)
    again = pages.on_turn
    for group in body.groups:
        pages.on_turn = again
        if group.heading:
            _draw_group(pages, group.heading)
            pages.on_turn = _with_group(again, _("{title} (continued)").format(title=group.heading))
        for line in group.lines:
            _draw_line(table, line, language)
    table.end()
    _draw_additions(pages, language)
    return LaidOut(pages.finish())


def _table(pages: Pages, lowest: float, padding: float, language: Language) -> Table:
    _ = language.gettext
    return Table(
        pages,
        [
            Column(_("POST OR NAME"), 1.0, size=_LABEL_SIZE),
            Column(_("NUMBER"), fixed=_NUMBER_WIDTH),
            Column(_("WITHOUT NETWORK, LINE"), fixed=38 * MM),
            Column(_("DIALLED ON"), fixed=19 * MM, align=Align.RIGHT),
        ],
        lowest=lowest,
        padding=padding,
    )


def _draw_group(pages: Pages, heading: str) -> None:
    """Kept with the first line below it."""
    lines = wrap(heading, pages.frame.width, _GROUP_SIZE, Face.BOLD)
    height = len(lines) * _GROUP_SIZE * LEADING + 2
    top = pages.take(height + 9 * MM, 1.8 * MM)
    pages.pen.lines(0, top, lines, _GROUP_SIZE)
    pages.y = top + height
    pages.pen.rule(0, pages.y, pages.frame.width, thickness=MEDIUM)


def _with_group(before: Callable[[Pages], None] | None, heading: str) -> Callable[[Pages], None]:
    def draw(pages: Pages) -> None:
        if before is not None:
            before(pages)
        _draw_group(pages, heading)

    return draw


def _draw_additions(pages: Pages, language: Language) -> None:
    """Empty rows down to the foot: a number that changes tonight is written down tonight."""
    _ = language.gettext
    room = pages.room - 16 * MM - GAP
    count = int(room // (WRITING_ROW + 2 * ROW_PADDING))
    if count < _FEWEST_ADDITIONS:
        return
    heading(pages, _("Added by hand"), keep=0)
    table = _table(pages, WRITING_ROW, ROW_PADDING, language)
    table.head()
    for _number in range(count):
        table.row(["", "", "", ""])
    table.end()


def _draw_line(table: Table, line: DirectoryLine, language: Language) -> None:
    hours = unbroken(line.hours)
    label = f"{line.label} · {hours}" if hours else line.label
    if hours and text_width(drawable(label), _LABEL_SIZE) > table.width_of(0):
        label = f"{line.label}\n{hours}"
    numbers = wrap(_number(line), _NUMBER_WIDTH, _NUMBER_SIZE, Face.BOLD)
    height = len(numbers) * _NUMBER_SIZE * LEADING + (14.0 if line.private else 0)
    table.row(
        [label, _number_cell(line, language), _network_cell(line, language), _dialled_cell(line)],
        drawn_height=height,
    )


def _number(line: DirectoryLine) -> str:
    return unbroken(in_pairs(line.number))


def _number_cell(line: DirectoryLine, language: Language) -> Draw:
    _ = language.gettext
    warning = _("never on a poster").upper()

    def draw(pen: Pen, x: float, y: float, width: float, height: float) -> None:
        numbers = wrap(_number(line), width, _NUMBER_SIZE, Face.BOLD)
        y += pen.lines(x, y - 2.4, numbers, _NUMBER_SIZE) - 2.4
        if line.private:
            wide = text_width(drawable(warning), LABEL_SIZE, Face.BOLD) + 8
            pen.rectangle(x, y + 1, wide, LABEL_SIZE + 5, thickness=MEDIUM)
            pen.text(x + 4, y + LABEL_SIZE + 1.6, warning, LABEL_SIZE, Face.BOLD)

    return draw


def _network_cell(line: DirectoryLine, language: Language) -> Draw:
    _ = language.gettext
    works = line.works_without_network
    if works is None:
        works = WITHOUT_NETWORK[line.line_type]
    word = {True: _("yes"), False: _("no"), None: _("not known")}[works]
    word = ", ".join(part for part in (word, line_type_words(line.line_type, language)) if part)
    return partial(_draw_network, works, word)


def _draw_network(
    works: bool | None, word: str, pen: Pen, x: float, y: float, width: float, height: float
) -> None:
    top = y + 3
    if works is True:
        pen.tick(x, top, _SIGN)
    elif works is False:
        pen.cross(x, top, _SIGN)
    else:
        pen.text(x + _SIGN / 2, top + 8.2, "?", 12.0, Face.BOLD, align=Align.CENTRE)
    face = Face.BOLD if works else Face.REGULAR
    pen.paragraph(x + _SIGN + 4, y + 0.6, width - _SIGN - 4, word, BODY_SIZE, face)


def _dialled_cell(line: DirectoryLine) -> Draw:
    """The day, or room to write it by hand."""

    def draw(pen: Pen, x: float, y: float, width: float, height: float) -> None:
        pen.slot(Slot(line.number, x + width, y + 11.2, "{day}", "", 9.0, Align.RIGHT))

    return draw


def line_type_words(line_type: LineType, language: Language) -> str:
    _ = language.gettext
    return {
        LineType.UNKNOWN: "",
        LineType.ANALOGUE: _("analogue"),
        LineType.IP: _("IP"),
        LineType.DECT: _("DECT"),
        LineType.MOBILE: _("mobile"),
        LineType.PAGER: _("pager"),
        LineType.RUNNER: _("runner"),
    }[line_type]
