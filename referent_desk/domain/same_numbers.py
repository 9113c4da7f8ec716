"""The same number typed a second time, in other words: as a value of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_SHORTEST_WITHIN = 4
"""Digits: shorter numbers are too like minutes and doors to be looked for within a text."""
_BETWEEN = r"[\s.\-/]*"
"""What may stand between two digits."""


@dataclass(frozen=True, slots=True)
class TypedValue:
    """A value of a text as a department said it."""

    id: str
    name: str
    value: str
    department_id: str
    department: str


def holds_number(text: str, number: str) -> bool:
    """Whether `number` stands in `text`, however its digits are set apart."""
    digits = digits_of(number)
    if not digits:
        return False
    if len(digits) < _SHORTEST_WITHIN:
        return text.strip() == number.strip()
    return _pattern(digits).search(text) is not None


def with_number(text: str, number: str, right: str) -> str:
    """`text` with the right number instead; none: what is left of it, nothing where that says no
    number any more."""
    digits = digits_of(number)
    if len(digits) < _SHORTEST_WITHIN:
        return right
    changed = " ".join(_pattern(digits).sub(lambda _found: right, text).split())
    return changed if right or digits_of(changed) else ""


def digits_of(text: str) -> str:
    return "".join(filter(str.isdigit, text))


@lru_cache(maxsize=512)
def _pattern(digits: str) -> re.Pattern[str]:
    """Not within a longer number, be it written in groups."""
    inside = _BETWEEN.join(digits)
    return re.compile(rf"(?<!\d)(?<!\d[\s.\-]){inside}(?![\s.\-]?\d)")
