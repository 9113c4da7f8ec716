"""Opening and working hours of a week, as text that people and the program both read.

Stored form: `1-5 08:00-18:00; 6 09:00-12:00` (1 is Monday), `1-7 00:00-24:00` for round the clock.
"""

from __future__ import annotations

import re

from referent_desk.domain.values import dataclass

_DAYS = {"lu": 1, "ma": 2, "me": 3, "je": 4, "ve": 5, "sa": 6, "di": 7,
         "mo": 1, "tu": 2, "we": 3, "th": 4, "fr": 5, "su": 7}  # fmt: skip
_DAY = (
    r"\b(lu(?:n(?:di)?)?|ma(?:r(?:di)?)?|me(?:r(?:credi)?)?|je(?:u(?:di)?)?|ve(?:n(?:dredi)?)?"
    r"|sa(?:m(?:edi)?|t(?:urday)?)?|di(?:m(?:anche)?)?|mon(?:day)?|tue(?:s(?:day)?)?"
    r"|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sun(?:day)?)s?\b\.?"
)
_DAYS_RANGE = re.compile(rf"{_DAY}(?:\s*(?:-|–|à|au|to)\s*{_DAY})?", re.IGNORECASE)
_DAYS_IN_TURN = re.compile(rf"{_DAY}(?:\s*[-–]\s*{_DAY}){{2,}}", re.IGNORECASE)
"""`lun-mer-ven`: with three of them, a stroke stands between days and not from one to another."""
_CLOCK = r"(\d{1,2})\s*(?:h|:)(?:\s*(\d{2})(?!\s*[h:]))?"
_SPAN = re.compile(rf"{_CLOCK}\s*(?:-|–|à|to|/)\s*{_CLOCK}", re.IGNORECASE)
_EVERY_DAY = re.compile(r"\b7\s*j\s*/\s*7\b", re.IGNORECASE)
_ROUND_THE_CLOCK = re.compile(r"24\s*h?\s*/\s*24\s*h?", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s:.&/–-]|\b(?:et|and|de|du|le|from)\b", re.IGNORECASE)
_STORED = re.compile(r"^([1-7])(?:-([1-7]))? (\d\d):(\d\d)-(\d\d):(\d\d)$")
_MINUTES_OF_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch on the days `first_day` to `last_day`, in minutes since midnight."""

    first_day: int
    last_day: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    spans: tuple[Span, ...]

    def stored(self) -> str:
        return "; ".join(
            (f"{s.first_day}-{s.last_day}" if s.last_day != s.first_day else f"{s.first_day}")
            + f" {s.start // 60:02}:{s.start % 60:02}-{s.end // 60:02}:{s.end % 60:02}"
            for s in self.spans
        )


def _minutes(hours: str | None, minutes: str | None) -> int:
    """Since midnight; more than a day when there is no such time."""
    h, m = int(hours or 0), int(minutes or 0)
    return h * 60 + m if m < 60 else 2 * _MINUTES_OF_A_DAY


def _stored_span(part: str) -> list[Span]:
    found = _STORED.match(part.strip())
    if not found:
        return []
    first, last, h1, m1, h2, m2 = found.groups()
    return _spans([(int(first), int(last or first))], _minutes(h1, m1), _minutes(h2, m2))


def _spans(days: list[tuple[int, int]], start: int, end: int) -> list[Span]:
    """A span that crosses midnight is kept as typed: its end lies before its start."""
    possible = 0 <= start < _MINUTES_OF_A_DAY and 0 < end <= _MINUTES_OF_A_DAY and start != end
    if not possible or any(first > last for first, last in days):
        return []
    return [Span(first, last, start, end) for first, last in days]


def _typed_spans(part: str) -> list[Span]:
    """Empty unless every word of it is understood: half of the hours would be wrong hours."""
    part = _DAYS_IN_TURN.sub(lambda days: re.sub(r"[-–]", " ", days[0]), part)
    days = [
        (_DAYS[first[:2].casefold()], _DAYS[(last or first)[:2].casefold()])
        for first, last in _DAYS_RANGE.findall(part)
    ] or [(1, 7)]
    rest = _DAYS_RANGE.sub(" ", part)
    if _ROUND_THE_CLOCK.search(rest):
        rest = _ROUND_THE_CLOCK.sub(" ", rest)
        found = _spans(days, 0, _MINUTES_OF_A_DAY)
    else:
        found = []
        for h1, m1, h2, m2 in _SPAN.findall(rest):
            spans = _spans(days, _minutes(h1, m1), _minutes(h2, m2))
            if not spans:
                return []
            found += spans
        rest = _SPAN.sub(" ", rest)
    return [] if _BETWEEN.sub("", rest) else found


def names_days(text: str) -> bool:
    """Whether it says on which days: `8h-16h` alone does not."""
    said = (_EVERY_DAY, _ROUND_THE_CLOCK, _DAYS_RANGE)
    is_stored = any(_STORED.match(part.strip()) for part in text.split(";"))
    return is_stored or any(each.search(text) for each in said)


def read_hours(text: str) -> WeeklyHours | None:
    """`24h/24`, `lun-ven 7h45-18h15; sam 9h-12h`, or the stored form; None if not understood."""
    spans: list[Span] = []
    days = ""
    for part in re.split(r"[;,\n]", _EVERY_DAY.sub(" ", text)):
        if _names_days_alone(part):
            days += f"{part} "
        elif part.strip():
            found = _stored_span(part) or _typed_spans(days + part)
            if not found:
                return None
            spans += found
            days = ""
    return WeeklyHours(tuple(spans)) if spans and not days else None


def _names_days_alone(part: str) -> bool:
    """`jeu` of `jeu, ven 8h-16h`: its hours stand after the next days."""
    rest, count = _DAYS_RANGE.subn(" ", part)
    return bool(count) and not _BETWEEN.sub("", rest)
