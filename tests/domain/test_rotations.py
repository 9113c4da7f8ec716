from __future__ import annotations

from datetime import date, timedelta

import pytest

from referent_desk.domain.records import Fault
from referent_desk.domain.rotations import (
    Rotation,
    monday_of,
    opening_of,
    read_rotation,
    typed_rotation,
    week_of,
)
from referent_desk.domain.week_minutes import (
    DAY,
    ON_CALL,
    WHOLE_WEEK,
    between,
    by_days,
    count,
    stretches,
    united,
    without,
)

MONDAY = date(2026, 11, 23)


def hours(*parts: tuple[int, int, int]) -> int:
    """Day of the week from 0, first and last hour."""
    return united(between(d * DAY + a * 60, d * DAY + b * 60) for d, a, b in parts)


def read(text: str, week_one: date | None = None) -> Rotation:
    found = read_rotation(text, week_one)
    assert found is not None
    return found


def test_minutes_are_counted_united_and_cut_at_midnight() -> None:
    night = between(21 * 60, DAY + 7 * 60)
    assert count(night) == 600
    assert list(stretches(night | hours((2, 8, 12)))) == [(1260, 1860), (3360, 3600)]
    assert list(by_days(night)) == [(1260, 1440), (1440, 1860)]
    assert list(by_days(WHOLE_WEEK)) == [(d * DAY, (d + 1) * DAY) for d in range(7)]
    assert without(hours((0, 8, 12)), hours((0, 9, 10))) == hours((0, 8, 9), (0, 10, 12))
    assert list(stretches(0)) == []
    assert between(-60, 60) == between(0, 60)
    assert between(8 * DAY, 9 * DAY) == 0


def test_nights_and_weekends_are_on_call() -> None:
    assert count(ON_CALL) == 5 * 11 * 60 + 2 * DAY
    assert not ON_CALL & hours((0, 7, 20), (4, 7, 20))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1-5 08:00-18:00", hours(*((d, 8, 18) for d in range(5)))),
        ("1-7 00:00-24:00", WHOLE_WEEK),
        ("lun 8h-12h ; lun 11h-14h", hours((0, 8, 14))),
        # A night shift belongs to the day on which it begins.
        ("3 21:00-07:00", hours((2, 21, 24), (3, 0, 7))),
        # Sunday's goes on in the Monday of every week.
        ("7 21:00-07:00", hours((6, 21, 24), (0, 0, 7))),
        (
            "1-7 21:00-07:00",
            hours(*((d, 0, 7) for d in range(7)), *((d, 21, 24) for d in range(7))),
        ),
    ],
)
def test_fixed_hours_are_the_same_every_week(text: str, expected: int) -> None:
    for weeks in (0, 1, 5, -3):
        assert week_of(read(text), MONDAY + timedelta(weeks=weeks)) == expected
    assert opening_of(text) == expected


def test_weeks_rotate_from_the_monday_that_was_said() -> None:
    rotation = read("1-5 06:00-14:00 | 1-5 14:00-22:00 | -", MONDAY)
    early, late = (hours(*((d, a, a + 8) for d in range(5))) for a in (6, 14))
    seen = [week_of(rotation, MONDAY + timedelta(weeks=n)) for n in (0, 1, 2, 3, -1, -3)]
    assert seen == [early, late, 0, early, 0, early]
    assert rotation.number(MONDAY + timedelta(weeks=4)) == 1


def test_a_night_of_the_week_before_ends_in_the_first_morning_of_the_next_one() -> None:
    rotation = read("7 21:00-07:00 | -", MONDAY)
    assert week_of(rotation, MONDAY) == hours((6, 21, 24))
    assert week_of(rotation, MONDAY + timedelta(weeks=1)) == hours((0, 0, 7))


@pytest.mark.parametrize("changes", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_week_in_which_the_clocks_change_has_the_hours_of_the_wall(changes: date) -> None:
    rotation = read("6-7 21:00-07:00 | 1-5 08:00-16:00", monday_of(changes))
    assert week_of(rotation, monday_of(changes)) == hours((5, 21, 24), (6, 0, 7), (6, 21, 24))
    after = monday_of(changes) + timedelta(weeks=1)
    assert week_of(rotation, after) == hours((0, 0, 7), *((d, 8, 16) for d in range(5)))


def test_whoever_is_away_does_not_begin_a_shift_that_day() -> None:
    rotation = read("1-7 21:00-07:00")
    tuesday = MONDAY + timedelta(days=1)
    missing = week_of(rotation, MONDAY) ^ week_of(rotation, MONDAY, {tuesday})
    assert missing == hours((1, 21, 24), (2, 0, 7))
    sunday_before = MONDAY - timedelta(days=1)
    assert week_of(rotation, MONDAY) ^ week_of(rotation, MONDAY, {sunday_before}) == hours(
        (0, 0, 7)
    )


@pytest.mark.parametrize("text", ["", "souvent", "1-5 08:00-16:00 | souvent"])
def test_what_is_not_understood_is_not_known(text: str) -> None:
    assert read_rotation(text, MONDAY) is None


def test_weeks_that_rotate_since_nobody_knows_when_are_not_known() -> None:
    assert read_rotation("1-5 06:00-14:00 | 1-5 14:00-22:00") is None
    assert read_rotation("1-5 06:00-14:00") is not None


@pytest.mark.parametrize(
    ("weeks", "week_one", "expected"),
    [
        (("lun-ven 8h-16h",), None, "1-5 08:00-16:00"),
        (("lun-ven 8h-16h", "lun-ven 8h-16h", ""), None, "1-5 08:00-16:00"),
        (("lun-ven 8h-16h", "", "sam 8h-20h", ""), MONDAY, "1-5 08:00-16:00 | - | 6 08:00-20:00"),
        (("", "", ""), MONDAY, Fault("no_hours")),
        (("-", ""), MONDAY, Fault("no_hours")),
        (("lun 8h-16h", "souvent"), MONDAY, Fault("hours_not_understood")),
        (("lun 8h-16h", "mar 8h-16h"), None, Fault("no_week_one")),
        (("lun 8h-16h", "mar 8h-16h"), date(2026, 11, 24), Fault("not_a_monday")),
        (("lun 8h-16h",) * 13, MONDAY, Fault("too_many_weeks")),
    ],
)
def test_weeks_are_typed_one_by_one(
    weeks: tuple[str, ...], week_one: date | None, expected: str | Fault
) -> None:
    found = typed_rotation(weeks, week_one)
    if isinstance(found, Rotation):
        assert found.stored() == expected
        assert read_rotation(found.stored(), week_one) == found
    else:
        assert found == expected
