"""What a field of a form may lead to: by id, and by half a word for pickers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    true,
)

from referent_desk.domain.departments import BINDER_KINDS, DEPARTMENT_KINDS
from referent_desk.domain.records import Link
from referent_desk.domain.texts import LONGEST_NAME, clean_line, folded
from referent_desk.storage import schema

_node, _software, _person = schema.node, schema.software, schema.person
_DETAIL = " – "
_BEFORE = ("", "% ", "%-", "%'")
"""What stands before a word, as a pattern."""


@dataclass(frozen=True, slots=True)
class _Source:
    """`rows` has the columns id, name and any number of details; `open` leaves out closed ones."""

    rows: Select[Any]
    key: ColumnElement[str]
    searched: ColumnElement[str]
    order: ColumnElement[Any]
    open: ColumnElement[bool]


def _nodes(kinds: Iterable[str] = ()) -> _Source:
    parent, site = schema.node.alias("parent"), schema.node.alias("site")
    above = schema.ancestor.alias("above")
    establishment = (
        select(site.c.name)
        .join(above, above.c.ancestor_id == site.c.id)
        .where(above.c.node_id == _node.c.id, site.c.kind == "establishment", above.c.distance > 0)
        .limit(1)
        .scalar_subquery()
    )
    rows = select(_node.c.id, _node.c.name, _node.c.code, parent.c.name, establishment).outerjoin(
        parent, parent.c.id == _node.c.parent_id
    )
    chosen = sorted(kinds)
    rows = rows.where(_node.c.kind.in_(chosen)) if chosen else rows
    return _Source(rows, _node.c.id, _node.c.folded, _node.c.folded, _node.c.closed_on.is_(None))


def _programs() -> _Source:
    vendor = schema.vendor
    rows = select(_software.c.id, _software.c.name, vendor.c.name).outerjoin(
        vendor, vendor.c.id == _software.c.vendor_id
    )
    column = _software.c
    return _Source(rows, column.id, column.folded, column.folded, column.closed_on.is_(None))


def _people() -> _Source:
    name = func.trim(_person.c.first_name + " " + _person.c.last_name)
    rows = select(_person.c.id, name, _person.c.role, _node.c.name).outerjoin(
        _node, _node.c.id == _person.c.department_id
    )
    column = _person.c
    return _Source(rows, column.id, column.folded, column.folded, column.left_on.is_(None))


def _appointments() -> _Source:
    """Never found by half a word: an objective is set where the appointment is shown."""
    appointment = schema.appointment
    name = func.trim(_person.c.first_name + " " + _person.c.last_name)
    rows = (
        select(appointment.c.id, name, _node.c.name)
        .join(_person, _person.c.id == appointment.c.person_id)
        .join(_node, _node.c.id == appointment.c.department_id)
    )
    return _Source(rows, appointment.c.id, _person.c.folded, _person.c.folded, true())


def _catalogue(table: schema.Table, order: str, language_code: str) -> _Source:
    column = table.c
    named = column.name_fr if language_code == "fr" else _or_french(table)
    rows = select(column.id, named, column.code)
    return _Source(rows, column.id, column.folded, column[order], true())


def _failure_domains(language_code: str) -> _Source:
    column = schema.failure_domain.c
    own = column.name_fr if language_code == "fr" else _or_french(schema.failure_domain)
    rows = select(column.id, func.coalesce(_software.c.name, own)).outerjoin(
        _software, _software.c.id == column.software_id
    )
    order = case((column.software_id.is_(None), column.position), else_=10_000)
    return _Source(rows, column.id, column.name_fr, order, column.closed_on.is_(None))


def _or_french(table: schema.Table) -> ColumnElement[str]:
    return func.coalesce(func.nullif(table.c.name_en, ""), table.c.name_fr)


_SOURCES: Mapping[str, Callable[[str], _Source]] = {
    "node": lambda _code: _nodes(),
    "establishment": lambda _code: _nodes(["establishment"]),
    "department": lambda _code: _nodes(DEPARTMENT_KINDS),
    "binder": lambda _code: _nodes(BINDER_KINDS),
    "software": lambda _code: _programs(),
    "person": lambda _code: _people(),
    "appointment": lambda _code: _appointments(),
    "failure_domain": _failure_domains,
    "function": lambda code: _catalogue(schema.function, "position", code),
    "software_kind": lambda code: _catalogue(schema.software_kind, "folded", code),
}


def links_by_id(
    connection: Connection, to: str, ids: Iterable[str], language_code: str
) -> dict[str, Link]:
    """Closed ones too: a record may still name them."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    source = _SOURCES[to](language_code)
    found = connection.execute(source.rows.where(source.key.in_(wanted)))
    return {link.id: link for link in map(_link_of, found)}


def find_links(
    connection: Connection, to: str, text: str, language_code: str, limit: int
) -> tuple[Link, ...]:
    """Open ones in which every word occurs; best first: those that begin with the text, those in
    which each word begins one, the rest. People are found by the last name first."""
    source = _SOURCES[to](language_code)
    wanted = folded(clean_line(text)[:LONGEST_NAME])
    statement = source.rows.where(source.open)
    for word in wanted.split():
        statement = statement.where(source.searched.like(f"%{_literal(word)}%", escape="!"))
    statement = statement.order_by(_fit(source, wanted).desc(), source.order, source.key)
    statement = statement.limit(limit)
    return tuple(map(_link_of, connection.execute(statement)))


def _fit(source: _Source, wanted: str) -> ColumnElement[int]:
    """2 where the whole begins with the text, 1 where each word of it begins a word, else 0."""
    if not wanted:
        return literal(0)
    within = (
        or_(*(source.searched.like(f"{before}{_literal(word)}%", escape="!") for before in _BEFORE))
        for word in wanted.split()
    )
    begins = source.searched.like(f"{_literal(wanted)}%", escape="!")
    return case((begins, 2), (and_(*within), 1), else_=0)


def _literal(text: str) -> str:
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _link_of(row: Any) -> Link:
    link_id, name, *details = row
    told = dict.fromkeys(str(part) for part in details if part and part != name)
    return Link(link_id, name, _DETAIL.join(told))
