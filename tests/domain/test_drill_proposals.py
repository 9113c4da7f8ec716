from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.drill_proposals import Proposal, ordered, propose, shifts_of
from referent_desk.domain.drills import Drill, Shift
from tests.domain.played_wards import COMPLICATIONS, TODAY, candidate, held, planned

PRE, LAB, MEALS = candidate("pre", 1, 1), candidate("lab", 2, 2), candidate("meals", 4, 3)
EVERY = (MEALS, LAB, PRE)


def proposed(*drills: Drill, number: int = 0) -> Proposal:
    found = propose(EVERY, drills, COMPLICATIONS, tuple(Shift), TODAY, number)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("drills", "order"),
    [
        ((), "pre lab meals"),
        ((held("pre", date(2026, 1, 8)),), "lab pre meals"),
        ((held("pre", date(2026, 1, 8)), held("lab", date(2024, 1, 8))), "lab pre meals"),
        ((held("pre", date(2026, 1, 8), stopped="a call"),), "pre lab meals"),
        ((planned("pre", date(2027, 1, 8)),), "lab meals pre"),
    ],
)
def test_what_is_vital_and_longest_not_played_comes_first(
    drills: tuple[Drill, ...], order: str
) -> None:
    assert [one.function_id for one in ordered(EVERY, drills)] == order.split()


def test_a_function_without_an_approved_procedure_comes_after_those_that_have_one() -> None:
    without = replace(PRE, has_text=False)
    assert [c.function_id for c in ordered((without, LAB), ())] == ["lab", "pre"]


def test_shift_and_difficulty_are_those_that_were_not_used_lately() -> None:
    first = proposed()
    assert (first.candidate, first.shift, first.complication) == (PRE, Shift.DAY, "no_telephone")
    played = held("pre", date(2026, 1, 8), Shift.DAY, "no_telephone")
    second = proposed(played)
    assert (second.candidate, second.shift) == (LAB, Shift.EVENING)
    assert second.complication == "handover"


def test_a_difficulty_fits_its_shift() -> None:
    fitting = {one.code: one.shifts for one in COMPLICATIONS}
    for number in range(12):
        found = proposed(number=number)
        assert found.shift in fitting[found.complication]


def test_another_proposal_is_another_one_and_the_same_facts_give_the_same() -> None:
    found = [proposed(number=number) for number in range(4)]
    assert len({(p.candidate.function_id, p.shift, p.complication) for p in found}) == 4
    assert [proposed(number=number) for number in range(4)] == found


def test_it_is_proposed_for_a_day_that_can_be_played() -> None:
    assert proposed().day == date(2026, 11, 30)


def test_a_department_that_does_nothing_gets_no_proposal() -> None:
    assert propose((), (), COMPLICATIONS, tuple(Shift), TODAY) is None


@pytest.mark.parametrize(
    ("hours", "shifts"),
    [
        ("", tuple(Shift)),
        ("whenever", tuple(Shift)),
        ("1-7 00:00-24:00", tuple(Shift)),
        ("1-5 08:00-18:00", (Shift.DAY,)),
        ("1-5 08:00-21:00", (Shift.DAY, Shift.EVENING)),
        ("1-6 08:00-18:00", (Shift.DAY, Shift.WEEKEND)),
        ("1-5 20:00-06:00", (Shift.DAY, Shift.EVENING, Shift.NIGHT)),
    ],
)
def test_a_department_plays_when_it_works(hours: str, shifts: tuple[Shift, ...]) -> None:
    assert shifts_of(hours) == shifts
