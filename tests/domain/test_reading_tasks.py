from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.acknowledgements import Share
from referent_desk.domain.dues import Duty
from referent_desk.domain.reading_tasks import (
    Newcomer,
    ReadingFacts,
    ReadProcedure,
    reading_dues,
    reading_rows,
    reading_tasks,
)
from referent_desk.domain.tasks import Urgency

TODAY = date(2026, 11, 22)
OLD, FRESH = date(2026, 3, 1), date(2026, 11, 10)
NEW = Newcomer("n", "Nora Leroy", date(2026, 11, 2))


def read(count: int, since: date | None = OLD) -> ReadProcedure:
    return ReadProcedure("r", "Prescription", since, Share(count, 10))


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        (ReadingFacts(), []),
        (ReadingFacts((read(8),)), []),
        (ReadingFacts((read(7),)), [("reading_low", Urgency.LATER)]),
        (ReadingFacts((read(8),), (NEW,), True), [("newcomers_unread", Urgency.SOON)]),
        (ReadingFacts((read(0),), (NEW,), False), [("reading_low", Urgency.LATER)]),
        (
            ReadingFacts((read(9),), (Newcomer("o", "Old", date(2026, 9, 1)),), True),
            [],
        ),
    ],
    ids=("nothing", "enough", "too few", "newcomer", "not begun", "no longer new"),
)
def test_what_reading_gives_to_do(facts: ReadingFacts, codes: list[tuple[str, Urgency]]) -> None:
    assert [(task.code, task.urgency) for task in reading_tasks(facts, TODAY)] == codes


def test_too_few_readers_say_how_few_and_of_what() -> None:
    [task] = reading_tasks(ReadingFacts((read(7), read(3))), TODAY)

    assert task.fields == {"count": 2, "percent": 30, "staff": 10}
    assert task.names == ("Prescription",)


def test_a_revision_is_due_to_be_read_a_month_after_it_came_into_force() -> None:
    facts = ReadingFacts((read(0, OLD), read(0, FRESH), read(10, FRESH), read(0, None)))

    assert [due.day for due in reading_dues(facts, TODAY)] == [date(2026, 12, 10)]
    rows = list(reading_rows("d", "Ward", facts.procedures))
    assert [(row.what, row.due_on) for row in rows] == [
        (Duty.READING, date(2026, 3, 31)),
        (Duty.READING, date(2026, 12, 10)),
    ]
