"""Help that was given: what was asked, what helped, how long it took, and whose it is now."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.help_groups import Recurring

MOST_MINUTES = 1440
QUICK_MINUTES = (2, 5, 10, 15, 30)
MOST_USUAL = 9
"""As many as there are keys for them."""


class HelpOutcome(StrEnum):
    """What was said of it; the names are those of the table."""

    SOLVED = "solved"
    OPEN = "open"
    TO_IT = "to_it"
    TO_VENDOR = "to_vendor"


class HelpState(StrEnum):
    """Where it stands, the requests that were made of it looked at too."""

    OPEN = "open"
    HANDED_OVER = "handed_over"
    SOLVED = "solved"


class HelpView(StrEnum):
    """What the tab lists."""

    JOURNAL = "journal"
    RECURRING = "recurring"
    TIPS = "tips"
    TICKETS = "tickets"


@dataclass(frozen=True, slots=True)
class TypedHelp:
    """`day` None: today. `is_sure`: what looks like the number of a patient is none."""

    department_id: str
    asked: str
    software_id: str | None = None
    helped: str = ""
    minutes: int | None = None
    outcome: HelpOutcome = HelpOutcome.SOLVED
    concerned: int | None = None
    who: str = ""
    day: date | None = None
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class HelpEntry:
    """`ticket_id`: the request that was made of it; `is_settled`: it was answered."""

    id: str
    department_id: str
    software_id: str | None
    software: str
    asked: str
    helped: str
    minutes: int | None
    outcome: HelpOutcome
    concerned: int | None
    who: str
    day: date
    ticket_id: str | None = None
    is_settled: bool = False

    @property
    def state(self) -> HelpState:
        return state_of(self.outcome, has_ticket=bool(self.ticket_id), is_settled=self.is_settled)


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A line of the tab, whatever it lists. `state` is the word of what the view speaks of.

    Of what comes back, `count` is how often, and `minutes` what it cost in all. `place` is where a
    tip holds, empty: everywhere; `addressee` whom a request went to.
    """

    view: HelpView
    key: str
    what: str
    software: str = ""
    day: date | None = None
    minutes: int | None = None
    state: str = ""
    count: int = 0
    place: str = ""
    addressee: str = ""


class UsualHelp(NamedTuple):
    """What one key writes again: `entry_id` is the last time it was done."""

    entry_id: str
    software_id: str | None
    software: str
    asked: str
    helped: str
    minutes: int | None


@dataclass(frozen=True, slots=True)
class QuickOffer:
    """What the quick line proposes: what one key writes, and what was asked before, the most
    frequent first, each with its software and what helped the last time."""

    usual: tuple[UsualHelp, ...] = ()
    asked: tuple[UsualHelp, ...] = ()


@dataclass(frozen=True, slots=True)
class RecurringDetail:
    group: Recurring
    software: str
    entries: tuple[HelpEntry, ...]


def state_of(outcome: HelpOutcome, *, has_ticket: bool, is_settled: bool) -> HelpState:
    """What was handed over stays so until its request is settled."""
    if outcome is HelpOutcome.SOLVED or (has_ticket and is_settled):
        return HelpState.SOLVED
    if outcome is HelpOutcome.OPEN and not has_ticket:
        return HelpState.OPEN
    return HelpState.HANDED_OVER


_LABELLED = re.compile(r"\b(?:ipp|nip|nda|iep|ins|nir)\b[^\w]{0,4}(?:n[°o]?\W{0,2})?\d{3,}", re.I)
_SOCIAL = re.compile(
    r"(?<!\d)[12][ .]?\d\d[ .]?\d\d[ .]?(?:\d\d|2[ABab])[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d\d)?(?!\d)"
)
_LONG = re.compile(r"(?<!\d)\d{8,}(?!\d)")


def patient_number(text: str) -> str:
    """What looks like the number of a patient: eight digits or more, a number that is called one,
    or a French social security number. Empty where nothing does."""
    for pattern in (_LABELLED, _SOCIAL, _LONG):
        found = pattern.search(text)
        if found is not None:
            return found[0].strip()
    return ""


def surely_a_patient(text: str) -> bool:
    """A number that is called that of a patient, or a social security number: never kept."""
    return bool(_LABELLED.search(text) or _SOCIAL.search(text))
