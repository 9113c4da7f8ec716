"""Which words of a name are the family's, where capitals tell: `Joris van der BERG`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from referent_desk.domain.imports.roles import PARTICLES
from referent_desk.domain.texts import folded

_BEFORE = PARTICLES | frozenset(
    {"der", "den", "ter", "ten", "zu", "zur", "vom", "dos", "das", "del", "della", "dello", "bin",
     "ibn", "abu", "abou", "ould", "ait", "mac", "mc", "st", "ste"}
)  # fmt: skip
_ALSO_FIRST = frozenset({"ben", "al"})
"""Particles by which people are called as well: `Ben AFFLECK`."""
_JOINED = re.compile(r"^(?:[dl]['’]|Mac|Mc)(?=\w)")
"""What stands in small letters before capitals in one word: `d’URVILLE`, `MacDONALD`."""


_FEWEST_TOLD = 2
"""Names that must tell an order before it counts for the others of their column."""


class NameOrder(StrEnum):
    """What the title of a column says of the names below it: `Nom Prénom`."""

    UNSAID = "unsaid"
    LAST_FIRST = "last_first"
    FIRST_LAST = "first_last"


def split_by_order(words: list[str], order: NameOrder) -> tuple[str, str] | None:
    """Last and first name; None where no order is told. A last name is one word and the particles
    before it: of `Nguyen Thi Mai` the rest is the first name."""
    if order is NameOrder.UNSAID:
        return None
    comma = next((place for place, word in enumerate(words, 1) if word.endswith(",")), 0)
    if comma:
        parts = (" ".join(words[:comma]).rstrip(" ,"), " ".join(words[comma:]))
        return parts if order is NameOrder.LAST_FIRST else parts[::-1]
    if order is NameOrder.FIRST_LAST:
        place = len(words) - 1
        while place > 1 and folded(words[place - 1]) in _BEFORE:
            place -= 1
        return " ".join(words[place:]), " ".join(words[:place])
    place = 0
    while place < len(words) - 1 and folded(words[place]) in _BEFORE:
        place += 1
    return " ".join(words[: place + 1]), " ".join(words[place + 1 :])


def order_of_names(names: Iterable[str]) -> NameOrder:
    """The order of all names of a column, where several of them tell theirs by capitals, and
    alike."""
    split = ((words := name.split(), split_by_capitals(words)) for name in names)
    told = [words[0] in found[0].split() for words, found in split if found and found[1]]
    if len(told) < _FEWEST_TOLD or len(set(told)) > 1:
        return NameOrder.UNSAID
    return NameOrder.LAST_FIRST if told[0] else NameOrder.FIRST_LAST


def split_by_capitals(words: list[str]) -> tuple[str, str] | None:
    """Last and first name; None where capitals do not stand together at one end.

    Particles before capitals belong to them, and a single letter without a dot does where a first
    name is written out beside it.
    """
    marks = [_is_capital(word) for word in words]
    if not any(marks) or all(marks):
        return None
    wider = _with_particles(words, marks)
    if all(wider):
        if folded(words[0]) not in _ALSO_FIRST:
            return " ".join(words), ""
        wider = marks
    family = [word for word, mark in zip(words, wider, strict=True) if mark]
    first = [word for word, mark in zip(words, wider, strict=True) if not mark]
    is_whole = words[: len(family)] == family or words[-len(family) :] == family
    return (" ".join(family), " ".join(first)) if is_whole else None


def _is_capital(word: str) -> bool:
    plain = _JOINED.sub("", word)
    return plain == plain.upper() and sum(c.isalpha() for c in plain) > 1


def _with_particles(words: list[str], marks: list[bool]) -> list[bool]:
    wider = list(marks)
    for place in range(len(words) - 2, -1, -1):
        if wider[place + 1] and folded(words[place]) in _BEFORE:
            wider[place] = True
    for place, word in enumerate(words[:-1]):
        is_letter = len(word) == 1 and word.isupper()
        others = (len(w) > 1 for n, w in enumerate(words) if not wider[n] and n != place)
        if is_letter and wider[place + 1] and any(others):
            wider[place] = True
    return wider
