"""What the window may ask about help that was given; all on the worker."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.help_given import (
        HelpEntry,
        HelpOutcome,
        HelpRow,
        HelpView,
        QuickOffer,
        RecurringDetail,
        TypedHelp,
    )
    from referent_desk.domain.listings import Listing, Page
    from referent_desk.domain.shares import ShareNumbers
    from referent_desk.domain.tickets import Ticket, TicketDraft
    from referent_desk.domain.tips import Tip


@dataclass(frozen=True, slots=True)
class JournalQuestions:
    """`settle`: an entry, what helped, the outcome, the minutes. `annul`: an entry and the reason.
    `recurring`: the department and an entry of it."""

    offer: Callable[[str], QuickOffer]
    record: Callable[[TypedHelp], Saved]
    settle: Callable[[str, str, HelpOutcome, int | None], Saved]
    annul: Callable[[str, str], Saved]
    read: Callable[[str], HelpEntry]
    recurring: Callable[[str, str], RecurringDetail]


@dataclass(frozen=True, slots=True)
class TicketQuestions:
    """`draft`: the department and the entry, or None. `settle`: what came of it, and when."""

    draft: Callable[[str, str | None], TicketDraft]
    read: Callable[[str], Ticket]
    settle: Callable[[str, str, date], Saved]
    write: Callable[[str, Path], Path]
    suggest_path: Callable[[str], Path]


@dataclass(frozen=True, slots=True)
class TipQuestions:
    """`write` and `suggest_path`: the card of a department and a software."""

    read: Callable[[str], Tip]
    write: Callable[[str, str, Path], Path]
    suggest_path: Callable[[str, str], Path]


@dataclass(frozen=True, slots=True)
class HelpGivenQuestions:
    """`shares`: whom to call of a department. `today` may be asked in the window."""

    list_rows: Callable[[HelpView, Listing], Page[HelpRow]]
    journal: JournalQuestions
    tickets: TicketQuestions
    tips: TipQuestions
    shares: Callable[[str], ShareNumbers]
    today: Callable[[], date]
