"""Working hours of a list that says days and no hours, or hours and no days: none are made up."""

from __future__ import annotations

import re
from functools import lru_cache

from referent_desk.domain.hours import WeeklyHours, names_days, read_hours
from referent_desk.domain.imports.absences import days_away, hours_without
from referent_desk.domain.imports.answers import Choice, Offer, Reply
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.runs import LineWork
from referent_desk.domain.imports.values import read_weekly_hours
from referent_desk.domain.texts import clean_line, folded

_UNREAD = frozenset({"hours_without_days", "hours_not_understood"})
_WEEKDAYS = {"fr": "lun-ven", "en": "mon-fri"}
_DAYS = {"fr": ("lun", "mar", "mer", "jeu", "ven"), "en": ("mon", "tue", "wed", "thu", "fri")}
_SPELLED = (
    (re.compile(r"[()]"), " "),
    (re.compile(r"\b(?:tous les jours|every day)\b"), "lun-dim"),
    (re.compile(r"\b(?:en semaine|jours ouvres|l ?(?:-|a) ?v)\b"), "lun-ven"),
)
"""How wards write days besides their names."""
_DAYS_BEHIND = re.compile(r"^(\d.*\d ?h?)\s+([^\d]+)$")
_AWAY = re.compile(
    r"(?P<hours>.*\d.*?)[\s,;–-]+"
    r"(?:sauf|pas(?: la| present\w*)?|absente?|abs\.?|repos|except|not|off)\s+:?"
    r"\s*(?:les? |on )?(?P<when>\D+?)\s*"
)
_LONGEST = 120
"""No hours are longer; the forms above would search a novel for a long time."""
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
    if unread is None and not hours_in_remarks(line, language):
        return line.text(Field.WORKING_HOURS)
    text = unread.value("value") if unread else line.text(Field.REMARKS)
    told = _told_in_full(text, language)
    proposed = "" if _is_in_turns(line) else _proposed(text, language)
    if told or proposed or may_be_hours(text):
        work.remarks = [said for said in work.remarks if said != unread]
    if told:
        if unread is None:
            work.say(Concern.NOTE, "absence_taken", value=text)
        return told
    if proposed:
        return _asked(text, proposed, work)
    if may_be_hours(text):
        code = "hours_of_days" if names_days(text) else "hours_turn"
        work.say(Concern.NOTE, code, value=text)
    return ""


def hours_in_remarks(line: SourceLine, language: str) -> bool:
    """Whether no other column has any, and the remark is nothing else."""
    text = line.text(Field.REMARKS)
    said = {value for remark in line.remarks for _name, value in remark.fields}
    if not text or line.text(Field.WORKING_HOURS) or Field.WORKING_HOURS.value in said:
        return False
    is_proposed = bool(_proposed(text, language)) and not _is_in_turns(line)
    return is_proposed or bool(_told_in_full(text, language))


def _asked(text: str, proposed: str, work: LineWork) -> str:
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


@lru_cache(maxsize=2048)
def _told_in_full(text: str, language: str) -> str:
    """As they are stored, of days and hours in the words of a ward; without when they are away."""
    plain = _spelled(text)
    if len(text) > _LONGEST:
        return ""
    for spelled in (plain, _DAYS_BEHIND.sub(r"\2 \1", plain)):
        read = read_weekly_hours(spelled, needs_days=True)
        if isinstance(read, str):
            return read
    away = _AWAY.fullmatch(plain)
    hours = read_hours(away["hours"]) if away and names_days(away["hours"]) else None
    left = hours_without(hours, away["when"], language) if away and hours else None
    return left.stored() if left else ""


@lru_cache(maxsize=2048)
def _proposed(text: str, language: str) -> str:
    """What somebody may correct: hours that may be those of every weekday; no hours are made up."""
    away = _AWAY.fullmatch(_spelled(text)) if len(text) <= _LONGEST else None
    days = days_away(away["when"], language) if away else frozenset()
    plain = away["hours"] if away and days else text
    read = None if names_days(plain) else read_hours(plain)
    if read is None or not _is_of_weekdays(read):
        return ""
    named = _DAYS.get(language, _DAYS["en"])
    there = ", ".join(day for place, day in enumerate(named, 1) if place not in days)
    weekdays = there if days else _WEEKDAYS.get(language, _WEEKDAYS["en"])
    return f"{weekdays} {plain}"


def _spelled(text: str) -> str:
    plain = folded(text)
    for form, words in _SPELLED:
        plain = form.sub(words, plain)
    return clean_line(plain)


def _is_of_weekdays(hours: WeeklyHours) -> bool:
    day = _EARLIEST
    for start, end in sorted({(span.start, span.end) for span in hours.spans}):
        if start < day or end <= start:
            return False
        day = end
    return day <= _LATEST
