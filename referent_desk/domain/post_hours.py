"""When a number answers, as the line of a directory says it: `Hotline 8h-18h`, `nuit et WE`."""

from __future__ import annotations

import re
from functools import lru_cache

from referent_desk.domain.directory import NUMBERS_BETWEEN
from referent_desk.domain.limits_told import without_limit
from referent_desk.domain.texts import folded

_CLOCK = r"\d{1,2}\s*(?:h(?:\s*\d{2})?|:\d{2}|am|pm)"
_RANGE = rf"{_CLOCK}\s*(?:-|–|—|/|a|to|until)\s*{_CLOCK}"
_SPAN = re.compile(_RANGE)
_LONG_DAY = (
    "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?"
)
_DAY = rf"(?:{_LONG_DAY}|lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)(?![^\W_])\.?"
_TO = r"\s*(?:-|–|—|au?|to)\s*"
_DAYS = re.compile(rf"(?<![^\W_])({_DAY})(?:{_TO}({_DAY}))?")
_SURELY_DAYS = rf"(?<![^\W_])(?:{_DAY}{_TO}{_DAY}|{_LONG_DAY}(?![^\W_])(?:{_TO})?)"
"""`DIM 9h-17h` and `MAR 8h-18h` are offices and people, in a label."""
_DAYS_BEFORE = re.compile(rf"{_SURELY_DAYS}\s*:?\s*$")
_DAYS_BEHIND = re.compile(rf"\s*(?:le )?{_SURELY_DAYS}")
_WHEN = re.compile(
    rf"(?P<told>{_RANGE}|{_DAYS.pattern})|"
    r"(?P<apart>[,;/]|(?:et|and)(?![^\W_]))|"
    r"tous les jours|every day|7\s?j?\s?/\s?7(?:\s?j(?![^\W_]))?|"
    r"(?:(?:en )?journee|du|de|des|from|le|les|on)(?![^\W_])|[\s.:()]"
)
"""What hours are made of; what is not kept of it tells nothing."""
_AT_OTHER_HOURS = re.compile(r"[\s,;:(–-]*(?<![^\W_])(?:sinon|otherwise|else)(?![^\W_])")
_LONGEST = 36
"""Letters of the hours beside a number: all of longer ones stands in the directory."""
_AFTER = rf"(?:apres|a partir de|des|after|from) (?P<since>{_CLOCK}|minuit|midnight)"
_OUTSIDE = (
    rf"(?:hors|en dehors)(?: d[eu]s?)? (?:{_RANGE}|(?:jours|heures) ouvr\w+|"
    r"(?:heures?|horaires?)(?: d.ouverture| normale?s| (?:du|de la|des?) \w+| de l.\w+)?)|"
    r"out of hours|outside(?: \w+){0,2} hours"
)
"""`hors WE` is none of these: who answers then answers by day."""
_FREE = (
    r"nuits?|soirs?|we|week-?ends?|(?:jours? )?feries?|dimanches?|nights?|bank holidays?|evenings?"
)
_TIME = re.compile(rf"(?<![^\W_])(?:{_OUTSIDE}|{_RANGE}|{_AFTER}|{_FREE})(?![^\W_])")
_SINCE = re.compile(rf"(?<![^\W_]){_AFTER}(?![^\W_])")
_ELSE = re.compile(rf"(?<![^\W_])(?:{_OUTSIDE})(?![^\W_])")
_EVENING = 16
_NIGHT = re.compile(rf"(?<![^\W_])(?:{_FREE})(?![^\W_])")
_ROLE = re.compile(r"(?<![^\W_])(?:garde|astreinte|on call|on-call)(?![^\W_])")
_CLOSED = re.compile(
    r"(?<![^\W_])(?:fermee?s?|pas|jamais|closed|not|never) (?:(?:les?|la|en|de|at|on|the) )*"
    rf"(?:{_AFTER}|{_FREE})(?![^\W_])"
)
_DAY_TOO = re.compile(
    r"(?<![^\W_])(?:jours?(?! ferie)|journee|day|sauf|hors|except)(?![^\W_])|\b7\s?j?/\s?7|24\s?h?/"
)
_ALWAYS = re.compile(r"24\s?h?\s?/\s?24")
_DAY_AND_NIGHT = re.compile(r"\bjours? et nuits?\b|\bday and night\b")
_OCLOCK = re.compile(r"(?<!\d)(\d{1,2})\s*h\s*(\d{2})?(?![^\W_])", re.IGNORECASE)
_BESIDE = re.compile(r"[()\[\],;\n]|:(?!\d)|\s[-–—]\s(?=\D)")
_HOUR = re.compile(r"(\d{1,2})(?:\s*h?\s*:?\d{2})?\s*(pm)?")


@lru_cache(maxsize=2048)
def hours_told(label: str) -> str:
    """`8 h-18 h` of `Informatique (Hotline 8h-18h)`; empty where it tells none."""
    found = []
    is_always = _ALWAYS.search(_even(label))
    for part in _BESIDE.split(label):
        plain = _even(part)
        if is_always and _ELSE.search(plain):
            continue
        times = list(_TIME.finditer(plain))
        if times and not (_CLOSED.search(plain) or _DAY_TOO.search(_ELSE.sub("", plain))):
            found.append(_with_days(part, times[0].start(), times[-1].end()))
        elif times:
            found.append(part.strip())
    return spaced(", ".join(found))


def _with_days(part: str, start: int, end: int) -> str:
    """Those that stand before or behind the hours: without them these are wrong on a Saturday."""
    plain = _even(part)
    before, behind = _DAYS_BEFORE.search(plain[:start]), _DAYS_BEHIND.match(plain[end:])
    if before is None and behind is None:
        return part[start:end]
    first = before.start() if before else start
    return _short_days(part[first : end + (behind.end() if behind else 0)])


@lru_cache(maxsize=2048)
def span_told(hours: str) -> str:
    """`lun-ven 8 h-18 h` of `lundi au vendredi 8h-18h`; empty where it tells none, or all day.

    What is not understood is told as it stands, or not at all where it is long.
    """
    found = _SPAN.search(_even(hours))
    if found is None or found[0].startswith("24"):
        return ""
    otherwise = _AT_OTHER_HOURS.search(_even(hours), found.end())
    hours = hours[: otherwise.start()] if otherwise else hours
    told = _understood(hours)
    if not told and "(" not in hours and NUMBERS_BETWEEN not in hours:
        told = " ".join(hours.split())
        told = told if len(told) <= _LONGEST else _short_days(told)
    return spaced(told) if len(told) <= _LONGEST else ""


def _understood(hours: str) -> str:
    """Hours and days alone, with a comma where others begin; empty where it says more."""
    plain, place, told = _even(hours), 0, ""
    while place < len(plain):
        found = _WHEN.match(plain, place)
        if found is None:
            return ""
        if found["told"]:
            said = _short_days(hours[place : found.end()])
            told += said if not told or told.endswith(" ") else f" {said}"
        elif found["apart"] and told and not told.endswith(", "):
            told += ", "
        place = found.end()
    return told.rstrip(", ")


def _short_days(text: str) -> str:
    """`lundi au vendredi` → `lun-ven`."""
    plain, parts, place = _even(text), [], 0
    for found in _DAYS.finditer(plain):
        days = "-".join(day[:3] for day in found.groups() if day)
        parts += [text[place : found.start()], days]
        place = found.end()
    return "".join((*parts, text[place:]))


def spaced(hours: str) -> str:
    """`8h30-18h` → `8 h 30-18 h`, with spaces that do not break."""
    return _OCLOCK.sub(lambda m: "\u00a0".join(filter(None, (m[1], "h", m[2]))), hours)


@lru_cache(maxsize=2048)
def is_by_night(said: str) -> bool:
    """Whether a label or its hours say that it answers outside the hours of the others."""
    plain = _even(without_limit(said))
    if _CLOSED.search(plain):
        return False
    if _ELSE.search(plain):
        return not _ALWAYS.search(plain)
    span = _SPAN.search(plain)
    if span:
        begin, end = (int(hour) + 12 * bool(pm) for hour, pm in _HOUR.findall(span[0])[:2])
        return begin > end
    since = _SINCE.search(plain)
    if since:
        at = _HOUR.match(since["since"])
        return at is None or int(at[1]) + 12 * bool(at[2]) >= _EVENING
    return not _DAY_TOO.search(plain) and bool(_NIGHT.search(plain) or _ROLE.search(plain))


def is_around_the_clock(said: str) -> bool:
    plain = _even(said)
    return bool(_ALWAYS.search(plain) or _DAY_AND_NIGHT.search(plain))


@lru_cache(maxsize=2048)
def tells_when(said: str) -> bool:
    """Whether it says when a line answers: `par le standard` does not."""
    plain = _even(said)
    return any(each.search(plain) for each in (_TIME, _ROLE, _DAY_TOO))


@lru_cache(maxsize=2048)
def duty_told(label: str) -> str:
    """`garde` of `Manip de garde`; empty where it tells none."""
    found = _ROLE.search(_even(label))
    return label[found.start() : found.end()].casefold() if found else ""


def _even(text: str) -> str:
    """Without accents and capitals, each letter at its place."""
    plain = "".join(folded(letter) or " " for letter in text)
    return plain if len(plain) == len(text) else text.casefold()
