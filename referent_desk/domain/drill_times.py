"""How long a task took, and at what time it began, as people write them."""

from __future__ import annotations

import re

from referent_desk.domain.records import Fault
from referent_desk.domain.texts import clean_line

LONGEST = 4 * 3600
"""Seconds: what is longer than this is no task of a drill."""

_MINUTES_AND_SECONDS = re.compile(
    r"(?P<min>\d{1,3}) ?(?:[:'’′]|mn|min\.?|m) ?(?:(?P<s>\d{1,2}) ?(?:[\"”″]|''|s|sec\.?|secondes?"
    r"|seconds?)?)?",
    re.IGNORECASE,
)
_SECONDS = re.compile(r"(?P<s>\d{1,5}) ?(?:[\"”″]|''|s|sec\.?|secondes?|seconds?)", re.IGNORECASE)
_WORDY = re.compile(r"(?P<min>\d{1,3}) ?minutes?(?: (?P<s>\d{1,2})(?: ?s\w*)?)?", re.IGNORECASE)
_CLOCK = re.compile(r"(?P<h>\d{1,2}) ?(?:h|:|\.) ?(?P<m>\d{2})?", re.IGNORECASE)


def read_seconds(typed: str) -> int | Fault | None:
    """`1:30`, `1’30`, `1 min 30`, `90 s`; None of nothing. A bare number is neither of the two."""
    text = clean_line(typed)
    if not text:
        return None
    if text.isdecimal():
        return Fault("no_time_unit")
    seconds = _SECONDS.fullmatch(text)
    if seconds is not None:
        return _within(int(seconds["s"]))
    found = _MINUTES_AND_SECONDS.fullmatch(text) or _WORDY.fullmatch(text)
    if found is None:
        return Fault("not_a_time")
    rest = int(found["s"] or 0)
    return _within(int(found["min"]) * 60 + rest) if rest < 60 else Fault("not_a_time")


def _within(seconds: int) -> int | Fault:
    return seconds if seconds <= LONGEST else Fault("not_a_time")


def seconds_typed(seconds: int | None) -> str:
    """`1:30`; empty where nobody took the time."""
    return "" if seconds is None else f"{seconds // 60}:{seconds % 60:02}"


def read_clock(typed: str) -> str | Fault:
    """`14:30`, `14 h 30`, `14h` as `14:30`; empty of nothing."""
    text = clean_line(typed)
    if not text:
        return ""
    found = _CLOCK.fullmatch(text)
    if found is None:
        return Fault("not_an_hour")
    hour, minute = int(found["h"]), int(found["m"] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else Fault("not_an_hour")
