"""How the body of a sheet is recognised: its canonical JSON, the hash of that, a code of it.

Empty fields are left out of the JSON, so that a field added in a later version changes no sheet
that does not use it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from referent_desk.domain.sheets import Body

CHECK_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def canonical_json(body: Body, language: str) -> str:
    """Keys sorted, empty fields left out, one form for each value: the text that is hashed."""
    plain = {"kind": type(body).__name__, "language": language, "body": _plain(body)}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def body_hash(body: Body, language: str) -> str:
    return hashlib.sha256(canonical_json(body, language).encode()).hexdigest()


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if kind is str or value is None:
        return value
    if kind is tuple or kind is list:
        return [_plain(item) for item in value]
    if is_dataclass(value):
        pairs = ((name, _plain(getattr(value, name))) for name in _names(kind))
        return {name: plain for name, plain in pairs if plain not in (None, "", [], {})}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def check_code(body_hash_hex: str, taken: Set[str] = frozenset()) -> str:
    """Three characters of the hash and one that checks them, not yet `taken` in the department.

    When two bodies of one department share their three characters, the window slides along the
    hash: 15-bit groups, as long as the hash lasts.
    """
    bits = int(body_hash_hex, 16)
    for shift in range(241, -1, -5):
        group = (bits >> shift) & 0x7FFF
        digits = [(group >> 10) & 31, (group >> 5) & 31, group & 31]
        code = "".join(CHECK_ALPHABET[d] for d in (*digits, _check_digit(digits)))
        if code not in taken:
            return code
    raise ValueError("no check code left in the department")


def is_check_code(code: str) -> bool:
    """Whether the last character fits the others: one wrong or two swapped characters never do."""
    if len(code) != 4 or any(c not in CHECK_ALPHABET for c in code):
        return False
    digits = [CHECK_ALPHABET.index(c) for c in code]
    return _check_digit(digits[:-1]) == digits[-1]


def _check_digit(digits: list[int]) -> int:
    """Sum of the digits, each multiplied by a power of 2 in the field of 32 elements."""
    total = 0
    for digit in digits:
        total = _double(total ^ digit)
    return total


def _double(element: int) -> int:
    """Times x modulo x⁵ + x² + 1."""
    doubled = element << 1
    return doubled ^ 0b100101 if doubled & 0b100000 else doubled
