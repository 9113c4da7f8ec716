"""The one source of every number on paper: typed once, it stands on every sheet that names it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from referent_desk.domain.directory import DirectoryEntry, Purpose
from referent_desk.domain.people import Person
from referent_desk.domain.posts import (
    fit_of,
    is_beside_a_name,
    is_telephone,
    post_spellings,
    post_words,
    purpose_named,
    purpose_told,
)

_Words = frozenset[str]
_OF_THE_WARD = frozenset({Purpose.WARD_MANAGER, Purpose.PHYSICIAN})
"""A ward has its own: those of the hospital come after."""


class KnownNumbers:
    """What a department can call, by whom one reaches.

    In this order: what the department said itself, the line of the directory that has the purpose,
    the line that is called so, at last a referent who is the ward's manager. `directory` has the
    department's own lines first; `officers` are those who answer for it. Of several people of one
    role nobody is taken: nothing says which of them is meant.
    """

    def __init__(
        self,
        said: Mapping[str, str] | None = None,
        directory: Iterable[DirectoryEntry] = (),
        officers: Iterable[Person] = (),
    ) -> None:
        self._said: dict[_Words, str] = {}
        self._called: dict[_Words, str] = {}
        self._purposes: dict[Purpose, str] = {}
        for name, value in (said or {}).items():
            if value and is_telephone(name):
                self._said.setdefault(post_words(name), value)
        numbered = [entry for entry in directory if entry.number]
        self._take_labels(numbered)
        self._take_purposes(said or {}, numbered)
        for person in officers:
            if purpose_named(person.role) is Purpose.WARD_MANAGER and person.telephone:
                self._purposes.setdefault(Purpose.WARD_MANAGER, person.telephone)

    def _take_purposes(self, said: Mapping[str, str], entries: Iterable[DirectoryEntry]) -> None:
        """What fits best first: `Médecin de garde` before `Médecin`."""
        values = [(name, value) for name, value in said.items() if value and is_telephone(name)]
        for name, value in sorted(values, key=lambda pair: fit_of(pair[0])):
            self._purposes.setdefault(purpose_named(name), value)
        entries = list(entries)
        for entry in entries:
            self._purposes.setdefault(entry.purpose, entry.number)
        for purpose, entry in _told(entries):
            self._purposes.setdefault(purpose, entry.number)
        self._purposes.pop(Purpose.NONE, None)

    def _take_labels(self, entries: Iterable[DirectoryEntry]) -> None:
        """`Laboratoire` before `Laboratoire (biochimie)` before `Labo de biochimie`."""
        spelled = [
            (place, words, entry.number)
            for entry in entries
            for place, words in enumerate(post_spellings(entry.label))
        ]
        for _place, words, number in sorted(spelled, key=lambda each: each[0]):
            self._called.setdefault(words, number)

    def of(self, purpose: Purpose) -> str:
        """Empty where nobody knows."""
        return self._purposes.get(purpose, "")

    def named(self, name: str) -> str:
        """Of a post or of a local value that is a number; empty where nobody knows."""
        words = post_words(name)
        if not words:
            return ""
        return self._said.get(words) or self.of(purpose_named(name)) or self._called.get(words, "")


def _told(entries: list[DirectoryEntry]) -> Iterable[tuple[Purpose, DirectoryEntry]]:
    """The lines whose label says whom they reach, what fits best first."""
    unsaid = [entry for entry in entries if entry.purpose is Purpose.NONE]
    told = [(purpose, e) for e in unsaid if (purpose := purpose_told(e.label)) is not Purpose.NONE]
    named: dict[tuple[Purpose, str], set[str]] = {}
    for purpose, entry in told:
        if purpose in _OF_THE_WARD and is_beside_a_name(entry.label):
            named.setdefault((purpose, entry.owner_id), set()).add(entry.number)
    owners = list(dict.fromkeys(entry.owner_id for entry in entries))
    sure = [
        (purpose, entry)
        for purpose, entry in told
        if not is_beside_a_name(entry.label) or len(named.get((purpose, entry.owner_id), ())) < 2
    ]
    return sorted(sure, key=lambda each: _order(each[0], each[1], owners))


def _order(purpose: Purpose, entry: DirectoryEntry, owners: list[str]) -> tuple[int, int]:
    nearness = owners.index(entry.owner_id) if purpose in _OF_THE_WARD else 0
    return nearness, fit_of(entry.label)


NO_NUMBERS = KnownNumbers()
