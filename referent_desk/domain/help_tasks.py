"""What help that was given leaves to do: what is still open, and requests that nobody answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from referent_desk.domain.dues import DueRow, Duty
from referent_desk.domain.tasks import Lead, Task, Urgency
from referent_desk.domain.tickets import Ticket, TicketState
from referent_desk.domain.values import dataclass

HELP_MINUTES: Mapping[str, int] = {
    "ticket_unanswered": 3,
    "ticket_to_hand_over": 2,
    "help_open": 2,
}


@dataclass(frozen=True, slots=True)
class OpenHelp:
    entry_id: str
    asked: str


@dataclass(frozen=True, slots=True)
class HelpFacts:
    """`open` in the order of their days, `tickets` those that are not settled."""

    open: tuple[OpenHelp, ...] = ()
    tickets: tuple[Ticket, ...] = ()


def help_tasks(facts: HelpFacts, today: date) -> Iterable[Task]:
    yield from _unanswered(facts, today)
    yield from _waiting(
        facts, today, TicketState.TO_HAND_OVER, "ticket_to_hand_over", Urgency.LATER
    )
    if facts.open:
        first = facts.open[0]
        yield Task(
            "help_open",
            Urgency.LATER,
            HELP_MINUTES["help_open"] * len(facts.open),
            Lead.HELP_GIVEN,
            ("journal", first.entry_id),
            tuple(dict.fromkeys(one.asked for one in facts.open)),
            {"count": len(facts.open)},
        )


def _unanswered(facts: HelpFacts, today: date) -> Iterator[Task]:
    """The answer is somebody else's: asking again presses only where the work stands still."""
    late = (ticket for ticket in facts.tickets if ticket.state(today) is TicketState.UNANSWERED)
    urgency = Urgency.SOON if any(ticket.stops_work for ticket in late) else Urgency.LATER
    yield from _waiting(facts, today, TicketState.UNANSWERED, "ticket_unanswered", urgency)


def _waiting(
    facts: HelpFacts, today: date, state: TicketState, code: str, urgency: Urgency
) -> Iterator[Task]:
    """One task for all of them: it leads to the one that waits for the longest."""
    waiting = [ticket for ticket in facts.tickets if ticket.state(today) is state]
    if waiting:
        waiting.sort(key=lambda ticket: (ticket.handed_on or today, ticket.id))
        first = waiting[0]
        yield Task(
            code,
            urgency,
            HELP_MINUTES[code] * len(waiting),
            Lead.HELP_GIVEN,
            ("tickets", first.id),
            tuple(dict.fromkeys(ticket.what for ticket in waiting)),
            {"count": len(waiting), "day": first.handed_on, "to": str(first.addressee)},
        )


def ticket_rows(department_id: str, department: str, tickets: Iterable[Ticket]) -> Iterator[DueRow]:
    for ticket in tickets:
        due = ticket.answer_due_on
        if due is not None:
            yield DueRow(
                *(Duty.TICKET, department_id, department, ticket.id, ticket.what, due, ticket.who)
            )
