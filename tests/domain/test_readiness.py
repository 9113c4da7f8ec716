from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.readiness import (
    BinderStanding,
    Cover,
    CoveredUse,
    DepartmentCoverage,
    Totals,
    counts_of,
    own_beds,
    per_cent,
    totals_of,
    worst_use,
)

TODAY = date(2026, 11, 22)
S = ProcedureState


def use(
    state: S, criticality: int | None = 1, software: str = "s", *, has_referent: bool = False
) -> CoveredUse:
    return CoveredUse("f", software, criticality, None, state, has_referent=has_referent)


def ward(*uses: CoveredUse, beds: int | None = None, **more: object) -> DepartmentCoverage:
    return DepartmentCoverage("d", "Ward", beds=beds, uses=uses, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("uses", "cover"),
    [
        ((), Cover.UNSAID),
        ((use(S.UP_TO_DATE),), Cover.COVERED),
        ((use(S.REVIEW_DUE),), Cover.COVERED),
        ((use(S.UP_TO_DATE), use(S.TO_VERIFY)), Cover.WRITTEN),
        ((use(S.UP_TO_DATE, 2), use(S.NEVER_VERIFIED, 2)), Cover.WRITTEN),
        ((use(S.UP_TO_DATE), use(S.DRAFT_ONLY)), Cover.HOLES),
        ((use(S.FAILED),), Cover.HOLES),
        ((use(S.MISSING, 3), use(S.MISSING, 4)), Cover.NOTHING_CRITICAL),
        ((use(S.UP_TO_DATE, 2), use(S.MISSING, 3)), Cover.COVERED),
        ((use(S.MISSING, None),), Cover.HOLES),
        ((use(S.UP_TO_DATE, None), use(S.MISSING, 4)), Cover.COVERED),
    ],
)
def test_a_department_is_covered_when_all_that_is_critical_is(
    uses: tuple[CoveredUse, ...], cover: Cover
) -> None:
    assert ward(*uses).cover is cover


@pytest.mark.parametrize(
    ("one", "nobodys"),
    [
        (use(S.MISSING, software=""), True),
        (use(S.MISSING, software="", has_referent=True), False),
        (use(S.MISSING), True),
        (use(S.MISSING, has_referent=True), False),
        (use(S.MISSING, 3), False),
        (use(S.DRAFT_ONLY), True),
        (use(S.TO_VERIFY), True),
        (use(S.REVIEW_DUE), False),
        (use(S.UP_TO_DATE), False),
    ],
)
def test_what_is_critical_and_not_covered_is_nobodys_where_nobody_answers_for_it(
    one: CoveredUse, nobodys: bool
) -> None:
    assert one.is_nobodys is nobodys
    assert counts_of([one, use(S.UP_TO_DATE)]).nobodys == nobodys


def test_a_cell_tells_the_worst_of_its_software_and_nobodys_hole_before_all() -> None:
    failed, missing = use(S.FAILED), use(S.MISSING, has_referent=True)
    nobodys = use(S.MISSING, software="")
    assert worst_use([use(S.UP_TO_DATE), failed]) is failed
    assert worst_use([failed, missing]) is missing
    assert worst_use([failed, missing, nobodys]) is nobodys
    assert worst_use([]) is None


@pytest.mark.parametrize(
    ("filed_on", "newest_text", "standing"),
    [
        (None, date(2026, 1, 1), BinderStanding.NONE),
        (date(2026, 5, 1), date(2026, 5, 2), BinderStanding.OLDER),
        (date(2026, 5, 1), date(2026, 5, 1), BinderStanding.FILED),
        (date(2026, 5, 1), None, BinderStanding.FILED),
    ],
)
def test_a_binder_is_older_than_a_text_that_came_into_force_after_its_filing(
    filed_on: date | None, newest_text: date | None, standing: BinderStanding
) -> None:
    assert ward(filed_on=filed_on, newest_text=newest_text).binder is standing


@pytest.mark.parametrize(
    ("missing", "ready"),
    [
        ({}, True),
        ({"has_referent": False}, False),
        ({"filed_on": None}, False),
        ({"last_drill": date(2025, 11, 21)}, False),
        ({"last_drill": date(2025, 11, 22)}, True),
        ({"last_drill": None}, False),
        ({"uses": (use(S.TO_VERIFY),)}, False),
        ({"uses": (use(S.DRAFT_ONLY, 3),)}, True),
    ],
)
def test_ready_is_covered_with_referent_binder_and_a_drill_within_the_year(
    missing: dict[str, object], ready: bool
) -> None:
    whole: dict[str, object] = {
        "uses": (use(S.UP_TO_DATE),),
        "has_referent": True,
        "filed_on": date(2026, 6, 1),
        "last_drill": date(2026, 3, 1),
    }
    known = DepartmentCoverage("d", "Ward", **{**whole, **missing})  # type: ignore[arg-type]
    assert known.is_ready(TODAY) is ready


def test_departments_without_anything_critical_are_in_no_share() -> None:
    totals = totals_of(
        [
            ward(use(S.UP_TO_DATE), beds=20),
            ward(use(S.NEVER_VERIFIED), beds=10),
            ward(use(S.MISSING)),
            ward(),
            ward(use(S.MISSING, 4), beds=500),
        ]
    )
    assert totals == Totals(4, 1, 1, 1, 1, 30, 20, 2)
    assert (totals.share, totals.written_share, totals.beds_share) == (25, 50, 66)


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 0, None), (0, 3, 0), (659, 1000, 65), (66, 100, 66), (3, 3, 100)],
)
def test_a_share_is_rounded_down(part: int, whole: int, said: int | None) -> None:
    assert per_cent(part, whole) == said


def test_beds_of_units_are_not_counted_again_with_their_department() -> None:
    beds = {"ward": 30, "unit": 12, "other": 20, "silent": None, "below": 8, "alone": None}
    parents = {"ward": None, "unit": "ward", "other": "ward", "silent": None, "below": "silent"}
    assert own_beds(beds, {**parents, "alone": "pole"}) == {
        "ward": 0,
        "unit": 12,
        "other": 20,
        "silent": 0,
        "below": 8,
        "alone": None,
    }
