"""Places in the tree of departments: what stands below what, and codes within an establishment."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, and_, case, exists, func, select

from referent_desk.domain.departments import BINDER_KINDS, DepartmentRow, Node, NodeKind
from referent_desk.storage import schema
from referent_desk.storage.departments import department_row, department_rows, node_of, path_to

_node = schema.node


def list_children(
    connection: Connection, parent_id: str | None, today: date
) -> tuple[DepartmentRow, ...]:
    """Nodes directly below, or at the top; open ones first, from the highest level down."""
    below = schema.node.alias("below")
    has_children = exists(select(below.c.id).where(below.c.parent_id == _node.c.id))
    level = case({kind.value: place for place, kind in enumerate(NodeKind)}, value=_node.c.kind)
    statement = (
        department_rows(today)
        .add_columns(has_children.label("has_children"))
        .where(_node.c.parent_id.is_not_distinct_from(parent_id))
        .order_by(_node.c.closed_on.is_not(None), level, _node.c.folded, _node.c.id)
    )
    return tuple(
        department_row(row, bool(row.has_children)) for row in connection.execute(statement)
    )


def open_children(connection: Connection, node_id: str) -> int:
    """How many open nodes stand directly below."""
    chosen = and_(_node.c.parent_id == node_id, _node.c.closed_on.is_(None))
    return connection.scalar(select(func.count()).select_from(_node).where(chosen)) or 0


def highest_child(connection: Connection, node_id: str) -> Node | None:
    """Of the nodes directly below, closed ones too, one of the highest level."""
    rows = connection.execute(select(_node).where(_node.c.parent_id == node_id))
    levels = list(NodeKind)
    return min(map(node_of, rows), key=lambda node: levels.index(node.kind), default=None)


def code_twin(
    connection: Connection, node_id: str, place_id: str, code: str
) -> tuple[str, str] | None:
    """A code that would be used twice among the open nodes of an establishment, and its name.

    The node, with what stands below it, is to stand below `place_id`, and to carry `code` itself.
    """
    site = next(
        (n for n in path_to(connection, place_id) if n.kind is NodeKind.ESTABLISHMENT), None
    )
    if site is None:
        return None
    below = schema.ancestor
    moved = select(below.c.node_id).where(below.c.ancestor_id == node_id)
    carried = select(_node.c.code).where(
        _node.c.id.in_(moved), _node.c.id != node_id, _node.c.closed_on.is_(None)
    )
    codes = {c.casefold() for c in (code, *connection.scalars(carried)) if c}
    there = (
        select(_node.c.code)
        .join(below, below.c.node_id == _node.c.id)
        .where(below.c.ancestor_id == site.id, _node.c.id.not_in(moved), _node.c.id != node_id)
        .where(_node.c.code != "", _node.c.closed_on.is_(None))
    )
    twins = (c for c in connection.scalars(there) if c.casefold() in codes) if codes else iter(())
    found = next(twins, None)
    return None if found is None else (found, site.name)


def binders_below(connection: Connection, node_id: str) -> frozenset[str]:
    """The open nodes that keep a binder, the node itself among them where it does."""
    below = schema.ancestor
    statement = (
        select(_node.c.id)
        .join(below, below.c.node_id == _node.c.id)
        .where(
            below.c.ancestor_id == node_id,
            _node.c.closed_on.is_(None),
            _node.c.kind.in_(sorted(BINDER_KINDS)),
        )
    )
    return frozenset(connection.scalars(statement))
