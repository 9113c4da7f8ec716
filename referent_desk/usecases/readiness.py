"""The coverage of all departments, of one of them, and what is said of one function there."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.coverage import CoverageFacts, Use, referent_of, uses_of
from referent_desk.domain.coverage_grids import CellDetail, FunctionName, GroupCoverage, UseDetail
from referent_desk.domain.fallbacks import USUAL_FAILURE, Failure
from referent_desk.domain.group_coverage import group_coverage
from referent_desk.domain.means import Reach, Standing
from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.domain.procedures import ProcedureState, RevisionState
from referent_desk.domain.readiness import CoveredUse, DepartmentCoverage
from referent_desk.errors import NotFound
from referent_desk.language import _, spoken
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.fallbacks import fallback_of
from referent_desk.storage.means import reach_of
from referent_desk.storage.places import node_names, place_of, software_names
from referent_desk.storage.procedures import coverage_facts, functions_by_id
from referent_desk.storage.readiness import filed_days, group_facts, played_days
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.garbage import uncollected


def read_group(desk: Desk, *, survival: bool = False) -> GroupCoverage:
    """Of every open department that keeps a binder; `survival`: also what the usual failure
    leaves, which takes longer than all the rest."""
    today = desk.clock.today()
    with desk.database.read() as connection, uncollected():
        departments = _departments(connection, today, survival=survival)
        return GroupCoverage(
            today,
            _functions(connection, departments),
            departments,
            software_names(connection),
            node_names(connection),
        )


def _departments(
    connection: Connection, today: date, *, survival: bool
) -> tuple[DepartmentCoverage, ...]:
    """The facts are gone when it is left, so that nobody looks for garbage among them."""
    facts = group_facts(connection, today, survival=survival)
    return tuple(group_coverage(facts, today))


def _functions(
    connection: Connection, departments: tuple[DepartmentCoverage, ...]
) -> tuple[FunctionName, ...]:
    used = {use[0] for department in departments for use in department.uses}
    code = spoken().code
    known = functions_by_id(connection).values()
    named = [FunctionName(f.id, f.code, f.name(code)) for f in known if f.id in used]
    if "" in used:
        named.append(FunctionName("", "", _("Function to be named")))
    return tuple(named)


def read_department(desk: Desk, department_id: str) -> GroupCoverage:
    """One department alone, told by the rules themselves: in a twentieth of the time of all."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        facts = coverage_facts(connection, department_id, today)
        coverage = department_coverage(connection, facts, today)
        functions = _functions(connection, (coverage,))
    software = {key: software.name for key, software in facts.software.items()}
    return GroupCoverage(today, functions, (coverage,), software, facts.path_names)


def department_coverage(
    connection: Connection, facts: CoverageFacts, today: date, *, survival: bool = True
) -> DepartmentCoverage:
    """Without `survival` the texts of the facts are not looked at."""
    key = facts.department_id
    place = place_of(connection, key)
    if place is None:
        raise NotFound(_("This department is not here any more."), _("Choose another one."))
    told = _Told(facts, reach_of(connection, facts.path) if survival else None, today)
    used = uses_of(facts, today)
    uses = tuple(told.use(use) for use in used)
    general = referent_of(facts, today, AppointmentKind.SOFTWARE, AppointmentRank.MAIN)
    texts = [use.revision for use in used]
    begun = [r.in_force_on or r.approved_on for r in texts if r and r.state is not _DRAFT]
    return DepartmentCoverage(
        department_id=place.id,
        name=place.name,
        code=place.code,
        establishment=place.establishment,
        pole=place.pole,
        beds=place.beds,
        uses=uses,
        has_referent=general is not None or (bool(uses) and all(u.has_referent for u in uses)),
        filed_on=filed_days(connection, key).get(key),
        newest_text=max((day for day in begun if day and day <= today), default=None),
        last_drill=played_days(connection, key).get(key),
    )


_DRAFT = RevisionState.DRAFT


class _Told:
    """A use of one department in the words of the coverage of all."""

    def __init__(self, facts: CoverageFacts, reach: Reach | None, today: date) -> None:
        """`reach` None: what survives is not asked."""
        self._facts, self._reach, self._today = facts, reach, today
        domains = reach.domains if reach is not None else {}
        self._failure = Failure(
            domains, [d.id for d in domains.values() if d.code in USUAL_FAILURE]
        )

    def use(self, use: Use) -> CoveredUse:
        revision, procedure, software = use.revision, use.procedure, use.software
        kind = self._facts.kinds.get(software.kind_id or "")
        rated = use.deployment.criticality or software.criticality
        outage = use.deployment.tolerated_outage or software.tolerated_interruption
        return CoveredUse(
            function_id=use.function.id if use.function else "",
            software_id=software.id,
            criticality=rated or (kind.criticality if kind else None),
            outage=outage,
            state=use.state,
            revision_id=revision.id if revision else "",
            owner_id=procedure.owner_id if procedure else "",
            has_referent=self.referent(software.id) != "",
            standing=self._standing(use),
            since=self._since(use),
        )

    def _standing(self, use: Use) -> Standing | None:
        if self._reach is None:
            return None
        fallback = fallback_of(self._facts.department_id, use)
        return self._failure.outcome(fallback, self._reach).standing

    def referent(self, software_id: str) -> str:
        kind, rank = AppointmentKind.SOFTWARE, AppointmentRank.MAIN
        person = referent_of(self._facts, self._today, kind, rank, software_id)
        return person.full_name if person is not None else ""

    def _since(self, use: Use) -> str:
        """The day since which it waits to be verified."""
        revision, last, live = use.revision, use.status.verification, use.live
        day = None
        if revision is not None and use.state is ProcedureState.NEVER_VERIFIED:
            day = revision.in_force_on or revision.approved_on
        elif use.state in {ProcedureState.TO_VERIFY, ProcedureState.FAILED} and last is not None:
            is_older = live is not None and last.release_id != live.release_id
            is_older = is_older and use.state is ProcedureState.TO_VERIFY
            day = live.live_on if is_older and live is not None else last.valid_on
        return day.isoformat() if day is not None else ""


def explain_cell(desk: Desk, department_id: str, function_id: str) -> CellDetail:
    """`function_id` empty: software of which nobody said what it is for."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        facts = coverage_facts(connection, department_id, today)
        told = _Told(facts, reach_of(connection, facts.path), today)
        path = path_to(connection, department_id)
    if not path:
        raise NotFound(_("This department is not here any more."), _("Choose another one."))
    uses = [
        u for u in uses_of(facts, today) if (u.function.id if u.function else "") == function_id
    ]
    function = facts.functions.get(function_id)
    return CellDetail(
        department_id,
        path[0].name,
        function_id,
        function.name(spoken().code) if function else _("Function to be named"),
        tuple(_use_detail(use, told) for use in uses),
    )


def _use_detail(use: Use, told: _Told) -> UseDetail:
    text = use.revision.text if use.revision else None
    forms = (code for step in text.steps for code in step.forms) if text else ()
    return UseDetail(
        use=told.use(use),
        software=use.software.name,
        title=text.title if text else "",
        owner=use.owner,
        referent=told.referent(use.software.id),
        running=use.live.version if use.live else "",
        forms=tuple(dict.fromkeys(forms)),
    )
