"""The tree in the database: places, their path, and the list of departments."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from referent_desk.domain.departments import (
    BINDER_KINDS,
    DEPARTMENT_KINDS,
    DepartmentChoice,
    DepartmentRow,
    Node,
    NodeKind,
)
from referent_desk.domain.listings import Listing, Page
from referent_desk.storage import schema
from referent_desk.storage.department_holes import holes_and_rest, holes_in, rest_in
from referent_desk.storage.deployments import still_used
from referent_desk.storage.listings import Source, read_page
from referent_desk.storage.readings import once
from referent_desk.storage.schema import stored_day

_node = schema.node
_establishment = schema.node.alias("establishment")
_above = schema.ancestor.alias("above")
_parent = schema.node.alias("parent")


def node_of(row: Any) -> Node:
    return Node(
        id=row.id,
        kind=NodeKind(row.kind),
        name=row.name,
        parent_id=row.parent_id,
        code=row.code,
        finess=row.finess,
        place=row.place,
        beds=row.beds,
        opening_hours=row.opening_hours,
        telephone=row.telephone,
        paper_code=row.paper_code or "",
        closed_on=stored_day(row.closed_on),
    )


@once
def read_node(connection: Connection, node_id: str) -> Node | None:
    row = connection.execute(select(_node).where(_node.c.id == node_id)).first()
    return node_of(row) if row else None


@once
def path_to(connection: Connection, node_id: str) -> tuple[Node, ...]:
    """The node and everything above it, nearest first."""
    statement = (
        select(_node)
        .join(schema.ancestor, schema.ancestor.c.ancestor_id == _node.c.id)
        .where(schema.ancestor.c.node_id == node_id)
        .order_by(schema.ancestor.c.distance)
    )
    return tuple(node_of(row) for row in connection.execute(statement))


def topmost_nodes(connection: Connection) -> tuple[str, ...]:
    """The group; in a home without one, every establishment."""
    statement = (
        select(_node.c.id)
        .where(_node.c.parent_id.is_(None), _node.c.closed_on.is_(None))
        .order_by(_node.c.kind.desc(), _node.c.folded, _node.c.id)
    )
    return tuple(connection.scalars(statement))


def find_departments(connection: Connection, text: str, folded_text: str) -> tuple[Node, ...]:
    """Those whose code, paper code or name is exactly `text`, whatever its accents and case."""
    pattern = folded_text.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    named = or_(_node.c.code == text, _node.c.paper_code == text.upper(), _node.c.id == text)
    statement = (
        select(_node)
        .where(
            _node.c.kind.in_(sorted(DEPARTMENT_KINDS)),
            or_(
                named,
                _node.c.folded == folded_text,
                _node.c.folded.like(f"{pattern} %", escape="!"),
            ),
        )
        .order_by(named.desc(), _node.c.folded, _node.c.id)
        .limit(20)
    )
    return tuple(node_of(row) for row in connection.execute(statement))


def binder_departments(connection: Connection) -> tuple[Node, ...]:
    """Every open department that prints a binder, in the order of the tree's names."""
    statement = (
        select(_node)
        .where(_node.c.kind.in_(sorted(BINDER_KINDS)), _node.c.closed_on.is_(None))
        .order_by(_node.c.folded, _node.c.id)
    )
    return tuple(node_of(row) for row in connection.execute(statement))


def paper_codes(connection: Connection) -> frozenset[str]:
    statement = select(_node.c.paper_code).where(_node.c.paper_code.is_not(None))
    return frozenset(connection.scalars(statement))


def _establishment_name() -> ColumnElement[str]:
    return (
        select(_establishment.c.name)
        .join(_above, _above.c.ancestor_id == _establishment.c.id)
        .where(_above.c.node_id == _node.c.id, _establishment.c.kind == "establishment")
        .limit(1)
        .scalar_subquery()
    )


def _software_count(today: date) -> ColumnElement[int]:
    deployment = schema.deployment
    return (
        select(func.count(deployment.c.software_id.distinct()))
        .where(deployment.c.department_id == _node.c.id, still_used(today))
        .scalar_subquery()
    )


def _referent(today: date) -> ColumnElement[str]:
    person, appointment = schema.person, schema.appointment
    return (
        select(func.trim(person.c.first_name + " " + person.c.last_name))
        .join(appointment, appointment.c.person_id == person.c.id)
        .where(
            appointment.c.department_id == _node.c.id,
            appointment.c.kind == "software",
            appointment.c.rank == "main",
            appointment.c.software_id.is_(None),
            or_(appointment.c.since.is_(None), appointment.c.since <= today.isoformat()),
            or_(appointment.c.until.is_(None), appointment.c.until >= today.isoformat()),
            or_(person.c.left_on.is_(None), person.c.left_on >= today.isoformat()),
        )
        .order_by(appointment.c.since, appointment.c.id)
        .limit(1)
        .scalar_subquery()
    )


@lru_cache(maxsize=2)
def department_rows(today: date) -> Select[Any]:
    """What the list and the tree of departments show, of nodes of every kind.

    Put together once a day: that takes longer than to answer it.
    """
    return select(
        _node.c.id,
        _node.c.kind,
        _node.c.name,
        _node.c.code,
        _node.c.paper_code,
        _node.c.beds,
        _node.c.closed_on,
        _establishment_name().label("establishment"),
        _parent.c.name.label("parent"),
        _software_count(today).label("software_count"),
        _referent(today).label("referent"),
        holes_and_rest(today).label("holes"),
    ).select_from(_node.outerjoin(_parent, _parent.c.id == _node.c.parent_id))


@lru_cache(maxsize=2)
def department_source(today: date) -> Source:
    chosen = _node.c.kind.in_(sorted(DEPARTMENT_KINDS))
    return Source(
        rows=department_rows(today).where(chosen),
        counted=select(_node.c.id).where(chosen),
        key=_node.c.id,
        sorts={
            "name": _node.c.folded,
            "code": _node.c.code,
            "kind": _node.c.kind,
            "establishment": _establishment_name(),
            "parent": _parent.c.folded,
            "beds": _node.c.beds,
            "software_count": _software_count(today),
            "holes": holes_and_rest(today),
        },
        searched=(_node.c.folded,),
    )


def department_row(row: Any, has_children: bool = False) -> DepartmentRow:
    """Of a row of `department_rows`."""
    return DepartmentRow(
        id=row.id,
        kind=NodeKind(row.kind),
        name=row.name,
        code=row.code,
        establishment=row.establishment or "",
        parent=row.parent or "",
        beds=row.beds,
        software_count=row.software_count,
        referent=row.referent or "",
        holes=holes_in(row.holes),
        unfinished=rest_in(row.holes),
        closed=row.closed_on is not None,
        has_children=has_children,
        paper_code=row.paper_code or "",
    )


def list_departments(connection: Connection, listing: Listing, today: date) -> Page[DepartmentRow]:
    return read_page(connection, department_source(today), listing, department_row)


def list_choices(connection: Connection, listing: Listing) -> Page[DepartmentChoice]:
    """Departments that print a binder, for the chooser at the top of the window."""
    establishment = _establishment_name()
    chosen = and_(_node.c.kind.in_(sorted(BINDER_KINDS)), _node.c.closed_on.is_(None))
    source = Source(
        rows=select(
            _node.c.id, _node.c.name, _node.c.code, establishment.label("establishment")
        ).where(chosen),
        counted=select(_node.c.id).where(chosen),
        key=_node.c.id,
        sorts={"name": _node.c.folded},
        searched=(_node.c.folded,),
    )
    return read_page(
        connection,
        source,
        listing,
        lambda row: DepartmentChoice(row.id, row.name, row.code, row.establishment or ""),
    )
