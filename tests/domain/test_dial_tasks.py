from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.dial_checks import Call, CallOutcome, CheckedLine
from referent_desk.domain.dial_tasks import DialFacts, dial_dues, dial_rows, dial_tasks
from referent_desk.domain.dues import Duty
from referent_desk.domain.tasks import Urgency

TODAY = date(2026, 11, 22)
DONE = CheckedLine(
    "a", "Laboratory", "4100", "d", calls=(Call("c", "4100", CallOutcome.RIGHT, TODAY),)
)
OPEN = CheckedLine("b", "Pharmacy", "4200", "d")


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        (DialFacts(), []),
        (DialFacts((DONE,), True), []),
        (DialFacts((DONE, OPEN), True), [("dial_check", Urgency.SOON, 1)]),
        (DialFacts((OPEN, OPEN), False), [("never_dialled", Urgency.LATER, 2)]),
    ],
)
def test_what_dialling_gives_to_do(facts: DialFacts, codes: list[tuple[str, Urgency, int]]) -> None:
    found = [(task.code, task.urgency, task.minutes) for task in dial_tasks(facts, TODAY)]

    assert found == codes


@pytest.mark.parametrize(
    ("facts", "due_on", "to_come"),
    [
        (DialFacts((OPEN,), True), date(2026, 11, 30), []),
        (DialFacts((DONE,), True), date(2026, 12, 31), [date(2026, 12, 1)]),
    ],
)
def test_the_months_lines_are_due_by_its_last_day(
    facts: DialFacts, due_on: date, to_come: list[date]
) -> None:
    [row] = dial_rows("d", "Ward", facts, TODAY)

    assert (row.what, row.due_on, row.key) == (Duty.DIAL_CHECK, due_on, f"d:{due_on:%Y-%m}")
    assert [due.day for due in dial_dues(facts, TODAY)] == to_come


def test_without_numbers_nothing_is_ever_due() -> None:
    assert list(dial_rows("d", "Ward", DialFacts(), TODAY)) == []
