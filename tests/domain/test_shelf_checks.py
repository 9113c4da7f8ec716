from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.shelf_checks import (
    DRAWN,
    CheckedSheet,
    Found,
    ShelfCheck,
    check_due,
    drawn_codes,
)

DAY = date(2026, 11, 9)
CODES = tuple(f"PRE-{number:02}" for number in range(1, 41))


def test_six_sheets_are_drawn_in_the_order_of_the_binder() -> None:
    drawn = drawn_codes(CODES, {}, "copy", DAY)
    assert len(drawn) == len(set(drawn)) == DRAWN
    assert list(drawn) == sorted(drawn)


def test_a_small_copy_is_drawn_whole_and_an_empty_one_not_at_all() -> None:
    assert drawn_codes(CODES[:3], {}, "copy", DAY) == CODES[:3]
    assert drawn_codes((), {}, "copy", DAY) == ()


def test_asking_again_in_the_same_month_draws_the_same_sheets() -> None:
    again = {drawn_codes(CODES, {}, "copy", date(2026, 11, day)) for day in range(1, 31)}
    assert len(again) == 1


def test_another_month_and_another_copy_draw_others() -> None:
    here = drawn_codes(CODES, {}, "copy", DAY)
    assert drawn_codes(CODES, {}, "copy", DAY + timedelta(days=30)) != here
    assert drawn_codes(CODES, {}, "other", DAY) != here


def test_every_sheet_comes_before_any_comes_again() -> None:
    looked_at: dict[str, date] = {}
    day = DAY
    for month in range(1, 8):
        drawn = drawn_codes(CODES, looked_at, "copy", day)
        assert len({*looked_at, *drawn}) == min(len(CODES), 6 * month)
        looked_at |= dict.fromkeys(drawn, day)
        day += timedelta(days=31)
    assert set(looked_at) == set(CODES)


@given(order=st.permutations(CODES))
def test_the_order_of_the_binder_changes_nothing_of_the_draw(order: list[str]) -> None:
    assert set(drawn_codes(order, {}, "copy", DAY)) == set(drawn_codes(CODES, {}, "copy", DAY))


@pytest.mark.parametrize(
    ("filed", "last", "months", "due"),
    [
        (None, None, None, None),
        (DAY, None, None, date(2026, 12, 9)),
        (DAY, date(2026, 11, 30), 3, date(2027, 2, 28)),
        (DAY, date(2026, 12, 31), 2, date(2027, 2, 28)),
        (DAY, date(2027, 1, 15), 1, date(2027, 2, 15)),
        (DAY, DAY, 0, None),
    ],
)
def test_a_check_is_due_so_many_months_after_the_last_one(
    filed: date | None, last: date | None, months: int | None, due: date | None
) -> None:
    assert check_due(filed, last, months) == due


def test_a_check_tells_how_many_lay_there_and_how_many_were_right() -> None:
    found = (Found.PRESENT, Found.OLD, Found.NEWER, Found.MISSING, Found.OTHER_SHEET, Found.UNKNOWN)
    sheets = tuple(CheckedSheet(f"S-{n}", "", "", f, 3) for n, f in enumerate(found))
    check = ShelfCheck("c", 1, "Ada", DAY, sheets)
    assert (check.present, check.current) == (3, 1)
