"""What is shown of the things that a search found: their name, and what tells them from others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from referent_desk.domain.finding import Hit, HitKind
from referent_desk.language import spoken
from referent_desk.storage import schema

_node = schema.node
_software = schema.software
_function = schema.function
_establishment = schema.node.alias("establishment")
_above = schema.ancestor.alias("above")


def read_hits(
    connection: Connection, kind: HitKind, ids: Sequence[str], language_code: str, today: date
) -> tuple[Hit, ...]:
    """In the order of `ids`; what has gone meanwhile is left out."""
    if not ids:
        return ()
    statement = _SELECTS[kind](language_code).where(_KEYS[kind].in_(list(ids)))
    rows = {row.id: row for row in connection.execute(statement)}
    return tuple(_hit(kind, rows[row_id], today) for row_id in ids if row_id in rows)


def _hit(kind: HitKind, row: Any, today: date) -> Hit:
    ended = row.ended is not None and (
        kind is not HitKind.PERSON or date.fromisoformat(row.ended) < today
    )
    detail = " · ".join(_parts(row))
    return Hit(kind, row.id, row.title, detail, ended)


def _parts(row: Any) -> Iterator[str]:
    """What tells it from others; a day is said as one reads it."""
    for name, part in list(row._mapping.items())[3:]:
        if part:
            yield spoken().short_date(date.fromisoformat(part)) if name == "on_day" else part


def _site(node_id: ColumnElement[str]) -> ColumnElement[str]:
    """The establishment that a node stands in; nothing for the establishment itself."""
    return (
        select(_establishment.c.name)
        .join(_above, _above.c.ancestor_id == _establishment.c.id)
        .where(
            _above.c.node_id == node_id,
            _above.c.distance > 0,
            _establishment.c.kind == "establishment",
        )
        .limit(1)
        .scalar_subquery()
    )


def _departments(_language_code: str) -> Select[Any]:
    return select(
        _node.c.id,
        _node.c.closed_on.label("ended"),
        _node.c.name.label("title"),
        _site(_node.c.id),
        _node.c.code,
        _node.c.paper_code,
    )


def _all_software(language_code: str) -> Select[Any]:
    vendor, kind, alias = schema.vendor, schema.software_kind, schema.software_alias
    aliases = (
        select(func.group_concat(alias.c.name, ", "))
        .where(alias.c.software_id == _software.c.id, alias.c.spelling != _software.c.spelling)
        .scalar_subquery()
    )
    return (
        select(
            _software.c.id,
            _software.c.closed_on.label("ended"),
            _software.c.name.label("title"),
            vendor.c.name,
            kind.c.name_fr if language_code == "fr" else kind.c.name_en,
            aliases,
        )
        .outerjoin(vendor, vendor.c.id == _software.c.vendor_id)
        .outerjoin(kind, kind.c.id == _software.c.kind_id)
    )


def _people(_language_code: str) -> Select[Any]:
    person = schema.person
    return select(
        person.c.id,
        person.c.left_on.label("ended"),
        func.trim(person.c.first_name + " " + person.c.last_name).label("title"),
        person.c.role,
        _node.c.name,
    ).outerjoin(_node, _node.c.id == person.c.department_id)


def _procedures(language_code: str) -> Select[Any]:
    procedure, revision = schema.procedure, schema.revision
    newest = (
        select(revision.c.title)
        .where(revision.c.procedure_id == procedure.c.id)
        .order_by((revision.c.state == "draft").desc(), revision.c.number.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            procedure.c.id,
            procedure.c.closed_on.label("ended"),
            newest.label("title"),
            _function_name(language_code),
            _software.c.name,
            _node.c.name,
        )
        .join(_function, _function.c.id == procedure.c.function_id)
        .join(_node, _node.c.id == procedure.c.owner_id)
        .outerjoin(_software, _software.c.id == procedure.c.software_id)
    )


def _functions(language_code: str) -> Select[Any]:
    nothing = func.nullif("", "")
    return select(
        _function.c.id,
        nothing.label("ended"),
        _function_name(language_code).label("title"),
        _function.c.code,
    )


def _numbers(_language_code: str) -> Select[Any]:
    entry = schema.directory_entry
    return select(
        entry.c.id,
        entry.c.closed_on.label("ended"),
        entry.c.label.label("title"),
        entry.c.number,
        entry.c.heading,
        _node.c.name,
    ).join(_node, _node.c.id == entry.c.owner_id)


def _means(_language_code: str) -> Select[Any]:
    means = schema.means
    return select(
        means.c.id,
        means.c.closed_on.label("ended"),
        means.c.name.label("title"),
        _node.c.name,
        means.c.place,
    ).join(_node, _node.c.id == means.c.node_id)


def _drills(language_code: str) -> Select[Any]:
    drill = schema.drill
    return (
        select(
            drill.c.id,
            drill.c.closed_on.label("ended"),
            _function_name(language_code).label("title"),
            drill.c.planned_on.label("on_day"),
            _node.c.name,
            _software.c.name,
            drill.c.led_by,
        )
        .join(_function, _function.c.id == drill.c.function_id)
        .join(_node, _node.c.id == drill.c.department_id)
        .outerjoin(_software, _software.c.id == drill.c.software_id)
    )


def _actions(_language_code: str) -> Select[Any]:
    action = schema.action
    return select(
        action.c.id,
        func.coalesce(action.c.done_on, action.c.closed_on).label("ended"),
        action.c.what.label("title"),
        action.c.owner,
        action.c.due_on.label("on_day"),
        _node.c.name,
    ).join(_node, _node.c.id == action.c.department_id)


def _tips(_language_code: str) -> Select[Any]:
    tip = schema.tip
    return (
        select(
            tip.c.id,
            tip.c.closed_on.label("ended"),
            tip.c.title,
            _software.c.name,
            _node.c.name,
        )
        .join(_software, _software.c.id == tip.c.software_id)
        .outerjoin(_node, _node.c.id == tip.c.node_id)
    )


def _function_name(language_code: str) -> ColumnElement[str]:
    if language_code == "fr":
        return _function.c.name_fr
    return func.coalesce(func.nullif(_function.c.name_en, ""), _function.c.name_fr)


_SELECTS: dict[HitKind, Callable[[str], Select[Any]]] = {
    HitKind.DEPARTMENT: _departments,
    HitKind.SOFTWARE: _all_software,
    HitKind.PERSON: _people,
    HitKind.PROCEDURE: _procedures,
    HitKind.FUNCTION: _functions,
    HitKind.NUMBER: _numbers,
    HitKind.MEANS: _means,
    HitKind.DRILL: _drills,
    HitKind.ACTION: _actions,
    HitKind.TIP: _tips,
}
"""Each gives id, last day, name, and then what is shown beside the name."""
_KEYS = {
    HitKind.DEPARTMENT: schema.node.c.id,
    HitKind.SOFTWARE: schema.software.c.id,
    HitKind.PERSON: schema.person.c.id,
    HitKind.PROCEDURE: schema.procedure.c.id,
    HitKind.FUNCTION: schema.function.c.id,
    HitKind.NUMBER: schema.directory_entry.c.id,
    HitKind.MEANS: schema.means.c.id,
    HitKind.DRILL: schema.drill.c.id,
    HitKind.ACTION: schema.action.c.id,
    HitKind.TIP: schema.tip.c.id,
}
