"""What there is to do about means: names that nobody knows, and fallbacks that fall with the rest.

A procedure of which no step names a means is nothing to do: paper alone may well suffice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.coverage import Use
from referent_desk.domain.failures import Domains
from referent_desk.domain.fallbacks import USUAL_FAILURE, Failure, Fallback
from referent_desk.domain.means import NOTHING_IN_REACH, Reach, Standing, best, unknown_in
from referent_desk.domain.procedures import RevisionState
from referent_desk.domain.tasks import Due, Lead, Task, Urgency
from referent_desk.domain.texts import folded

MEANS_MINUTES: Mapping[str, int] = {"means_unknown": 2, "fallback_falls": 15}
"""To add a means or to name another one; to find a way that does not lean on what falls."""
CRITICAL = 2
"""Functions that cannot wait have this criticality or a lower number."""


@dataclass(frozen=True, slots=True)
class MeansFacts:
    """The uses of a department with their texts, and what is in its reach. `language_code` of the
    names that a task tells."""

    uses: tuple[Use, ...] = ()
    reach: Reach = NOTHING_IN_REACH
    language_code: str = "fr"


def means_tasks(facts: MeansFacts, _today: date) -> Iterable[Task]:
    yield from _unknown(facts)
    yield from _falling(facts)


def means_dues(_facts: MeansFacts, _today: date) -> Iterable[Due]:
    """Means have no days."""
    return ()


def _unknown(facts: MeansFacts) -> Iterable[Task]:
    """Named by a procedure in force and kept by nobody: the sheets say so."""
    names: dict[str, str] = {}
    for use in facts.uses:
        revision = use.revision
        if revision is not None and revision.state is RevisionState.APPROVED:
            for name in unknown_in(revision.text, facts.reach):
                names.setdefault(folded(name), name)
    if names:
        yield Task(
            "means_unknown",
            Urgency.SOON,
            MEANS_MINUTES["means_unknown"] * len(names),
            Lead.MEANS,
            (),
            tuple(names.values()),
            {"count": len(names)},
        )


def _falling(facts: MeansFacts) -> Iterable[Task]:
    """Critical functions of which every procedure falls on the usual worst night."""
    domains: Domains = facts.reach.domains
    chosen = [d.id for d in domains.values() if d.code in USUAL_FAILURE]
    failure = Failure(domains, chosen)
    standings: dict[str, Standing] = {}
    first: dict[str, Use] = {}
    for use in facts.uses:
        if use.function is None or use.revision is None or not _is_critical(use):
            continue
        fallback = Fallback(
            "", use.function.id, use.software.id or None, use.revision.id, use.revision.text
        )
        standing = failure.outcome(fallback, facts.reach).standing
        known = standings.get(use.function.id, standing)
        standings[use.function.id] = best((known, standing)) or standing
        first.setdefault(use.function.id, use)
    fallen = [first[key] for key, held in standings.items() if held is Standing.FALLS]
    if fallen:
        code = facts.language_code
        yield Task(
            "fallback_falls",
            Urgency.LATER,
            MEANS_MINUTES["fallback_falls"] * len(fallen),
            Lead.FAILURES,
            (fallen[0].function.id if fallen[0].function else "", fallen[0].software.id or None),
            tuple(use.function.name(code) for use in fallen if use.function),
            {"count": len(fallen)},
        )


def _is_critical(use: Use) -> bool:
    level = use.deployment.criticality or use.software.criticality
    return level is not None and level <= CRITICAL
