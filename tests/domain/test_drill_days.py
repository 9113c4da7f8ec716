from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.drill_days import next_playable, shift_at
from referent_desk.domain.drills import Shift


@pytest.mark.parametrize(
    ("wanted", "shift", "found"),
    [
        (date(2026, 11, 24), Shift.DAY, date(2026, 11, 24)),
        (date(2026, 11, 21), Shift.NIGHT, date(2026, 11, 23)),
        (date(2026, 11, 24), Shift.WEEKEND, date(2026, 11, 28)),
        (date(2026, 12, 16), Shift.DAY, date(2027, 1, 6)),
        (date(2027, 7, 1), Shift.DAY, date(2027, 9, 1)),
        (date(2026, 11, 11), Shift.DAY, date(2026, 11, 12)),
        (date(2027, 1, 1), Shift.WEEKEND, date(2027, 1, 9)),
    ],
)
def test_nobody_is_asked_to_play_in_summer_or_over_the_holidays(
    wanted: date, shift: Shift, found: date
) -> None:
    assert next_playable(wanted, shift) == found


@pytest.mark.parametrize(
    ("day", "hour", "shift"),
    [
        (date(2026, 11, 24), "", Shift.DAY),
        (date(2026, 11, 24), "09:00", Shift.DAY),
        (date(2026, 11, 24), "14:30", Shift.EVENING),
        (date(2026, 11, 24), "21:30", Shift.NIGHT),
        (date(2026, 11, 24), "02:00", Shift.NIGHT),
        (date(2026, 11, 22), "09:00", Shift.WEEKEND),
    ],
)
def test_a_stop_is_played_by_those_who_work_then(day: date, hour: str, shift: Shift) -> None:
    assert shift_at(day, hour) is shift
