"""Somebody's usual hours in as little room as a list of numbers takes: `lun-ven 8 h-16 h 30`."""

from __future__ import annotations

from datetime import time

from referent_desk.domain.hours import Span, WeeklyHours
from referent_desk.domain.hours_in_words import weekday
from referent_desk.domain.people import Person
from referent_desk.domain.rotations import read_rotation
from referent_desk.language import Language
from referent_desk.words.presences import weeks_in_turn

_LETTERS_OF_A_DAY = 3


def short_hours(person: Person, language: Language) -> str:
    """Empty where they are not known or not understood."""
    rotation = read_rotation(person.working_hours, person.week_one)
    if not person.working_hours or rotation is None:
        return ""
    if rotation.rotates:
        return language.gettext("; ").join(weeks_in_turn(rotation, language))
    return _week(rotation.weeks[0], language)


def _week(week: WeeklyHours, language: Language) -> str:
    """Days of the same hours stand together: `lun, mar, jeu 9 h-18 h`."""
    days: dict[str, list[str]] = {}
    for span in week.spans:
        hours = f"{_clock(span.start, language)}-{_clock(span.end, language)}"
        days.setdefault(hours, []).append(_days(span, language))
    return language.gettext("; ").join(f"{', '.join(told)} {hours}" for hours, told in days.items())


def _days(span: Span, language: Language) -> str:
    names = (weekday(day, language)[:_LETTERS_OF_A_DAY] for day in (span.first_day, span.last_day))
    return "-".join(dict.fromkeys(names))


def _clock(minutes: int, language: Language) -> str:
    """`8 h` of `8 h 00`."""
    return language.time(time(minutes // 60 % 24, minutes % 60)).removesuffix("\u00a000")
