"""Calls to the numbers of the directory, in the database."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, and_, or_, select

from referent_desk.domain.dial_checks import Call, CallOutcome, CheckedLine
from referent_desk.domain.directory import LineType, Purpose
from referent_desk.domain.same_numbers import TypedValue
from referent_desk.storage import schema
from referent_desk.storage.schema import stored_day

_entry, _dialling = schema.directory_entry, schema.dialling
Lines = dict[str, tuple[CheckedLine, ...]]


def lines_by_owner(
    connection: Connection, month: date, owner_ids: Collection[str] | None = None
) -> Lines:
    """Of these owners or of all, in the order of the page; those closed since the month began are
    among them."""
    statement = (
        select(_entry)
        .where(or_(_entry.c.closed_on.is_(None), _entry.c.closed_on >= month.isoformat()))
        .order_by(_entry.c.owner_id, _entry.c.position, _entry.c.folded, _entry.c.id)
    )
    if owner_ids is not None:
        statement = statement.where(_entry.c.owner_id.in_(sorted(owner_ids)))
    rows = connection.execute(statement).all()
    ids = None if owner_ids is None else [row.id for row in rows]
    calls = calls_of(connection, ids)
    before = _numbers_before(connection, month, ids)
    found: dict[str, list[CheckedLine]] = {}
    for row in rows:
        line = _line_of(row, before.get(row.id), calls.get(row.id, ()))
        found.setdefault(row.owner_id, []).append(line)
    return {owner_id: tuple(lines) for owner_id, lines in found.items()}


def _line_of(row: Any, before: str | None, calls: tuple[Call, ...]) -> CheckedLine:
    return CheckedLine(
        entry_id=row.id,
        label=row.label,
        number=row.number,
        owner_id=row.owner_id,
        line_type=LineType(row.line_type),
        purpose=Purpose(row.purpose),
        hours=row.hours,
        position=row.position,
        known_since=stored_day(row.recorded_at[:10]),
        number_before=before,
        is_closed=row.closed_on is not None,
        calls=calls,
    )


def calls_of(
    connection: Connection, entry_ids: Collection[str] | None = None
) -> dict[str, tuple[Call, ...]]:
    """By line, of these or of all: the calls that stand, the newest first."""
    order = (_dialling.c.valid_on.desc(), _dialling.c.recorded_at.desc(), _dialling.c.id)
    statement = select(_dialling).order_by(*order)
    if entry_ids is not None:
        statement = statement.where(_dialling.c.entry_id.in_(sorted(entry_ids)))
    rows = connection.execute(statement).all()
    annulled = {row.annuls_id for row in rows if row.annuls_id is not None}
    found: dict[str, list[Call]] = {}
    for row in rows:
        if row.annuls_id is None and row.id not in annulled:
            found.setdefault(row.entry_id, []).append(_call_of(row))
    return {entry_id: tuple(calls) for entry_id, calls in found.items()}


def _call_of(row: Any) -> Call:
    """Facts from before outcomes were kept say only whether somebody answered."""
    said = CallOutcome.RIGHT if row.answered else CallOutcome.NO_ANSWER
    outcome = CallOutcome(row.outcome) if row.outcome else said
    return Call(row.id, row.number, outcome, date.fromisoformat(row.valid_on), row.who)


def _numbers_before(
    connection: Connection, month: date, entry_ids: Collection[str] | None
) -> dict[str, str]:
    """The numbers as they were when the month began, of those that were changed since."""
    change, audit = schema.change, schema.audit
    statement = (
        select(change.c.row_id, change.c.before_value)
        .join(audit, audit.c.seq == change.c.audit_seq)
        .where(
            and_(
                change.c.table_name == _entry.name,
                change.c.field == "number",
                audit.c.recorded_at >= month.isoformat(),
            )
        )
        .order_by(change.c.id.desc())
    )
    if entry_ids is not None:
        statement = statement.where(change.c.row_id.in_(sorted(entry_ids)))
    return {row.row_id: row.before_value or "" for row in connection.execute(statement)}


def dialling_row(connection: Connection, dialling_id: str) -> RowMapping | None:
    """A call that is no annulment, with the name of its line as `label`."""
    statement = (
        select(_dialling, _entry.c.label)
        .join(_entry, _entry.c.id == _dialling.c.entry_id)
        .where(_dialling.c.id == dialling_id, _dialling.c.annuls_id.is_(None))
    )
    return connection.execute(statement).mappings().one_or_none()


def is_annulled(connection: Connection, dialling_id: str) -> bool:
    statement = select(_dialling.c.id).where(_dialling.c.annuls_id == dialling_id)
    return connection.execute(statement.limit(1)).first() is not None


def values_below(
    connection: Connection, owner_ids: Collection[str]
) -> dict[str, tuple[TypedValue, ...]]:
    """By owner: the values that the open departments beneath it typed into texts, as far as a digit
    stands in them."""
    value, below, node = schema.local_value, schema.ancestor, schema.node
    statement = (
        select(value, below.c.ancestor_id, node.c.name.label("department"))
        .join(below, below.c.node_id == value.c.department_id)
        .join(node, node.c.id == value.c.department_id)
        .where(
            below.c.ancestor_id.in_(sorted(owner_ids)),
            node.c.closed_on.is_(None),
            value.c.value.op("GLOB")("*[0-9]*"),
        )
        .order_by(node.c.folded, value.c.name, value.c.id)
    )
    found: dict[str, list[TypedValue]] = {}
    for row in connection.execute(statement):
        said = TypedValue(row.id, row.name, row.value, row.department_id, row.department)
        found.setdefault(row.ancestor_id, []).append(said)
    return {owner_id: tuple(rows) for owner_id, rows in found.items()}
