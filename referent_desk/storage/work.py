"""One use case's writing: every row hashed, every changed field logged, one audit entry."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from uuid import uuid4

from sqlalchemy import Connection, Table, func, select, update

from referent_desk.storage import schema
from referent_desk.storage.audit import Entry, Origin, add_to_home_hash, last_link
from referent_desk.storage.rows import (
    Stored,
    content_columns,
    hashed_rows,
    insert_statement,
    row_hash,
    stored,
)

_BATCH = 5_000


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
        return added

    def change(self, table: Table, row_id: str, values: Mapping[str, object]) -> tuple[str, ...]:
        """Set fields of a record; each that really differs is logged. The fields that changed."""
        row = self.connection.execute(select(table).where(table.c.id == row_id)).mappings().one()
        after = {field: stored(value) for field, value in values.items()}
        differing = {f: v for f, v in after.items() if row[f] != v}
        if not differing:
            return ()
        whole = [differing.get(c, row[c]) for c in content_columns(table)]
        digest = row_hash(table.name, whole)
        self.connection.execute(
            update(table).where(table.c.id == row_id).values(**differing, row_hash=digest)
        )
        self._log(table.name, row_id, [(f, row[f], v) for f, v in differing.items()])
        self._note(table.name, [digest], [row["row_hash"]])
        return tuple(differing)

    def _note(self, table_name: str, added: Sequence[bytes], removed: Sequence[bytes] = ()) -> None:
        """Rows that this use case wrote, for its audit entry."""
        self._hash.update(table_name.encode())
        self._hash.update(b"".join(added))
        self._home_hash = add_to_home_hash(self._home_hash, added, removed)
        self._rows += len(added)

    def _log(
        self, table_name: str, row_id: str, changes: Sequence[tuple[str, Stored, Stored]]
    ) -> None:
        first = self.connection.scalar(select(func.coalesce(func.max(schema.change.c.id), 0) + 1))
        self.add(
            schema.change,
            (
                {
                    "id": (first or 1) + place,
                    "audit_seq": self._seq,
                    "table_name": table_name,
                    "row_id": row_id,
                    "field": field,
                    "before_value": None if before is None else str(before),
                    "after_value": None if after is None else str(after),
                }
                for place, (field, before, after) in enumerate(changes)
                if field not in _DERIVED_FIELDS
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


_DERIVED_FIELDS = frozenset({"folded", "spelling"})
_EMPTY_TEXTS = frozenset(
    {
        "code", "finess", "place", "opening_hours", "telephone", "name_en", "basis", "fallback_fr",
        "fallback_en", "support_contact", "it_owner", "hosting", "reason", "first_name", "role",
        "working_hours", "author", "approver", "who", "heading", "number", "line_type", "hours",
        "holder", "purpose",
    }
)  # fmt: skip


def _defaults(table: Table) -> dict[str, object]:
    """What a column holds when the caller says nothing: the same as the schema's own defaults."""
    defaults: dict[str, object] = {
        c.name: "" for c in table.columns if c.name in _EMPTY_TEXTS and str(c.type) == "TEXT"
    }
    defaults |= {"status": "in_use", "private": 0, "position": 0}
    return defaults
