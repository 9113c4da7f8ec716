"""A trouble handed over to IT or the vendor, and whether they have answered."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from referent_desk.domain.values import dataclass

ANSWER_WITHIN = timedelta(days=7)
KNOWN_WITHIN = timedelta(days=30)
"""With a reference they have it: one asks again after a month, not every week."""


class Addressee(StrEnum):
    IT = "it"
    VENDOR = "vendor"


class TicketState(StrEnum):
    TO_HAND_OVER = "to_hand_over"
    WAITING = "waiting"
    UNANSWERED = "unanswered"
    SETTLED = "settled"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Ticket:
    """`begun`: since when, as it was said. `reference`: its number with those who have it now."""

    id: str
    department_id: str
    addressee: Addressee
    what: str
    software_id: str | None = None
    software: str = ""
    entry_id: str | None = None
    tried: str = ""
    begun: str = ""
    concerned: int | None = None
    stops_work: bool | None = None
    who: str = ""
    callback: str = ""
    handed_on: date | None = None
    reference: str = ""
    settled_on: date | None = None
    outcome: str = ""
    closed_on: date | None = None

    @property
    def is_open(self) -> bool:
        return self.settled_on is None and self.closed_on is None

    @property
    def answer_due_on(self) -> date | None:
        """The day from which on one asks again."""
        if self.handed_on is None or not self.is_open:
            return None
        return self.handed_on + (KNOWN_WITHIN if self.reference else ANSWER_WITHIN)

    def state(self, today: date) -> TicketState:
        if self.settled_on is not None:
            return TicketState.SETTLED
        if self.closed_on is not None:
            return TicketState.GIVEN_UP
        due = self.answer_due_on
        if due is None:
            return TicketState.TO_HAND_OVER
        return TicketState.UNANSWERED if due <= today else TicketState.WAITING


@dataclass(frozen=True, slots=True)
class TicketDraft:
    """What is known already of a request that is about to be made: what was tried, in lines."""

    what: str = ""
    entry_id: str = ""
    software_id: str = ""
    software: str = ""
    tried: str = ""
    begun: str = ""
    concerned: int | None = None
    who: str = ""
    callback: str = ""
    addressee: Addressee = Addressee.IT
