"""What dialling gives to do: the lines drawn for the month, or a directory nobody ever tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from referent_desk.domain.dial_checks import CheckedLine, lines_left, month_of, next_month
from referent_desk.domain.dues import DueRow, Duty
from referent_desk.domain.tasks import Due, Lead, Task, Urgency

DIAL_MINUTES: Mapping[str, int] = {"dial_check": 1, "never_dialled": 1}
"""For one line."""


@dataclass(frozen=True, slots=True)
class DialFacts:
    """`drawn`: the lines of the month. `any_dialled`: at least one line of the directory was ever
    tried."""

    drawn: tuple[CheckedLine, ...] = ()
    any_dialled: bool = False


def dial_tasks(facts: DialFacts, today: date) -> Iterator[Task]:
    """Where nobody ever dialled, it can wait for what the binder lacks."""
    left = lines_left(facts.drawn, month_of(today))
    if not left:
        return
    code = "dial_check" if facts.any_dialled else "never_dialled"
    yield Task(
        code,
        Urgency.SOON if facts.any_dialled else Urgency.LATER,
        DIAL_MINUTES[code] * len(left),
        Lead.DIALLING,
        (left[0].entry_id,),
        tuple(line.label for line in left),
        {"count": len(left), "month": month_of(today)},
    )


def dial_dues(facts: DialFacts, today: date) -> Iterator[Due]:
    """The draw of next month, once that of this month is done."""
    if facts.drawn and not lines_left(facts.drawn, month_of(today)):
        yield Due("dial_check", next_month(month_of(today)))


def dial_rows(
    department_id: str, department: str, facts: DialFacts, today: date
) -> Iterator[DueRow]:
    """By the last day of the month in which there is something left to dial."""
    if not facts.drawn:
        return
    month = month_of(today)
    left = lines_left(facts.drawn, month)
    if not left:
        month = next_month(month)
    subject = ", ".join(line.label for line in left)
    due_on = next_month(month) - timedelta(days=1)
    key = f"{department_id}:{month:%Y-%m}"
    yield DueRow(Duty.DIAL_CHECK, department_id, department, key, subject, due_on)
