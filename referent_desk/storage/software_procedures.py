"""Everything that bears on the procedures of one software, read at once for all who use it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, or_, select

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.procedures import Procedure, Verification
from referent_desk.domain.software import ReleaseLive
from referent_desk.domain.software_procedures import SoftwareUses, UsingDepartment
from referent_desk.storage import schema
from referent_desk.storage.deployments import still_used
from referent_desk.storage.procedures import revisions_of, verifications_of

_deployment = schema.deployment
_node = schema.node
_above = schema.ancestor
_procedure = schema.procedure


def software_uses(
    connection: Connection, software_id: str, lives: tuple[ReleaseLive, ...], today: date
) -> SoftwareUses:
    used = _functions_by_department(connection, software_id, today)
    names: dict[str, str] = {}
    departments = _departments(connection, software_id, used, names, today)
    procedures = _procedures(connection, software_id, used, names)
    revisions = revisions_of(connection, [p.id for p in procedures], texts=False)
    verifications: dict[str, list[Verification]] = {}
    for verification in verifications_of(connection, revisions):
        verifications.setdefault(verification.department_id, []).append(verification)
    return SoftwareUses(
        software_id=software_id,
        departments=departments,
        names=names,
        lives=lives,
        procedures=procedures,
        revisions=revisions,
        verifications={key: tuple(found) for key, found in verifications.items()},
    )


def _functions_by_department(
    connection: Connection, software_id: str, today: date
) -> dict[str, tuple[str, ...]]:
    """Only uses whose function is known can have a procedure."""
    statement = (
        select(_deployment.c.department_id, _deployment.c.function_id)
        .distinct()
        .where(
            _deployment.c.software_id == software_id,
            _deployment.c.function_id.is_not(None),
            still_used(today),
        )
        .order_by(_deployment.c.department_id, _deployment.c.function_id)
    )
    found: dict[str, list[str]] = {}
    for row in connection.execute(statement):
        found.setdefault(row.department_id, []).append(row.function_id)
    return {key: tuple(functions) for key, functions in found.items()}


def _departments(
    connection: Connection,
    software_id: str,
    used: dict[str, tuple[str, ...]],
    names: dict[str, str],
    today: date,
) -> tuple[UsingDepartment, ...]:
    """In the order of their names; every node on their paths is noted in `names`."""
    users = select(_deployment.c.department_id).where(
        _deployment.c.software_id == software_id, still_used(today)
    )
    statement = (
        select(_above.c.node_id, _node.c.id, _node.c.kind, _node.c.name, _node.c.code)
        .join(_node, _node.c.id == _above.c.ancestor_id)
        .where(_above.c.node_id.in_(users))
        .order_by(_above.c.node_id, _above.c.distance)
    )
    paths: dict[str, list[str]] = {}
    codes: dict[str, str] = {}
    sites: dict[str, str] = {}
    for row in connection.execute(statement):
        names[row.id], codes[row.id] = row.name, row.code
        paths.setdefault(row.node_id, []).append(row.id)
        if row.kind == "establishment":
            sites.setdefault(row.node_id, row.id)
    using = [
        UsingDepartment(
            choice=DepartmentChoice(key, names[key], codes[key], names.get(sites.get(key, ""), "")),
            path=tuple(paths[key]),
            establishment_id=sites.get(key, ""),
            function_ids=functions,
        )
        for key, functions in used.items()
    ]
    return tuple(sorted(using, key=lambda u: (u.choice.name.casefold(), u.choice.id)))


def _procedures(
    connection: Connection,
    software_id: str,
    used: dict[str, tuple[str, ...]],
    names: dict[str, str],
) -> tuple[Procedure, ...]:
    functions = sorted({function for group in used.values() for function in group})
    statement = select(_procedure).where(
        _procedure.c.function_id.in_(functions),
        or_(_procedure.c.software_id == software_id, _procedure.c.software_id.is_(None)),
        _procedure.c.closed_on.is_(None),
    )
    return tuple(
        Procedure(row.id, row.owner_id, row.function_id, row.software_id)
        for row in connection.execute(statement)
        if row.owner_id in names
    )
