"""What the page of the hospital group shows besides referents: names, and two texts at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from referent_desk.domain.convergences import Convergence, Convergences, Spread
from referent_desk.domain.evidence import Site
from referent_desk.domain.procedures import ProcedureText
from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class GroupConvergences:
    """`functions` and `software` are names by id, `sites` the nodes of the tree."""

    functions: Mapping[str, str]
    software: Mapping[str, str]
    sites: Mapping[str, Site]
    spreads: tuple[Spread, ...]
    compared: Convergences

    def spreads_fitting(self, text: str, establishment_id: str = "") -> tuple[Spread, ...]:
        """Those whose function, software or establishment is called so; of one establishment, what
        it uses."""
        words = folded(text).split()
        return tuple(
            s
            for s in self.spreads
            if (not establishment_id or any(site[0] == establishment_id for site in s.sites))
            and (not words or _has(words, self._spread_names(s)))
        )

    def pairs_fitting(self, text: str, establishment_id: str = "") -> tuple[Convergence, ...]:
        """Of one establishment: where one of the two is of it."""
        words = folded(text).split()
        return tuple(
            c
            for c in self.compared.found
            if (not establishment_id or establishment_id in self._pair_sites(c))
            and (not words or _has(words, self._pair_names(c)))
        )

    def _pair_sites(self, pair: Convergence) -> set[str]:
        return {self.sites[one.owner_id].establishment_id for one in (pair.first, pair.second)}

    def _spread_names(self, spread: Spread) -> Iterator[str]:
        yield self.functions.get(spread.function_id, "")
        yield self.software.get(spread.software_id, "")
        yield from (site[1] for site in spread.sites)

    def _pair_names(self, pair: Convergence) -> Iterator[str]:
        yield self.functions.get(pair.function_id, "")
        yield self.software.get(pair.software_id, "")
        for text in (pair.first, pair.second):
            site = self.sites[text.owner_id]
            yield from (site.name, site.establishment)


def _has(words: list[str], names: Iterator[str]) -> bool:
    text = folded(" ".join(names))
    return all(word in text for word in words)


def rival_functions(spreads: tuple[Spread, ...]) -> int:
    """How many functions are served by more than one program."""
    return sum(
        next(iter(group)).rivals > 0 for _key, group in groupby(spreads, lambda s: s.function_id)
    )


@dataclass(frozen=True, slots=True)
class TwoTexts:
    first_site: Site
    second_site: Site
    first: ProcedureText
    second: ProcedureText
