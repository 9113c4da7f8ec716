"""One use case's writing: every row hashed, every changed field logged, one audit entry."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from uuid import uuid4

from sqlalchemy import Connection, Table, bindparam, delete, func, select

from referent_desk.storage import schema
from referent_desk.storage.audit import Entry, Origin, add_to_home_hash, last_link
from referent_desk.storage.rows import (
    Stored,
    content_columns,
    hashed_rows,
    insert_statement,
    row_hash,
    select_statement,
    stored,
    update_statement,
)
from referent_desk.storage.trails import KEPT, Added, Changed, Conflict, Removed, Trail

_BATCH = 5_000
_TOGETHER = 500
"""How many ids one statement names."""
REMOVED = ""
"""The field of a `change` that took a whole row away: `before_value` is the row as JSON."""


class Work:
    """What is done inside one writing transaction. Given by `Database.write`, never made alone."""

    def __init__(self, connection: Connection, now: datetime, action: str, origin: Origin) -> None:
        self.connection = connection
        self.now = now
        self._action = action
        self._origin = origin
        self._seq, self._previous, self._home_hash = last_link(connection)
        self._seq += 1
        self._rows = 0
        self._hash = hashlib.sha256()
        self._next_change = 0
        self._trail: list[Added | Changed | Removed] = []

    @property
    def trail(self) -> Trail:
        """What was done so far, step by step, for whoever wants to take it back."""
        return tuple(self._trail)

    def new_id(self) -> str:
        return str(uuid4())

    def add(self, table: Table, rows: Iterable[Mapping[str, object]]) -> int:
        """Insert rows, given by column; `origin` and `recorded_at` are filled in. How many."""
        defaults = {"origin": str(self._origin), "recorded_at": self.now.isoformat()}
        prepared = hashed_rows(table, rows, {**_defaults(table), **defaults})
        statement, added = insert_statement(table), 0
        while batch := list(islice(prepared, _BATCH)):
            self.connection.exec_driver_sql(statement, batch)
            self._note(table.name, [row[-1] for row in batch])  # type: ignore[misc]
            added += len(batch)
            if table.name not in KEPT:
                self._trail.append(Added(table.name, tuple(str(row[0]) for row in batch)))
        return added

    def change(
        self,
        table: Table,
        row_id: str,
        values: Mapping[str, object],
        expected: Mapping[str, Stored] | None = None,
    ) -> tuple[str, ...]:
        """Set fields of a record; each that really differs is logged. The fields that changed.

        Raises Conflict where the record is gone or does not hold what is `expected`.
        """
        found = self.connection.exec_driver_sql(select_statement(table), (row_id,)).mappings()
        row = found.one() if expected is None else found.one_or_none()
        if row is None or any(row[f] != value for f, value in (expected or {}).items()):
            raise Conflict(table.name)
        after = {field: stored(value) for field, value in values.items()}
        differing = {f: v for f, v in after.items() if row[f] != v}
        if not differing:
            return ()
        whole = [differing.get(c, row[c]) for c in content_columns(table)]
        digest = row_hash(table.name, whole)
        statement = update_statement(table, tuple(differing))
        self.connection.exec_driver_sql(statement, (*differing.values(), digest, row_id))
        self._log(table.name, [(row_id, f, row[f], v) for f, v in differing.items()])
        self._note(table.name, [digest], [row["row_hash"]])
        before = {field: row[field] for field in differing}
        self._trail.append(Changed(table.name, row_id, before, differing))
        return tuple(differing)

    def rewrite(
        self, table: Table, row: Mapping[str, Stored], values: Mapping[str, Stored]
    ) -> None:
        """Set fields of a row so that nothing tells what they held: neither the log nor Undo.

        Only to put a label in the place of a name; `row` is the whole row as it stands.
        """
        digest = row_hash(table.name, [values.get(c, row[c]) for c in content_columns(table)])
        statement = update_statement(table, tuple(values))
        self.connection.exec_driver_sql(statement, (*values.values(), digest, row["id"]))
        self._note(table.name, [digest], [row["row_hash"]])  # type: ignore[list-item]

    def remove(self, table: Table, ids: Sequence[str]) -> None:
        """Take whole rows away again, in this order; each is logged as it was.

        Only for what was added by mistake: a record with history is closed instead. Raises Conflict
        where a row is gone.
        """
        for start in range(0, len(ids), _TOGETHER):
            self._remove(table, ids[start : start + _TOGETHER])

    def _remove(self, table: Table, ids: Sequence[str]) -> None:
        found = self.connection.execute(select(table).where(table.c.id.in_(ids))).mappings()
        rows = {row["id"]: dict(row) for row in found}
        if len(rows) != len(ids):
            raise Conflict(table.name)
        hashes = [rows[row_id].pop("row_hash") for row_id in ids]
        gone = delete(table).where(table.c.id == bindparam("gone"))
        self.connection.execute(gone, [{"gone": row_id} for row_id in ids])
        self._log(table.name, [(i, REMOVED, _encode(rows[i]), None) for i in ids])
        self._note(table.name, [], hashes)
        self._trail.append(Removed(table.name, tuple(rows[row_id] for row_id in ids)))

    def _note(self, table_name: str, added: Sequence[bytes], removed: Sequence[bytes] = ()) -> None:
        """Rows that this use case wrote, for its audit entry."""
        self._hash.update(table_name.encode())
        self._hash.update(b"".join(added))
        self._home_hash = add_to_home_hash(self._home_hash, added, removed)
        self._rows += len(added)

    def _log(self, table_name: str, changes: Sequence[tuple[str, str, Stored, Stored]]) -> None:
        """`changes` are row ids, fields, and the values before and after."""
        if not self._next_change:
            newest = self.connection.scalar(select(func.max(schema.change.c.id)))
            self._next_change = (newest or 0) + 1
        logged = [change for change in changes if change[1] not in _DERIVED_FIELDS]
        first, self._next_change = self._next_change, self._next_change + len(logged)
        self.add(
            schema.change,
            (
                {
                    "id": first + place,
                    "audit_seq": self._seq,
                    "table_name": table_name,
                    "row_id": row_id,
                    "field": field,
                    "before_value": None if before is None else str(before),
                    "after_value": None if after is None else str(after),
                }
                for place, (row_id, field, before, after) in enumerate(logged)
            ),
        )

    def finish(self, actor_id: str | None, actor_name: str) -> bool:
        """Write the audit entry, unless nothing was written. Whether something was."""
        if not self._rows:
            return False
        entry = Entry(
            self._seq,
            self.now.isoformat(),
            self._action,
            str(self._origin),
            actor_id,
            self._rows,
            self._hash.digest(),
            self._home_hash,
            self._previous,
        )
        self.connection.execute(
            schema.audit.insert().values(
                seq=entry.seq,
                recorded_at=entry.recorded_at,
                action=entry.action,
                origin=entry.origin,
                actor_id=entry.actor_id,
                actor_name=actor_name,
                row_count=entry.row_count,
                rows_hash=entry.rows_hash,
                home_hash=entry.home_hash,
                previous_hash=entry.previous_hash,
                hash=entry.hash(),
            )
        )
        return True


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_DERIVED_FIELDS = frozenset({"folded", "spelling"})
_EMPTY_TEXTS = frozenset(
    {
        "code", "finess", "place", "opening_hours", "telephone", "name_en", "basis", "fallback_fr",
        "fallback_en", "support_contact", "it_owner", "hosting", "reason", "first_name", "role",
        "working_hours", "author", "approver", "who", "heading", "number", "line_type", "hours",
        "holder", "purpose", "colour", "closed_because", "queue", "note",
        "job", "read", "submitted_by", "submitted_mark", "approver_role", "approval_reference",
        "exception", "seen", "to_change", "answers", "outcome", "name_fr", "starts_at",
        "complication", "led_by", "observer", "stopped_because", "owner", "week_one",
        "appointed_by", "ended_because", "contract_reference", "proposed_by", "answer", "topic",
        "trainer", "helped", "tried", "begun", "callback", "reference", "verdict", "needs",
        "password_place",
    }
)  # fmt: skip


def _defaults(table: Table) -> dict[str, object]:
    """What a column holds when the caller says nothing: the same as the schema's own defaults."""
    defaults: dict[str, object] = {
        c.name: "" for c in table.columns if c.name in _EMPTY_TEXTS and str(c.type) == "TEXT"
    }
    defaults |= {"status": "in_use", "private": 0, "position": 0}
    return defaults
