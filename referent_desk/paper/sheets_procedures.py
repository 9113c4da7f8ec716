"""The sheet of one function × software: what stops, what still works, who decides, what to do."""

from __future__ import annotations

from typing import NamedTuple

from referent_desk.domain.procedures import VerificationResult
from referent_desk.domain.sheets import ProcedureBody
from referent_desk.language import Language
from referent_desk.paper.bars import draw_bar
from referent_desk.paper.blank_pens import BlankPen
from referent_desk.paper.blocks import (
    Block,
    ItemsBox,
    Marker,
    continued,
    sheet_title,
    side_by_side,
    stack,
    writing_lines,
)
from referent_desk.paper.densities import (
    DENSE,
    LARGE,
    PLAIN,
    SNUG,
    TIGHT,
    Density,
    with_short_blanks,
)
from referent_desk.paper.drawing import Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.layout import LaidOut, Pages
from referent_desk.paper.measures import (
    BODY_LARGE,
    GAP,
    LABEL_SIZE,
    LEADING,
    MEDIUM,
    PADDING,
    THICK,
)
from referent_desk.paper.number_rows import NumberRow, contact_rows, merged
from referent_desk.paper.numbers import closed_up, stack_numbers
from referent_desk.paper.paragraphs import Text, wrap
from referent_desk.paper.sheets_needs import draw_needs, draw_remark
from referent_desk.paper.sheets_steps import draw_steps

_LONG = 1_800
_SURELY_TWO = 1.5
"""Letters with which two pages are likely, and plain pages that no density makes one of."""


def lay_out_procedure(body: ProcedureBody, language: Language) -> LaidOut:
    """On one page, in larger type where that is possible; else on as many as it needs, but with all
    steps and numbers on the first one where they fit there."""
    if _length(body) > _LONG:
        plain = _set(body, language, PLAIN)
        if plain.filled > _SURELY_TWO:
            return plain.laid_out
    tight = _set(body, language, TIGHT, BlankPen)
    if len(tight.laid_out.pages) == 2:  # a denser setting never saves two
        dense = _set(body, language, DENSE, BlankPen)
        if len(dense.laid_out.pages) == 1:
            return _set(body, language, DENSE).laid_out
    if tight.acting > 1:
        return _set(body, language, PLAIN).laid_out
    for density in (LARGE, PLAIN, SNUG):
        if tight.room < density.least_room:
            continue
        roomier = _set(body, language, density)
        if (len(roomier.laid_out.pages), roomier.acting) == (len(tight.laid_out.pages), 1):
            return roomier.laid_out
    return _set(body, language, TIGHT).laid_out


def _length(body: ProcedureBody) -> int:
    """Of what there is to do, in letters."""
    texts = (*body.stops, *body.still_works, *(step.what for step in body.steps))
    return sum(map(len, texts))


class _Setting(NamedTuple):
    """`acting` is how many pages all there is to do and the numbers take, `filled` how much of them
    they fill, `room` what the first page has left under them, or under the whole if it is alone."""

    laid_out: LaidOut
    acting: int
    filled: float
    room: float


def _set(
    body: ProcedureBody, language: Language, density: Density, pen: type[Pen] = Pen
) -> _Setting:
    _ = language.gettext
    body = with_short_blanks(body, language) if density.closed_up else body
    pages = Pages(pen=pen)
    pages.on_turn = continued(body.title or body.function, _("{title} (continued)"))
    _draw_title(pages, body, density, language)
    for bar in body.bars:
        draw_bar(pages, bar, body, language)
    _draw_reach(pages, body, density, language)
    _draw_decision(pages, body, density, language)
    if not body.steps:
        words = _(
            "No step is written yet: ask the people named on this sheet, or the IT department."
        )
        stack(pages, ItemsBox("", [words], Marker.NONE, size=BODY_LARGE, thickness=2 * THICK))
    size, gap, leading = density.size, density.gap, density.leading
    draw_needs(pages, body.needs, language, size=size, gap=gap, leading=leading)
    draw_steps(pages, body.steps, density.steps, language)
    _draw_numbers(pages, body, density, language)
    draw_remark(pages, body.remark, language, size=size, gap=gap, leading=leading)
    acting, filled, room = pages.count, pages.filled, pages.room
    _draw_afterwards(pages, body, density, language)
    if pages.count == 1:
        room = pages.room
    writing_lines(pages, _("Noted while using this sheet: time, what, by whom"), least=4)
    return _Setting(LaidOut(pages.finish()), acting, filled, room)


def _draw_title(pages: Pages, body: ProcedureBody, density: Density, language: Language) -> None:
    _ = language.gettext
    under = software_words(body.software, language)
    verified = _verified_lines(body, language)
    box = 0.0
    if verified:
        box = max(text_width(drawable(line), 9.5, Face.BOLD) for line in verified) + 2 * PADDING
        box = min(box, 0.42 * pages.frame.width)
    top = pages.y
    width = pages.frame.width - box - GAP
    title = body.title or body.function
    sheet_title(
        pages,
        title,
        under,
        width=width,
        under_size=density.under,
        largest=density.title,
        beside=density.closed_up,
    )
    if verified:
        lines = [line for text in verified for line in wrap(text, box - 2 * PADDING, 9.5)]
        height = len(lines) * 9.5 * LEADING + 1.4 * PADDING
        left = pages.frame.width - box
        pages.pen.box(left, top + 2, box, height, thickness=MEDIUM)
        pages.pen.lines(left + PADDING, top + 2 + 0.7 * PADDING, lines, 9.5)
        pages.y = max(pages.y, top + 2 + height)


def software_words(software: str, language: Language) -> Text:
    """`quand **Dossier** ne répond plus`."""
    _ = language.gettext
    if not software:
        return ""
    before, after = _("when {software} no longer answers").split("{software}")
    return [(before, Face.REGULAR), (software, Face.BOLD), (after, Face.REGULAR)]


def _verified_lines(body: ProcedureBody, language: Language) -> list[str]:
    """What the last trial showed; nothing where a bar says that there was none."""
    _ = language.gettext
    if body.verified is None:
        return []
    result = {
        VerificationResult.WORKED: _("it worked"),
        VerificationResult.PARTLY: _("it worked in part"),
        VerificationResult.FAILED: _("it failed"),
    }[body.verified.result]
    tried = _("tried on version {version}").format(version=body.verified.version or "?")
    day = language.date(body.verified.day)
    return [tried, _("on {day}: {result}").format(day=day, result=result)]


def _draw_reach(pages: Pages, body: ProcedureBody, density: Density, language: Language) -> None:
    _ = language.gettext
    size = density.size
    boxes: list[Block] = []
    sign = LABEL_SIZE + 1
    if body.stops:
        boxes.append(
            ItemsBox(
                _("No longer works"),
                body.stops,
                size=size,
                leading=density.leading,
                sign=lambda pen, x, y: pen.cross(x, y, sign),
            )
        )
    if body.still_works:
        boxes.append(
            ItemsBox(
                _("Still works"),
                body.still_works,
                size=size,
                leading=density.leading,
                sign=lambda pen, x, y: pen.tick(x, y, sign),
            )
        )
    if boxes:
        side_by_side(pages, boxes, density.gap)


def _draw_decision(pages: Pages, body: ProcedureBody, density: Density, language: Language) -> None:
    """The only black bar: when to change over to paper, and who says so."""
    _ = language.gettext
    rows = [(_("WHEN"), body.trigger), (_("WHO DECIDES"), body.decides)]
    label = max(text_width(drawable(words), 9.0, Face.BOLD) for words, _text in rows) + 14
    shown = [
        (words, wrap(text, pages.frame.width - label - 2 * PADDING, density.bar, Face.BOLD))
        for words, text in rows
        if text
    ]
    if not shown:
        return
    step = density.bar * density.leading
    height = sum(len(lines) * step for _words, lines in shown) + 2 * PADDING + 3 * (len(shown) - 1)
    if height > pages.whole:
        for words, lines in shown:
            said = ["".join(text for text, _face in line) for line in lines]
            stack(pages, ItemsBox(words, said, Marker.NONE))
        return
    top = pages.take(height, density.gap)
    pages.pen.bar(0, top, pages.frame.width, height)
    y = top + PADDING
    for words, lines in shown:
        pages.pen.text(PADDING, y + step * 0.72, words, 9.0, Face.BOLD, spacing=0.4, ink=1.0)
        y += (
            pages.pen.lines(
                PADDING + label, y, lines, density.bar, leading=density.leading, ink=1.0
            )
            + 3
        )


def _draw_numbers(pages: Pages, body: ProcedureBody, density: Density, language: Language) -> None:
    """A post that supports the program too, `Brancardage · Assistance`, is one of the posts."""
    _ = language.gettext
    numbers = [NumberRow(number.label, "", number.number) for number in body.numbers]
    said = {row.number for row in merged(numbers)}
    every = contact_rows(body.contacts)
    its_posts = [row for row in every if row.name == body.software and row.number in said]
    contacts = [row for row in every if row not in its_posts]
    rows = merged([*contacts, *numbers, *its_posts])
    posts, helping = rows[len(contacts) :], rows[: len(contacts)]
    if density.closed_up:
        posts, helping = (closed_up(rows, pages.frame.width) for rows in (posts, helping))
    rows = [*posts, *helping]  # who helps when stuck comes last
    if rows:
        stack_numbers(pages, _("Whom to call"), rows, language, density.gap, density.row_gap)


def _draw_afterwards(
    pages: Pages, body: ProcedureBody, density: Density, language: Language
) -> None:
    _ = language.gettext
    later, normal = body.after_48_hours, body.back_to_normal
    columns = 2 if not later and len(normal) > 1 else 1
    boxes: list[Block] = []
    if later:
        boxes.append(
            ItemsBox(_("After 48 hours"), later, size=density.size, leading=density.leading)
        )
    if normal:
        label = _("Back to normal: tick, sign, file")
        boxes.append(
            ItemsBox(label, normal, Marker.CHECK, columns, density.size, leading=density.leading)
        )
    if boxes:
        side_by_side(pages, boxes, density.gap)
