"""How a row becomes what is stored, and the SHA-256 that vouches for it.

The hash covers the table's name and every column but `row_hash`, in the order of the table, as
canonical JSON. Empty values at the end are left out, so that a column added by a later migration
(always the last one, empty at first) changes no hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache

from sqlalchemy import Table

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Stored = str | int | bytes | None


def stored(value: object) -> Stored:
    """A value as the file holds it: days and instants as ISO 8601 text, truth as 0 or 1."""
    if value is None or type(value) in (str, int, bytes):
        return value  # type: ignore[return-value]
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"{type(value).__name__} cannot be stored")


def row_hash(table_name: str, values: Sequence[Stored]) -> bytes:
    """`values` in the order of the columns, without `row_hash`."""
    end = len(values)
    while end and values[end - 1] in (None, ""):
        end -= 1
    return hashlib.sha256(_encode([table_name, *values[:end]]).encode()).digest()


@cache
def content_columns(table: Table) -> tuple[str, ...]:
    return tuple(c.name for c in table.columns if c.name != "row_hash")


@cache
def insert_statement(table: Table) -> str:
    """The content columns, then the hash, wherever a later migration has put its columns."""
    names = (*content_columns(table), "row_hash")
    columns = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" for _ in names)
    return f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})'  # noqa: S608 - our own names


@cache
def select_statement(table: Table) -> str:
    """The whole row of an id."""
    return f'SELECT * FROM "{table.name}" WHERE id = ?'  # noqa: S608 - our own names


@cache
def update_statement(table: Table, fields: tuple[str, ...]) -> str:
    """The fields, then the hash, of the row whose id comes last."""
    assigned = ", ".join(f'"{field}" = ?' for field in (*fields, "row_hash"))
    return f'UPDATE "{table.name}" SET {assigned} WHERE id = ?'  # noqa: S608 - our own names


def hashed_rows(
    table: Table, rows: Iterable[Mapping[str, object]], defaults: Mapping[str, object]
) -> Iterator[tuple[Stored, ...]]:
    """Each row as its stored values with the hash last; absent columns take `defaults` or NULL."""
    columns = content_columns(table)
    known = frozenset(columns)
    name = table.name
    for row in rows:
        if not known.issuperset(row):
            raise KeyError(f"{name} has no column {sorted(set(row) - known)}")
        values = [
            value if type(value) in (str, int) else stored(value)
            for value in (
                row[column] if column in row else defaults.get(column) for column in columns
            )
        ]
        yield (*values, row_hash(name, values))  # type: ignore[arg-type]
