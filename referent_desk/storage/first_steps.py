"""What is there already when somebody starts with a department of their own."""

from __future__ import annotations

from sqlalchemy import Connection, select

from referent_desk.storage import schema

_node = schema.node
_person = schema.person
_software = schema.software
_LONGEST = 2_000
"""Names that a field completes; a group has about as many programs as that."""


def establishments(connection: Connection) -> dict[str, str]:
    """Open ones, id by name, in the order of their names."""
    statement = (
        select(_node.c.id, _node.c.name)
        .where(_node.c.kind == "establishment", _node.c.closed_on.is_(None))
        .order_by(_node.c.folded, _node.c.id)
    )
    return {row.name: row.id for row in connection.execute(statement)}


def only_group(connection: Connection) -> str | None:
    """The group, where there is exactly one."""
    statement = select(_node.c.id).where(_node.c.kind == "group", _node.c.closed_on.is_(None))
    groups = list(connection.scalars(statement.limit(2)))
    return groups[0] if len(groups) == 1 else None


def departments_of(connection: Connection, establishment_id: str) -> tuple[str, ...]:
    """The names of the open departments and units of an establishment."""
    below = schema.ancestor
    statement = (
        select(_node.c.name)
        .join(below, below.c.node_id == _node.c.id)
        .where(
            below.c.ancestor_id == establishment_id,
            _node.c.kind.in_(["department", "unit"]),
            _node.c.closed_on.is_(None),
        )
    )
    return tuple(connection.scalars(statement))


def people_of(connection: Connection, folded: str) -> tuple[str, ...]:
    """Ids of those who are still there under exactly that name."""
    statement = select(_person.c.id).where(_person.c.folded == folded, _person.c.left_on.is_(None))
    return tuple(connection.scalars(statement.limit(2)))


def software_names(connection: Connection) -> tuple[str, ...]:
    statement = (
        select(_software.c.name)
        .where(_software.c.closed_on.is_(None))
        .order_by(_software.c.folded)
        .limit(_LONGEST)
    )
    return tuple(connection.scalars(statement))


def uses_of_department(connection: Connection, department_id: str) -> frozenset[tuple[str, str]]:
    """Software and function of each use that goes on."""
    use = schema.deployment
    statement = select(use.c.software_id, use.c.function_id).where(
        use.c.department_id == department_id, use.c.until.is_(None)
    )
    return frozenset((row.software_id, row.function_id) for row in connection.execute(statement))
