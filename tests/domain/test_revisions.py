from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from referent_desk.domain.procedures import ProcedureText, Revision, RevisionState
from referent_desk.domain.revisions import is_withdrawn, last_withdrawn, revision_in_force

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def approved(number: int, begins: int = -99, withdrawn: int | None = None) -> Revision:
    """Days from today on which it begins and is withdrawn."""
    text = ProcedureText(f"T{number}")
    return Revision(
        f"r{number}",
        "p",
        RevisionState.APPROVED,
        text,
        number,
        in_force_on=TODAY + begins * DAY,
        withdrawn_on=None if withdrawn is None else TODAY + withdrawn * DAY,
    )


DRAFT = Revision("d", "p", RevisionState.DRAFT, ProcedureText("D"))


@pytest.mark.parametrize(
    ("revisions", "held", "gone"),
    [
        ((approved(1),), "r1", False),
        ((approved(1, withdrawn=0),), None, True),
        ((approved(1, withdrawn=1),), "r1", False),
        ((approved(1), approved(2, withdrawn=0)), None, True),
        ((approved(1, withdrawn=-5), approved(2)), "r2", False),
        ((approved(1), approved(2, withdrawn=0), approved(3)), "r3", False),
        ((approved(1), approved(2, withdrawn=0), approved(3, begins=4)), "r3", False),
        ((approved(1, withdrawn=-9), approved(2, withdrawn=-1)), None, True),
        ((approved(1, withdrawn=-1), DRAFT), "d", False),
        ((approved(1, withdrawn=1), DRAFT), "r1", False),
        ((DRAFT,), "d", False),
        ((), None, False),
    ],
)
def test_a_withdrawal_takes_a_revision_and_those_before_it(
    revisions: tuple[Revision, ...], held: str | None, gone: bool
) -> None:
    found = revision_in_force(revisions, TODAY)
    assert (found.id if found else None) == held
    assert is_withdrawn(revisions, TODAY) is gone


def test_a_withdrawal_to_come_holds_from_its_day_on() -> None:
    revisions = (approved(1, withdrawn=3),)
    days = [TODAY + count * DAY for count in range(2, 5)]
    assert [is_withdrawn(revisions, day) for day in days] == [False, True, True]


def test_the_last_withdrawal_is_that_of_the_highest_revision() -> None:
    older, newer = approved(1, withdrawn=-1), approved(2, withdrawn=-8)
    assert last_withdrawn((newer, older), TODAY) == newer
    assert last_withdrawn((replace(newer, withdrawn_on=None),), TODAY) is None
