"""How the body of a sheet is recognised: its canonical JSON, the hash of that, a code of it.

Empty fields are left out of the JSON, so that a field added in a later version changes no sheet
that does not use it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from referent_desk.domain.sheets import Body, EndBody, FormBody, RouteBody

CHECK_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def canonical_json(body: Body, language: str) -> str:
    """Keys sorted, empty fields left out, one form for each value: the text that is hashed."""
    return _encode({"body": _plain(body), "kind": type(body).__name__, "language": language})


def body_hash(body: Body, language: str) -> str:
    shared = isinstance(body, FormBody | RouteBody | EndBody)
    return _shared_hash(body, language) if shared else _hash(body, language)


@lru_cache(maxsize=512)
def _shared_hash(body: Body, language: str) -> str:
    """Of what lies in the binders of many departments alike."""
    return _hash(body, language)


def _hash(body: Body, language: str) -> str:
    return hashlib.sha256(canonical_json(body, language).encode()).hexdigest()


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if kind is str or value is None:
        return value
    if kind is tuple or kind is list:
        return [item if type(item) is str else _plain(item) for item in value]
    names, values_of = _fields(kind)
    if names:
        return _plain_fields(names, values_of(value))
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in sorted(value.items())}
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value


def _plain_fields(names: tuple[str, ...], values: tuple[Any, ...]) -> dict[str, Any]:
    plain = {}
    for name, part in zip(names, values, strict=True):
        kept = part if type(part) is str else _plain(part)
        if kept or kept not in (None, "", [], {}):
            plain[name] = kept
    return plain


@cache
def _fields(kind: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Sorted names, none for what is no dataclass, and what reads all of them at once."""
    names = tuple(sorted(field.name for field in fields(kind))) if is_dataclass(kind) else ()
    if len(names) > 1:
        return names, attrgetter(*names)
    return names, lambda value: tuple(getattr(value, name) for name in names)


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
