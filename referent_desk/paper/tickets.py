"""A request to IT or the vendor: one page that can be read in half a minute, and answered on."""

from __future__ import annotations

from dataclasses import dataclass

from referent_desk.domain.tickets import Addressee, Ticket
from referent_desk.language import Language
from referent_desk.paper.blocks import continued, heading, sheet_title
from referent_desk.paper.drawing import Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import (
    BODY_SIZE,
    GAP,
    HAIR_GREY,
    LABEL_SIZE,
    LEADING,
    MM,
    PADDING,
    PORTRAIT,
    WRITING_LINE,
)
from referent_desk.paper.paragraphs import wrap
from referent_desk.words.help_given import addressee_word, stops_words

_LABELS = 46 * MM
_ANSWER = 54 * MM
_ROW = 13 * MM
_FEWEST_LINES = 2


@dataclass(frozen=True, slots=True)
class TicketHead:
    """What the sheet says besides the request: where it comes from, and who answers for it."""

    department: str
    place: str
    vendor: str
    support: str
    it: str


def lay_out_ticket(
    ticket: Ticket, about: TicketHead, language: Language
) -> tuple[PageContent, ...]:
    _ = language.gettext
    pages = Pages(PORTRAIT)
    title = ticket.what
    pages.on_turn = continued(title, _("{title} (continued)"))
    under = " · ".join(filter(None, (ticket.software, about.vendor)))
    sheet_title(pages, title, under, largest=20.0)
    if ticket.stops_work:
        _draw_bar(pages, _("THE WORK STOPS"))
    _draw_facts(pages, ticket, about, language)
    heading(pages, _("What was tried"))
    _draw_tried(pages, ticket.tried, language)
    _draw_room(pages)
    _draw_answer(pages, ticket, language)
    return pages.finish()


def _draw_bar(pages: Pages, text: str) -> None:
    height = 9 * MM
    top = pages.take(height, GAP / 2)
    pages.pen.box(0, top, pages.frame.width, height, thickness=1.6)
    pages.pen.text(PADDING, top + 6.4 * MM, text, 15.0, Face.BOLD)


def _draw_facts(pages: Pages, ticket: Ticket, about: TicketHead, language: Language) -> None:
    _ = language.gettext
    concerned = ""
    if ticket.concerned is not None:
        said = language.ngettext("{count} person", "{count} people", ticket.concerned)
        concerned = said.format(count=ticket.concerned)
    handed = language.date(ticket.handed_on) if ticket.handed_on is not None else ""
    to = addressee_word(ticket.addressee, language)
    contact = about.it if ticket.addressee is Addressee.IT else about.support
    pages.y += GAP / 2
    for label, value in (
        (_("To"), " · ".join(filter(None, (to[:1].upper() + to[1:], contact)))),
        (_("From"), " · ".join(filter(None, (about.department, about.place)))),
        (_("Since when"), ticket.begun),
        (_("How many are concerned"), concerned),
        (_("Does the work stop?"), stops_words(ticket, language)),
        (_("Asked by"), ticket.who),
        (_("To be called back"), ticket.callback),
        (_("Handed over on"), handed),
        (_("Your reference"), ticket.reference),
    ):
        _draw_fact(pages, label, value)


def _draw_fact(pages: Pages, label: str, value: str) -> None:
    """What is not known is written by hand: a line for it."""
    lines = wrap(value, pages.frame.width - _LABELS, BODY_SIZE, Face.BOLD)
    height = max(len(lines), 1) * BODY_SIZE * LEADING + 1.4 * MM
    top = pages.take(height)
    pages.pen.lines(0, top, wrap(label, _LABELS - 2 * MM, BODY_SIZE), BODY_SIZE)
    if lines:
        pages.pen.lines(_LABELS, top, lines, BODY_SIZE)
    else:
        base = top + BODY_SIZE * 1.1
        pages.pen.rule(_LABELS, base, pages.frame.width, ink=HAIR_GREY)


def _draw_tried(pages: Pages, tried: str, language: Language) -> None:
    """As much as fits on the one page; what is left out is said."""
    _ = language.gettext
    width = pages.frame.width
    lines = [row for line in tried.split("\n") for row in wrap(line, width, BODY_SIZE)]
    most = int((pages.room - _ANSWER - GAP * 1.5) // (BODY_SIZE * LEADING))
    if not lines:
        lines = wrap(_("Nothing was noted."), width, BODY_SIZE)
    if len(lines) > most:
        lines = lines[: max(most - 1, 0)]
        lines += wrap(_("(The rest stands in the program.)"), width, BODY_SIZE)
    pages.pour(0, lines)


def _draw_room(pages: Pages) -> None:
    """Lines for what is tried from now on, as far as the answer leaves room for them."""
    count = int((pages.room - _ANSWER - GAP * 1.5) // WRITING_LINE)
    if count < _FEWEST_LINES:
        return
    for _number in range(count):
        pages.y += WRITING_LINE
        pages.pen.rule(0, pages.y, pages.frame.width, ink=HAIR_GREY)


def _draw_answer(pages: Pages, ticket: Ticket, language: Language) -> None:
    """Filled in by whoever is asked; what is known already stands there."""
    _ = language.gettext
    width = pages.frame.width
    top = pages.take(_ANSWER, GAP * 1.5)
    pen = pages.pen
    pen.box(0, top, width, _ANSWER)
    pen.text(PADDING, top + PADDING + 7, _("The answer"), BODY_SIZE, Face.BOLD)
    pen.lines(
        *(PADDING, top + PADDING + 11, wrap(ticket.outcome, width - 2 * PADDING, BODY_SIZE)),
        BODY_SIZE,
    )
    cells = (
        (_("Reference"), 0.3, ticket.reference),
        (_("Answered on"), 0.25, _day(ticket, language)),
        (_("Answered by"), 0.45, ""),
    )
    y = top + _ANSWER - _ROW
    pen.rule(0, y, width)
    x = 0.0
    for label, share, value in cells:
        _draw_cell(pen, x, y, share * width, (label, value))
        x += share * width
        if x < width - 1:
            pen.rule(x, y, x, y + _ROW)


def _draw_cell(pen: Pen, x: float, y: float, width: float, said: tuple[str, str]) -> None:
    label, value = said
    pen.text(x + PADDING, y + PADDING + 5, label, LABEL_SIZE + 1)
    lines = wrap(value, width - 2 * PADDING, BODY_SIZE)[:1]
    pen.lines(x + PADDING, y + PADDING + 9, lines, BODY_SIZE)


def _day(ticket: Ticket, language: Language) -> str:
    return language.short_date(ticket.settled_on) if ticket.settled_on is not None else ""
