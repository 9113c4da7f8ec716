"""Help that was given, in words: outcomes, states, whom a request goes to, and whose is what."""

from __future__ import annotations

from collections.abc import Iterable

from referent_desk.domain.help_given import HelpOutcome, HelpState
from referent_desk.domain.help_groups import Recurring, Trend
from referent_desk.domain.shares import Owner, Part, Share
from referent_desk.domain.tickets import Addressee, Ticket, TicketState
from referent_desk.language import Language


def outcome_word(outcome: HelpOutcome, language: Language) -> str:
    _ = language.gettext
    return {
        HelpOutcome.SOLVED: _("solved"),
        HelpOutcome.OPEN: _("still open"),
        HelpOutcome.TO_IT: _("told the IT department"),
        HelpOutcome.TO_VENDOR: _("told the vendor"),
    }[outcome]


def help_state_word(state: HelpState, language: Language) -> str:
    _ = language.gettext
    return {
        HelpState.SOLVED: _("solved"),
        HelpState.OPEN: _("still open"),
        HelpState.HANDED_OVER: _("handed over"),
    }[state]


def ticket_state_word(state: TicketState, language: Language) -> str:
    _ = language.gettext
    return {
        TicketState.TO_HAND_OVER: _("to be handed over"),
        TicketState.WAITING: _("waits for an answer"),
        TicketState.UNANSWERED: _("no answer yet"),
        TicketState.SETTLED: _("settled"),
        TicketState.GIVEN_UP: _("given up"),
    }[state]


def trend_word(trend: Trend, language: Language) -> str:
    _ = language.gettext
    return {
        Trend.RISING: _("rising"),
        Trend.STEADY: _("steady"),
        Trend.FALLING: _("falling"),
    }[trend]


def addressee_word(addressee: Addressee, language: Language) -> str:
    _ = language.gettext
    return {Addressee.IT: _("the IT department"), Addressee.VENDOR: _("the vendor")}[addressee]


def minutes_words(minutes: int, language: Language) -> str:
    """`5 min`, `1 h 30`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return language.gettext("{count} min").format(count=rest)
    if not rest:
        return language.gettext("{hours} h").format(hours=hours)
    return language.gettext("{hours} h {minutes:02}").format(hours=hours, minutes=rest)


def times_words(group: Recurring, language: Language) -> str:
    """How often in ninety days, and how often of late."""
    now = language.ngettext(
        "{count} time in ninety days", "{count} times in ninety days", group.count
    ).format(count=group.count)
    lately = language.gettext("{count} in the last six weeks").format(count=group.lately)
    return language.gettext("{times}, of which {lately}").format(times=now, lately=lately)


def stops_words(ticket: Ticket, language: Language) -> str:
    _ = language.gettext
    if ticket.stops_work is None:
        return ""
    return _("yes: nobody can go on") if ticket.stops_work else _("no: one can do without")


def part_word(part: Part, language: Language) -> str:
    _ = language.gettext
    return {
        Part.USING: _("using it"),
        Part.HELPING: _("a helping hand"),
        Part.PROCEDURES: _("degraded modes"),
        Part.TRYING: _("trying them out"),
        Part.PRINTING: _("printing and filing"),
        Part.DRILLS: _("drills"),
        Part.NAMES: _("names and numbers"),
        Part.WORKING: _("working on paper"),
        Part.TRAINING: _("first steps of newcomers"),
        Part.ACCOUNTS: _("accounts"),
        Part.NETWORK: _("network"),
        Part.COMPUTERS: _("PCs"),
        Part.PRINTERS: _("printers"),
        Part.INSTALLING: _("installation"),
        Part.STOPS: _("announced stops"),
        Part.LINES: _("lines without a network"),
        Part.RUNNING: _("keeping it running"),
        Part.DEFECTS: _("defects"),
        Part.NEW_FUNCTIONS: _("new functions"),
        Part.VERSIONS: _("versions"),
    }[part]


def owner_word(owner: Owner, language: Language) -> str:
    _ = language.gettext
    return {
        Owner.REFERENT: _("Referent"),
        Owner.IT: _("IT department"),
        Owner.VENDOR: _("Vendor"),
    }[owner]


def share_words(share: Share, language: Language) -> str:
    """`Referent (4312): using it, a helping hand`."""
    parts = ", ".join(part_word(part, language) for part in share.parts)
    owner = owner_word(share.owner, language)
    if share.contact:
        owner = language.gettext("{owner} ({contact})").format(owner=owner, contact=share.contact)
    return language.gettext("{owner}: {parts}").format(owner=owner, parts=parts)


def shares_line(shares: Iterable[Share], language: Language) -> str:
    return "  ·  ".join(share_words(share, language) for share in shares)
