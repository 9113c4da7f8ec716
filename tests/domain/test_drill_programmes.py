from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from referent_desk.domain.drill_days import is_playable
from referent_desk.domain.drill_programmes import (
    APART,
    PERIOD,
    Standing,
    behind,
    programme,
    programmes,
)
from referent_desk.domain.drills import Drill, Shift
from tests.domain.played_wards import COMPLICATIONS, TODAY, candidate, held, planned, ward

MANY = tuple(candidate(f"f{number:02}", 1 + number % 2, number) for number in range(20))


@pytest.mark.parametrize(
    ("drill", "standing"),
    [
        (None, Standing.TO_PLAN),
        (planned("pre", date(2027, 2, 3)), Standing.PLANNED),
        (planned("pre", date(2026, 11, 3)), Standing.BEHIND),
        (held("pre", date(2024, 2, 3)), Standing.IN_TIME),
        (held("pre", date(2023, 2, 3)), Standing.BEHIND),
        (held("pre", date(2026, 2, 3), stopped="a call"), Standing.BEHIND),
        (
            replace(
                held("pre", date(2026, 11, 20), stopped="a call"), planned_on=date(2026, 11, 29)
            ),
            Standing.PLANNED,
        ),
        (held("lab", date(2023, 2, 3)), Standing.BEHIND),
        (held("lab", date(2026, 2, 3)), Standing.TO_PLAN),
    ],
)
def test_a_function_is_behind_when_nobody_played_it_for_three_years(
    drill: Drill | None, standing: Standing
) -> None:
    """One never played is behind once the department has played others for three years."""
    drills = (drill,) if drill is not None else ()
    known = ward((candidate("pre"),), *drills)
    [line] = programme(known, COMPLICATIONS, TODAY)
    assert line.standing is standing
    assert bool(behind(known, TODAY)) is (standing is Standing.BEHIND)


def test_every_critical_function_gets_a_day_within_three_years() -> None:
    lines = programme(ward(MANY), COMPLICATIONS, TODAY)
    days = sorted(line.proposed for line in lines if line.proposed is not None)
    assert len(days) == len(MANY)
    assert days[0] > TODAY
    assert days[-1] <= TODAY + PERIOD
    assert all(later - earlier >= APART for earlier, later in pairwise(days))
    for line in lines:
        assert line.proposed is not None
        at_weekend = line.shift is Shift.WEEKEND
        assert is_playable(line.proposed, at_weekend=at_weekend)
    assert {line.shift for line in lines} == set(Shift)


def test_days_keep_a_month_from_what_is_planned_and_what_was_held() -> None:
    known = ward(
        MANY[:3], held("meals", TODAY - timedelta(days=3)), planned("meals", date(2027, 3, 10))
    )
    for line in programme(known, COMPLICATIONS, TODAY):
        assert line.proposed is not None
        for drill in known.drills:
            assert abs(line.proposed - drill.planned_on) >= APART


def test_what_is_behind_comes_first_and_what_was_played_comes_before_it_is_due() -> None:
    late, recent = held("f05", date(2022, 1, 10)), held("f06", date(2024, 3, 10))
    lines = programme(ward(MANY, late, recent), COMPLICATIONS, TODAY)
    days = {line.candidate.function_id: line for line in lines}
    assert {line.standing for line in lines[:19]} == {Standing.BEHIND}
    assert (lines[-1].candidate.function_id, lines[-1].standing) == ("f06", Standing.IN_TIME)
    assert days["f06"].proposed is not None
    assert not days["f06"].is_late


def test_what_is_planned_keeps_its_day_and_gets_no_second_one() -> None:
    day = date(2027, 2, 3)
    lines = programme(ward(MANY[:2], planned("f00", day)), COMPLICATIONS, TODAY)
    line = next(line for line in lines if line.candidate.function_id == "f00")
    assert (line.planned_on, line.proposed) == (day, None)


def test_a_department_with_more_functions_than_months_is_told_what_comes_too_late() -> None:
    crowd = tuple(candidate(f"f{number:02}", 1, number) for number in range(40))
    played = [held(c.function_id, date(2024, 3, 12)) for c in crowd]
    lines = programme(ward(crowd, *played), COMPLICATIONS, TODAY)
    assert any(line.is_late for line in lines)


def test_the_same_facts_give_the_same_programme_and_departments_do_not_share_their_days() -> None:
    one = ward(MANY)
    other = replace(one, department_id="another", department="Maternity")
    first, again = (programmes((one, other), COMPLICATIONS, TODAY) for _time in range(2))
    assert first == again
    days = [
        [line.proposed for line in first if line.department_id == key]
        for key in (one.department_id, other.department_id)
    ]
    assert days[0] != days[1]
