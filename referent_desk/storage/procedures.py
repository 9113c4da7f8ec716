"""Procedures, revisions and verifications in the database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import CTE, Connection, and_, or_, select, true

from referent_desk.domain.coverage import CoverageFacts
from referent_desk.domain.functions import Function
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.procedure_texts import from_json
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
from referent_desk.storage.listings import Source, read_page
from referent_desk.storage.needed_functions import needed_by
from referent_desk.storage.people import appointments_of_departments
from referent_desk.storage.schema import stored_day
from referent_desk.storage.software import kinds_by_id, releases_live, software_by_id

_procedure = schema.procedure
_revision = schema.revision
_verification = schema.verification
_deployment = schema.deployment


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


def coverage_facts(
    connection: Connection, department_id: str, today: date, *, texts: bool = True
) -> CoverageFacts:
    """Without `texts`, revisions have their title only: a list needs no more."""
    path = path_to(connection, department_id)
    node_ids = tuple(node.id for node in path)
    deployments = _deployments(connection, department_id, today)
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
        establishment_id=next((n.id for n in path if n.kind == "establishment"), ""),
        functions=functions_by_id(connection),
        kinds=kinds_by_id(connection),
        software=software_by_id(connection, software_ids),
        deployments=deployments,
        lives=releases_live(connection, software_ids),
        procedures=procedures,
        revisions=revisions,
        verifications=verifications_of(connection, revisions, department_id),
        appointments=appointments,
        people=people,
        needed=needed,
    )


def _deployments(connection: Connection, department_id: str, today: date) -> tuple[Deployment, ...]:
    statement = select(_deployment).where(
        _deployment.c.department_id == department_id, still_used(today)
    )
    return tuple(
        Deployment(
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
        )
        for row in connection.execute(statement)
    )


def _procedures(
    connection: Connection, owner_ids: Iterable[str], functions: set[str], software: set[str]
) -> tuple[Procedure, ...]:
    """Those along the path that may hold for one of the functions with one of the software."""
    statement = select(_procedure).where(
        _procedure.c.owner_id.in_(list(owner_ids)),
        _procedure.c.function_id.in_(sorted(functions)),
        or_(_procedure.c.software_id.in_(sorted(software)), _procedure.c.software_id.is_(None)),
        _procedure.c.closed_on.is_(None),
    )
    return tuple(
        Procedure(row.id, row.owner_id, row.function_id, row.software_id)
        for row in connection.execute(statement)
    )


def revisions_of(
    connection: Connection, procedure_ids: Iterable[str], *, texts: bool = True
) -> dict[str, tuple[Revision, ...]]:
    statement = (
        select(*(c for c in _revision.c if texts or c.name != "text"))
        .where(_revision.c.procedure_id.in_(sorted(set(procedure_ids))))
        .order_by(_revision.c.procedure_id, _revision.c.number)
    )
    found: dict[str, list[Revision]] = {}
    for row in connection.execute(statement):
        found.setdefault(row.procedure_id, []).append(_revision_of(row, texts))
    return {procedure_id: tuple(revisions) for procedure_id, revisions in found.items()}


def _revision_of(row: Any, texts: bool) -> Revision:
    return Revision(
        id=row.id,
        procedure_id=row.procedure_id,
        state=RevisionState(row.state),
        text=from_json(row.text) if texts else ProcedureText(row.title),
        number=row.number,
        author=row.author,
        approver=row.approver,
        approved_on=stored_day(row.approved_on),
        in_force_on=stored_day(row.in_force_on),
        review_due_on=stored_day(row.review_due_on),
    )


def verifications_of(
    connection: Connection,
    revisions: dict[str, tuple[Revision, ...]],
    department_id: str | None = None,
) -> tuple[Verification, ...]:
    """In the order of recording, of one department or of all."""
    release, later = schema.release, _verification.alias("later")
    annulled = select(later.c.id).where(later.c.annuls_id == _verification.c.id).exists()
    ids = sorted(r.id for group in revisions.values() for r in group)
    here = true() if department_id is None else _verification.c.department_id == department_id
    statement = (
        select(_verification, release.c.version)
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
        )
        for row in connection.execute(statement)
    )


def _verified_uses() -> CTE:
    """Department, function and software (NULL: any) for which a procedure in reach worked.

    Gathered once: looked up anew for each of 60,000 deployments it takes four times as long.
    """
    reach, later = schema.ancestor.alias("reach"), _verification.alias("later")
    annulled = select(later.c.id).where(later.c.annuls_id == _verification.c.id).exists()
    return (
        select(_verification.c.department_id, _procedure.c.function_id, _procedure.c.software_id)
        .distinct()
        .join(_revision, _revision.c.id == _verification.c.revision_id)
        .join(_procedure, _procedure.c.id == _revision.c.procedure_id)
        .join(
            reach,
            and_(
                reach.c.node_id == _verification.c.department_id,
                reach.c.ancestor_id == _procedure.c.owner_id,
            ),
        )
        .where(
            _verification.c.result == "worked",
            _verification.c.annuls_id.is_(None),
            ~annulled,
            _revision.c.state == "approved",
            _procedure.c.closed_on.is_(None),
        )
        .cte("verified")
        .prefix_with("MATERIALIZED")
    )


def unverified_source(today: date) -> Source:
    """Open deployments for which no approved procedure in reach was found to work there."""
    node, software = schema.node, schema.software
    verified = _verified_uses()
    covered = (
        select(verified.c.function_id)
        .where(
            verified.c.department_id == _deployment.c.department_id,
            verified.c.function_id == _deployment.c.function_id,
            or_(
                verified.c.software_id == _deployment.c.software_id,
                verified.c.software_id.is_(None),
            ),
        )
        .exists()
    )
    chosen = and_(still_used(today), ~covered)
    return Source(
        rows=select(
            _deployment.c.id,
            _deployment.c.department_id,
            _deployment.c.software_id,
            _deployment.c.function_id,
        )
        .join(node, node.c.id == _deployment.c.department_id)
        .join(software, software.c.id == _deployment.c.software_id)
        .where(chosen),
        counted=select(_deployment.c.id).where(chosen),
        key=_deployment.c.id,
        sorts={"id": _deployment.c.id},
        searched=(node.c.folded, software.c.folded),
    )


def deployments_without_verified_procedure(
    connection: Connection, listing: Listing, today: date
) -> Page[tuple[str, str, str, str | None]]:
    """(deployment, department, software, function) ids, a page at a time, and how many in all."""
    return read_page(
        connection,
        unverified_source(today),
        listing,
        lambda row: (row.id, row.department_id, row.software_id, row.function_id),
    )
