"""For which departments a procedure holds."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Connection, exists, or_, select

from referent_desk.domain.departments import BINDER_KINDS
from referent_desk.domain.procedures import Procedure
from referent_desk.storage import schema
from referent_desk.storage.deployments import still_used
from referent_desk.storage.withdrawals import procedures_in_force

_node = schema.node
_reach = schema.ancestor


def departments_served(
    connection: Connection, procedure: Procedure, today: date
) -> tuple[str, ...]:
    """The names of those below its owner that do this with that software, and have no approved text
    of their own nearer by; in the order of names. The owner is not among them."""
    statement = (
        select(_node.c.name)
        .join(_reach, _reach.c.node_id == _node.c.id)
        .where(
            _reach.c.ancestor_id == procedure.owner_id,
            _reach.c.distance > 0,
            _node.c.kind.in_(sorted(BINDER_KINDS)),
            _node.c.closed_on.is_(None),
            _does_it(procedure, today),
            ~_has_its_own(procedure, today),
        )
        .order_by(_node.c.folded, _node.c.id)
    )
    return tuple(connection.scalars(statement))


def _does_it(procedure: Procedure, today: date) -> ColumnElement[bool]:
    """With that software; where the text serves any, what is ticked as needed counts as well."""
    deployment, ticked = schema.deployment, schema.department_function
    used = select(deployment.c.id).where(
        deployment.c.department_id == _node.c.id,
        deployment.c.function_id == procedure.function_id,
        still_used(today),
    )
    if procedure.software_id is not None:
        return exists(used.where(deployment.c.software_id == procedure.software_id))
    needed = select(ticked.c.function_id).where(
        ticked.c.department_id == _node.c.id,
        ticked.c.function_id == procedure.function_id,
        ticked.c.closed_on.is_(None),
    )
    return or_(exists(used), exists(needed))


def _has_its_own(procedure: Procedure, today: date) -> ColumnElement[bool]:
    other, way = schema.procedure.alias("other"), schema.ancestor.alias("way")
    return exists(
        select(other.c.id)
        .select_from(other.join(way, way.c.ancestor_id == other.c.owner_id))
        .where(
            way.c.node_id == _node.c.id,
            way.c.distance < _reach.c.distance,
            other.c.function_id == procedure.function_id,
            or_(other.c.software_id.is_(None), other.c.software_id == procedure.software_id),
            other.c.closed_on.is_(None),
            other.c.id.in_(procedures_in_force(today)),
        )
    )
