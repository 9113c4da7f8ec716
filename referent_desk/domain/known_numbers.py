"""The one source of every number on paper: typed once, it stands on every sheet that names it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from referent_desk.domain.directory import DirectoryEntry, Purpose
from referent_desk.domain.people import Person
from referent_desk.domain.posts import fit_of, is_telephone, post_words, purpose_named

_Words = frozenset[str]


class KnownNumbers:
    """What a department can call, by whom one reaches.

    In this order: what the department said itself, the line of the directory that has the purpose,
    the line that is called so, at last a referent who is the ward's manager. `directory` has the
    department's own lines first; `officers` are those who answer for it.
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
        for entry in numbered:
            self._called.setdefault(post_words(entry.label), entry.number)
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
        for entry in sorted(entries, key=lambda e: fit_of(e.label)):
            if entry.purpose is Purpose.NONE:
                self._purposes.setdefault(purpose_named(entry.label), entry.number)
        self._purposes.pop(Purpose.NONE, None)

    def of(self, purpose: Purpose) -> str:
        """Empty where nobody knows."""
        return self._purposes.get(purpose, "")

    def named(self, name: str) -> str:
        """Of a post or of a local value that is a number; empty where nobody knows."""
        words = post_words(name)
        if not words:
            return ""
        return self._said.get(words) or self.of(purpose_named(name)) or self._called.get(words, "")


NO_NUMBERS = KnownNumbers()
