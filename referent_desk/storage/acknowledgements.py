"""Who has read or practised what, in the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true

from referent_desk.domain.acknowledgements import (
    NEWCOMER,
    Acknowledgement,
    Level,
    Reader,
    Share,
    name_words,
)
from referent_desk.storage import schema
from referent_desk.storage.schema import Table, stored_day

_said, _person, _revision = schema.acknowledgement, schema.person, schema.revision


def acknowledgements_in(connection: Connection, department_id: str) -> tuple[Acknowledgement, ...]:
    """Those that stand, in the order of their days."""
    statement = (
        select(_said, _revision.c.procedure_id)
        .join(_revision, _revision.c.id == _said.c.revision_id)
        .where(_said.c.department_id == department_id, _stands(_said))
        .order_by(_said.c.valid_on, _said.c.recorded_at, _said.c.id)
    )
    return tuple(_fact_of(row) for row in connection.execute(statement))


def _fact_of(row: Any) -> Acknowledgement:
    return Acknowledgement(
        id=row.id,
        procedure_id=row.procedure_id,
        revision_id=row.revision_id,
        person_id=row.person_id,
        name=row.name,
        level=Level(row.level),
        day=date.fromisoformat(row.valid_on),
        who=row.who,
    )


def _stands(table: Table) -> ColumnElement[bool]:
    later = table.alias("later")
    annulled = select(later.c.id).where(later.c.annuls_id == table.c.id).exists()
    return and_(table.c.annuls_id.is_(None), ~annulled)


def revision_numbers(connection: Connection, revision_ids: Iterable[str]) -> dict[str, int]:
    statement = select(_revision.c.id, _revision.c.number).where(
        _revision.c.id.in_(sorted(set(revision_ids))), _revision.c.number.is_not(None)
    )
    return {row.id: row.number for row in connection.execute(statement)}


def _is_staff(today: date) -> ColumnElement[bool]:
    """The last day counts."""
    return or_(_person.c.left_on.is_(None), _person.c.left_on >= today.isoformat())


def staff_of(connection: Connection, department_id: str, today: date) -> tuple[Reader, ...]:
    """Those of the department who have not left, by name; since when, where it is lately."""
    statement = (
        select(_person)
        .where(_person.c.department_id == department_id, _is_staff(today))
        .order_by(_person.c.folded, _person.c.id)
    )
    rows = connection.execute(statement).all()
    moved = _moved_in(connection, [row.id for row in rows], today)
    return tuple(_reader_of(row, moved.get(row.id), is_staff=True) for row in rows)


def _reader_of(row: Any, moved_on: date | None = None, *, is_staff: bool = False) -> Reader:
    known = moved_on or stored_day(row.recorded_at[:10])
    name = f"{row.first_name} {row.last_name}".strip()
    return Reader(name, row.id, row.role, known, is_staff=is_staff)


def _moved_in(connection: Connection, ids: Sequence[str], today: date) -> dict[str, date]:
    """When somebody came from another department, of the last weeks only."""
    change, audit = schema.change, schema.audit
    statement = (
        select(change.c.row_id, func.max(audit.c.recorded_at).label("at"))
        .join(audit, audit.c.seq == change.c.audit_seq)
        .where(
            change.c.table_name == _person.name,
            change.c.row_id.in_(ids),
            change.c.field == "department_id",
            audit.c.recorded_at >= (today - NEWCOMER).isoformat(),
        )
        .group_by(change.c.row_id)
    )
    return {row.row_id: date.fromisoformat(row.at[:10]) for row in connection.execute(statement)}


def people_named(connection: Connection, ids: Iterable[str]) -> tuple[Reader, ...]:
    """Of whatever department, who have left too; by name."""
    statement = (
        select(_person)
        .where(_person.c.id.in_(sorted(set(ids))))
        .order_by(_person.c.folded, _person.c.id)
    )
    return tuple(_reader_of(row) for row in connection.execute(statement))


def people_called(
    connection: Connection, names: Iterable[str], today: date
) -> dict[str, tuple[Reader, ...]]:
    """By name as it was written: those of the whole home who may be meant."""
    found = {}
    for name in names:
        words = name_words(name)
        if words:
            fits = [_person.c.folded.contains(word, autoescape=True) for word in sorted(words)]
            rows = connection.execute(select(_person).where(and_(*fits), _is_staff(today)))
            found[name] = tuple(_reader_of(row) for row in rows)
    return found


def staff_counts(
    connection: Connection, today: date, department_ids: Iterable[str] | None = None
) -> dict[str, int]:
    """By department, of these or of all."""
    statement = select(_person.c.department_id, func.count().label("people")).where(
        _is_staff(today), _person.c.department_id.is_not(None), _chosen(_person, department_ids)
    )
    rows = connection.execute(statement.group_by(_person.c.department_id))
    return {row.department_id: row.people for row in rows}


def _chosen(table: Table, department_ids: Iterable[str] | None) -> ColumnElement[bool]:
    if department_ids is None:
        return true()
    return table.c.department_id.in_(sorted(set(department_ids)))


def readers_counts(
    connection: Connection, today: date, department_ids: Iterable[str] | None = None
) -> dict[tuple[str, str], int]:
    """By department and revision: how many of its staff have read or practised it."""
    statement = (
        select(
            _said.c.department_id,
            _said.c.revision_id,
            func.count(_said.c.person_id.distinct()).label("people"),
        )
        .join(
            _person,
            and_(
                _person.c.id == _said.c.person_id,
                _person.c.department_id == _said.c.department_id,
            ),
        )
        .where(_stands(_said), _is_staff(today), _chosen(_said, department_ids))
        .group_by(_said.c.department_id, _said.c.revision_id)
    )
    rows = connection.execute(statement)
    return {(row.department_id, row.revision_id): row.people for row in rows}


def newcomers_in(
    connection: Connection, today: date, department_id: str, revision_ids: Iterable[str]
) -> tuple[Reader, ...]:
    """Of the staff, added lately, who have read none of these revisions."""
    read = select(_said.c.person_id).where(
        _said.c.department_id == department_id,
        _said.c.revision_id.in_(sorted(set(revision_ids))),
        _said.c.person_id.is_not(None),
        _stands(_said),
    )
    knowing = set(connection.scalars(read))
    first = today - NEWCOMER + timedelta(days=1)
    return tuple(
        reader
        for reader in staff_of(connection, department_id, today)
        if reader.person_id not in knowing
        and reader.known_since is not None
        and reader.known_since >= first
    )


def share_in(
    staff: Mapping[str, int],
    counts: Mapping[tuple[str, str], int],
    department_id: str,
    revision_id: str,
) -> Share:
    return Share(counts.get((department_id, revision_id), 0), staff.get(department_id, 0))
