"""Where what was found is at home: the department in which it holds, the row that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from referent_desk.domain.departments import BINDER_KINDS, DepartmentChoice, NodeKind
from referent_desk.domain.finding import Hit, HitKind
from referent_desk.storage import schema
from referent_desk.storage.departments import path_to
from referent_desk.storage.deployments import still_used
from referent_desk.storage.withdrawals import procedures_gone, procedures_in_force

_deployment = schema.deployment
_needed = schema.department_function
_node = schema.node
_reach = schema.ancestor.alias("reach")


@dataclass(frozen=True, slots=True)
class UseFound:
    """A function as one department has it; `software_id` None where no software is known."""

    department_id: str
    function_id: str
    software_id: str | None


def use_of_procedure(
    connection: Connection, procedure_id: str, chosen_id: str | None, today: date
) -> UseFound | None:
    """Where the procedure holds: in the chosen department, else as near to its owner as can be.

    A department in which another procedure holds is passed over, unless there is no other.
    """
    procedure = schema.procedure
    row = connection.execute(select(procedure).where(procedure.c.id == procedure_id)).first()
    if row is None:
        return None
    statement = _uses(row.function_id, today, row.software_id)
    statement = statement.join(
        _reach,
        and_(_reach.c.node_id == _node.c.id, _reach.c.ancestor_id == row.owner_id),
    )
    in_force = procedures_in_force(today).where(schema.revision.c.procedure_id == procedure_id)
    is_in_force = connection.execute(in_force.limit(1)).first() is not None
    overshadowed = _overshadowed(row, today, is_in_force=is_in_force)
    order = (overshadowed, _reach.c.distance, _node.c.folded, _node.c.id)
    return _first(connection, statement, chosen_id, order) or _without_software(
        connection, row, chosen_id
    )


def use_of_function(
    connection: Connection, function_id: str, chosen_id: str | None, today: date
) -> UseFound | None:
    """In the chosen department, else in one of its establishment, else in any that has it."""
    site = _site_of(connection, chosen_id)
    beside = select(_reach.c.node_id).where(
        _reach.c.node_id == _node.c.id, _reach.c.ancestor_id == site
    )
    order = (beside.exists().desc(), _node.c.folded, _node.c.id)
    found = _first(connection, _uses(function_id, today), chosen_id, order)
    if found is not None and found.department_id == chosen_id:
        return found
    statement = _needs(function_id)
    needed = _first(connection, statement, chosen_id, order)
    if needed is not None and (found is None or needed.department_id == chosen_id):
        return needed
    return found


def owner_of_number(connection: Connection, entry_id: str) -> str | None:
    entry = schema.directory_entry
    return connection.scalar(select(entry.c.owner_id).where(entry.c.id == entry_id))


def node_of_means(connection: Connection, means_id: str) -> str | None:
    means = schema.means
    return connection.scalar(select(means.c.node_id).where(means.c.id == means_id))


def department_of_drill(connection: Connection, drill_id: str) -> str | None:
    drill = schema.drill
    return connection.scalar(select(drill.c.department_id).where(drill.c.id == drill_id))


def department_of_action(connection: Connection, action_id: str) -> str | None:
    action = schema.action
    return connection.scalar(select(action.c.department_id).where(action.c.id == action_id))


def tip_of(connection: Connection, tip_id: str) -> str | None:
    """The same id, if it is there still."""
    return connection.scalar(select(schema.tip.c.id).where(schema.tip.c.id == tip_id))


def owner_of_procedure(connection: Connection, procedure_id: str) -> str | None:
    procedure = schema.procedure
    return connection.scalar(select(procedure.c.owner_id).where(procedure.c.id == procedure_id))


def choice_of(connection: Connection, department_id: str) -> DepartmentChoice | None:
    path = path_to(connection, department_id)
    if not path:
        return None
    site = next((n.name for n in path[1:] if n.kind is NodeKind.ESTABLISHMENT), "")
    return DepartmentChoice(path[0].id, path[0].name, path[0].code, site)


def subject_of_sheet(connection: Connection, sheet_id: str) -> tuple[str, str] | None:
    """The department and the subject of a sheet that was printed."""
    sheet = schema.sheet_code
    row = connection.execute(
        select(sheet.c.department_id, sheet.c.subject).where(sheet.c.id == sheet_id)
    ).first()
    return (row.department_id, row.subject) if row else None


_FOUND_ELSEWHERE = ("procedure:", "software:", "form:")
"""Subjects of sheets that are found by their titles as what they are."""


def printed_sheets(connection: Connection, department_id: str) -> tuple[tuple[Hit, bool], ...]:
    """Every sheet code of a department, with the title under which it was last printed.

    And whether nothing else that can be found bears that title.
    """
    sheet, revision = schema.sheet_code, schema.sheet_revision
    title = (
        select(revision.c.title)
        .where(revision.c.department_id == sheet.c.department_id, revision.c.code == sheet.c.code)
        .order_by(revision.c.revision.desc())
        .limit(1)
        .scalar_subquery()
    )
    statement = (
        select(sheet.c.id, sheet.c.code, sheet.c.subject, title.label("title"))
        .where(sheet.c.department_id == department_id)
        .order_by(sheet.c.code)
    )
    rows = connection.execute(statement)
    return tuple(
        (
            Hit(HitKind.SHEET, row.id, row.code, row.title or ""),
            not row.subject.startswith(_FOUND_ELSEWHERE),
        )
        for row in rows
    )


def _uses(function_id: str, today: date, software_id: str | None = None) -> Select[Any]:
    statement = (
        select(
            _node.c.id.label("department_id"), _deployment.c.function_id, _deployment.c.software_id
        )
        .select_from(_deployment.join(_node, _node.c.id == _deployment.c.department_id))
        .where(
            _deployment.c.function_id == function_id,
            still_used(today),
            _node.c.closed_on.is_(None),
            _node.c.kind.in_(sorted(BINDER_KINDS)),
        )
    )
    if software_id is not None:
        statement = statement.where(_deployment.c.software_id == software_id)
    return statement


def _needs(function_id: str) -> Select[Any]:
    nothing: ColumnElement[str | None] = func.nullif("", "")
    return (
        select(
            _node.c.id.label("department_id"), _needed.c.function_id, nothing.label("software_id")
        )
        .select_from(_needed.join(_node, _node.c.id == _needed.c.department_id))
        .where(
            _needed.c.function_id == function_id,
            _needed.c.closed_on.is_(None),
            _node.c.closed_on.is_(None),
            _node.c.kind.in_(sorted(BINDER_KINDS)),
        )
    )


def _without_software(
    connection: Connection, procedure: Any, chosen_id: str | None
) -> UseFound | None:
    if procedure.software_id is not None:
        return None
    statement = _needs(procedure.function_id).join(
        _reach,
        and_(_reach.c.node_id == _node.c.id, _reach.c.ancestor_id == procedure.owner_id),
    )
    return _first(connection, statement, chosen_id, (_reach.c.distance, _node.c.folded, _node.c.id))


def _overshadowed(procedure: Any, today: date, *, is_in_force: bool) -> ColumnElement[bool]:
    """Whether another procedure holds for the same use, as `domain.coverage.holding` chooses."""
    other, way = schema.procedure.alias("other"), schema.ancestor.alias("way")
    is_nearer = way.c.distance < _reach.c.distance
    has_force = other.c.id.in_(procedures_in_force(today))
    if is_in_force:
        overshadows = and_(has_force, is_nearer)
    else:
        overshadows = or_(has_force, and_(is_nearer, other.c.id.not_in(procedures_gone(today))))
    return (
        select(other.c.id)
        .select_from(other.join(way, way.c.ancestor_id == other.c.owner_id))
        .where(
            way.c.node_id == _node.c.id,
            other.c.id != procedure.id,
            other.c.function_id == procedure.function_id,
            or_(
                other.c.software_id.is_(None),
                other.c.software_id == _deployment.c.software_id,
            ),
            other.c.closed_on.is_(None),
            overshadows,
        )
        .exists()
    )


def _first(
    connection: Connection,
    statement: Select[Any],
    chosen_id: str | None,
    order: tuple[ColumnElement[Any], ...],
) -> UseFound | None:
    """The chosen department is looked up alone first: it is the one that is nearly always meant."""
    if chosen_id is not None:
        row = connection.execute(statement.where(_node.c.id == chosen_id).limit(1)).first()
        if row is not None:
            return UseFound(row.department_id, row.function_id, row.software_id)
    row = connection.execute(statement.order_by(*order).limit(1)).first()
    return UseFound(row.department_id, row.function_id, row.software_id) if row else None


def _site_of(connection: Connection, department_id: str | None) -> str | None:
    if department_id is None:
        return None
    path = path_to(connection, department_id)
    return next((n.id for n in path if n.kind is NodeKind.ESTABLISHMENT), None)
