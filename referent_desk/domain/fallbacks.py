"""Does the fallback lean on what falls? Departments, functions and procedures, when things fail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import StrEnum

from referent_desk.domain.failures import Chain, Domains, circles_in, failed_with
from referent_desk.domain.means import (
    NOTHING_IN_REACH,
    Reach,
    Standing,
    StepOutcome,
    best,
    outcomes_of,
)
from referent_desk.domain.procedures import ProcedureText, Step
from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass

USUAL_FAILURE = ("network", "directory", "ip_telephony")
"""Codes of what fails together on the usual worst night."""


class Doubt(StrEnum):
    """Why a procedure is not known to hold though its means stand. From the worst to the least."""

    FAILED = "failed"
    DRAFT = "draft"
    NO_MEANS = "no_means"


@dataclass(frozen=True, slots=True)
class Fallback:
    """What a department falls back on for one function × software.

    `revision_id` is empty where there is no procedure, `text` None where no step names a means.
    `doubt`: nobody approved it, or it failed when it was last tried there.
    """

    department_id: str
    function_id: str
    software_id: str | None
    revision_id: str = ""
    text: ProcedureText | None = None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class FallbackFacts:
    """`reaches` are by department; where one is missing, nothing is in reach."""

    domains: Domains
    fallbacks: tuple[Fallback, ...]
    reaches: Mapping[str, Reach] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FallbackOutcome:
    """`falling` and `unknown` count steps; only what stands can be in doubt."""

    fallback: Fallback
    standing: Standing
    falling: int = 0
    unknown: int = 0
    doubt: Doubt | None = None


class Failure:
    """Something fails. The software that a procedure is for fails with it, whatever was chosen:
    where it works, nobody needs the procedure."""

    def __init__(self, domains: Domains, chosen: Iterable[str]) -> None:
        self._domains = domains
        self._chosen = tuple(chosen)
        self._of_software = {d.software_id: d.id for d in domains.values() if d.software_id}
        self._failed: dict[str, Mapping[str, Chain]] = {}
        self._named: dict[int, tuple[ProcedureText, tuple[tuple[str, ...], ...]]] = {}

    def failed(self, software_id: str | None = None) -> Mapping[str, Chain]:
        own = self._of_software.get(software_id or "", "")
        if own not in self._failed:
            self._failed[own] = failed_with(self._domains, (*self._chosen, own))
        return self._failed[own]

    def steps(self, fallback: Fallback, reach: Reach) -> tuple[StepOutcome, ...]:
        """Every step, and why it falls."""
        if fallback.text is None:
            return ()
        return outcomes_of(fallback.text, reach, self.failed(fallback.software_id))

    def outcome(self, fallback: Fallback, reach: Reach) -> FallbackOutcome:
        """What `steps` comes to, without its whys: fast enough for a whole group."""
        if not fallback.revision_id:
            return FallbackOutcome(fallback, Standing.MISSING)
        if fallback.text is None:
            no_means = fallback.doubt or Doubt.NO_MEANS
            return FallbackOutcome(fallback, Standing.STANDS, doubt=no_means)
        failed, known = self.failed(fallback.software_id), reach.means
        falling = unknown = 0
        needed = self._names(fallback.text)
        for names in needed:
            is_known = True
            for name in names:
                means = known.get(name)
                if means is None:
                    is_known = False
                elif not any(domain in failed for domain in means.leans_on):
                    break
            else:
                falling += is_known
                unknown += not is_known
        if falling or unknown:
            standing = Standing.FALLS if falling else Standing.UNKNOWN
            return FallbackOutcome(fallback, standing, falling, unknown)
        doubt = fallback.doubt or (None if needed else Doubt.NO_MEANS)
        return FallbackOutcome(fallback, Standing.STANDS, doubt=doubt)

    def _names(self, text: ProcedureText) -> tuple[tuple[str, ...], ...]:
        """Folded, of the steps that name any; the text is kept, so that no other takes its id."""
        if id(text) not in self._named:
            names = (tuple(map(folded, step.means)) for step in text.steps if step.means)
            self._named[id(text)] = text, tuple(names)
        return self._named[id(text)][1]


def simulate(facts: FallbackFacts, chosen: Iterable[str]) -> tuple[FallbackOutcome, ...]:
    """In the order of the fallbacks."""
    failure, reaches = Failure(facts.domains, chosen), facts.reaches
    return tuple(
        failure.outcome(one, reaches.get(one.department_id, NOTHING_IN_REACH))
        for one in facts.fallbacks
    )


def function_standings(
    outcomes: Iterable[FallbackOutcome],
) -> Mapping[tuple[str, str], Standing]:
    """By department and function: one procedure that survives is enough."""
    found: dict[tuple[str, str], Standing] = {}
    for one in outcomes:
        key = one.fallback.department_id, one.fallback.function_id
        known = found.get(key)
        found[key] = one.standing if known is None else best((known, one.standing)) or known
    return found


def function_doubts(outcomes: Iterable[FallbackOutcome]) -> Mapping[tuple[str, str], Doubt]:
    """Of functions that stand only by procedures that are in doubt: the least of their doubts."""
    sure: set[tuple[str, str]] = set()
    found: dict[tuple[str, str], Doubt] = {}
    for one in outcomes:
        if one.standing is not Standing.STANDS:
            continue
        key = one.fallback.department_id, one.fallback.function_id
        if one.doubt is None:
            sure.add(key)
        else:
            found[key] = max(found.get(key, one.doubt), one.doubt, key=_DOUBTS.index)
    return {key: doubt for key, doubt in found.items() if key not in sure}


_DOUBTS = tuple(Doubt)


@dataclass(frozen=True, slots=True)
class FallbackRow:
    """A line of the list, with names in the reader's language; `falling`, `unknown` count steps.

    `function_standing`: how the function stands there, by whichever of its procedures.
    """

    department_id: str
    department: str
    establishment: str
    function_id: str
    function: str
    software_id: str | None
    software: str
    title: str
    standing: Standing
    function_standing: Standing
    falling: int = 0
    unknown: int = 0
    doubt: Doubt | None = None

    @property
    def is_sure(self) -> bool:
        return self.standing is Standing.STANDS and self.doubt is None


@dataclass(frozen=True, slots=True)
class RowChoice:
    """What is shown of the list. `text` is sought in the names; `holes`: only what is not sure."""

    text: str = ""
    holes: bool = False

    def of(self, rows: Iterable[FallbackRow]) -> tuple[FallbackRow, ...]:
        words = folded(self.text).split()
        return tuple(row for row in rows if not (self.holes and row.is_sure) and _has(row, words))


def _has(row: FallbackRow, words: Iterable[str]) -> bool:
    text = folded(f"{row.department} {row.establishment} {row.function} {row.software}")
    return all(word in text for word in words)


@dataclass(frozen=True, slots=True)
class Simulation:
    """`fails` are the names of what was chosen, `circles` of what leans on itself.

    `functions` counts functions of departments by how they stand, `doubts` those of them that stand
    and are in doubt, `without` the departments of which not one function stands.
    """

    fails: tuple[str, ...]
    rows: tuple[FallbackRow, ...]
    circles: tuple[tuple[str, ...], ...] = ()
    functions: Mapping[Standing, int] = field(default_factory=dict)
    departments: int = 0
    without: tuple[str, ...] = ()
    doubts: Mapping[Doubt, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MeansTold:
    """A means of a step; `chain` are names: what it leans on, and what that one leans on."""

    name: str
    standing: Standing
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepTold:
    step: Step
    standing: Standing
    means: tuple[MeansTold, ...] = ()


@dataclass(frozen=True, slots=True)
class FallbackDetail:
    """`steps` is empty where there is no procedure."""

    department: str
    function: str
    software: str
    title: str
    standing: Standing
    steps: tuple[StepTold, ...] = ()
    doubt: Doubt | None = None


def circle_names(domains: Domains, language_code: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(domains[one].name(language_code) for one in circle) for circle in circles_in(domains)
    )
