"""What users say to those who buy: is a software to be kept, its vendor pressed, or is it replaced.

Figures of the last twelve months become reasons; each reason weighs for the software, against it,
or is only told. `WEIGHTS` says how much, `proposed_verdict` what follows: nothing else counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum

from referent_desk.domain.advice_facts import (
    AdviceFacts,
    Contract,
    DrillsHeld,
    HelpGiven,
    Tickets,
    Trials,
    Usage,
)
from referent_desk.domain.software import SoftwareStatus
from referent_desk.domain.values import dataclass

CONTRACT_NEAR = timedelta(days=365)
"""So long before its end a contract is told."""
MUCH_HELP, VERY_MUCH_HELP = 60, 240
"""Minutes in a year for each department that uses it."""
OFTEN = 3
"""Times that the same trouble came back."""
MANY_DEPARTMENTS = 10
LEAST_GROUNDS = 2
"""Of five kinds of facts; with fewer nothing is proposed."""
REPLACE_FROM, PRESS_FROM = 6, 3
"""Points against."""


class Verdict(StrEnum):
    """OPEN: too little is known, or nobody has said it yet."""

    OPEN = ""
    KEEP = "keep"
    PRESS = "press"
    REPLACE = "replace"


class Side(StrEnum):
    FOR = "for"
    AGAINST = "against"
    TOLD = "told"


class Ground(StrEnum):
    """What is known of a software beside its usage."""

    CONTRACT = "contract"
    TRIALS = "trials"
    DRILLS = "drills"
    HELP = "help"
    TICKETS = "tickets"


WEIGHTS: Mapping[str, tuple[Side, int]] = {
    "manual_mode_yes": (Side.FOR, 2),
    "manual_mode_no": (Side.AGAINST, 3),
    "data_extracted_yes": (Side.FOR, 1),
    "data_extracted_no": (Side.AGAINST, 2),
    "original_layout_yes": (Side.FOR, 1),
    "original_layout_no": (Side.AGAINST, 1),
    "trials_worked": (Side.FOR, 2),
    "trials_failed": (Side.AGAINST, 2),
    "update_broke": (Side.AGAINST, 2),
    "drills_done": (Side.FOR, 1),
    "drills_missed": (Side.AGAINST, 1),
    "help_little": (Side.FOR, 1),
    "help_much": (Side.AGAINST, 1),
    "help_very_much": (Side.AGAINST, 2),
    "trouble_often": (Side.AGAINST, 1),
    "vendor_slow": (Side.AGAINST, 2),
    "work_stopped": (Side.AGAINST, 2),
    "vendor_settles": (Side.FOR, 1),
    "used_widely": (Side.FOR, 1),
    "drill_findings": (Side.TOLD, 0),
    "untried": (Side.TOLD, 0),
    "nobody_helps": (Side.TOLD, 0),
    "contract_unknown": (Side.TOLD, 0),
    "contract_ends": (Side.TOLD, 0),
    "contract_over": (Side.TOLD, 0),
    "being_replaced": (Side.TOLD, 0),
    "being_replaced_by": (Side.TOLD, 0),
}
"""Side and points of each reason. What only tells of the hospital itself weighs nothing."""


@dataclass(frozen=True, slots=True)
class AdviceReason:
    """`code` is one of `WEIGHTS`; `fields` are numbers, days and names for its sentence."""

    code: str
    fields: Mapping[str, object] = field(default_factory=dict)

    @property
    def side(self) -> Side:
        return WEIGHTS[self.code][0]

    @property
    def points(self) -> int:
        return WEIGHTS[self.code][1]


@dataclass(frozen=True, slots=True)
class GivenAdvice:
    """What the users themselves say; OPEN: they have not said it yet."""

    verdict: Verdict = Verdict.OPEN
    needs: str = ""
    note: str = ""
    who: str = ""
    given_on: date | None = None


@dataclass(frozen=True, slots=True)
class TypedAdvice:
    """As it was typed into the form."""

    verdict: Verdict
    needs: str
    note: str
    who: str


@dataclass(frozen=True, slots=True)
class SiteUse:
    """A software in an establishment; `version` is empty where none is known to run there."""

    establishment_id: str
    establishment: str
    departments: int
    version: str
    since: date | None


@dataclass(frozen=True, slots=True)
class Advice:
    """`grounds` are the kinds of facts that are known, `proposed` what follows from the reasons."""

    facts: AdviceFacts
    reasons: tuple[AdviceReason, ...]
    grounds: frozenset[Ground]
    proposed: Verdict
    given: GivenAdvice = GivenAdvice()

    def points(self, side: Side) -> int:
        return points_of(self.reasons, side)

    def on(self, side: Side) -> tuple[AdviceReason, ...]:
        """The heaviest first."""
        found = [reason for reason in self.reasons if reason.side is side]
        return tuple(sorted(found, key=lambda reason: -reason.points))

    @property
    def lacking(self) -> tuple[Ground, ...]:
        return tuple(ground for ground in Ground if ground not in self.grounds)

    @property
    def verdict(self) -> Verdict:
        """What users say; where they have not, what is proposed."""
        return self.given.verdict or self.proposed

    @property
    def need(self) -> tuple[object, ...]:
        """To sort by: what presses most first."""
        return (
            -_SEVERITY.index(self.verdict),
            self.points(Side.FOR) - self.points(Side.AGAINST),
            self.facts.criticality or 5,
            -self.facts.usage.departments,
            self.facts.name.casefold(),
            self.facts.software_id,
        )


_SEVERITY = (Verdict.OPEN, Verdict.KEEP, Verdict.PRESS, Verdict.REPLACE)


def advise(facts: AdviceFacts, today: date, given: GivenAdvice | None = None) -> Advice:
    reasons, grounds = tuple(reasons_of(facts, today)), grounds_of(facts)
    proposed = proposed_verdict(reasons, grounds)
    return Advice(facts, reasons, grounds, proposed, given or GivenAdvice())


def proposed_verdict(reasons: Iterable[AdviceReason], grounds: frozenset[Ground]) -> Verdict:
    """REPLACE: six points against it and twice those for it. PRESS: three points against it, or
    more than for it. Else KEEP; and OPEN where less than two kinds of facts are known."""
    known = tuple(reasons)
    against, pro = points_of(known, Side.AGAINST), points_of(known, Side.FOR)
    if len(grounds) < LEAST_GROUNDS:
        return Verdict.OPEN
    if against >= REPLACE_FROM and against >= 2 * pro:
        return Verdict.REPLACE
    if against >= PRESS_FROM or against > pro:
        return Verdict.PRESS
    return Verdict.KEEP


def points_of(reasons: Iterable[AdviceReason], side: Side) -> int:
    return sum(reason.points for reason in reasons if reason.side is side)


def grounds_of(facts: AdviceFacts) -> frozenset[Ground]:
    known = {
        Ground.CONTRACT: any(answer is not None for answer in facts.contract.answers.values()),
        Ground.TRIALS: facts.trials.total > 0,
        Ground.DRILLS: facts.drills.tasks > 0,
        Ground.HELP: facts.help.times > 0,
        Ground.TICKETS: facts.tickets.handed > 0,
    }
    return frozenset(ground for ground, is_known in known.items() if is_known)


def reasons_of(facts: AdviceFacts, today: date) -> Iterator[AdviceReason]:
    yield from _of_contract(facts.contract, today)
    yield from _of_trials(facts.trials)
    yield from _of_drills(facts.drills)
    yield from _of_help(facts.help, facts.usage)
    yield from _of_tickets(facts.tickets)
    yield from _of_usage(facts)


def _of_contract(contract: Contract, today: date) -> Iterator[AdviceReason]:
    for name, answer in contract.answers.items():
        if answer is not None:
            yield AdviceReason(f"{name}_{'yes' if answer else 'no'}")
    unknown = sum(answer is None for answer in contract.answers.values())
    if unknown:
        yield AdviceReason("contract_unknown", {"count": unknown})
    ends_on = contract.ends_on
    if ends_on is not None and ends_on < today:
        yield AdviceReason("contract_over", {"day": ends_on})
    elif ends_on is not None and ends_on - today <= CONTRACT_NEAR:
        yield AdviceReason("contract_ends", {"day": ends_on})


def _of_trials(trials: Trials) -> Iterator[AdviceReason]:
    bad = trials.partly + trials.failed
    if bad:
        yield AdviceReason("trials_failed", {"count": bad, "total": trials.total})
    elif trials.worked:
        yield AdviceReason("trials_worked", {"count": trials.worked})
    if trials.broken:
        yield AdviceReason("update_broke", {"count": trials.broken})
    if trials.untried:
        yield AdviceReason("untried", {"count": trials.untried, "total": trials.texts})


def _of_drills(drills: DrillsHeld) -> Iterator[AdviceReason]:
    missed = drills.tasks - drills.done
    if missed:
        yield AdviceReason("drills_missed", {"count": missed, "total": drills.tasks})
    elif drills.tasks:
        yield AdviceReason("drills_done", {"count": drills.held})
    if drills.findings:
        yield AdviceReason("drill_findings", {"count": drills.findings})


def _of_help(given: HelpGiven, usage: Usage) -> Iterator[AdviceReason]:
    if given.times:
        each = given.minutes / max(usage.departments, 1)
        code = "help_very_much" if each >= VERY_MUCH_HELP else "help_much"
        fields = {"count": given.times, "minutes": given.minutes}
        yield AdviceReason(code if each >= MUCH_HELP else "help_little", fields)
    if given.often >= OFTEN:
        yield AdviceReason("trouble_often", {"count": given.often, "what": given.trouble})


def _of_tickets(tickets: Tickets) -> Iterator[AdviceReason]:
    if tickets.stopping:
        yield AdviceReason("work_stopped", {"count": tickets.stopping})
    if tickets.slow:
        yield AdviceReason("vendor_slow", {"count": tickets.slow, "days": tickets.longest})
    elif tickets.settled and not tickets.waiting:
        yield AdviceReason("vendor_settles", {"count": tickets.settled})


def _of_usage(facts: AdviceFacts) -> Iterator[AdviceReason]:
    departments = facts.usage.departments
    if departments >= MANY_DEPARTMENTS:
        yield AdviceReason("used_widely", {"count": departments})
    if facts.helpers.people and facts.helpers.lacking:
        fields = {"count": facts.helpers.lacking, "total": departments}
        yield AdviceReason("nobody_helps", fields)
    if facts.replaced_by or facts.status is SoftwareStatus.BEING_REPLACED:
        by = {"by": facts.replaced_by} if facts.replaced_by else {}
        yield AdviceReason("being_replaced_by" if by else "being_replaced", by)
