"""Working hours of a list that says days and no hours, or hours and no days: asked, once each."""

from __future__ import annotations

import re

from referent_desk.domain.hours import WeeklyHours, names_days, read_hours
from referent_desk.domain.imports.answers import Choice, Offer, Reply
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.runs import LineWork
from referent_desk.domain.imports.values import read_weekly_hours
from referent_desk.domain.texts import folded

_UNREAD = frozenset({"hours_without_days", "hours_not_understood"})
_WEEKDAYS = {"fr": "lun-ven", "en": "mon-fri"}
_EARLIEST, _LATEST = 7 * 60 + 30, 19 * 60
"""Minutes of the day between which somebody works who is there on weekdays; else it is a shift."""
_IN_WEEKS = re.compile(r"\b(?:jours?|journee|semaine|days?|weekdays?)\b")
_SHIFT = re.compile(
    r"\b(?:apres[ -]midi|soirs?|afternoons?|evenings?|matins?|matinee|mornings?|nuits?|nights?)\b"
)


def working_hours(line: SourceLine, work: LineWork, language: str) -> str:
    """As they are stored; empty where nobody says them in full."""
    unread = next((r for r in line.remarks if r.code in _UNREAD and _is_theirs(r.fields)), None)
    if unread is None:
        return line.text(Field.WORKING_HOURS)
    text = unread.value("value")
    proposed = _proposed(text, language)
    if proposed is None:
        return ""
    work.remarks = [said for said in work.remarks if said != unread]
    offers = (Offer(Reply(Choice.TYPED), proposed), Offer(Reply(Choice.PART)))
    reply = work.ask("hours_in_part", offers, value=text)
    if reply is None:
        return ""
    if reply.choice is Choice.PART:
        work.say(Concern.NOTE, "hours_left_out", value=text)
        return ""
    typed = read_weekly_hours(reply.value, needs_days=True)
    if isinstance(typed, str):
        return typed
    work.doubt("hours_in_part", value=text)
    return ""


def may_be_hours(text: str) -> bool:
    """Whether it says days or hours, of which the rest is asked."""
    return _proposed(text, "fr") is not None


def _is_theirs(fields: tuple[tuple[str, str], ...]) -> bool:
    return ("field", Field.WORKING_HOURS.value) in fields


def _proposed(text: str, language: str) -> str | None:
    """What somebody may correct or fill in: no hours, and no days of a shift, are made up.

    None for what says nothing of days or hours.
    """
    weekdays = _WEEKDAYS.get(language, _WEEKDAYS["en"])
    if names_days(text):
        return text if read_hours(f"{text} 8h-16h") else None
    read = read_hours(text)
    if read:
        return f"{weekdays} {text}" if _is_of_weekdays(read) else text
    if any(map(str.isdigit, text)):
        return None
    if _SHIFT.search(folded(text)):
        return ""
    return weekdays if _IN_WEEKS.search(folded(text)) else None


def _is_of_weekdays(hours: WeeklyHours) -> bool:
    day = _EARLIEST
    for start, end in sorted({(span.start, span.end) for span in hours.spans}):
        if start < day or end <= start:
            return False
        day = end
    return day <= _LATEST
