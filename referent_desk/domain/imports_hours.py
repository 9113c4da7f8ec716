"""Working hours of a list that says days and no hours, or hours and no days: asked, once each."""

from __future__ import annotations

import re

from referent_desk.domain.hours import names_days, read_hours
from referent_desk.domain.imports import Concern, Field, SourceLine
from referent_desk.domain.imports_answers import Choice, Offer, Reply
from referent_desk.domain.imports_runs import LineWork
from referent_desk.domain.imports_values import read_weekly_hours
from referent_desk.domain.texts import folded

_UNREAD = frozenset({"hours_without_days", "hours_not_understood"})
_USUAL = "8h-16h"
_WEEKDAYS = {"fr": "lun-ven", "en": "mon-fri"}
_EVERY_DAY = {"fr": "lun-dim", "en": "mon-sun"}
_SHIFTS = (
    (re.compile(r"\b(?:apres[ -]midi|soirs?|afternoons?|evenings?)\b"), _EVERY_DAY, "14h-21h"),
    (re.compile(r"\b(?:matins?|matinee|mornings?)\b"), _EVERY_DAY, "7h-14h"),
    (re.compile(r"\b(?:nuits?|nights?)\b"), _EVERY_DAY, "21h-7h"),
    (re.compile(r"\b(?:jours?|journee|semaine|days?|weekdays?)\b"), _WEEKDAYS, _USUAL),
)


def working_hours(line: SourceLine, work: LineWork, language: str) -> str:
    """As they are stored; empty where nobody says them in full."""
    unread = next((r for r in line.remarks if r.code in _UNREAD and _is_theirs(r.fields)), None)
    if unread is None:
        return line.text(Field.WORKING_HOURS)
    text = unread.value("value")
    proposed = _proposed(text, language)
    if not proposed:
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
    return bool(_proposed(text, "fr"))


def _is_theirs(fields: tuple[tuple[str, str], ...]) -> bool:
    return ("field", Field.WORKING_HOURS.value) in fields


def _proposed(text: str, language: str) -> str:
    """What somebody may correct and take; empty for what says nothing of days or hours."""
    weekdays = _WEEKDAYS.get(language, _WEEKDAYS["en"])
    if names_days(text):
        in_full = f"{text} {_USUAL}"
        return in_full if read_hours(in_full) else ""
    if read_hours(text):
        return f"{weekdays} {text}"
    for word, days, hours in _SHIFTS:
        if word.search(folded(text)) and not any(map(str.isdigit, text)):
            return f"{days.get(language, days['en'])} {hours}"
    return ""
