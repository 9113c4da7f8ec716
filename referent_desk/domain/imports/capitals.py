"""Names of people in one way of writing, whatever the list has in capitals: `Élodie Tisserand`."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]{2,}")
_MC = re.compile(r"Mc(?=[^\W\d_]{2})")


@lru_cache(maxsize=20_000)
def last_name_written(name: str) -> str:
    """`LE GOFF` → `Le Goff`, `N’GUESSAN` → `N’Guessan`; what small letters tell is kept."""
    return _WORD.sub(_small_behind_the_first, name)


def first_name_written(name: str) -> str:
    """As a last name, but two capitals are initials: `JP`."""
    return name if len(name) < 3 else last_name_written(name)


def _small_behind_the_first(found: re.Match[str]) -> str:
    word = found[0]
    if word != word.upper():
        joined = re.fullmatch(r"(Mac|Mc)([^\W\d_]{2,})", word)
        is_joined = joined is not None and joined[2] == joined[2].upper()
        return f"{joined[1]}{joined[2].capitalize()}" if joined and is_joined else word
    plain = word.capitalize()
    return f"Mc{plain[2:].capitalize()}" if _MC.match(plain) else plain
