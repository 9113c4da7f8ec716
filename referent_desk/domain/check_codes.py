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
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from referent_desk.domain.forms import FormDefinition
from referent_desk.domain.notice_sheets import NoticeBody
from referent_desk.domain.sheets import Body, EndBody, FormBody, RouteBody

CHECK_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def canonical_json(body: Body, language: str) -> str:
    """Keys sorted, empty fields left out, one form for each value: the text that is hashed."""
    return _encode({"body": _plain(body), "kind": type(body).__name__, "language": language})


def body_hash(body: Body, language: str) -> str:
    if isinstance(body, FormBody):
        return _form_hash(_Same(body.form), language)
    return _shared_hash(body, language) if isinstance(body, _SHARED) else _hash(body, language)


_SHARED = (RouteBody, EndBody, NoticeBody)


@lru_cache(maxsize=512)
def _shared_hash(body: Body, language: str) -> str:
    """Of what lies in the binders of many departments alike."""
    return _hash(body, language)


class _Same:
    """One form is in all binders, and large: it is known by being the same, not by what it says."""

    def __init__(self, form: FormDefinition) -> None:
        self.form = form

    def __hash__(self) -> int:
        return id(self.form)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.form is self.form


@lru_cache(maxsize=512)
def _form_hash(same: _Same, language: str) -> str:
    return _hash(FormBody(same.form), language)


def _hash(body: Body, language: str) -> str:
    return hashlib.sha256(canonical_json(body, language).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """What the encoder does not know itself; what stands in a list it asks for one by one."""
    kind: Any = type(value)
    names, values_of = _fields(kind)
    if names:
        return _plain_fields(names, values_of(value))
    if isinstance(value, Mapping):
        return {str(key): _plain_part(item) for key, item in sorted(value.items())}
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} stands in no sheet")


_encode = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), check_circular=False, default=_plain
).encode
_KNOWN = frozenset({str, tuple, list, int, bool, float})


def _plain_fields(names: tuple[str, ...], values: tuple[Any, ...]) -> dict[str, Any]:
    plain = {}
    for name, part in zip(names, values, strict=True):
        if type(part) in _KNOWN:
            if part or isinstance(part, int | float):
                plain[name] = part
        elif part is not None and (kept := _plain_part(part)) not in ("", {}):
            plain[name] = kept
    return plain


def _plain_part(part: Any) -> Any:
    """Without the class of the text of an enumeration, whose value is what is written."""
    return part if part is None or isinstance(part, _ENCODED) else _plain(part)


_ENCODED = (str, int, float, tuple, list)


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
