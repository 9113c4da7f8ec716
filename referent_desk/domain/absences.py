"""Days on which somebody is absent, as one types them in a line: `du 3 au 14 août`.

Never why: no reason is asked, and none is read. The last day is included.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from referent_desk.domain.months import month_named
from referent_desk.domain.records import Fault
from referent_desk.domain.texts import folded

LONGEST = timedelta(days=2 * 366)
_LOOKS_BACK = timedelta(days=31)
"""A day without a year is the last such day of these, or else the next one."""
_BETWEEN = re.compile(
    r"\s+(?:au|a|jusqu'?au|to|until|till|et)\s+(?:le\s+)?|\s*(?:–|—|->|→)\s*|\s+-\s+"
)
_BEFORE = re.compile(r"^(?:(?:absente?s?|away|conges?)\s+)?(?:(?:du|de|le|des|from|the|on)\s+)*")
_WEEKDAY = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday)\b\s*"
)
_NUMBERS = re.compile(r"^(\d{1,2})(?:[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?)?$")
_WORDS = re.compile(
    r"^(\d{1,2})(?:er|st|nd|rd|th)?(?:\s+(?:of\s+)?([a-z]{3,9})\.?(?:\s+(\d{4}))?)?$"
)
_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")
_SHORT = re.compile(r"^(\d{1,2})\s*-\s*(\d{1,2})(?=[\s/.])")
_Parts = tuple[int, int | None, int | None]
"""Day, month, year; None where it was not said."""


def read_absence(text: str, today: date) -> tuple[date, date] | Fault:
    """First and last day. What the first leaves out it has from the last."""
    line = " ".join(folded(text).replace("’", "'").split())
    line = _BEFORE.sub("", _WEEKDAY.sub("", line)).strip()
    if not line:
        return Fault("empty")
    sides = _BETWEEN.split(_SHORT.sub(r"\1 - \2", line))
    parts = [_parts(_BEFORE.sub("", side.strip())) for side in sides]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts) or len(parts) > 2:
        return Fault("absence_not_understood")
    return _days(known[0], known[-1], today)


def _days(first: _Parts, last: _Parts, today: date) -> tuple[date, date] | Fault:
    month = last[1] or first[1]
    if month is None:
        return Fault("month_missing")
    begins_in = first[1] or month
    try:
        until = _dated(last[0], month, last[2], today)
        passes_new_year = (begins_in, first[0]) > (month, last[0]) and begins_in != month
        year = first[2] or (until.year - 1 if passes_new_year else until.year)
        since = date(year, begins_in, first[0])
    except ValueError:
        return Fault("impossible_date")
    if until < since:
        return Fault("until_before_since")
    return Fault("absence_too_long") if until - since > LONGEST else (since, until)


def _dated(day: int, month: int, year: int | None, today: date) -> date:
    if year is not None:
        return date(year, month, day)
    earliest = today - _LOOKS_BACK
    for near in range(earliest.year, earliest.year + 9):
        if month == 2 and day == 29 and near % 4:
            continue
        found = date(near, month, day)
        if found >= earliest:
            return found
    raise ValueError("no such day")


def _parts(text: str) -> _Parts | None:
    if found := _ISO.match(text):
        year, month, day = map(int, found.groups())
        return day, month, year
    if found := _NUMBERS.match(text):
        said_year = found[3]
        year_of = (int(said_year) + (2000 if len(said_year) == 2 else 0)) if said_year else None
        return int(found[1]), int(found[2]) if found[2] else None, year_of
    if found := _WORDS.match(text):
        number = month_named(found[2]) if found[2] else None
        if found[2] and number is None:
            return None
        return int(found[1]), number, int(found[3]) if found[3] else None
    return None
