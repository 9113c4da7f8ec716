"""What steps lean on, and whether it stands when something fails.

Several means of one step are alternatives: the step stands while one of them stands. Two things
that are needed at once are two steps. A means is known at a node for everything below it; a name
leads to the nearest one that is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from functools import lru_cache

from referent_desk.domain.failures import Chain, Domains
from referent_desk.domain.needs import Need
from referent_desk.domain.procedures import ProcedureText, Step
from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass

_SIGNS = re.compile("([,;])")


class MeansKind(StrEnum):
    PRINTER = "printer"
    TELEPHONE = "telephone"
    PC = "pc"
    SHARE = "share"
    SOFTWARE = "software"
    PERSON = "person"
    STOCK = "stock"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Means:
    """An open one. `leans_on` are ids of failure domains, `node` the name of what keeps it."""

    id: str
    node_id: str
    name: str
    kind: MeansKind = MeansKind.OTHER
    leans_on: tuple[str, ...] = ()
    node: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """The means that a department can name, by folded name, and the domains they lean on."""

    means: Mapping[str, Means] = field(default_factory=dict)
    domains: Domains = field(default_factory=dict)

    def named(self, name: str) -> Means | None:
        return self.means.get(_folded(name))


NOTHING_IN_REACH = Reach()


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    """A few hundred names stand in the steps of all the texts of a hospital."""
    return folded(name)


class Standing(StrEnum):
    """From the worst to the best. MISSING: there is no procedure; UNKNOWN: nobody can tell."""

    MISSING = "missing"
    FALLS = "falls"
    UNKNOWN = "unknown"
    STANDS = "stands"


@dataclass(frozen=True, slots=True)
class MeansOutcome:
    """`chain` tells why it falls: the domain it leans on, and what that one leans on."""

    name: str
    standing: Standing
    chain: Chain = ()


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """`row` counts the steps from 0; `means` is empty where the step needs nothing."""

    row: int
    standing: Standing
    means: tuple[MeansOutcome, ...] = ()


def in_reach(path: Iterable[str], kept: Mapping[str, Sequence[Means]], domains: Domains) -> Reach:
    """`path` goes from the department up; `kept` holds the open means by node."""
    found: dict[str, Means] = {}
    for node_id in path:
        for means in kept.get(node_id, ()):
            found.setdefault(_folded(means.name), means)
    return Reach(found, domains)


def means_outcome(name: str, reach: Reach, failed: Mapping[str, Chain]) -> MeansOutcome:
    """A means that leans on nothing stands whatever fails."""
    means = reach.named(name)
    if means is None:
        return MeansOutcome(name, Standing.UNKNOWN)
    chains = [failed[domain] for domain in means.leans_on if domain in failed]
    if not chains:
        return MeansOutcome(means.name, Standing.STANDS)
    return MeansOutcome(means.name, Standing.FALLS, min(chains, key=len))


def step_outcome(row: int, step: Step, reach: Reach, failed: Mapping[str, Chain]) -> StepOutcome:
    means = tuple(means_outcome(name, reach, failed) for name in step.means)
    return StepOutcome(row, best(one.standing for one in means) or Standing.STANDS, means)


def outcomes_of(
    text: ProcedureText, reach: Reach, failed: Mapping[str, Chain]
) -> tuple[StepOutcome, ...]:
    return tuple(step_outcome(row, step, reach, failed) for row, step in enumerate(text.steps))


def standing_of(steps: Iterable[StepOutcome]) -> Standing:
    """A procedure survives while each of its steps does."""
    return min((step.standing for step in steps), key=_rank, default=Standing.STANDS)


def best(standings: Iterable[Standing]) -> Standing | None:
    """Of several ways, any of which is enough; None where there is none."""
    return max(standings, key=_rank, default=None)


_ORDER = tuple(Standing)


def _rank(standing: Standing) -> int:
    return _ORDER.index(standing)


def split_names(typed: str, known: Iterable[str]) -> tuple[str, ...]:
    """Names between commas or semicolons, each once; a known name may hold such a sign itself."""
    whole = {folded(name) for name in known}
    pieces = _SIGNS.split(typed)  # texts and the signs between them, in turn
    found: dict[str, None] = {}
    start = 0
    while start < len(pieces):
        end = start + 1
        for longer in range(len(pieces), start + 1, -2):
            if (longer - start) % 2 and folded("".join(pieces[start:longer])) in whole:
                end = longer
                break
        name = " ".join("".join(pieces[start:end]).split())
        if name:
            found.setdefault(name, None)
        start = end + 1
    return tuple(found)


def names_in(text: ProcedureText) -> tuple[str, ...]:
    """The means that a text names, as it first writes them, in reading order."""
    found: dict[str, str] = {}
    for step in text.steps:
        for name in step.means:
            found.setdefault(_folded(name), name)
    return tuple(found.values())


def unknown_in(text: ProcedureText, reach: Reach) -> tuple[str, ...]:
    """Names that lead nowhere: nobody ever kept such a means in reach, or it was closed."""
    return tuple(name for name in names_in(text) if reach.named(name) is None)


def needs_of(steps: Iterable[Step], reach: Reach, language_code: str) -> tuple[Need, ...]:
    """As a sheet prints them: each group of alternatives once, in the order of the steps."""
    found: dict[frozenset[str], tuple[Need, ...]] = {}
    for step in steps:
        if not step.means:
            continue
        group = frozenset(map(_folded, step.means))
        if group not in found:
            found[group] = tuple(
                _need(name, reach, language_code, place > 0)
                for place, name in enumerate(step.means)
            )
    return tuple(need for needs in found.values() for need in needs)


def _need(name: str, reach: Reach, language_code: str, is_alternative: bool) -> Need:
    means = reach.named(name)
    if means is None:
        return Need(name, is_unknown=True, or_else=is_alternative)
    leans_on = (reach.domains[one].name(language_code) for one in means.leans_on)
    return Need(means.name, tuple(leans_on), or_else=is_alternative)
