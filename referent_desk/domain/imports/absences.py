"""Half days on which somebody is never there: `abs. mercredi a-m` beside `lun-ven 8h30-16h30`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from referent_desk.domain.hours import Span, WeeklyHours, names_days, read_hours
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.runs import LineWork
from referent_desk.domain.texts import clean_line, folded

_ABSENT = re.compile(
    r"(?:abs(?:\.|\b)|absente?\b|absences?\b|repos\b|off\b|ne travaille pas\b|ne vient pas\b|"
    r"pas la\b|absent\b|not in\b|not working\b)\s*:?\s*(?:les? |on )?(?P<when>.+)"
)
_AFTERNOON = re.compile(r"\b(?:apres[ -]midis?|aprem|pm|afternoons?)\b")
_AFTERNOON_IN_FRENCH = re.compile(r"\ba[.-]?m\b\.?")
"""`a-m`; of English it is the morning, and not read."""
_MORNING = re.compile(r"\b(?:matins?|matinees?|mornings?)\b")
_BETWEEN = re.compile(r"\s*(?:[,;/&+]|\bet\b|\band\b)\s*(?:les? )?")
_NOON, _AFTER_LUNCH = 12 * 60, 13 * 60
"""Minutes of the day: who is absent in the afternoon is there until noon, and not longer."""


@dataclass(frozen=True, slots=True)
class _Absence:
    day: int
    morning: bool = True
    afternoon: bool = True


def without_absences(line: SourceLine, hours: str, work: LineWork, language: str) -> str:
    """The hours of the week without those that the remark takes away; as they are, where it is not
    wholly understood: then it is told that nothing keeps it."""
    text = line.text(Field.REMARKS)
    if not text:
        return hours
    found = _ABSENT.fullmatch(clean_line(folded(text)))
    read = read_hours(hours) if hours and found else None
    left = hours_without(read, found["when"], language) if read and found else None
    if left is None:
        work.say(Concern.NOTE, "not_stored", field=Field.REMARKS.value, value=text)
        return hours
    work.say(Concern.NOTE, "absence_taken", value=text)
    return left.stored()


def hours_without(hours: WeeklyHours, said: str, language: str) -> WeeklyHours | None:
    """None where it is not wholly understood when they are away, or nothing is left."""
    absences = _absences(said, language)
    left = _without(hours, absences) if absences else None
    return left if left is not None and left.spans else None


def days_away(said: str, language: str) -> frozenset[int]:
    """From Monday, 1, to Sunday, 7; none where half days are said, or it is not understood."""
    absences = _absences(said, language)
    is_whole = all(each.morning and each.afternoon for each in absences)
    return frozenset(each.day for each in absences) if is_whole else frozenset()


def _absences(said: str, language: str) -> list[_Absence]:
    """None of them, unless every word is understood."""
    absences: list[_Absence] = []
    for part in _BETWEEN.split(said):
        afternoon, rest = bool(_AFTERNOON.search(part)), _AFTERNOON.sub(" ", part)
        if language == "fr" and not afternoon:
            afternoon, rest = (
                bool(_AFTERNOON_IN_FRENCH.search(rest)),
                _AFTERNOON_IN_FRENCH.sub(" ", rest),
            )
        morning, rest = bool(_MORNING.search(rest)), _MORNING.sub(" ", rest)
        days = read_hours(f"{rest} 8h-9h") if names_days(rest) else None
        if days is None or len(days.spans) != 1:
            return []
        is_whole = morning == afternoon
        absences += [
            _Absence(day, morning or is_whole, afternoon or is_whole)
            for span in days.spans
            for day in range(span.first_day, span.last_day + 1)
        ]
    return absences


def _without(hours: WeeklyHours, absences: list[_Absence]) -> WeeklyHours | None:
    """None where a half day cannot be told from hours that go on after midnight."""
    away = {absence.day: absence for absence in absences}
    if any(span.end <= span.start for span in hours.spans):
        return None
    days: dict[int, tuple[tuple[int, int], ...]] = {}
    for day in range(1, 8):
        spans = [(s.start, s.end) for s in hours.spans if s.first_day <= day <= s.last_day]
        kept = (_left(span, away[day]) for span in spans) if day in away else iter(spans)
        days[day] = tuple(filter(None, kept))
    joined: list[Span] = []
    for day, kept_spans in days.items():
        last = [span for span in joined if span.last_day == day - 1]
        if kept_spans and tuple((span.start, span.end) for span in last) == kept_spans:
            joined = [replace(s, last_day=day) if s in last else s for s in joined]
        else:
            joined += [Span(day, day, start, end) for start, end in kept_spans]
    return WeeklyHours(tuple(joined))


def _left(span: tuple[int, int], absence: _Absence) -> tuple[int, int] | None:
    if absence.morning and absence.afternoon:
        return None
    start, end = span
    if absence.morning:
        start = max(start, _AFTER_LUNCH)
    else:
        end = min(end, _NOON)
    return (start, end) if start < end else None
