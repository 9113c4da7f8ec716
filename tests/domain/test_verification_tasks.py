from __future__ import annotations

from datetime import date, timedelta

import pytest

from referent_desk.domain.actions import Action
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.tasks import Lead, Urgency
from referent_desk.domain.verification_tasks import (
    ReleaseAhead,
    TriedUse,
    VerificationFacts,
    verification_dues,
    verification_tasks,
)

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
STATE = ProcedureState


def use(function: str, state: ProcedureState, software: str = "Dossier+") -> TriedUse:
    return TriedUse(function, software, function.capitalize(), software, "9.4", state)


def action(key: str, due_in: int | None) -> Action:
    due_on = None if due_in is None else TODAY + due_in * DAY
    return Action(key, "d", f"Do {key}", "Ada Moreau", due_on)


def codes(facts: VerificationFacts) -> list[tuple[str, Urgency, int, tuple[str, ...]]]:
    return [
        (task.code, task.urgency, task.minutes, task.names)
        for task in verification_tasks(facts, TODAY)
    ]


def test_what_is_to_verify_is_one_task_for_each_software() -> None:
    uses = (
        use("prescription", STATE.TO_VERIFY),
        use("meals", STATE.UP_TO_DATE),
        use("imaging", STATE.TO_VERIFY, "Radio"),
        use("beds", STATE.TO_VERIFY),
    )
    first, second = verification_tasks(VerificationFacts(uses), TODAY)
    assert (first.code, first.urgency, first.minutes) == ("verify_again", Urgency.SOON, 8)
    assert first.names == ("Prescription", "Beds")
    assert first.key == ("prescription", "Dossier+")
    assert first.fields == {"count": 2, "software": "Dossier+", "version": "9.4"}
    assert first.lead is Lead.VERIFICATION
    assert (second.names, second.minutes) == (("Imaging",), 4)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (STATE.FAILED, [("verification_failed", Urgency.NOW, 10, ("Meals",))]),
        (STATE.TO_VERIFY, [("verify_again", Urgency.SOON, 4, ("Meals",))]),
        (STATE.NEVER_VERIFIED, [("never_verified", Urgency.LATER, 4, ("Meals",))]),
        (STATE.UP_TO_DATE, []),
        (STATE.REVIEW_DUE, []),
        (STATE.MISSING, []),
        (STATE.DRAFT_ONLY, []),
    ],
)
def test_each_state_is_as_urgent_as_it_is(
    state: ProcedureState, expected: list[tuple[str, Urgency, int, tuple[str, ...]]]
) -> None:
    assert codes(VerificationFacts((use("meals", state),))) == expected


def test_what_waits_for_its_action_is_not_tried_again_before() -> None:
    waiting = TriedUse("f", "s", "Meals", "S", "1", STATE.TO_VERIFY, awaits_action=True)
    assert codes(VerificationFacts((waiting,))) == []


def test_actions_that_are_late_press_and_those_of_the_next_days_can_wait() -> None:
    actions = (action("a", -1), action("b", 0), action("c", 7), action("d", 8), action("e", None))
    found = list(verification_tasks(VerificationFacts(actions=actions), TODAY))
    assert [(t.code, t.urgency, t.names) for t in found] == [
        ("action_overdue", Urgency.SOON, ("Do a",)),
        ("action_due", Urgency.LATER, ("Do b", "Do c")),
    ]
    assert found[0].fields["owner"] == "Ada Moreau"
    assert found[0].lead is Lead.ACTIONS


def test_what_is_due_one_day_are_actions_and_releases_to_come() -> None:
    facts = VerificationFacts(
        actions=(action("a", -1), action("b", 0), action("c", 20)),
        ahead=(ReleaseAhead("Dossier+", "9.6", TODAY + 30 * DAY),),
    )
    assert [(due.code, due.day, due.name) for due in verification_dues(facts, TODAY)] == [
        ("action_due", TODAY + 20 * DAY, "Do c"),
        ("release_ahead", TODAY + 30 * DAY, "Dossier+ 9.6"),
    ]
