"""Durations as people write them: `1 h 30`, `2 j`, `demi-journée`, `1 semaine`, `4 à 8 h`."""

from __future__ import annotations

import re

from referent_desk.domain.texts import folded

_HOUR, _DAY = 60, 24 * 60
MOST_MINUTES = 366 * _DAY
SHORTEST = 1
"""Minutes: what `immédiat` is, for nothing at all stands for "not defined"."""

_UNITS = {"min": 1, "h": _HOUR, "d": _DAY}
_SPELLED = (
    (
        SHORTEST,
        r"immediate?(?:ment|ly)?|sans delai|aucune interruption|temps reel|nulle",
    ),
    (15, r"(?:un |1 )?quart d'heure"),
    (_HOUR // 2, r"(?:une? |1 )?demi[ -]?heure|half an hour"),
    (_DAY // 2, r"(?:une? |1 )?demi[ -]?journee|half a day"),
)
_NUMBER = r"(\d+(?:[.,]\d+)?|\d+/\d+|½|une?|deux|trois|quatre|demi[ -]?)"
_WORDS = {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4}
_PARTS = (
    (30 * _DAY, r"mois|months?"),
    (7 * _DAY, r"semaines?|sem\.?|weeks?"),
    (_DAY, r"j(?:rs?|ours?|ournees?)?\.?|d|days?"),
    (_HOUR, r"h|hr?s?|heures?|hours?"),
)
_FORM = re.compile(
    "".join(rf"(?:{_NUMBER}\s*(?:{unit})(?![a-z]))?\s*" for _minutes, unit in _PARTS)
    + r"(?:(\d+)\s*(?:mns?|mins?|minutes?|m)?\.?)?"
)
_ABOUT = re.compile(
    r"^(?:[<>≤≥~=]+|(?:environ|env\.?|max(?:imum|i)?\.?|moins de|plus de|jusqu'a|about|at most|"
    r"under)(?![a-z]))\s*|\s*(?:max(?:imum|i)?\.?|environ|ouvree?s?|ouvrables?)$"
)
_RANGE = re.compile(r"(?:entre |de |between )?(.+?)\s*(?:\b(?:a|et|ou|to|and|or)\b|-|–|/)\s*(.+)")
_BARE = re.compile(r"\d+(?:[.,]\d+)?")


def minutes_of(text: str, unit: str = "") -> int | str:
    """The minutes, or the code of what is wrong; a bare number is in `unit` (`min`, `h`, `d`).

    Of two bounds it is the lower one. Zero is what programs write for "not defined".
    """
    line = _plain(text)
    found = _simple(line, unit)
    if found is None:
        bounds = range_of(text, unit)
        found = bounds[0] if bounds else None
    if found is None:
        return (
            "no_unit"
            if _BARE.fullmatch(line) and float(_dotted(line))
            else ("zero_duration" if _BARE.fullmatch(line) else "impossible_duration")
        )
    if found == 0:
        return "zero_duration"
    return found if found <= MOST_MINUTES else "impossible_duration"


def range_of(text: str, unit: str = "") -> tuple[int, int] | None:
    """The two bounds of `4 à 8 h`; None for anything else."""
    line = _plain(text)
    found = None if _simple(line, unit) is not None else _RANGE.fullmatch(line)
    if found is None:
        return None
    high = _simple(found[2], unit)
    named = re.search(r"[a-z.]+$", found[2])
    low = _simple(found[1] + (named[0] if named and _BARE.fullmatch(found[1]) else ""), unit)
    if not low or not high or low >= high:
        return None
    return low, high


def _plain(text: str) -> str:
    line = folded(text).replace("’", "'").replace("⁄", "/").strip(" .")
    return _ABOUT.sub("", _ABOUT.sub("", line)).strip()


def _simple(line: str, unit: str) -> int | None:
    for minutes, spelled in _SPELLED:
        if re.fullmatch(spelled, line):
            return minutes
    if _BARE.fullmatch(line):
        return round(float(_dotted(line)) * _UNITS[unit]) if unit else None
    found = _FORM.fullmatch(line)
    if not line or not found:
        return None
    *longer, rest = found.groups()
    total = sum(
        _amount(text) * minutes
        for text, (minutes, _unit) in zip(longer, _PARTS, strict=True)
        if text
    )
    return round(total + int(rest or 0))


def _amount(text: str) -> float:
    if text.startswith("demi") or text == "½":
        return 0.5
    if text in _WORDS:
        return _WORDS[text]
    top, _, bottom = text.partition("/")
    if bottom:
        return int(top) / (int(bottom) or 1)
    return float(_dotted(text))


def _dotted(text: str) -> str:
    return text.replace(",", ".")
