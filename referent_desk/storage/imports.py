"""What an import compares a file with, read from the database at one go."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, select

from referent_desk.domain.directory import DirectoryEntry, LineType, Purpose
from referent_desk.domain.functions import Function
from referent_desk.domain.imports.ledgers import Ledger, Live, make_ledger
from referent_desk.domain.posts import is_named_by_purpose
from referent_desk.domain.software import (
    Deployment,
    Release,
)
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.departments import node_of
from referent_desk.storage.people import appointment_of, person_of
from referent_desk.storage.schema import stored_day
from referent_desk.storage.software import all_software, kinds_by_id, not_annulled
from referent_desk.storage.trails import REDO, UNDO
from referent_desk.storage.work import REMOVED

_RECORDS = (
    schema.node,
    schema.software,
    schema.deployment,
    schema.person,
    schema.directory_entry,
)
_CALLED = {"vendor_id": "vendor"}
"""Columns that the ledger knows by another name."""


def read_ledger(connection: Connection) -> Ledger:
    def rows(table: Table) -> Any:
        return connection.execute(select(table))

    return make_ledger(
        nodes=map(node_of, rows(schema.node)),
        software=all_software(connection),
        releases=(Release(r.id, r.software_id, r.version) for r in rows(schema.release)),
        deployments=map(_deployment_of, rows(schema.deployment)),
        people=map(person_of, rows(schema.person)),
        entries=map(_entry_of, rows(schema.directory_entry)),
        vendors=(row.name for row in rows(schema.vendor)),
        vendor_aliases=(row.name for row in rows(schema.vendor_alias)),
        kinds=kinds_by_id(connection).values(),
        functions=(
            Function(r.id, r.code, r.name_fr, r.name_en, r.position) for r in rows(schema.function)
        ),
        lives=(
            Live(row.release_id, row.establishment_id, date.fromisoformat(row.valid_on))
            for row in connection.execute(select(schema.release_live).where(not_annulled()))
        ),
        edited=_edited(connection),
        appointments=map(appointment_of, rows(schema.appointment)),
    )


def vendor_ids(connection: Connection) -> dict[str, str]:
    """By spelling."""
    statement = select(schema.vendor.c.spelling, schema.vendor.c.id)
    return {row.spelling: row.id for row in connection.execute(statement)}


def _deployment_of(row: Any) -> Deployment:
    return Deployment(
        id=row.id,
        department_id=row.department_id,
        software_id=row.software_id,
        function_id=row.function_id or "",
        since=stored_day(row.since),
        until=stored_day(row.until),
        users=row.users,
        tolerated_outage=row.tolerated_outage,
        purpose=row.purpose,
        outside=bool(row.outside),
    )


def _entry_of(row: Any) -> DirectoryEntry:
    without = row.works_without_network
    return DirectoryEntry(
        id=row.id,
        owner_id=row.owner_id,
        heading=row.heading,
        label=row.label,
        number=row.number,
        line_type=LineType(row.line_type),
        works_without_network=None if without is None else bool(without),
        private=bool(row.private),
        hours=row.hours,
        purpose=Purpose(row.purpose),
        position=row.position,
        closed_on=stored_day(row.closed_on),
    )


def _edited(connection: Connection) -> set[tuple[str, str]]:
    """What was typed by hand: the last change of a field, or a filled field of a row typed so.

    A change that was taken back counts no more, and counts again when it was done again.
    """
    edited: set[tuple[str, str]] = set()
    for table in _RECORDS:
        typed = select(table).where(table.c.origin == str(Origin.HAND))
        for record in connection.execute(typed).mappings():
            filled = (name for name, value in record.items() if value not in (None, ""))
            edited.update((record["id"], _CALLED.get(name, name)) for name in filled)
    edited -= {(key, "label") for key in _named_by_purpose(connection)}
    for key, by_hand in _changes_that_hold(connection).items():
        (edited.add if by_hand else edited.discard)(key)
    return edited


def _named_by_purpose(connection: Connection) -> list[str]:
    """Lines of a directory whose label is what the program itself calls their purpose."""
    entry = schema.directory_entry
    rows = connection.execute(select(entry).where(entry.c.purpose != ""))
    return [row.id for row in rows if is_named_by_purpose(_entry_of(row))]


def _changes_that_hold(connection: Connection) -> dict[tuple[str, str], bool]:
    """By record and field: whether the last change that was not taken back came by hand."""
    change, audit = schema.change, schema.audit
    changes = (
        select(change.c.row_id, change.c.field, audit.c.origin, audit.c.action)
        .join(audit, audit.c.seq == change.c.audit_seq)
        .where(
            change.c.table_name.in_([table.name for table in _RECORDS]), change.c.field != REMOVED
        )
        .order_by(change.c.id)
    )
    done: dict[tuple[str, str], list[bool]] = {}
    undone: dict[tuple[str, str], list[bool]] = {}
    for row in connection.execute(changes):
        key = (row.row_id, _CALLED.get(row.field, row.field))
        if row.action == UNDO and done.get(key):
            undone.setdefault(key, []).append(done[key].pop())
        elif row.action == REDO and undone.get(key):
            done.setdefault(key, []).append(undone[key].pop())
        else:
            done.setdefault(key, []).append(row.origin == str(Origin.HAND))
    return {key: changes[-1] for key, changes in done.items() if changes}
