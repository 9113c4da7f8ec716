from __future__ import annotations

from datetime import date, timedelta

from referent_desk.domain.handovers_tasks import (
    HandoverFacts,
    OpenHandover,
    handover_due_days,
    handover_tasks,
)
from referent_desk.domain.tasks import Lead, Urgency

TODAY = date(2026, 11, 22)


def in_days(count: int) -> date:
    return TODAY + timedelta(days=count)


def told(facts: HandoverFacts) -> list[tuple[str, Urgency]]:
    return [(task.code, task.urgency) for task in handover_tasks(facts, TODAY)]


def test_who_leaves_within_two_months_is_to_hand_over_but_that_can_wait() -> None:
    leaving = (("Ada", in_days(10)), ("Bea", in_days(63)), ("Cleo", in_days(64)))
    assert told(HandoverFacts(leaving=leaving)) == [("handover_to_begin", Urgency.LATER)] * 2


def test_a_handover_presses_when_the_last_day_is_near_or_over() -> None:
    def one(last_day: date | None) -> HandoverFacts:
        return HandoverFacts(open=(OpenHandover("Ada", last_day, 2, 9),))

    assert told(one(in_days(22))) == [("handover_open", Urgency.LATER)]
    assert told(one(in_days(21))) == [("handover_open", Urgency.SOON)]
    assert told(one(in_days(-5))) == [("handover_open", Urgency.SOON)]
    assert told(one(None)) == [("handover_open", Urgency.LATER)]


def test_names_to_erase_are_one_task_that_can_wait() -> None:
    facts = HandoverFacts(erasable=(("a", "Ada"), ("b", "Bea")))
    (task,) = handover_tasks(facts, TODAY)
    assert (task.lead, task.urgency, task.key) == (Lead.ERASURE, Urgency.LATER, ("a",))
    assert (task.names, task.fields["count"]) == (("Ada", "Bea"), 2)


def test_the_last_day_of_an_open_handover_is_what_comes_next() -> None:
    facts = HandoverFacts(
        open=(OpenHandover("Ada", in_days(5), 0, 9), OpenHandover("Bea", None, 0, 9))
    )
    assert [(due.code, due.day) for due in handover_due_days(facts, TODAY)] == [
        ("handover_ends", in_days(5))
    ]
