from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from referent_desk.domain.help_tasks import HelpFacts, OpenHelp, help_tasks, ticket_rows
from referent_desk.domain.tasks import Lead, Urgency
from referent_desk.domain.tickets import Addressee, Ticket, TicketState

TODAY = date(2026, 11, 22)
TICKET = Ticket("t1", "d1", Addressee.IT, "Étiquettes blanches")


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("ticket", "state"),
    [
        (TICKET, TicketState.TO_HAND_OVER),
        (replace(TICKET, handed_on=ago(6)), TicketState.WAITING),
        (replace(TICKET, handed_on=ago(7)), TicketState.UNANSWERED),
        (replace(TICKET, handed_on=ago(29), reference="X1"), TicketState.WAITING),
        (replace(TICKET, handed_on=ago(30), reference="X1"), TicketState.UNANSWERED),
        (replace(TICKET, handed_on=ago(99), settled_on=TODAY), TicketState.SETTLED),
        (replace(TICKET, handed_on=ago(99), closed_on=TODAY), TicketState.GIVEN_UP),
    ],
)
def test_a_request_without_an_answer_is_asked_for_again(ticket: Ticket, state: TicketState) -> None:
    assert ticket.state(TODAY) is state


@pytest.mark.parametrize(
    ("stops_work", "urgency"),
    [(True, Urgency.SOON), (False, Urgency.LATER), (None, Urgency.LATER)],
)
def test_an_answer_of_somebody_else_presses_only_where_the_work_stands_still(
    stops_work: bool | None, urgency: Urgency
) -> None:
    late = replace(TICKET, handed_on=ago(9), stops_work=stops_work)
    settled = replace(late, id="t2", stops_work=True, settled_on=TODAY)
    (task,) = help_tasks(HelpFacts((), (late, settled)), TODAY)
    assert (task.code, task.urgency) == ("ticket_unanswered", urgency)


def test_requests_without_an_answer_press_and_the_rest_waits() -> None:
    facts = HelpFacts(
        (OpenHelp("h1", "Souci"),),
        (
            TICKET,
            replace(TICKET, id="t2", handed_on=ago(8), stops_work=True),
            replace(TICKET, id="t3", handed_on=ago(9)),
            replace(TICKET, id="t4", handed_on=ago(2)),
        ),
    )
    told = [(t.code, t.urgency, t.key, t.fields["count"]) for t in help_tasks(facts, TODAY)]
    assert told == [
        ("ticket_unanswered", Urgency.SOON, ("tickets", "t3"), 2),
        ("ticket_to_hand_over", Urgency.LATER, ("tickets", "t1"), 1),
        ("help_open", Urgency.LATER, ("journal", "h1"), 1),
    ]
    assert {task.lead for task in help_tasks(facts, TODAY)} == {Lead.HELP_GIVEN}
    assert list(help_tasks(HelpFacts(), TODAY)) == []


def test_the_calendar_says_when_to_ask_again() -> None:
    settled = replace(TICKET, id="t9", handed_on=ago(3), settled_on=TODAY)
    known = (TICKET, replace(TICKET, id="t2", handed_on=ago(3)), settled)
    [row] = ticket_rows("d1", "Cardiologie", known)
    assert (row.key, row.due_on) == ("t2", TODAY + timedelta(days=4))
