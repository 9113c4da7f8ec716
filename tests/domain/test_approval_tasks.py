from __future__ import annotations

from datetime import date, timedelta

import pytest

from referent_desk.domain.approval_tasks import (
    ApprovalFacts,
    WaitingText,
    approval_dues,
    approval_tasks,
)
from referent_desk.domain.tasks import Due, Lead, Urgency

TODAY = date(2026, 11, 22)
SOON, LATER = Urgency.SOON, Urgency.LATER


def text(days: int, name: str = "Repas", *, own: bool = True, about: str = "") -> WaitingText:
    key = name.casefold()
    day = TODAY + timedelta(days=days)
    return WaitingText(key, "dossier", f"r-{key}", name, day, about, own)


def told(facts: ApprovalFacts) -> list[tuple[str, Urgency]]:
    return [(task.code, task.urgency) for task in approval_tasks(facts, TODAY)]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (ApprovalFacts(), []),
        (ApprovalFacts(submitted=(text(-3),)), [("approval_waits", SOON)]),
        (ApprovalFacts(submitted=(text(-3, own=False),)), [("approval_waits", LATER)]),
        (ApprovalFacts(reviews=(text(-1),)), [("review_due", SOON)]),
        (ApprovalFacts(reviews=(text(-1, own=False),)), [("review_due", LATER)]),
        (ApprovalFacts(reviews=(text(0),)), [("review_near", LATER)]),
        (ApprovalFacts(reviews=(text(30),)), [("review_near", LATER)]),
        (ApprovalFacts(reviews=(text(31),)), []),
        (ApprovalFacts(reviews=(text(10, own=False),)), []),
        (ApprovalFacts(uppers=(text(-5),)), [("upper_text", SOON)]),
        (ApprovalFacts(uppers=(text(-5, own=False),)), [("upper_text", LATER)]),
    ],
)
def test_own_texts_press_and_those_of_a_node_above_can_wait(
    facts: ApprovalFacts, expected: list[tuple[str, Urgency]]
) -> None:
    assert told(facts) == expected


def test_one_task_leads_to_the_text_that_has_waited_longest() -> None:
    waiting = (text(-2, "Repas", about="Ada"), text(-9, "Lits", about="Ben"))
    [task] = approval_tasks(ApprovalFacts(submitted=waiting), TODAY)
    assert task.lead is Lead.APPROVAL
    assert task.key == ("lits", "dossier")
    assert task.names == ("Lits", "Repas")
    assert task.minutes == 6
    assert task.fields == {"count": 2, "day": TODAY - timedelta(days=9), "about": "Ben"}


def test_days_that_are_over_are_tasks_and_no_days_to_come() -> None:
    facts = ApprovalFacts(
        submitted=(text(-20, "Lits"), text(-14, "Repas")),
        reviews=(text(-1, "Imagerie"), text(0, "Identité")),
        beginnings=(text(4, "Repas"),),
        withdrawals=(text(9, "Lits"),),
    )
    assert list(approval_dues(facts, TODAY)) == [
        Due("approval_due", TODAY, "Repas"),
        Due("review_due", TODAY, "Identité"),
        Due("text_begins", TODAY + timedelta(days=4), "Repas"),
        Due("text_withdrawn", TODAY + timedelta(days=9), "Lits"),
    ]
