"""Uses of software for which nothing was found to work: over all departments, by the database."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CTE, Connection, and_, or_, select

from referent_desk.domain.listings import Listing, Page
from referent_desk.storage import schema
from referent_desk.storage.deployments import still_used
from referent_desk.storage.listings import Source, read_page
from referent_desk.storage.withdrawals import revisions_gone

_procedure = schema.procedure
_revision = schema.revision
_verification = schema.verification
_deployment = schema.deployment


def _verified_uses(today: date) -> CTE:
    """Department, function and software (NULL: any) for which a procedure in reach worked.

    Gathered once: looked up anew for each of 60,000 deployments it takes four times as long. What
    is in reach is asked of each verification: joined, it would be the departments below each text
    that are gone through.
    """
    reach, later = schema.ancestor.alias("reach"), _verification.alias("later")
    is_in_reach = (
        select(reach.c.node_id)
        .where(
            reach.c.node_id == _verification.c.department_id,
            reach.c.ancestor_id == _procedure.c.owner_id,
        )
        .exists()
    )
    annulled = select(later.c.id).where(later.c.annuls_id == _verification.c.id).exists()
    return (
        select(_verification.c.department_id, _procedure.c.function_id, _procedure.c.software_id)
        .distinct()
        .join(_revision, _revision.c.id == _verification.c.revision_id)
        .join(_procedure, _procedure.c.id == _revision.c.procedure_id)
        .where(
            is_in_reach,
            _verification.c.result == "worked",
            _verification.c.annuls_id.is_(None),
            ~annulled,
            _revision.c.state == "approved",
            _revision.c.id.not_in(revisions_gone(today)),
            _procedure.c.closed_on.is_(None),
        )
        .cte("verified")
        .prefix_with("MATERIALIZED")
    )


def unverified_source(today: date) -> Source:
    """Open deployments for which no approved procedure in reach was found to work there."""
    node, software = schema.node, schema.software
    verified = _verified_uses(today)
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
