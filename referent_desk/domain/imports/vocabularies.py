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
_WORD = re.compile(r"\bnouveau[- ]nee?s?\b|[a-z]{3,}")
"""`nouveau-né` is one word: alone, its first half says nothing."""
_SHORT_WORD = re.compile(r"\b[A-Z]{2}\b")
"""In capitals, as they are written of what has a long name: `EI`, `CR de consultation`."""
_TOGETHER = re.compile(r"\b(?:et|and)\b|&")
_AND = re.compile(r"\b(?:et|and)\b|&", re.IGNORECASE)
"""What stands between two functions that a phrase names both."""
_HEAD = re.compile(r"([^\n;|/,+():]+):")
"""What stands before a colon holds for all of the list after it: `Imagerie : images, CR`."""
_AFTER_HEAD = re.compile(r"\s*:\s*|\s+[-–—]\s+")
_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
_SMALL = frozenset({"des", "les", "aux", "and", "the", "pour", "par", "sur", "for", "avec", "with"})
_NOTHING_SAID = frozenset(
    {"demande", "saisie", "suivi", "gestion", "consultation", "logiciel", "outil", "application",
     "utilisation", "request", "entry", "management", "software", "tool"}
)  # fmt: skip
"""Words that stand with any function and name none."""

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
        spelled = (text for texts in (words or {}).values() for text in texts)
        self._short = frozenset(short for text in spelled for short in _SHORT_WORD.findall(text))
        for place, function in enumerate(functions):
            self._order[function.id] = place
            spoken = (words or {}).get(function.code, ())
            for text in (function.code, function.name_fr, function.name_en, *spoken):
                self._by_key.setdefault(name_key(text), set()).add(function.id)
                if text in {function.name_fr, function.name_en}:
                    self._own.add(self._words(text))
                self._spoken.setdefault(function.id, set()).update(self._words(text))
                if text != function.code or text in spoken:
                    self._by_words.setdefault(self._words(text), set()).add(function.id)
        outside = (words or {}).get("", ())
        self._outside_keys = {name_key(text) for text in outside}
        self._outside = {said for text in outside if (said := self._words(text))}
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
        head = _HEAD.match(text)
        for before, inside in _EXPLAINED.findall(text):
            heads = [each for part in _parts(before) for each in self._apart(part)]
            named = [each for part in heads for each in self._sides(part)]
            parts += named[:-1] + self._explained(named[-1:], inside)
        under = head.group(1).strip() if head else ""
        return self._of_parts([self._under(under, part) for part in parts])

    def _apart(self, part: str) -> list[str]:
        """A head and what stands first after its colon or dash, where each means something by
        itself: `DPI - prescriptions`."""
        head, *others = _AFTER_HEAD.split(part, maxsplit=1)
        first = "".join(others)
        if not name_key(first) or not self._meant(head) or self._under(head, first) != first:
            return [part]
        return [head, first] if self._meant(first) or _says_nothing(first) else [part]

    def _sides(self, part: str) -> list[str]:
        """One side of an `et` of which no word is understood stands alone, so that it is not lost
        beside the other: `Prescription et tournées`."""
        if name_key(part) in self._by_key:
            return [part]
        said = self._words(part)
        entries = (*self._by_words, *self._outside)
        understood = set().union(*(words for words in entries if words <= said))
        sides = [side.strip() for side in _AND.split(part) if name_key(side)]
        lost = [
            side for side in sides
            if understood and understood.isdisjoint(self._words(side)) and not _says_nothing(side)
        ]  # fmt: skip
        if not lost:
            return [part]
        return [*(side for side in sides if side not in lost), *lost]

    def _under(self, head: str, part: str) -> str:
        """With the head of the list, where people have a name for both together."""
        both, own, above = (self._words(text) for text in (f"{head} {part}", part, head))
        named = self._by_words.keys()
        is_named = any(words <= both and not (words <= own or words <= above) for words in named)
        return f"{head} {part}" if is_named else part

    def _explained(self, named: list[str], inside: str) -> list[str]:
        """The part alone, where it is understood; else with what explains it, else that alone.

        With it too where people have a name for both together: `transports (VSL)`. What a function
        itself is called is no explanation, `Dossier patient (prescription)`, nor is what says one
        function with every word: `Dossier obstétrical (rdv de consultation)`.
        """
        if not name_key(inside):
            return named
        whole = [f"{part} ({inside})" for part in named] or [inside]
        listed = _parts(inside)
        if any(all(self._under(part, each) != each for each in listed) for part in named):
            return whole
        readings = (named, [" ".join([*named, inside])], _parts(inside))
        understood = next((each for each in readings if self._of_parts(each).named), whole)
        own = [part for part in listed if self._is_own(part)]
        return [*understood, *(own if understood is named else ())]

    def _is_own(self, part: str) -> bool:
        meant = self._by_key.get(name_key(part)) or set().union(*self._meant(part))
        is_named = self._words(part) in self._own
        return is_named or (len(meant) == 1 and self._tells_all(part, *meant))

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
            elif not (_says_nothing(part) and len(parts) > 1):
                unknown.append(part)
        asked: dict[tuple[str, ...], list[str]] = {}
        for part, ids in dict.fromkeys(either):
            if set(ids).isdisjoint(named):
                asked.setdefault(ids, []).append(part)
        others = tuple((", ".join(parts), ids) for ids, parts in asked.items())
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
        return self._words(part) <= self._spoken[function_id]

    def _is_outside(self, part: str) -> bool:
        said = self._words(part)
        is_called = name_key(part) in self._outside_keys
        return is_called or any(words <= said for words in self._outside)

    def _meant(self, part: str) -> list[set[str]]:
        """What the whole part is called like, else the longest entries whose words stand in it.

        Longer still may be what no function holds: `alarme agression` is no `alarme` of a monitor.
        """
        exact = self._by_key.get(name_key(part))
        if exact:
            return [exact]
        said = self._words(part)
        held = [words for words in self._by_words if words <= said]
        longer = (*held, *(words for words in self._outside if words <= said))
        return [self._by_words[w] for w in held if not any(w < other for other in longer)]

    def _words(self, text: str) -> Words:
        short = self._short.intersection(_SHORT_WORD.findall(text))
        return _words(text) | {each.lower() for each in short}

    def _sorted(self, ids: set[str]) -> tuple[str, ...]:
        return tuple(sorted(ids, key=self._order.__getitem__))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(text) if name_key(part)]


def _says_nothing(part: str) -> bool:
    return bool(words := _words(part)) and words <= _NOTHING_SAID


def _words(text: str) -> Words:
    """Without plurals: `analyses` and `analyse` are one."""
    return frozenset(
        word.rstrip("sx").replace(" ", "-")
        for word in _WORD.findall(folded(text))
        if word not in _SMALL
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
