"""What could be one across the group: software of the same function, procedures of near texts.

Texts are compared by their steps, letters and accents folded: two steps that read alike are one.
Equal ones are found whatever their number. Of those that only resemble each other, few are compared
with each other, and how many were not is told.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from referent_desk.domain.group_coverage import Place, UseRow
from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass

NEAR = 0.6
"""Share of steps that two texts have in common, of both together, from which they are near."""
MOST_TEXTS = 6_000
"""Different texts whose steps are looked at: more would take longer than anybody waits."""
WIDESPREAD = 4
"""Texts of a function, those of the most procedures, with which all others of it are compared."""
MOST_TOGETHER = 30
"""Texts of one function and software that are compared with each other, each with each."""


class OwnedText(NamedTuple):
    """The approved text that holds of one procedure; `software_id` empty: for any."""

    procedure_id: str
    revision_id: str
    owner_id: str
    function_id: str
    software_id: str
    text: str
    """As it is stored."""


class Nearness(StrEnum):
    SAME = "same"
    NEAR = "near"


class Convergence(NamedTuple):
    """Procedures of several nodes that could be one; `first` and `second` are two that stand for
    them. `software_id` is empty where they are not for the same. `gap`: steps of either that the
    other has not. `owners`: how many nodes, `procedures`: how many texts could go into one."""

    function_id: str
    software_id: str
    nearness: Nearness
    gap: int
    steps: int
    owners: int
    procedures: int
    first: OwnedText
    second: OwnedText


@dataclass(frozen=True, slots=True)
class Convergences:
    """The most procedures first. `unread`: different texts looked at only for being equal,
    `uncompared`: those that are compared with the most widespread of their function alone, although
    others are for the same software."""

    found: tuple[Convergence, ...] = ()
    texts: int = 0
    unread: int = 0
    uncompared: int = 0


class Spread(NamedTuple):
    """A software used for a function: in how many departments of which establishments.

    `rivals`: how many other programs of the group do the same. `beds` are those that are known.
    """

    function_id: str
    software_id: str
    rivals: int
    departments: int
    beds: int
    sites: tuple[tuple[str, str, int], ...]
    """Ids and names of establishments with how many of their departments, the most first."""


def spreads_of(places: Iterable[Place], uses: Mapping[str, Sequence[UseRow]]) -> tuple[Spread, ...]:
    """Functions with the most programs first, the most used first in each."""
    sites: dict[tuple[str, str], Counter[tuple[str, str]]] = {}
    beds: Counter[tuple[str, str]] = Counter()
    for place in places:
        site = place.establishment_id, place.establishment
        for use in uses.get(place.id, ()):
            both = use[1]
            if not both[0] or not both[1]:
                continue
            here = sites.get(both)
            if here is None:
                here = sites[both] = Counter()
            here[site] += 1
            beds[both] += place.beds or 0
    programs = Counter(function for function, _software in sites)
    found = [
        Spread(
            *(*both, programs[both[0]] - 1, here.total(), beds[both]),
            tuple((key, name, count) for (key, name), count in here.most_common()),
        )
        for both, here in sites.items()
    ]
    found.sort(key=lambda s: (-s.rivals, s.function_id, -s.departments, s.software_id))
    return tuple(found)


class _Family:
    """Procedures of one function whose steps are equal."""

    __slots__ = ("members", "owners", "steps", "words")

    def __init__(self, steps: tuple[str, ...], members: list[OwnedText]) -> None:
        self.steps = steps
        self.words = frozenset(steps)
        self.members = members
        self.owners = {member.owner_id for member in members}

    @property
    def software_id(self) -> str:
        known = {member.software_id for member in self.members}
        return known.pop() if len(known) == 1 else ""

    def other_than(self, first: OwnedText) -> OwnedText:
        return next((m for m in self.members if m.owner_id != first.owner_id), self.members[-1])


def convergences_of(texts: Iterable[OwnedText]) -> Convergences:
    """`texts` in a fixed order, for which the answer is always the same."""
    alike = _equal_texts(texts)
    steps, unread = _steps_of(alike)
    found: list[Convergence] = []
    uncompared = 0
    for families in _families(alike, steps).values():
        found += [_same(family) for family in families if len(family.owners) > 1]
        pairs, left_out = _pairs(families)
        uncompared += left_out
        found += filter(None, (_near(one, other) for one, other in pairs))
    found.sort(key=lambda c: (-c.procedures, c.gap, c.function_id, c.first.procedure_id))
    count = sum(len(members) for members in alike.values())
    return Convergences(tuple(found), count, unread, uncompared)


_Alike = dict[tuple[str, str], list[OwnedText]]


def _equal_texts(texts: Iterable[OwnedText]) -> _Alike:
    """By function and text to the letter."""
    found: _Alike = {}
    for text in texts:
        found.setdefault((text.function_id, text.text), []).append(text)
    return found


def _steps_of(alike: _Alike) -> tuple[dict[str, tuple[str, ...]], int]:
    """The folded steps by text, those of the most procedures first; how many were left out."""
    counts: Counter[str] = Counter()
    for (_function, text), members in alike.items():
        counts[text] += len(members)
    chosen = counts if len(counts) <= MOST_TEXTS else dict(counts.most_common(MOST_TEXTS))
    return {text: folded_steps(text) for text in chosen}, len(counts) - len(chosen)


def folded_steps(text: str) -> tuple[str, ...]:
    """What is to be done, step by step, without marks and accents."""
    plain = json.loads(text)
    return tuple(" ".join(folded(str(step.get("what", ""))).split()).rstrip(" .;:!")
                 for step in plain.get("steps", ()))  # fmt: skip


def _families(alike: _Alike, steps: Mapping[str, tuple[str, ...]]) -> dict[str, list[_Family]]:
    """By function. A text without steps is equal to its like to the letter only."""
    found: dict[str, dict[object, _Family]] = {}
    for (function, text), members in alike.items():
        known = steps.get(text, ())
        here = found.setdefault(function, {})
        family = here.get(known or text)
        if family is None:
            here[known or text] = _Family(known, list(members))
        else:
            family.members += members
            family.owners.update(member.owner_id for member in members)
    return {function: list(here.values()) for function, here in found.items()}


def _same(family: _Family) -> Convergence:
    first = family.members[0]
    return Convergence(
        *(first.function_id, family.software_id, Nearness.SAME, 0, len(family.steps)),
        *(len(family.owners), len(family.members), first, family.other_than(first)),
    )


def _pairs(families: Sequence[_Family]) -> tuple[list[tuple[_Family, _Family]], int]:
    """Those to be compared, each once; how many texts were left out beyond the most together."""
    known = [family for family in families if family.steps]
    known.sort(key=lambda family: -len(family.members))
    numbers = set(combinations(range(min(WIDESPREAD, len(known))), 2))
    numbers.update((hub, n) for hub in range(WIDESPREAD) for n in range(WIDESPREAD, len(known)))
    buckets: dict[str, list[int]] = {}
    for number, family in enumerate(known):
        for software in {member.software_id for member in family.members} - {""}:
            buckets.setdefault(software, []).append(number)
    left_out = 0
    for here in buckets.values():
        if len(here) > 1:
            numbers.update(combinations(here[:MOST_TOGETHER], 2))
            left_out += max(0, len(here) - MOST_TOGETHER)
    return [(known[one], known[other]) for one, other in sorted(numbers)], left_out


def _near(one: _Family, other: _Family) -> Convergence | None:
    """None where they share fewer than a third of the steps of the shorter one word for word."""
    if 3 * len(one.words & other.words) < min(len(one.words), len(other.words)):
        return None
    owners = one.owners | other.owners
    if len(owners) < 2:
        return None
    gap = steps_apart(one.steps, other.steps)
    total = len(one.steps) + len(other.steps)
    if total - gap < NEAR * total:
        return None
    first, second = _stand_ins(one, other)
    return Convergence(
        *(
            first.function_id,
            _common(first, second),
            Nearness.NEAR,
            gap,
            max(len(one.steps), len(other.steps)),
        ),
        *(len(owners), len(one.members) + len(other.members), first, second),
    )


def _stand_ins(one: _Family, other: _Family) -> tuple[OwnedText, OwnedText]:
    """One of each, of different nodes, for the same software where there are such."""
    software = {m.software_id for m in one.members} & {m.software_id for m in other.members}
    firsts = [m for m in one.members if m.software_id in software] or one.members
    first = firsts[0]
    seconds = [m for m in other.members if m.software_id == first.software_id] or other.members
    second = next((m for m in seconds if m.owner_id != first.owner_id), None)
    return first, second or other.other_than(first)


def _common(first: OwnedText, second: OwnedText) -> str:
    return first.software_id if first.software_id == second.software_id else ""


_ALIKE = 0.7
"""Share of words in common from which two steps count as one that was put otherwise."""


def steps_apart(one: Sequence[str], other: Sequence[str]) -> int:
    """How many steps of either have none in the other that says the same, or nearly the same."""
    rest, extra = list((Counter(one) - Counter(other)).elements()), Counter(other) - Counter(one)
    others = [frozenset(step.split()) for step in extra.elements()]
    apart = 0
    for step in rest:
        words = frozenset(step.split())
        best = max(others, key=lambda known: _share(words, known), default=None)
        if best is not None and _share(words, best) >= _ALIKE:
            others.remove(best)
        else:
            apart += 1
    return apart + len(others)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
