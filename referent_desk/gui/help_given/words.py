"""What the tab of help says of its rows: every state as a word, a shape and a tone."""

from __future__ import annotations

from referent_desk.domain.help_given import HelpOutcome, HelpRow, HelpState, HelpView, UsualHelp
from referent_desk.domain.help_groups import Trend
from referent_desk.domain.texts import LONGEST_TEXT
from referent_desk.domain.tickets import Addressee, TicketState
from referent_desk.gui.labels import shortened
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import sentence_case
from referent_desk.language import _, ngettext, spoken
from referent_desk.words.help_given import (
    addressee_word,
    help_state_word,
    minutes_words,
    outcome_word,
    ticket_state_word,
    trend_word,
)


def view_title(view: HelpView) -> str:
    return {
        HelpView.JOURNAL: _("&Journal"),
        HelpView.RECURRING: _("W&hat comes back"),
        HelpView.TIPS: _("&Tips"),
        HelpView.TICKETS: _("Re&quests"),
    }[view]


def entry_state(state: HelpState) -> State:
    shape, tone = {
        HelpState.OPEN: (Shape.TRIANGLE, Tone.WARNING),
        HelpState.HANDED_OVER: (Shape.RING, Tone.NEUTRAL),
        HelpState.SOLVED: (Shape.TICK, Tone.GOOD),
    }[state]
    return State(help_state_word(state, spoken()), shape, tone)


def ticket_state(state: TicketState) -> State:
    shape, tone = {
        TicketState.TO_HAND_OVER: (Shape.DIAMOND, Tone.WARNING),
        TicketState.WAITING: (Shape.RING, Tone.NEUTRAL),
        TicketState.UNANSWERED: (Shape.TRIANGLE, Tone.WARNING),
        TicketState.SETTLED: (Shape.TICK, Tone.GOOD),
        TicketState.GIVEN_UP: (Shape.DASH, Tone.NEUTRAL),
    }[state]
    return State(ticket_state_word(state, spoken()), shape, tone)


def trend_state(trend: Trend) -> State:
    shape, tone = {
        Trend.RISING: (Shape.TRIANGLE, Tone.WARNING),
        Trend.STEADY: (Shape.RING, Tone.NEUTRAL),
        Trend.FALLING: (Shape.TICK, Tone.GOOD),
    }[trend]
    return State(trend_word(trend, spoken()), shape, tone)


def row_state(row: HelpRow) -> State:
    if row.view is HelpView.JOURNAL:
        return entry_state(HelpState(row.state))
    if row.view is HelpView.TICKETS:
        return ticket_state(TicketState(row.state))
    if row.view is HelpView.RECURRING:
        times = ngettext("{count} time", "{count} times", row.count).format(count=row.count)
        found = trend_state(Trend(row.state))
        return State(f"{times}, {found.word}", found.shape, found.tone)
    return State(row_place(row), Shape.TICK, Tone.NEUTRAL)


def row_place(row: HelpRow) -> str:
    """Where a tip holds."""
    return row.place or _("everywhere")


def row_addressee(row: HelpRow) -> str:
    """Whom a request went to."""
    return addressee_word(Addressee(row.addressee), spoken()) if row.addressee else ""


def row_minutes(row: HelpRow) -> str:
    return minutes_words(row.minutes, spoken()) if row.minutes is not None else ""


def outcome_choices() -> tuple[tuple[str, str], ...]:
    return tuple((str(one), sentence_case(outcome_word(one, spoken()))) for one in HelpOutcome)


def usual_text(usual: UsualHelp, most: int = LONGEST_TEXT) -> str:
    """What one key writes: what was asked, in so many letters, and how long it takes."""
    asked = shortened(usual.asked, most)
    if usual.minutes is None:
        return asked
    took = minutes_words(usual.minutes, spoken())
    return _("{asked} – {minutes}").format(asked=asked, minutes=took)
