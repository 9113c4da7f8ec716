"""The advice for purchasing on one software: one page for the buyer, signed by the users."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from referent_desk.domain.advice import Advice, Side, Verdict
from referent_desk.domain.advice_facts import Contract
from referent_desk.language import Language
from referent_desk.paper.blocks import (
    ItemsBox,
    Marker,
    heading,
    sheet_title,
    side_by_side,
    stack,
)
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import (
    GAP,
    HAIR_GREY,
    LEADING,
    MM,
    PADDING,
    PORTRAIT,
    WRITING_LINE,
)
from referent_desk.paper.paragraphs import wrap
from referent_desk.words.advice import (
    O_3_11,
    answer_word,
    contract_sentence,
    ground_sentence,
    proposal_sentence,
    question_word,
    reason_sentence,
    rule_sentence,
    usage_sentence,
    verdict_word,
    with_points,
)

SMALLEST = 10.0
"""Points: nothing that is read is set smaller; what is too long is refused, not shrunk."""
_SIGN_HEIGHT, _CHOICE_HEIGHT, _BOX = 17 * MM, 9 * MM, 4.4 * MM
_LINES = 3


class LaidAdvice(NamedTuple):
    """`lines_over`: by about how many lines it is longer than its one page."""

    pages: tuple[PageContent, ...]
    lines_over: int


def lay_out_advice(advice: Advice, language: Language) -> LaidAdvice:
    _ = language.gettext
    pages = Pages(PORTRAIT)
    title = _("Advice for purchasing: {software}").format(software=advice.facts.name)
    sheet_title(pages, title, advice.facts.vendor, largest=20.0, under_size=SMALLEST)
    _draw_verdict(pages, advice.given.verdict, language)
    usage = [usage_sentence(advice.facts, language)]
    contract = contract_sentence(advice.facts.contract, language)
    stack(pages, _box(_("Usage"), [*usage, *([contract] if contract else [])]))
    _draw_reasons(pages, advice, language)
    stack(pages, _answers(advice.facts.contract, language))
    _draw_needs(pages, advice, language)
    rule = f"{proposal_sentence(advice, language)} {rule_sentence(language)}"
    stack(pages, _box("", [rule]))
    _draw_signature(pages, advice, language)
    step = SMALLEST * LEADING
    over = ceil((pages.filled - 1) * PORTRAIT.body_height / step)
    return LaidAdvice(pages.finish(), max(over, 1) if pages.count > 1 else 0)


def _box(label: str, items: Sequence[str], marker: Marker = Marker.NONE) -> ItemsBox:
    return ItemsBox(label, items, marker, size=SMALLEST)


def _draw_verdict(pages: Pages, said: Verdict, language: Language) -> None:
    """Three boxes, of which the users' own is crossed; none where they have not said it yet."""
    choices = (Verdict.KEEP, Verdict.PRESS, Verdict.REPLACE)
    top = pages.take(_CHOICE_HEIGHT, GAP)
    pen, width = pages.pen, pages.frame.width / len(choices)
    for place, verdict in enumerate(choices):
        left, y = place * width, top + (_CHOICE_HEIGHT - _BOX) / 2
        pen.check_box(left, y, _BOX)
        if verdict is said:
            pen.cross(left + 0.6 * MM, y + 0.6 * MM, _BOX - 1.2 * MM)
        face = Face.BOLD if verdict is said else Face.REGULAR
        word = verdict_word(verdict, language)
        pen.text(left + _BOX + 2 * MM, y + _BOX - 1 * MM, _capital(word), 13.0, face)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _draw_reasons(pages: Pages, advice: Advice, language: Language) -> None:
    _ = language.gettext
    sides = (
        (_("For it"), advice.on(Side.FOR)),
        (_("Against it"), advice.on(Side.AGAINST)),
    )
    nothing = [_("Nothing is known yet.")]
    boxes = []
    for label, reasons in sides:
        items = [with_points(reason, language) for reason in reasons]
        boxes.append(_box(label, items or nothing, Marker.BULLET if items else Marker.NONE))
    side_by_side(pages, boxes)
    told = [reason_sentence(reason, language) for reason in advice.on(Side.TOLD)]
    told += [ground_sentence(ground, language) for ground in advice.lacking if not advice.proposed]
    if told:
        stack(pages, _box(_("To know as well"), told, Marker.BULLET))


def _answers(contract: Contract, language: Language) -> ItemsBox:
    said = language.gettext("{question}: {answer}")
    items = [
        [
            (said.format(question=question_word(name, language), answer=""), Face.REGULAR),
            (answer_word(answer, language), Face.BOLD),
        ]
        for name, answer in contract.answers.items()
    ]
    return ItemsBox(O_3_11, items, Marker.NONE, columns=3, size=SMALLEST)


def _draw_needs(pages: Pages, advice: Advice, language: Language) -> None:
    """Where nobody has written them yet, there is room to do so by hand."""
    _ = language.gettext
    title = _("What the users need")
    if advice.given.needs:
        stack(pages, _box(title, advice.given.needs.split("\n")))
    else:
        heading(pages, title, keep=_LINES * WRITING_LINE)
        for _number in range(_LINES):
            pages.y += WRITING_LINE
            pages.pen.rule(0, pages.y, pages.frame.width, ink=HAIR_GREY)
    if advice.given.note:
        stack(pages, _box(_("Note"), advice.given.note.split("\n")))


def _draw_signature(pages: Pages, advice: Advice, language: Language) -> None:
    _ = language.gettext
    given = advice.given
    top = pages.take(_SIGN_HEIGHT, GAP)
    pen, width = pages.pen, pages.frame.width
    pen.box(0, top, width, _SIGN_HEIGHT)
    day = language.short_date(given.given_on) if given.given_on is not None else ""
    cells = ((_("Date"), day), (_("Name and role"), given.who), (_("Signature"), ""))
    edges = (0.0, 0.2 * width, 0.6 * width, width)
    for (label, value), left, right in zip(cells, edges, edges[1:], strict=False):
        pen.text(left + PADDING, top + PADDING + 6, label, 9.0)
        lines = wrap(value, right - left - 2 * PADDING, SMALLEST)[:2]
        pen.lines(left + PADDING, top + PADDING + 9, lines, SMALLEST)
        if right < width:
            pen.rule(right, top, right, top + _SIGN_HEIGHT)
