"""How the columns of a file were understood, found again by its titles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from referent_desk.storage import schema
from referent_desk.storage.work import Work


@dataclass(frozen=True, slots=True)
class StoredShape:
    """`fields` by the place of the column; words that a newer version wrote may be among them."""

    id: str
    kind: str
    fields: Mapping[int, str]
    settled_on: date


def read_shape(connection: Connection, titles: str) -> StoredShape | None:
    table = schema.import_shape
    row = connection.execute(select(table).where(table.c.titles == titles)).one_or_none()
    if row is None:
        return None
    told = json.loads(row.fields)
    fields = {int(place): field for place, field in told["fields"].items()}
    return StoredShape(row.id, row.kind, fields, date.fromisoformat(told["settled_on"]))


def write_shape(work: Work, titles: str, kind: str, fields: Mapping[int, str], on: date) -> None:
    told = {"settled_on": on.isoformat(), "fields": {str(p): f for p, f in sorted(fields.items())}}
    values = {"kind": kind, "fields": json.dumps(told)}
    known = read_shape(work.connection, titles)
    if known is None:
        work.add(schema.import_shape, [{"id": work.new_id(), "titles": titles, **values}])
    else:
        work.change(schema.import_shape, known.id, values)


def establishment_names(connection: Connection) -> tuple[str, ...]:
    """Of those that are open, in the order of their names."""
    node = schema.node
    open_ones = (node.c.kind == "establishment") & node.c.closed_on.is_(None)
    return tuple(connection.scalars(select(node.c.name).where(open_ones).order_by(node.c.folded)))
