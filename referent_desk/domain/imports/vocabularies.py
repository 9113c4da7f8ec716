"""The words by which a ward means a function, looked for in what it writes of a software."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from referent_desk.domain.functions import Function
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.software import SoftwareKind
from referent_desk.domain.texts import folded

_BETWEEN = re.compile(r"[\n;|/,+]")
_EXPLAINED = re.compile(r"([^()]*)(?:\(([^()]*)\)?)?")
_WORD = re.compile(r"[a-z]{3,}")
_SHORT_WORD = re.compile(r"\b[A-Z]{2}\b")
"""In capitals, as they are written of what has a long name: `EI`."""
_TOGETHER = re.compile(r"\b(?:et|and)\b|&")
"""What stands between two functions that a phrase names both."""
_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
_SMALL = frozenset({"des", "les", "aux", "and", "the", "pour", "par", "sur", "for", "avec", "with"})

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """`named` are the ids of functions. `either` gives those of which a part means one, not said
    which; `unknown` are the parts that mean none, `outside` those that mean what none holds.
    `loose` are parts of which but some words name the one function that they are taken for."""

    named: tuple[str, ...] = ()
    either: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unknown: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    loose: tuple[tuple[str, str], ...] = ()


class Vocabulary:
    """`words` are what people write besides the names, by the code of the function.

    Under the empty code stands what no function holds: it counts where nothing else is meant, or
    what it says is longer.
    """

    def __init__(
        self, functions: Iterable[Function], words: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self._by_key: dict[str, set[str]] = {}
        self._by_words: dict[Words, set[str]] = {}
        self._own: set[Words] = set()
        self._spoken: dict[str, set[str]] = {}
        self._order: dict[str, int] = {}
        self._read: dict[str, Meaning] = {}
        for place, function in enumerate(functions):
            self._order[function.id] = place
            spoken = (words or {}).get(function.code, ())
            for text in (function.code, function.name_fr, function.name_en, *spoken):
                self._by_key.setdefault(name_key(text), set()).add(function.id)
                if text in {function.name_fr, function.name_en}:
                    self._own.add(_words(text))
                self._spoken.setdefault(function.id, set()).update(_words(text))
                if text != function.code:
                    self._by_words.setdefault(_words(text), set()).add(function.id)
        outside = (words or {}).get("", ())
        self._outside_keys = {name_key(text) for text in outside}
        self._short_names = {text for text in outside if _SHORT_WORD.fullmatch(text)}
        self._outside = {said for text in outside if (said := _words(text))}
        self._by_key.pop("", None)
        self._by_words.pop(frozenset(), None)

    def meaning(self, text: str) -> Meaning:
        if text not in self._read:
            self._read[text] = self._understand(text)
        return self._read[text]

    def _understand(self, text: str) -> Meaning:
        """A name is one even where it holds what else stands between two.

        Words in brackets explain the function before them; they count where that is not understood.
        """
        if name_key(text) in self._by_key:
            return self._of_parts([text])
        parts: list[str] = []
        for before, inside in _EXPLAINED.findall(text):
            named = _parts(before)
            parts += named[:-1] + self._explained(named[-1:], inside)
        return self._of_parts(parts)

    def _explained(self, named: list[str], inside: str) -> list[str]:
        """The part alone, where it is understood; else with what explains it, else that alone.

        What a function itself is called is no explanation: `Dossier patient (prescription)`; nor
        is one of several that stand there, where people mean one function by it.
        """
        if not name_key(inside):
            return named
        whole = [f"{part} ({inside})" for part in named] or [inside]
        readings = (named, [" ".join([*named, inside])], _parts(inside))
        understood = next((each for each in readings if self._of_parts(each).named), whole)
        listed = _parts(inside)
        own = [part for part in listed if self._is_own(part, is_one_of_several=len(listed) > 1)]
        return [*understood, *(own if understood is named else ())]

    def _is_own(self, part: str, *, is_one_of_several: bool) -> bool:
        is_meant = len(self._by_key.get(name_key(part), ())) == 1
        return _words(part) in self._own or (is_one_of_several and is_meant)

    def _of_parts(self, parts: list[str]) -> Meaning:
        named: list[str] = []
        loose: dict[str, str] = {}
        either: list[tuple[str, tuple[str, ...]]] = []
        unknown: list[str] = []
        outside: list[str] = []
        for part in parts:
            found = self._meant(part)
            sure = set().union(*(ids for ids in found if len(ids) == 1))
            if len(sure) == 1 or (sure and _TOGETHER.search(folded(part))):
                named.extend(self._sorted(sure))
                if len(sure) == 1 and not self._tells_all(part, *sure):
                    loose[part] = next(iter(sure))
            elif sure:
                either.append((part, self._sorted(sure)))
            elif found:
                either.append((part, self._sorted(set().union(*found))))
            elif self._is_outside(part):
                outside.append(part)
            else:
                unknown.append(part)
        others = tuple(
            (part, ids) for part, ids in dict.fromkeys(either) if not set(ids) & set(named)
        )
        return Meaning(
            tuple(dict.fromkeys(named)),
            others,
            tuple(dict.fromkeys(unknown)),
            tuple(dict.fromkeys(outside)),
            tuple(loose.items()),
        )

    def _tells_all(self, part: str, function_id: str) -> bool:
        """Whether every word of the part is one by which people mean that function."""
        if name_key(part) in self._by_key:
            return True
        return _words(part) <= self._spoken[function_id]

    def _is_outside(self, part: str) -> bool:
        said = _words(part)
        if name_key(part) in self._outside_keys or any(words <= said for words in self._outside):
            return True
        return not self._short_names.isdisjoint(_SHORT_WORD.findall(part))

    def _meant(self, part: str) -> list[set[str]]:
        """What the whole part is called like, else the longest entries whose words stand in it.

        Longer still may be what no function holds: `alarme agression` is no `alarme` of a monitor.
        """
        exact = self._by_key.get(name_key(part))
        if exact:
            return [exact]
        said = _words(part)
        held = [words for words in self._by_words if words <= said]
        longer = (*held, *(words for words in self._outside if words <= said))
        return [self._by_words[w] for w in held if not any(w < other for other in longer)]

    def _sorted(self, ids: set[str]) -> tuple[str, ...]:
        return tuple(sorted(ids, key=self._order.__getitem__))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(text) if name_key(part)]


def _words(text: str) -> Words:
    """Without plurals: `analyses` and `analyse` are one."""
    return frozenset(
        word.rstrip("sx") for word in _WORD.findall(folded(text)) if word not in _SMALL
    )


def ids_by_name(entries: Iterable[SoftwareKind | Function]) -> dict[str, str]:
    """The ids of a catalogue by code and by name in either language; the first one wins.

    `Système d’information de laboratoire (SIL/SGL)` is also found without its brackets, and by
    each of the short names in them.
    """
    ids: dict[str, str] = {}
    for entry in entries:
        for name in (entry.code, entry.name_fr, entry.name_en):
            short = (part for inside in _IN_BRACKETS.findall(name) for part in inside.split("/"))
            for spelling in (name, _IN_BRACKETS.sub("", name), *short):
                ids.setdefault(name_key(spelling), entry.id)
    ids.pop("", None)
    return ids
