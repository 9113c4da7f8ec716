"""The means that a place of the tree keeps, and what names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from referent_desk.domain.fallbacks import FallbackFacts
from referent_desk.domain.means import NOTHING_IN_REACH, names_in
from referent_desk.domain.records import Record
from referent_desk.domain.texts import folded


@dataclass(frozen=True, slots=True)
class Named:
    """How many steps of which procedures name a means; `titles` each once."""

    steps: int = 0
    titles: tuple[str, ...] = ()


NOT_NAMED = Named()


@dataclass(frozen=True, slots=True)
class MeansRow:
    """One that the place keeps."""

    record: Record
    named: Named = NOT_NAMED


@dataclass(frozen=True, slots=True)
class UpperMeans:
    """One that is kept further up and holds here: `node` keeps it."""

    name: str
    node: str
    leans_on: tuple[str, ...]
    named: Named = NOT_NAMED


@dataclass(frozen=True, slots=True)
class UnknownMeans:
    """A name that leads nowhere."""

    name: str
    named: Named


@dataclass(frozen=True, slots=True)
class WardMeans:
    """`places` go from the department up, ids and names. `usual` are offered to begin with."""

    node_id: str
    places: tuple[tuple[str, str], ...]
    own: tuple[MeansRow, ...] = ()
    upper: tuple[UpperMeans, ...] = ()
    unknown: tuple[UnknownMeans, ...] = ()
    usual: tuple[str, ...] = ()
    domains: tuple[Record, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """`known` by the id of a means, `unknown` by the folded name that leads nowhere."""

    known: Mapping[str, Named]
    unknown: Mapping[str, UnknownMeans]


def naming_of(facts: FallbackFacts, titles: Mapping[str, str]) -> Naming:
    """A step counts once, however many departments follow it."""
    steps: dict[str, set[tuple[str, int]]] = {}
    names: dict[str, str] = {}
    for one in facts.fallbacks:
        if one.text is None or not names_in(one.text):
            continue
        reach = facts.reaches.get(one.department_id, NOTHING_IN_REACH)
        for row, step in enumerate(one.text.steps):
            for name in step.means:
                means = reach.named(name)
                key = means.id if means is not None else folded(name)
                steps.setdefault(key, set()).add((one.revision_id, row))
                if means is None:
                    names.setdefault(key, name)
    named = {key: _named(those, titles) for key, those in steps.items()}
    return Naming(
        {key: those for key, those in named.items() if key not in names},
        {key: UnknownMeans(name, named[key]) for key, name in names.items()},
    )


def _named(steps: Iterable[tuple[str, int]], titles: Mapping[str, str]) -> Named:
    ordered = sorted(steps)
    found = dict.fromkeys(titles.get(revision_id, "") for revision_id, _row in ordered)
    return Named(len(ordered), tuple(title for title in found if title))
