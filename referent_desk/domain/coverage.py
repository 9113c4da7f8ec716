"""What a department does with which software, and whether it could do without: its coverage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from referent_desk.domain.functions import Function
from referent_desk.domain.local_values import LONGEST_DELAY
from referent_desk.domain.minutes import minutes_typed
from referent_desk.domain.people import (
    Appointment,
    AppointmentKind,
    AppointmentRank,
    Person,
    referents_on,
)
from referent_desk.domain.procedure_states import running_on, status_of, trials_with
from referent_desk.domain.procedures import (
    Procedure,
    ProcedureState,
    ProcedureStatus,
    Reason,
    Revision,
    RevisionState,
    Verification,
)
from referent_desk.domain.revisions import (
    is_in_force,
    last_withdrawn,
    open_draft,
    revision_in_force,
)
from referent_desk.domain.software import (
    Deployment,
    ReleaseLive,
    Software,
    SoftwareKind,
    release_in_service,
)
from referent_desk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class CoverageFacts:
    """Everything that bears on one department, as it lies in the database.

    `path` holds node ids from the department up to the group; `establishment_id` is empty where the
    tree knows none.
    """

    department_id: str
    path: tuple[str, ...]
    path_names: dict[str, str]
    establishment_id: str
    functions: dict[str, Function]
    kinds: dict[str, SoftwareKind]
    software: dict[str, Software]
    deployments: tuple[Deployment, ...]
    lives: dict[str, tuple[ReleaseLive, ...]]
    procedures: tuple[Procedure, ...]
    revisions: dict[str, tuple[Revision, ...]]
    verifications: tuple[Verification, ...]
    appointments: tuple[Appointment, ...]
    people: dict[str, Person]
    needed: frozenset[str] = frozenset()
    """Functions that the department says it needs done, whatever the software."""


NOT_KNOWN = Software("", "")
"""What stands where nobody has said yet which software does it."""


@dataclass(frozen=True, slots=True)
class Use:
    """One function × software of a department with the procedure that holds for it.

    `function` None: nobody has said yet what the software is used for. `software` NOT_KNOWN: the
    department needs the function, and nobody has said yet by which software it is done.
    """

    deployment: Deployment
    function: Function | None
    software: Software
    live: ReleaseLive | None
    procedure: Procedure | None
    owner: str
    revision: Revision | None
    status: ProcedureStatus
    withdrawn: Revision | None = None
    """The text that was withdrawn, where what holds only comes after it."""
    waiting: Procedure | None = None
    """A nearer procedure that holds as soon as a text of it is approved and in force."""
    draft: Revision | None = None
    """The open draft of the one that waits."""

    @property
    def state(self) -> ProcedureState:
        return self.status.state


def delay_proposed(facts: CoverageFacts) -> str:
    """The shortest interruption that one of its programs may have: then a department goes to paper.

    Empty where none is known, or where it is longer than anybody waits.
    """
    tolerated = (
        use.tolerated_outage or facts.software[use.software_id].tolerated_interruption
        for use in facts.deployments
        if use.software_id in facts.software
    )
    shortest = min(filter(None, tolerated), default=0)
    return minutes_typed(shortest) if 0 < shortest <= LONGEST_DELAY else ""


def delay_of(use: Use) -> str:
    """The interruption that this program may have there; empty where nobody knows."""
    tolerated = use.deployment.tolerated_outage or use.software.tolerated_interruption
    return minutes_typed(tolerated) if tolerated else ""


def uses_of(facts: CoverageFacts, today: date) -> tuple[Use, ...]:
    """Every use of the department, in the order of functions, then of software names.

    One that no function holds is left out: it has no degraded mode.

    A function that it needs and that no software does is a use of software that is not known. A
    use that ends soon and the one that follows it are the same use.
    """
    asked = (d for d in facts.deployments if d.function_id or not d.outside)
    once = {(d.function_id, d.software_id): d for d in asked}
    done = {d.function_id for d in facts.deployments}
    awaited = [
        Deployment("", facts.department_id, NOT_KNOWN.id, function_id)
        for function_id in facts.needed & facts.functions.keys() - done
    ]
    ground = _Ground(facts, today)
    found = [_use(ground, deployment) for deployment in (*once.values(), *awaited)]
    return tuple(
        sorted(
            found,
            key=lambda use: (
                use.function is None,
                use.function.position if use.function else 0,
                use.software.name.casefold(),
                use.software.id,
            ),
        )
    )


class _Ground:
    """The facts as each of many uses asks for them: a large unit has hundreds of procedures."""

    def __init__(self, facts: CoverageFacts, today: date) -> None:
        self.facts, self.today = facts, today
        self.procedures: dict[str, list[Procedure]] = {}
        for procedure in facts.procedures:
            self.procedures.setdefault(procedure.function_id, []).append(procedure)
        self._trials: dict[str, list[Verification]] = {}
        for trial in facts.verifications:
            self._trials.setdefault(trial.software_id, []).append(trial)

    def trials_with(self, software_id: str) -> list[Verification]:
        if "" in self._trials:
            return trials_with(software_id, self.facts.verifications)
        return self._trials.get(software_id, [])


def _use(ground: _Ground, deployment: Deployment) -> Use:
    facts, today = ground.facts, ground.today
    software = facts.software.get(deployment.software_id, NOT_KNOWN)
    lives = facts.lives.get(software.id, ())
    live = release_in_service(lives, facts.establishment_id, today)
    held = NOTHING_HELD
    if deployment.function_id:
        candidates = ground.procedures.get(deployment.function_id, ())
        held = holding(candidates, facts.path, software.id, facts.revisions, today)
    procedure, revision = held.procedure, held.revision
    status = status_of(
        revision,
        ground.trials_with(software.id),
        running_on(lives, facts.establishment_id, today),
        today,
    )
    if revision is None and held.withdrawn is not None:
        status = ProcedureStatus(ProcedureState.MISSING, (withdrawn_reason(held.withdrawn),))
    return Use(
        deployment=deployment,
        function=facts.functions.get(deployment.function_id or ""),
        software=software,
        live=live,
        procedure=procedure,
        owner=facts.path_names.get(procedure.owner_id, "") if procedure else "",
        revision=revision,
        status=status,
        withdrawn=held.withdrawn,
        waiting=held.waiting,
        draft=open_draft(facts.revisions.get(held.waiting.id, ())) if held.waiting else None,
    )


def withdrawn_reason(revision: Revision) -> Reason:
    fields = {"day": revision.withdrawn_on, "why": revision.withdrawn_because}
    return Reason("withdrawn", fields)


@dataclass(frozen=True, slots=True)
class Held:
    """What holds, and the text that was withdrawn: of a nearer procedure, or before this draft.

    `waiting` is a nearer procedure of which no approved text is in force yet.
    """

    procedure: Procedure | None = None
    revision: Revision | None = None
    withdrawn: Revision | None = None
    waiting: Procedure | None = None


NOTHING_HELD = Held()


def holding(
    procedures: Iterable[Procedure],
    path: tuple[str, ...],
    software_id: str | None,
    revisions: Mapping[str, tuple[Revision, ...]],
    day: date,
) -> Held:
    """The nearest procedure of which an approved text is in force.

    Only where none is, the nearest one holds with its draft. One that was withdrawn leaves its
    place to the next in any case.
    """
    gone, best = None, None
    for found in by_nearness(procedures, path, software_id):
        known = revisions.get(found.id, ())
        revision = revision_in_force(known, day)
        if revision is not None and is_in_force(revision, day):
            if best is None:
                return Held(found, revision, gone)
            return Held(found, revision, gone, best.procedure)
        withdrawn = last_withdrawn(known, day)
        if best is None and (revision is not None or withdrawn is None):
            is_draft = revision is not None and revision.state is RevisionState.DRAFT
            best = Held(found, revision, gone or (withdrawn if is_draft else None))
        gone = gone or withdrawn
    return best or Held(withdrawn=gone)


def by_nearness(
    procedures: Iterable[Procedure], path: tuple[str, ...], software_id: str | None
) -> list[Procedure]:
    """Those that may hold, the nearest first: `path` goes from the department up to the group.

    At the same node, the one written for this software comes before the one for any software.
    """
    distance = {node_id: steps for steps, node_id in enumerate(path)}
    fitting = [
        p
        for p in procedures
        if p.owner_id in distance and p.closed_on is None and p.software_id in {None, software_id}
    ]
    fitting.sort(key=lambda p: (distance[p.owner_id], p.software_id is None, p.id))
    return fitting


def referent_of(
    facts: CoverageFacts,
    today: date,
    kind: AppointmentKind,
    rank: AppointmentRank,
    software_id: str | None = None,
) -> Person | None:
    """The first of them."""
    return next(iter(referents_of(facts, today, kind, rank, software_id)), None)


def referents_of(
    facts: CoverageFacts,
    today: date,
    kind: AppointmentKind,
    rank: AppointmentRank,
    software_id: str | None = None,
) -> tuple[Person, ...]:
    """Who answers for the department; if it has nobody, who answers for what it stands under."""
    fitting = [a for a in facts.appointments if a.kind is kind and a.rank is rank]
    for node_id in facts.path if fitting else ():
        here = [a for a in fitting if a.department_id == node_id]
        if people := referents_on(today, here, facts.people, kind, rank, software_id):
            return people
    return ()


def functions_without_software(facts: CoverageFacts, uses: Iterable[Use]) -> tuple[Function, ...]:
    """What it needs and no software does; none where it has not said what it needs."""
    served = {use.function.id for use in uses if use.function and use.software.id}
    missing = [facts.functions[i] for i in facts.needed & facts.functions.keys() - served]
    return tuple(sorted(missing, key=lambda f: f.position))
