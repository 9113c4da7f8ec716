"""The days on which a ward can be asked to play: not in summer, not over the holidays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from referent_desk.domain.drills import Shift

_FRIDAY = 4
_DAY = timedelta(days=1)
_HOLIDAYS = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
"""Those that fall on the same day every year."""


@lru_cache(maxsize=4096)
def is_playable(day: date, *, at_weekend: bool) -> bool:
    """A drill of the weekend on one, every other on a weekday; never in July and August, nor from
    15 December to 5 January."""
    if day.month in (7, 8) or (day.month == 12 and day.day >= 15) or (day.month, day.day) < (1, 6):
        return False
    if (day.month, day.day) in _HOLIDAYS:
        return False
    return (day.weekday() > _FRIDAY) is at_weekend


def next_playable(day: date, shift: Shift) -> date:
    """That day or the first one after it."""
    at_weekend = shift is Shift.WEEKEND
    while not is_playable(day, at_weekend=at_weekend):
        day += _DAY
    return day


def shift_at(day: date, starts_at: str) -> Shift:
    """Who works then: `starts_at` as `14:30`, the day where it is empty."""
    if day.weekday() > _FRIDAY:
        return Shift.WEEKEND
    if not starts_at:
        return Shift.DAY
    if "06:30" <= starts_at < "14:30":
        return Shift.DAY
    return Shift.EVENING if "14:30" <= starts_at < "21:00" else Shift.NIGHT
