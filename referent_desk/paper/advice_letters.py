"""The letter to a vendor: the three questions of the contract, with room for the answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from referent_desk.language import Language
from referent_desk.paper.blocks import sheet_title
from referent_desk.paper.drawing import Align
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import (
    BODY_SIZE,
    GAP,
    HAIR_GREY,
    LEADING,
    MM,
    PORTRAIT,
    WRITING_LINE,
)
from referent_desk.paper.paragraphs import wrap

_BOX, _LEFT, _ANSWER_LINE = 4.2 * MM, 8 * MM, 8 * MM
_STEP = BODY_SIZE * LEADING
_ROOM = 2 * WRITING_LINE
"""To sign in."""


class Letter(Protocol):
    """`before` and `after` are paragraphs around the questions, `signatures` who signs."""

    @property
    def subject(self) -> str: ...

    @property
    def before(self) -> Sequence[str]: ...

    @property
    def questions(self) -> Sequence[str]: ...

    @property
    def after(self) -> Sequence[str]: ...

    @property
    def signatures(self) -> Sequence[str]: ...


def lay_out_vendor_letter(
    letter: Letter,
    vendor: str,
    today: date,
    language: Language,
) -> tuple[PageContent, ...]:
    _ = language.gettext
    pages = Pages(PORTRAIT)
    width = pages.frame.width
    said = (vendor, _("Date: {day}").format(day=language.date(today)))
    for text in said:
        lines = wrap(text, width / 2, BODY_SIZE)
        top = pages.take(len(lines) * _STEP)
        pages.pen.lines(width, top, lines, align=Align.RIGHT)
    pages.y += 2 * GAP
    sheet_title(pages, letter.subject, largest=16.0)
    _pour(pages, letter.before)
    for number, question in enumerate(letter.questions, 1):
        _draw_question(pages, number, question, language)
    _pour(pages, letter.after)
    for signature in letter.signatures:
        lines = wrap(signature, width, BODY_SIZE)
        top = pages.take(len(lines) * _STEP + _ROOM, 1.5 * GAP)
        pages.pen.lines(0, top, lines)
    return pages.finish()


def _pour(pages: Pages, paragraphs: Sequence[str]) -> None:
    for paragraph in paragraphs:
        pages.y += GAP
        pages.pour(0, wrap(paragraph, pages.frame.width, BODY_SIZE))


def _draw_question(pages: Pages, number: int, question: str, language: Language) -> None:
    """The question, two boxes, and a line for what the vendor has to say to it."""
    _ = language.gettext
    lines = wrap(question, pages.frame.width - _LEFT, BODY_SIZE)
    top = pages.take(len(lines) * _STEP + _ANSWER_LINE + 2 * MM, 1.5 * GAP)
    pen = pages.pen
    pen.text(0, top + BODY_SIZE, f"{number}.", BODY_SIZE, Face.BOLD)
    pen.lines(_LEFT, top, lines)
    base, x = top + len(lines) * _STEP + _ANSWER_LINE, _LEFT
    for word in (_("Yes"), _("No")):
        pen.check_box(x, base - _BOX, _BOX)
        x += _BOX + 2 * MM
        x += pen.text(x, base - 1 * MM, word, BODY_SIZE) + 8 * MM
    x += pen.text(x, base - 1 * MM, _("Since which version, how often:"), BODY_SIZE) + 2 * MM
    pen.rule(x, base, pages.frame.width, ink=HAIR_GREY)
