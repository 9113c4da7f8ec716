"""Which names are one thing, and which only look alike.

Spellings that differ by case, accents, blanks and punctuation are one product. A name that is
nearly another's is never merged by the program: a person is asked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from referent_desk.domain.texts import folded, spelling_key

_WORD = re.compile(r"[a-z+#]+|\d+|[^\W\d_a-z]+")
_ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"})
_GENERAL_WORDS = frozenset(
    {"service", "unite", "pole", "hopital", "centre", "secteur", "departement", "the", "des",
     "les", "aux", "pour", "par", "and", "ward", "department", "unit"}
)  # fmt: skip
_SHORTEST = 5
_LONG = 14
_LONGEST = 32

Shape = tuple[str, tuple[str, ...]]

name_key = lru_cache(maxsize=100_000)(spelling_key)
"""`spelling_key`, remembered: a list says the same few names on every line."""


def shape(name: str) -> Shape:
    """The name's words run together, and the marks that tell two of a series apart.

    `Res Urgences 4` → `resurgences`, (`4`); `Médecine B` → `medecine`, (`b`).
    """
    words: list[str] = []
    marks: list[str] = []
    for word in _WORD.findall(folded(name)):
        is_mark = word.isdigit() or len(word) == 1 or word in _ROMAN
        (marks if is_mark and word not in "+#" else words).append(word)
    return "".join(words), tuple(marks)


def share_a_word(one: str, other: str) -> bool:
    """Whether two names of one code may be one department: `URG ADULTES`, `Urgences adultes`.

    Words count by their beginning; those that any department may carry do not count.
    """
    stems, others = _stems(one), _stems(other)
    return any(a.startswith(b) or b.startswith(a) for a in stems for b in others)


def _stems(name: str) -> set[str]:
    words = _WORD.findall(folded(name))
    return {w[:4] for w in words if len(w) >= 3 and w not in _GENERAL_WORDS}


def _differ_in_a_long_word(one: str, other: str) -> bool:
    """`Urgence` and `Urgences`, but not `Bloc RX` and `Bloc RH`: a short word counts whole."""
    if spelling_key(one) == spelling_key(other):
        return False
    words, others = _WORD.findall(folded(one)), _WORD.findall(folded(other))
    if len(words) != len(others):
        return True
    return all(
        min(len(a), len(b)) >= _SHORTEST - 1 for a, b in zip(words, others, strict=True) if a != b
    )


def _shortened(stem: str, cuts: int) -> Iterator[str]:
    """The stem with up to `cuts` letters left out: two stems that share one are near."""
    yield stem
    for place in range(len(stem)):
        shorter = stem[:place] + stem[place + 1 :]
        if cuts > 1:
            yield from _shortened(shorter, cuts - 1)
        else:
            yield shorter


@lru_cache(maxsize=20_000)
def cuts_of(word: str) -> frozenset[str]:
    """The word and what it is with one letter left out; nothing where it is too short for that."""
    return frozenset(_shortened(word, 1)) if _SHORTEST <= len(word) <= _LONGEST else frozenset()


def one_letter_apart(one: str, other: str) -> bool:
    """One letter more, less, other or swapped, in words long enough for that to be a slip."""
    return one != other and not cuts_of(one).isdisjoint(cuts_of(other))


class NearNames:
    """Names to compare a new one with.

    Near is: one letter more, less, other or swapped (two in a name of fourteen or more, where
    `generous`), or the same words with a version number on one side only (`generous`).
    """

    def __init__(self, *, generous: bool) -> None:
        self._generous = generous
        self._names: dict[Shape, str] = {}
        self._marks: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._cut: dict[str, set[str]] = defaultdict(set)

    def add(self, name: str) -> None:
        stem, marks = shape(name)
        if (stem, marks) in self._names:
            return
        self._names[stem, marks] = name
        if not self._marks[stem]:
            for short in self._cuts(stem):
                self._cut[short].add(stem)
        self._marks[stem].add(marks)

    def _cuts(self, stem: str) -> set[str]:
        if not _SHORTEST <= len(stem) <= _LONGEST:
            return set()
        return set(_shortened(stem, 2 if self._generous and len(stem) >= _LONG else 1))

    def near(self, name: str) -> str:
        """A name that is not the same and nearly is; empty if there is none."""
        stem, marks = shape(name)
        if self._generous:
            for other in sorted(self._marks.get(stem, ())):
                if bool(other) != bool(marks):
                    return self._names[stem, other]
        for short in sorted(self._cuts(stem)):
            for near_stem in sorted(self._cut.get(short, ())):
                found = self._names.get((near_stem, marks))
                if found and _differ_in_a_long_word(found, name):
                    return found
        return ""
