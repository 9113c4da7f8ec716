"""Procedures, revisions and verifications in the database."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, or_, select, true

from referent_desk.domain.approvals import review_due
from referent_desk.domain.coverage import CoverageFacts
from referent_desk.domain.departments import Node
from referent_desk.domain.functions import Function
from referent_desk.domain.procedures import (
    Procedure,
    ProcedureText,
    Revision,
    RevisionState,
    Verification,
    VerificationResult,
)
from referent_desk.domain.software import Deployment
from referent_desk.storage import schema
from referent_desk.storage.departments import path_to
from referent_desk.storage.deployments import still_used
from referent_desk.storage.needed_functions import needed_by
from referent_desk.storage.people import appointments_of_departments
from referent_desk.storage.readings import once
from referent_desk.storage.schema import stored_day
from referent_desk.storage.software import kinds_by_id, releases_live, software_by_id
from referent_desk.storage.stored_texts import text_of
from referent_desk.storage.withdrawals import (
    NOT_WITHDRAWN,
    Withdrawn,
    withdrawn_revisions,
)

_procedure = schema.procedure
_revision = schema.revision
_verification = schema.verification
_deployment = schema.deployment
_SUBMITTED_TEXT = case(
    (and_(_revision.c.state == "draft", _revision.c.submitted_on.is_not(None)), _revision.c.text),
    else_="",
).label("text")


@once
def functions_by_id(connection: Connection) -> dict[str, Function]:
    statement = select(schema.function).order_by(schema.function.c.position)
    return {
        row.id: Function(row.id, row.code, row.name_fr, row.name_en, row.position)
        for row in connection.execute(statement)
    }


def functions_owned(connection: Connection, owner_id: str) -> frozenset[str]:
    """Functions for which a node has an open procedure of its own."""
    statement = select(_procedure.c.function_id).where(
        _procedure.c.owner_id == owner_id, _procedure.c.closed_on.is_(None)
    )
    return frozenset(connection.scalars(statement))


@once
def coverage_facts(
    connection: Connection, department_id: str, today: date, *, texts: bool = True
) -> CoverageFacts:
    """Without `texts`, revisions have their title only: a list needs no more."""
    path = path_to(connection, department_id)
    node_ids = tuple(node.id for node in path)
    deployments = deployments_in(connection, [department_id], today).get(department_id, ())
    software_ids = {d.software_id for d in deployments}
    needed = needed_by(connection, department_id) or frozenset()
    functions = {d.function_id for d in deployments if d.function_id} | needed
    procedures = _procedures(connection, node_ids, functions, software_ids)
    revisions = revisions_of(connection, [p.id for p in procedures], texts=texts)
    appointments, people = appointments_of_departments(connection, node_ids)
    return CoverageFacts(
        department_id=department_id,
        path=node_ids,
        path_names={node.id: node.name for node in path},
        establishment_id=establishment_in(path),
        functions=functions_by_id(connection),
        kinds=kinds_by_id(connection),
        software=software_by_id(connection, software_ids),
        deployments=deployments,
        lives=releases_live(connection, software_ids),
        procedures=procedures,
        revisions=revisions,
        verifications=verifications_of(connection, revisions, [department_id]),
        appointments=appointments,
        people=people,
        needed=needed,
    )


def establishment_in(path: Iterable[Node]) -> str:
    return next((node.id for node in path if node.kind == "establishment"), "")


def deployments_in(
    connection: Connection, department_ids: Iterable[str], today: date
) -> dict[str, tuple[Deployment, ...]]:
    """By department: those of today and of days to come."""
    statement = select(_deployment).where(
        _deployment.c.department_id.in_(sorted(department_ids)), still_used(today)
    )
    found: dict[str, list[Deployment]] = {}
    for row in connection.execute(statement).all():
        deployment = Deployment(
            id=row.id,
            department_id=row.department_id,
            software_id=row.software_id,
            function_id=row.function_id,
            since=stored_day(row.since),
            until=stored_day(row.until),
            users=row.users,
            tolerated_outage=row.tolerated_outage,
            criticality=row.criticality,
            purpose=row.purpose,
            outside=bool(row.outside),
        )
        found.setdefault(row.department_id, []).append(deployment)
    return {department_id: tuple(those) for department_id, those in found.items()}


def _procedures(
    connection: Connection, owner_ids: Iterable[str], functions: set[str], software: set[str]
) -> tuple[Procedure, ...]:
    """Those along the path that may hold for one of the functions with one of the software."""
    return open_procedures(
        connection,
        _procedure.c.owner_id.in_(list(owner_ids)),
        _procedure.c.function_id.in_(sorted(functions)),
        or_(_procedure.c.software_id.in_(sorted(software)), _procedure.c.software_id.is_(None)),
    )


def procedures_owned(connection: Connection, owner_ids: Iterable[str]) -> tuple[Procedure, ...]:
    return open_procedures(connection, _procedure.c.owner_id.in_(sorted(owner_ids)))


def open_procedures(connection: Connection, *chosen: ColumnElement[bool]) -> tuple[Procedure, ...]:
    shown = _procedure.c.id, _procedure.c.owner_id, _procedure.c.function_id
    statement = select(*shown, _procedure.c.software_id).where(
        *chosen, _procedure.c.closed_on.is_(None)
    )
    return tuple(Procedure(*row) for row in connection.execute(statement).all())


def revisions_of(
    connection: Connection, procedure_ids: Iterable[str], *, texts: bool = True
) -> dict[str, tuple[Revision, ...]]:
    """Without `texts`, revisions have their title only, but for a draft that was submitted: its
    text tells whether it still is."""
    ids = sorted(set(procedure_ids))
    statement = (
        select(*(c if texts or c.name != "text" else _SUBMITTED_TEXT for c in _revision.c))
        .where(_revision.c.procedure_id.in_(ids))
        .order_by(_revision.c.procedure_id, _revision.c.number)
    )
    months, gone = _review_months(connection, ids), withdrawn_revisions(connection, ids)
    found: dict[str, list[Revision]] = {}
    for row in connection.execute(statement):
        revision = _revision_of(row, months.get(row.procedure_id), gone.get(row.id, NOT_WITHDRAWN))
        found.setdefault(row.procedure_id, []).append(revision)
    return {procedure_id: tuple(revisions) for procedure_id, revisions in found.items()}


def _review_months(connection: Connection, ids: list[str]) -> dict[str, int]:
    """Of the procedures that have a period of their own."""
    statement = select(_procedure.c.id, _procedure.c.review_months).where(
        _procedure.c.id.in_(ids), _procedure.c.review_months.is_not(None)
    )
    return {row.id: row.review_months for row in connection.execute(statement)}


def _revision_of(row: Any, months: int | None, withdrawn: Withdrawn) -> Revision:
    approved_on, due = stored_day(row.approved_on), stored_day(row.review_due_on)
    if approved_on is not None and months is not None:
        due = review_due(approved_on, months)
    return Revision(
        id=row.id,
        procedure_id=row.procedure_id,
        state=RevisionState(row.state),
        text=text_of(row.text) if row.text else ProcedureText(row.title),
        number=row.number,
        author=row.author,
        approver=row.approver,
        approved_on=approved_on,
        in_force_on=stored_day(row.in_force_on),
        review_due_on=due,
        submitted_on=stored_day(row.submitted_on),
        submitted_by=row.submitted_by,
        submitted_mark=row.submitted_mark,
        approver_role=row.approver_role,
        approval_reference=row.approval_reference,
        exception=row.exception,
        withdrawn_on=withdrawn.day,
        withdrawn_because=withdrawn.reason,
    )


def verifications_of(
    connection: Connection,
    revisions: dict[str, tuple[Revision, ...]],
    department_ids: Collection[str] | None = None,
) -> tuple[Verification, ...]:
    """In the order of recording, of these departments or of all."""
    release, later = schema.release, _verification.alias("later")
    annulled = select(later.c.id).where(later.c.annuls_id == _verification.c.id).exists()
    ids = sorted(r.id for group in revisions.values() for r in group)
    here: ColumnElement[bool] = true()
    if department_ids is not None:
        here = _verification.c.department_id.in_(sorted(department_ids))
    statement = (
        select(_verification, release.c.version, release.c.software_id)
        .join(release, release.c.id == _verification.c.release_id)
        .where(
            here,
            _verification.c.revision_id.in_(ids),
            _verification.c.annuls_id.is_(None),
            ~annulled,
        )
        .order_by(_verification.c.valid_on, _verification.c.recorded_at, _verification.c.id)
    )
    return tuple(
        Verification(
            revision_id=row.revision_id,
            release_id=row.release_id,
            department_id=row.department_id,
            result=VerificationResult(row.result),
            valid_on=date.fromisoformat(row.valid_on),
            version=row.version,
            software_id=row.software_id,
            seen=row.seen,
            to_change=row.to_change,
        )
        for row in connection.execute(statement)
    )
