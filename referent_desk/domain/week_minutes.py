"""Minutes of a week as the bits of a number: from Monday 0:00 by the clock on the wall.

Sets of minutes are united, cut and counted for thousands of departments while somebody waits; whole
numbers do that in a microsecond. The nights on which the clocks change are counted as any others:
what is asked is who is there at what hour of the wall clock, not how long they work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

DAY = 24 * 60
WEEK = 7 * DAY
WHOLE_WEEK = (1 << WEEK) - 1
Minutes = int
"""A set of minutes of a week."""


def between(start: int, end: int) -> Minutes:
    """From `start` up to `end`, both minutes since Monday 0:00; what lies outside is left out."""
    start, end = max(start, 0), min(end, WEEK)
    return ((1 << (end - start)) - 1) << start if end > start else 0


def united(sets: Iterable[Minutes]) -> Minutes:
    found = 0
    for each in sets:
        found |= each
    return found


def count(minutes: Minutes) -> int:
    return minutes.bit_count()


def without(minutes: Minutes, others: Minutes) -> Minutes:
    return minutes & (WHOLE_WEEK ^ others)


def stretches(minutes: Minutes) -> Iterator[tuple[int, int]]:
    """First minute and the one after the last of each stretch, in order."""
    start = 0
    while minutes:
        gap = (minutes & -minutes).bit_length() - 1
        minutes >>= gap
        start += gap
        length = ((minutes + 1) & -(minutes + 1)).bit_length() - 1
        yield start, start + length
        minutes >>= length
        start += length


def by_days(minutes: Minutes) -> Iterator[tuple[int, int]]:
    """The same cut at midnight, as they stand in a picture whose rows are days."""
    for start, end in stretches(minutes):
        for day in range(start // DAY, (end - 1) // DAY + 1):
            yield max(start, day * DAY), min(end, (day + 1) * DAY)


NIGHT_BEGINS, NIGHT_ENDS = 20 * 60, 7 * 60
"""Between these hours, and on Saturday and Sunday, a ward calls whoever is on call."""
ON_CALL = united(
    between(day * DAY, (day + 1) * DAY)
    if day > 4
    else between(day * DAY, day * DAY + NIGHT_ENDS)
    | between(day * DAY + NIGHT_BEGINS, (day + 1) * DAY)
    for day in range(7)
)
"""Nights and weekends."""
