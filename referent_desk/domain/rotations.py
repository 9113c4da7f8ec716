"""Working hours that are the same every week, or rotate over several weeks.

Stored as the weeks one after the other, separated by " | ", each as `hours` writes it; `-` is a
week off. `week_one` is the Monday of the first of them. A night shift belongs to the day on which
it begins and covers the next morning. Hours are those of the clock on the wall, also in the weeks
in which the clocks change (the last Sunday of March and of October).
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date, timedelta
from functools import lru_cache

from referent_desk.domain.hours import WeeklyHours, read_hours
from referent_desk.domain.records import Fault
from referent_desk.domain.values import dataclass
from referent_desk.domain.week_minutes import DAY, Minutes, between, united

MOST_WEEKS = 12
OFF = "-"
"""A week without any hours."""
_BETWEEN = " | "
_NOTHING = WeeklyHours(())
DaysOfShifts = tuple[Minutes, ...]
"""What the shifts of the Sunday before and of each of the seven days cover of this week."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """`week_one` None: the same hours every week."""

    weeks: tuple[WeeklyHours, ...]
    week_one: date | None = None

    @property
    def rotates(self) -> bool:
        return len(self.weeks) > 1

    def number(self, monday: date) -> int:
        """Which of the weeks begins on that Monday; 0 is the first."""
        if self.week_one is None:
            return 0
        return (monday - monday_of(self.week_one)).days // 7 % len(self.weeks)

    def stored(self) -> str:
        return _BETWEEN.join(week.stored() or OFF for week in self.weeks)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def read_rotation(text: str, week_one: date | None = None) -> Rotation | None:
    """None where a week is not understood, or where several rotate and nobody said since when."""
    weeks = _weeks(text)
    if weeks is None or (len(weeks) > 1 and week_one is None):
        return None
    return Rotation(weeks, monday_of(week_one) if week_one and len(weeks) > 1 else None)


def stored_weeks(text: str) -> str | None:
    """As they are kept, whoever typed them; None where one of them is not understood."""
    weeks = _weeks(text)
    if weeks is None or len(weeks) > MOST_WEEKS or not any(week.spans for week in weeks):
        return None
    return Rotation(weeks).stored()


@lru_cache(maxsize=4096)
def _weeks(text: str) -> tuple[WeeklyHours, ...] | None:
    found = []
    for part in text.split("|"):
        week = _NOTHING if part.strip() == OFF else read_hours(part)
        if week is None:
            return None
        found.append(week)
    return tuple(found)


def typed_rotation(weeks: Iterable[str], week_one: date | None) -> Rotation | Fault:
    """As it was typed week by week; weeks left empty at the end are not there."""
    typed = [week.strip() for week in weeks]
    while typed and not typed[-1]:
        typed.pop()
    if not typed:
        return Fault("no_hours")
    if len(typed) > MOST_WEEKS:
        return Fault("too_many_weeks")
    read = [_NOTHING if week in ("", OFF) else read_hours(week) for week in typed]
    understood = tuple(week for week in read if week is not None)
    if len(understood) < len(read):
        return Fault("hours_not_understood")
    if not any(week.spans for week in understood):
        return Fault("no_hours")
    if len(set(understood)) == 1:
        return Rotation(understood[:1])
    if week_one is None:
        return Fault("no_week_one")
    if week_one.weekday():
        return Fault("not_a_monday")
    return Rotation(understood, week_one)


def hours_on(
    rotation: Rotation, monday: date, away: Container[date] = frozenset()
) -> tuple[Minutes, ...]:
    """What of the week from `monday` each shift day covers, the Sunday before first."""
    shifts = _shifts(rotation.weeks, rotation.number(monday - timedelta(days=7)), False)
    shifts = (*shifts[:1], *_shifts(rotation.weeks, rotation.number(monday), True)[1:])
    if not away:
        return shifts
    first = monday - timedelta(days=1)
    return tuple(
        0 if first + timedelta(days=place) in away else minutes
        for place, minutes in enumerate(shifts)
    )


def week_of(rotation: Rotation, monday: date, away: Container[date] = frozenset()) -> Minutes:
    """All minutes of that week, without the shifts that begin on a day `away`."""
    return united(hours_on(rotation, monday, away))


@lru_cache(maxsize=4096)
def _shifts(weeks: tuple[WeeklyHours, ...], number: int, this_week: bool) -> DaysOfShifts:
    """Of the week of that number: the days of this week, or the Sunday of the one before it."""
    found = [0] * 8
    for span in weeks[number].spans:
        length = (span.end - span.start) % DAY or DAY
        for day in range(span.first_day, span.last_day + 1):
            start = (day - 1) * DAY + span.start
            if this_week:
                found[day] |= between(start, start + length)
            elif day == 7:
                found[0] |= between(start - 7 * DAY, start - 7 * DAY + length)
    return tuple(found)


def opening_of(text: str) -> Minutes | None:
    """The minutes of a week in which a department is open; None where nobody said, or not so."""
    hours = read_hours(text) if text else None
    return None if hours is None else _opening(hours)


@lru_cache(maxsize=1024)
def _opening(hours: WeeklyHours) -> Minutes:
    """The same every week: what passes midnight on Sunday opens the Monday."""
    before = _shifts((hours,), 0, False)[0]
    return united((before, *_shifts((hours,), 0, True)))
