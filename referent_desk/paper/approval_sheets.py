"""The sheet by which a text is approved: what it says, what differs, and where to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.differences import LineDifference, changes_in
from referent_desk.language import Language
from referent_desk.paper.blocks import continued, heading, sheet_title
from referent_desk.paper.difference_lists import draw_differences
from referent_desk.paper.drawing import Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import (
    BODY_SIZE,
    GAP,
    LABEL_SIZE,
    LEADING,
    MM,
    PADDING,
    PORTRAIT,
)
from referent_desk.paper.paragraphs import Line, wrap
from referent_desk.words.texts import count_words, legend

_ROW = 13 * MM
_LABELS = 36 * MM
_STEP = BODY_SIZE * LEADING
_ABOVE = GAP * 1.5
"""The box to sign in."""


@dataclass(frozen=True, slots=True)
class AskedApproval:
    """What is to be approved. `mark` are the four signs of the text.

    `departments` are those for which it holds, besides its owner. `replaces` is the revision in
    force, its own or one above, as one says it; empty where there is none.
    """

    title: str
    function: str
    software: str
    owner: str
    departments: tuple[str, ...]
    number: int
    mark: str
    submitted_on: date
    submitted_by: str
    replaces: str
    review_months: int


def lay_out_approval(
    asked: AskedApproval, differences: Sequence[LineDifference], language: Language
) -> tuple[PageContent, ...]:
    """`differences` to the revision in force; of a first revision, its text."""
    _ = language.gettext
    pages = Pages(PORTRAIT)
    title = _("To approve: {title}").format(title=asked.title)
    pages.on_turn = continued(title, _("{title} (continued)"))
    sheet_title(pages, title, largest=20.0)
    _draw_facts(pages, asked, language)
    if asked.replaces:
        heading(pages, _("The text, with what changes"))
        pages.pour(0, wrap(count_words(changes_in(differences), language), pages.frame.width, 10))
        pages.pour(0, wrap(legend(language), pages.frame.width, 9.0), 9.0)
    said = wrap(_have_read(asked, language), pages.frame.width - 2 * PADDING, BODY_SIZE)
    choices = len(said) * _STEP + 12 * MM
    height = 2 * PADDING + choices + 3 * _ROW
    draw_differences(pages, differences, language, below=height + _ABOVE)
    _draw_signing(pages, said, height, asked.review_months, language)
    return pages.finish()


def _draw_facts(pages: Pages, asked: AskedApproval, language: Language) -> None:
    _ = language.gettext
    submitted = _("on {day} by {who}").format(
        day=language.date(asked.submitted_on), who=asked.submitted_by
    )
    use = " · ".join(part for part in (asked.function, asked.software) if part)
    pages.y += GAP / 2
    for label, value in (
        (_("Function"), use),
        (_("Holds for"), _holds_for(asked, language)),
        (_("Submitted"), submitted),
        (_("Revision"), f"{asked.number}"),
        (_("Takes the place of"), asked.replaces or _("nothing: it is the first revision")),
        (_("Mark of this text"), asked.mark),
    ):
        lines = wrap(value, pages.frame.width - _LABELS, BODY_SIZE)
        top = pages.y
        pages.pen.lines(0, top, wrap(label, _LABELS - 2 * MM, BODY_SIZE), BODY_SIZE)
        pages.pour(_LABELS, lines)


def _holds_for(asked: AskedApproval, language: Language) -> str:
    if not asked.departments:
        return asked.owner
    return language.gettext("{owner}: {departments}").format(
        owner=asked.owner, departments=", ".join(asked.departments)
    )


def _have_read(asked: AskedApproval, language: Language) -> str:
    _ = language.gettext
    return _(
        "I have read the text that bears the mark {mark} on every page. (Whoever wrote it does "
        "not approve it.)"
    ).format(mark=asked.mark)


def _draw_signing(
    pages: Pages, said: Sequence[Line], height: float, review_months: int, language: Language
) -> None:
    """Boxes to tick and to write in, never parted from one another."""
    _ = language.gettext
    width = pages.frame.width
    top = pages.take(height, _ABOVE)
    pen = pages.pen
    pen.box(0, top, width, height)
    pen.lines(PADDING, top + PADDING, said, BODY_SIZE)
    y = top + PADDING + len(said) * _STEP + 2 * MM
    _draw_choice(pen, PADDING, y, _("Approved"))
    _draw_choice(pen, 0.22 * width, y, _("To be written again:"))
    pen.rule(0.5 * width, y + 4 * MM, width - PADDING, thickness=0.5)
    y = top + height - 3 * _ROW
    months = _("Read again after (months; else {months})").format(months=review_months)
    rows: tuple[tuple[tuple[str, float], ...], ...] = (
        ((_("To be in force from"), 0.3), (months, 0.4), (_("Reference of the document"), 0.3)),
        ((_("Name"), 0.5), (_("Role"), 0.5)),
        ((_("Date"), 0.3), (_("Signature"), 0.7)),
    )
    for row in rows:
        pen.rule(0, y, width)
        x = 0.0
        for label, share in row:
            pen.text(x + PADDING, y + PADDING + 5, label, LABEL_SIZE + 1)
            x += share * width
            if x < width - 1:
                pen.rule(x, y, x, y + _ROW)
        y += _ROW


def _draw_choice(pen: Pen, x: float, y: float, words: str) -> None:
    pen.check_box(x, y, 4.5 * MM)
    pen.text(x + 7 * MM, y + 3.6 * MM, words, BODY_SIZE, Face.BOLD)
