"""The sheet of one function × software: what stops, what still works, who decides, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from referent_desk.domain.procedures import VerificationResult
from referent_desk.domain.sheets import Bar, ProcedureBody
from referent_desk.language import Language
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
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.layout import LaidOut, Pages
from referent_desk.paper.measures import (
    BODY_LARGE,
    BODY_SIZE,
    GAP,
    LABEL_SIZE,
    LEADING,
    MEDIUM,
    MM,
    PADDING,
    THICK,
)
from referent_desk.paper.numbers import NumberRow, contact_rows, merged, stack_numbers
from referent_desk.paper.paragraphs import Line, Text, wrap
from referent_desk.paper.sheets_steps import draw_steps

_BAR_SIZE = 12.0


@dataclass(frozen=True, slots=True)
class Density:
    """Type size, white above and below a step, white between two blocks."""

    size: float
    step: float
    gap: float


_LARGE = Density(BODY_LARGE, 1.5 * MM, GAP)
_PLAIN = Density(BODY_SIZE, 1.2 * MM, GAP)
_TIGHT = Density(BODY_SIZE, 0.6 * MM, 1.6 * MM)


def lay_out_procedure(body: ProcedureBody, language: Language) -> LaidOut:
    """On one page, in larger type where that is possible, else on as many as it needs."""
    tight = _set(body, language, _TIGHT)
    if len(tight.pages) > 1:
        return _set(body, language, _PLAIN)
    for density in (_LARGE, _PLAIN):
        roomier = _set(body, language, density)
        if len(roomier.pages) == 1:
            return roomier
    return tight


def _set(body: ProcedureBody, language: Language, density: Density) -> LaidOut:
    _ = language.gettext
    pages = Pages()
    pages.on_turn = continued(body.title or body.function, _("{title} (continued)"))
    _draw_title(pages, body, language)
    for bar in body.bars:
        _draw_bar(pages, *_bar_words(bar, body, language))
    _draw_reach(pages, body, density, language)
    _draw_decision(pages, body, density, language)
    if not body.steps:
        words = _(
            "No step is written yet: ask the people named on this sheet, or the IT department."
        )
        stack(pages, ItemsBox("", [words], Marker.NONE, size=BODY_LARGE, thickness=2 * THICK))
    draw_steps(pages, body.steps, density.size, density.step, language)
    _draw_boxes(pages, body, density, language)
    writing_lines(pages, _("Noted while using this sheet: time, what, by whom"), least=4)
    return LaidOut(pages.finish())


def _draw_title(pages: Pages, body: ProcedureBody, language: Language) -> None:
    _ = language.gettext
    under = software_words(body.software, language)
    verified = _verified_lines(body, language)
    box = 0.0
    if verified:
        box = max(text_width(drawable(line), 9.5, Face.BOLD) for line in verified) + 2 * PADDING
        box = min(box, 0.42 * pages.frame.width)
    top = pages.y
    sheet_title(pages, body.title or body.function, under, width=pages.frame.width - box - GAP)
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


def _bar_words(bar: Bar, body: ProcedureBody, language: Language) -> tuple[str, str]:
    _ = language.gettext
    words = {
        Bar.DRAFT: (
            _("DRAFT, NOT APPROVED"),
            _("For want of better: check each step with the person in charge."),
        ),
        Bar.NEVER_VERIFIED: (_("NEVER VERIFIED"), _("Nobody has tried this procedure here yet.")),
        Bar.NEWER_RELEASE: (_("NEWER VERSION RUNNING"), _newer_words(body, language)),
        Bar.PARTLY: (_("WORKED ONLY IN PART"), _("At the last trial some of it did not work.")),
        Bar.FAILED: (_("FAILED AT THE LAST TRIAL"), _("Do not rely on it: ask first.")),
        Bar.REVIEW_DUE: (_("REVIEW OVERDUE"), _("It should have been read again by now.")),
    }
    return words[bar]


def _newer_words(body: ProcedureBody, language: Language) -> str:
    _ = language.gettext
    if not body.running_version:
        return _("Another version has gone live since the last trial.")
    pattern = _("Version {version} has gone live since the last trial.")
    return pattern.format(version=body.running_version)


def _draw_bar(pages: Pages, strong: str, words: str) -> None:
    """A thick frame with a warning sign: black is kept for the one bar that says when."""
    runs = [(strong, Face.BOLD), ("  —  " + words, Face.REGULAR)]
    sign = 8 * MM
    lines = wrap(runs, pages.frame.width - sign - 2 * PADDING, BODY_SIZE)
    height = len(lines) * BODY_SIZE * LEADING + 1.6 * PADDING
    top = pages.take(height, 1.6 * MM)
    pen = pages.pen
    pen.box(0, top, pages.frame.width, height, thickness=THICK * 1.4)
    middle = top + height / 2
    _draw_warning(pen, PADDING, middle - 7.5, 15)
    pen.lines(PADDING + sign, top + 0.8 * PADDING, lines, BODY_SIZE)


def _draw_warning(pen: Pen, x: float, y: float, size: float) -> None:
    pen.rule(x, y + size, x + size / 2, y, thickness=THICK)
    pen.rule(x + size / 2, y, x + size, y + size, thickness=THICK)
    pen.rule(x - 0.6, y + size, x + size + 0.6, y + size, thickness=THICK)
    pen.text(x + size / 2, y + size - 2.4, "!", 10.5, Face.BOLD, align=Align.CENTRE)


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
                sign=lambda pen, x, y: pen.cross(x, y, sign),
            )
        )
    if body.still_works:
        boxes.append(
            ItemsBox(
                _("Still works"),
                body.still_works,
                size=size,
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
        (words, wrap(text, pages.frame.width - label - 2 * PADDING, _BAR_SIZE, Face.BOLD))
        for words, text in rows
        if text
    ]
    if not shown:
        return
    step = _BAR_SIZE * LEADING
    height = sum(len(lines) * step for _words, lines in shown) + 2 * PADDING + 3 * (len(shown) - 1)
    if height > pages.whole:
        for words, lines in shown:
            stack(pages, ItemsBox(words, [line_text(line) for line in lines], Marker.NONE))
        return
    top = pages.take(height, density.gap)
    pages.pen.bar(0, top, pages.frame.width, height)
    y = top + PADDING
    for words, lines in shown:
        pages.pen.text(PADDING, y + step * 0.72, words, 9.0, Face.BOLD, spacing=0.4, ink=1.0)
        y += pages.pen.lines(PADDING + label, y, lines, _BAR_SIZE, ink=1.0) + 3


def line_text(line: Line) -> str:
    return "".join(text for text, _face in line)


def _draw_boxes(pages: Pages, body: ProcedureBody, density: Density, language: Language) -> None:
    _ = language.gettext
    rows = [NumberRow(number.label, "", number.number) for number in body.numbers]
    rows = merged([*rows, *contact_rows(body.contacts)])
    if rows:
        stack_numbers(pages, _("Whom to call"), rows, language, density.gap)
    later, normal = body.after_48_hours, body.back_to_normal
    columns = 2 if not later and len(normal) > 1 else 1
    boxes: list[Block] = []
    if later:
        boxes.append(ItemsBox(_("After 48 hours"), later, size=density.size))
    if normal:
        label = _("Back to normal: tick, sign, file")
        boxes.append(ItemsBox(label, normal, Marker.CHECK, columns, size=density.size))
    if boxes:
        side_by_side(pages, boxes, density.gap)
