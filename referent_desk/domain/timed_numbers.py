"""A number with its hours and its limits beside it, as sheets print it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from referent_desk.domain.directory import NUMBERS_BETWEEN, DirectoryEntry
from referent_desk.domain.limits_told import limit_told, without_limit
from referent_desk.domain.post_hours import (
    duty_told,
    hours_told,
    is_around_the_clock,
    is_by_night,
    span_told,
    tells_when,
)
from referent_desk.domain.posts import is_on_call_alone

_NIGHT = frozenset({"nuit", "night", "soir", "evening"})
"""Hours of the clock say it closer, and so does what names the weekend too."""


def number_at(entry: DirectoryEntry, *, duty: bool = False) -> str:
    """`4000 (8 h-18 h, seulement pour le dossier)`: with its hours and its limit, where told.

    `duty`: else that it is on duty, to tell it from the number of the day.
    """
    return _beside(entry, _hours(entry) or (duty_told(entry.label) if duty else ""))


def number_by_day(entry: DirectoryEntry) -> str:
    """With its hours, for another answers at the others."""
    hours = "" if "(" in entry.number else span_told(without_limit(entry.hours))
    return _beside(entry, _hours(entry) or hours)


def number_at_any_hour(entry: DirectoryEntry) -> str:
    return _beside(entry, "")


def _beside(entry: DirectoryEntry, hours: str) -> str:
    limit = limit_told(entry.label) or limit_told(entry.hours)
    told = ", ".join(filter(None, (hours, limit)))
    if told and "(" in entry.number:
        return entry.number if told in entry.number else f"{entry.number}, {told}"
    return f"{entry.number} ({told})" if told else entry.number


def days_dialled(directory: Iterable[DirectoryEntry]) -> dict[str, date]:
    """The day on which each number was last dialled, however it is printed."""
    return {
        printed: entry.dialled_on
        for entry in directory
        if entry.dialled_on
        for printed in (
            entry.number,
            number_at(entry),
            number_at(entry, duty=True),
            number_by_day(entry),
            number_at_any_hour(entry),
        )
    }


def number_by_night(numbers: str) -> str:
    """Of several the one that says it answers at night, without its hours, with its limit; else
    all of them."""
    parts = [part.partition(" (") for part in numbers.split(NUMBERS_BETWEEN)]
    late = [(number, limit_told(hours)) for number, _at, hours in parts if is_by_night(hours)]
    if len(late) != 1 or len(parts) == 1 or not any(map(str.isdigit, late[0][0])):
        return numbers
    [(number, limit)] = late
    return f"{number} ({limit.rstrip(')')})" if limit else number


def _hours(entry: DirectoryEntry) -> str:
    """Those of its column only where one must know them: by day somebody is there anyway.

    Of a remark in that column the times alone: all of it stands in the directory.
    """
    on_label, hours = hours_told(without_limit(entry.label)), without_limit(entry.hours)
    if not is_by_night(hours):
        return on_label
    told = hours_told(hours)
    is_closer = on_label.casefold() in _NIGHT and told.casefold() not in {"", *_NIGHT}
    if on_label and not is_closer:
        return on_label
    return told or (hours if is_on_call_alone(hours) else "")


def is_on_duty_at_any_hour(entry: DirectoryEntry) -> bool:
    """`Cadre de garde`, `24h/24`: by night whoever is on duty stands in for the post of the day."""
    return is_around_the_clock(entry.hours) and bool(duty_told(entry.label))


def answers_by_night(entry: DirectoryEntry) -> bool:
    hours = without_limit(entry.hours)
    if tells_when(hours):
        return is_by_night(hours)
    return is_by_night(hours_told(entry.label) or entry.label)
