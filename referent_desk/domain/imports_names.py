"""Names of people as cells give them: with titles, in capitals, in brackets, of nobody."""

from __future__ import annotations

import re

from referent_desk.domain.imports_matching import name_key
from referent_desk.domain.texts import clean_line, folded

_TITLE = re.compile(
    r"^(?:(?:m|mr|mme|mlle|ms|mrs|dr|pr|prof|docteur|professeur|madame|monsieur)\b\.?\s+"
    r"(?:l[ea]\s+(?=dr|pr|doc|prof))?)+",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\([^)]*\)?")
TITLED = re.compile(r"^(?:m\.|mr|mme|mlle|dr|pr|docteur|professeur)\s", re.IGNORECASE)
_VACANT = frozenset({"vacant", "vacante", "poste vacant", "a pourvoir", "neant", "non pourvu"})


def split_full_name(text: str) -> tuple[str, str]:
    """Last and first name of `Mme LE GUELLEC Maëlle` or `Maëlle LE GUELLEC`.

    The last name is what stands in capitals; where nothing or everything does, it is all of it.
    """
    words = _TITLE.sub("", text).split() if TITLED.match(text) else text.split()
    capitals = [w for w in words if w == w.upper() and sum(c.isalpha() for c in w) > 1]
    others = [w for w in words if w not in capitals]
    if capitals and others and _is_in_one_piece(words, capitals):
        return " ".join(capitals), " ".join(others)
    return " ".join(words), ""


def without_title(name: str) -> str:
    """`Mme LE GUELLEC (remplaçante)` → `LE GUELLEC`."""
    return clean_line(_TITLE.sub("", _IN_BRACKETS.sub(" ", name)))


def _is_in_one_piece(words: list[str], capitals: list[str]) -> bool:
    return words[: len(capitals)] == capitals or words[-len(capitals) :] == capitals


def person_key(last: str, first: str) -> tuple[str, str]:
    return name_key(last), name_key(first)


def refusal_of_name(last: str) -> str:
    if not name_key(last):
        return "no_person"
    return "vacant_post" if folded(last) in _VACANT else ""
