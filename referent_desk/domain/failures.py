"""What takes means down: failure domains, which of them fail together, and their circles."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from referent_desk.domain.values import dataclass

Chain = tuple[str, ...]
"""Ids of failure domains, from the one that is spoken of to the one that failed first."""


@dataclass(frozen=True, slots=True)
class FailureDomain:
    """`leans_on` are ids of others: when one of them fails, this one fails with it.

    A shipped one has a code, one that stands for a software the id and the name of that.
    """

    id: str
    code: str = ""
    name_fr: str = ""
    name_en: str = ""
    software_id: str | None = None
    leans_on: tuple[str, ...] = ()

    def name(self, language_code: str) -> str:
        return self.name_en if language_code == "en" and self.name_en else self.name_fr


Domains = Mapping[str, FailureDomain]


def failed_with(domains: Domains, chosen: Iterable[str]) -> Mapping[str, Chain]:
    """Every domain that fails when the chosen ones do, with the shortest way that leads there.

    Circles end it like everything else: each domain fails once.
    """
    leaning: dict[str, list[str]] = {}
    for domain in domains.values():
        for other in domain.leans_on:
            leaning.setdefault(other, []).append(domain.id)
    chains: dict[str, Chain] = {one: (one,) for one in chosen if one in domains}
    waiting = deque(chains)
    while waiting:
        failed = waiting.popleft()
        for one in leaning.get(failed, ()):
            if one not in chains:
                chains[one] = (one, *chains[failed])
                waiting.append(one)
    return chains


def circles_in(domains: Domains) -> tuple[Chain, ...]:
    """Domains that lean on themselves by way of others: each begins and ends with the same one.

    One shortest circle for every domain that lies in one, unless a circle before it told of it.
    """
    found: list[Chain] = []
    told: set[str] = set()
    for start in domains:
        if start not in told:
            circle = _shortest_circle(domains, start)
            if circle:
                found.append(circle)
                told.update(circle)
    return tuple(found)


def _shortest_circle(domains: Domains, start: str) -> Chain:
    ways: dict[str, Chain] = {}
    waiting: deque[Chain] = deque([(start,)])
    while waiting:
        way = waiting.popleft()
        for other in domains[way[-1]].leans_on:
            if other == start:
                return (*way, start)
            if other in domains and other not in ways:
                ways[other] = (*way, other)
                waiting.append(ways[other])
    return ()
