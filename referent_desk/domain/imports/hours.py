"""Working hours of a list that says days and no hours, or hours and no days: none are made up."""

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
_TURNS = re.compile(
    r"\b(?:roulements?|alternances?|alterne|par cycles?|en postes?|postee?|variables?|nuits?|"
    r"selon (?:le )?planning|nights?|rotations?|shifts?|rota)\b|\b[2345] ?[x/*] ?[58]\b|\bj ?/ ?n\b"
)
_SHIFT = re.compile(
    rf"{_TURNS.pattern}|\b(?:apres[ -]midi|soirs?|afternoons?|evenings?|matins?|matinee|mornings?|"
    r"jours?|journee|semaine|days?|weekdays?)\b"
)
"""When somebody works, in words that give no hours."""


def working_hours(line: SourceLine, work: LineWork, language: str) -> str:
    """As they are stored; empty where nobody says them in full.

    Hours alone may be those of every weekday, which is asked. Days alone, and who works in turns,
    have no hours that could be told from the list: that is said, and nothing is made up.
    """
    unread = next((r for r in line.remarks if r.code in _UNREAD and _is_theirs(r.fields)), None)
    if unread is None:
        return line.text(Field.WORKING_HOURS)
    text = unread.value("value")
    proposed = "" if _is_in_turns(line) else _proposed(text, language)
    if not proposed:
        if may_be_hours(text):
            work.remarks = [said for said in work.remarks if said != unread]
            code = "hours_of_days" if names_days(text) else "hours_turn"
            work.say(Concern.NOTE, code, value=text)
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
    """Whether it says days or hours, or when somebody works in words: `roulement`."""
    if names_days(text):
        return read_hours(f"{text} 8h-16h") is not None
    return read_hours(text) is not None or bool(_SHIFT.search(folded(text)))


def _is_in_turns(line: SourceLine) -> bool:
    said = (line.text(Field.REMARKS), line.text(Field.ROLE))
    return any(_TURNS.search(folded(text)) for text in said)


def _is_theirs(fields: tuple[tuple[str, str], ...]) -> bool:
    return ("field", Field.WORKING_HOURS.value) in fields


def _proposed(text: str, language: str) -> str:
    """What somebody may correct: hours that may be those of every weekday; no hours are made up."""
    read = None if names_days(text) else read_hours(text)
    weekdays = _WEEKDAYS.get(language, _WEEKDAYS["en"])
    return f"{weekdays} {text}" if read and _is_of_weekdays(read) else ""


def _is_of_weekdays(hours: WeeklyHours) -> bool:
    day = _EARLIEST
    for start, end in sorted({(span.start, span.end) for span in hours.spans}):
        if start < day or end <= start:
            return False
        day = end
    return day <= _LATEST
