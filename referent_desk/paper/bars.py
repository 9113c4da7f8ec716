"""Bars across the head of a procedure sheet: why it cannot be vouched for."""

from __future__ import annotations

from referent_desk.domain.sheets import Bar, ProcedureBody
from referent_desk.language import Language
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import BODY_SIZE, LEADING, MM, PADDING, THICK
from referent_desk.paper.paragraphs import wrap


def _bar_words(bar: Bar, body: ProcedureBody, language: Language) -> tuple[str, str]:
    _ = language.gettext
    words = {
        Bar.DRAFT: (
            _("DRAFT, NOT APPROVED"),
            _("For want of better: check each step with the person in charge."),
        ),
        Bar.NEVER_VERIFIED: (_("NEVER VERIFIED"), _("Nobody has tried this procedure here yet.")),
        Bar.PARTLY: (_("WORKED ONLY IN PART"), _partly_words(body, language)),
        Bar.FAILED: (_failed_words(body, language), _("Do not rely on it: ask first.")),
        Bar.REVIEW_DUE: (_("REVIEW OVERDUE"), _("It should have been read again by now.")),
    }
    return _newer_words(body, language) if bar is Bar.NEWER_RELEASE else words[bar]


def _newer_words(body: ProcedureBody, language: Language) -> tuple[str, str]:
    """Since which version nobody has tried it, and on which one it was tried last."""
    _ = language.gettext
    since = _("NOT VERIFIED SINCE THE LAST UPDATE")
    if body.running_version:
        pattern = _("NOT VERIFIED SINCE VERSION {version}")
        since = pattern.format(version=body.running_version)
    if body.verified is None or not body.verified.version:
        return since, _("Nobody has tried it on the version that runs.")
    last = _("Last tried on version {version}, on {day}.")
    day = language.date(body.verified.day)
    return since, last.format(version=body.verified.version, day=day)


def _partly_words(body: ProcedureBody, language: Language) -> str:
    _ = language.gettext
    if body.verified is None:
        return _("At the last trial some of it did not work.")
    if body.verified.seen:
        said = _("On {day}: {seen}")
        return said.format(day=language.date(body.verified.day), seen=body.verified.seen)
    pattern = _("At the last trial, on {day}, some of it did not work.")
    return pattern.format(day=language.date(body.verified.day))


def _failed_words(body: ProcedureBody, language: Language) -> str:
    _ = language.gettext
    if body.verified is None:
        return _("FAILED AT THE LAST TRIAL")
    return _("FAILED AT THE LAST TRIAL, ON {day}").format(day=language.date(body.verified.day))


def draw_bar(pages: Pages, bar: Bar, body: ProcedureBody, language: Language) -> None:
    """A thick frame with a warning sign: black is kept for the one bar that says when."""
    strong, words = _bar_words(bar, body, language)
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
