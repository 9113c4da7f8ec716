"""Which names mean one person: compared by their words, whatever their order and capitals."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from referent_desk.domain.imports.matching import cuts_of, name_key, one_letter_apart
from referent_desk.domain.imports.names import (
    has_title,
    number_beside,
    said_in_brackets,
    split_role,
    split_written_name,
    without_title,
)
from referent_desk.domain.imports.roles import PARTICLES, without_doubt
from referent_desk.domain.people import Person
from referent_desk.domain.texts import folded

_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST_NAME = 3
"""Letters of a shortened first name."""


class Likeness(IntEnum):
    """NEAR may be one person; FITS is one where nobody else fits; SAME has the same words."""

    OTHER = 0
    NEAR = 1
    FITS = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class Written:
    """A person as a cell gives them. `is_split` False: nothing tells the last name from the first,
    and `last` holds both."""

    last: str
    first: str = ""
    role: str = ""
    telephone: str = ""
    is_split: bool = True

    @property
    def full_name(self) -> str:
        return f"{self.first} {self.last}".strip()


@lru_cache(maxsize=50_000)
def words_of(name: str) -> tuple[str, ...]:
    """`D’Hervé A.-S.`: `dherve`, `a`, `s`."""
    return tuple(_LETTERS.findall(folded(name).replace("'", "")))


def written_person(person: Person) -> Written:
    is_split = bool(person.first_name) or len(_without_particles(person.last_name)) < 2
    return Written(person.last_name, person.first_name, is_split=is_split)


def person_lookups(last: str, first: str) -> list[tuple[str, str]]:
    """What somebody is found by whom a cell may mean: each word of their last name, also with a
    letter left out; their first name, where one side gives no more besides than an initial."""
    words = words_of(last)
    cuts = (("cut", short) for word in words for short in cuts_of(word))
    bare = [("word", word) for word in words_of(first)] if len(name_key(last)) == 1 else []
    return [*(("word", word) for word in words), *cuts, ("first", name_key(first)), *bare]


def lookups(written: Written) -> list[tuple[str, str]]:
    """Where those stand whom the name may mean."""
    words = [word for word in words_of(written.full_name) if len(word) > 1]
    cuts = (("cut", short) for word in words for short in cuts_of(word))
    firsts = [("first", name_key(written.first))] if len(name_key(written.last)) == 1 else []
    return [*(("word", word) for word in words), *cuts, *firsts]


def likeness(one: Written, other: Written) -> Likeness:
    """How sure it is that both are the same; symmetrical."""
    mine, theirs = list(words_of(one.full_name)), list(words_of(other.full_name))
    if sorted(mine) == sorted(theirs) or name_key(one.full_name) == name_key(other.full_name):
        return Likeness.SAME
    if (name_key(one.last), name_key(one.first)) == (name_key(other.last), name_key(other.first)):
        return Likeness.SAME
    short, long = sorted((mine, theirs), key=lambda words: sum(map(len, words)))
    common, is_exact = _held(short, long)
    if not common:
        return Likeness.OTHER
    families = [words_of(each.last) for each in (one, other) if each.is_split]
    whole = [family for family in families if all(len(word) > 1 for word in family)]
    if whole and len(whole) == len(families) and all(set(each) <= common for each in whole):
        return Likeness.FITS if is_exact else Likeness.NEAR
    return Likeness.NEAR if set(common) - PARTICLES else Likeness.OTHER


def is_called_short(one: Written, other: Written) -> bool:
    """`Véro Lambert` and `Véronique Lambert`: of one last name, with the beginning of a first."""
    mine, theirs = set(words_of(one.full_name)), set(words_of(other.full_name))
    if len(mine - theirs) != 1 or len(theirs - mine) != 1 or not (mine & theirs) - PARTICLES:
        return False
    families = {word for each in (one, other) if each.is_split for word in words_of(each.last)}
    short, long = sorted((*mine - theirs, *theirs - mine), key=len)
    return len(short) >= _SHORTEST_NAME and long.startswith(short) and families <= mine & theirs


def _held(short: list[str], long: list[str]) -> tuple[set[str], bool]:
    """The whole words that both have, if every word of the one stands in the other.

    An initial stands for a word, two run together for two, and, inexactly, a long word for one
    that differs in a letter.
    """
    left, common, is_exact = list(long), set[str](), True
    for word in sorted(_spelled_out(short, long), key=len, reverse=True):
        if word in left:
            found = word
        elif len(word) == 1:
            found = next((each for each in left if each.startswith(word)), "")
        else:
            found = next((each for each in left if one_letter_apart(word, each)), "")
            initial = next((each for each in left if each == word[0]), "")
            is_exact = is_exact and not found
            found = found or initial
        if not found:
            return set(), False
        left.remove(found)
        if len(word) > 1 and len(found) > 1:
            common |= {word, found}
    return common, is_exact


def _spelled_out(short: list[str], long: list[str]) -> list[str]:
    """`JP Martin` has the initials of Jean-Pierre, where nobody is called Jp."""
    spelled: list[str] = []
    for word in short:
        heads = "".join(each[0] for each in long)
        is_pair = len(word) == 2 and word not in {*long, *PARTICLES} and word in heads
        spelled.extend(word if is_pair else [word])
    return spelled


def _without_particles(name: str) -> list[str]:
    return [word for word in words_of(name) if word not in PARTICLES]


class NamesOfFile:
    """What all cells of a file together tell of the people they name.

    A last name in capitals in one row is known for one in the others.
    """

    def __init__(
        self, texts: Iterable[str], people: Iterable[Person], beside: Iterable[Written] = ()
    ) -> None:
        cells, others = tuple(dict.fromkeys(texts)), tuple(beside)
        self._families = {name_key(p.last_name) for p in people if p.first_name}
        self._families |= {name_key(each.last) for each in others}
        plain = [_read(text) for text in cells]
        self._families |= {
            name_key(each.last) for each in plain if each.is_split and len(name_key(each.last)) > 2
        }
        self._known: list[Written] = []
        self._places: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._meant: dict[Written, list[Written]] = {}
        for written in (*others, *map(self.read, cells)):
            self._learn(written)

    def _learn(self, written: Written) -> None:
        """Of two spellings the one that tells the last name from the first is kept."""
        place = len(self._known)
        for other in self._near(written):
            known = self._known[other]
            if likeness(known, written) is Likeness.SAME:
                if _clearness(written) <= _clearness(known):
                    return
                place = other
                break
        if words_of(written.full_name):
            self._known[place : place + 1] = [written]
            for key in person_lookups(written.last, written.first):
                self._places[key].add(place)

    def _near(self, written: Written) -> list[int]:
        """The places of those whom the name may mean, in the order of the file."""
        return sorted(set().union(*(self._places.get(key, ()) for key in lookups(written))))

    def read(self, text: str) -> Written:
        written = _read(text)
        if len(name_key(written.last)) == 1 and name_key(written.first) in self._families:
            return replace(written, last=written.first, first=written.last)
        return written if written.is_split else self._split(written)

    def _split(self, written: Written) -> Written:
        words = written.last.split()
        for place in range(1, len(words)):
            for last, first in ((words[place:], words[:place]), (words[:place], words[place:])):
                if name_key(" ".join(last)) in self._families:
                    return replace(
                        written, last=" ".join(last), first=" ".join(first), is_split=True
                    )
        is_family = name_key(written.last) in self._families
        return replace(written, is_split=True) if is_family else written

    def is_known(self, text: str) -> bool:
        """Whether the word is somebody's last name in another cell."""
        return name_key(_read(text).last) in self._families

    def meant(self, written: Written) -> list[Written]:
        """The fullest spellings in the file of whom the cell may mean; itself where none fits."""
        if written not in self._meant:
            self._meant[written] = self._fullest(written)
        return list(self._meant[written])

    def _fullest(self, written: Written) -> list[Written]:
        near = [self._known[place] for place in self._near(written)]
        alike = [(likeness(each, written), each) for each in near]
        same = next((each for how, each in alike if how is Likeness.SAME), written)
        least = _letters(written)
        fuller = [each for how, each in alike if how is Likeness.FITS and _letters(each) > least]
        fullest = [each for each in fuller if not any(_is_fuller(o, each) for o in fuller)]
        return [
            replace(each, role=written.role, telephone=written.telephone)
            for each in fullest or [same]
        ]


def _letters(written: Written) -> int:
    return sum(map(len, words_of(written.full_name)))


def _is_fuller(one: Written, other: Written) -> bool:
    return _letters(one) > _letters(other) and likeness(one, other) is Likeness.FITS


def _clearness(written: Written) -> tuple[bool, bool]:
    return bool(written.first), written.last == written.last.upper()


def _read(text: str) -> Written:
    plain, number = number_beside(without_doubt(text))
    last, first = split_written_name(plain)
    role = said_in_brackets(plain) or split_role(without_title(plain))[1]
    is_split = bool(first) or (has_title(plain) and len(_without_particles(last)) == 1)
    return Written(last, first, role, number, is_split)
