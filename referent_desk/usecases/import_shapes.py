"""Remembering how the columns of a file were settled, for the next file with the same titles."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from referent_desk.domain.imports.kinds import FIELDS, Field, ImportKind
from referent_desk.exchange.import_looks import Shape
from referent_desk.storage import schema
from referent_desk.storage.import_shapes import read_shape, write_shape
from referent_desk.usecases.desks import Desk


def recall_shape(desk: Desk, titles: str) -> tuple[Shape, date] | None:
    """The shape and the day on which it was settled; None where nothing of it can be used."""
    with desk.database.read() as connection:
        stored = read_shape(connection, titles)
    if stored is None or stored.kind not in set(ImportKind):
        return None
    kind = ImportKind(stored.kind)
    known = {place: Field(field) for place, field in stored.fields.items() if field in set(Field)}
    fields = {place: field for place, field in known.items() if field in FIELDS[kind]}
    return Shape(kind, fields), stored.settled_on


def remember_shape(desk: Desk, titles: str, kind: ImportKind, fields: Mapping[int, Field]) -> None:
    """Kept apart from the import: undoing that does not forget it."""
    with desk.database.write("remember_shape") as work:
        plain = {place: field.value for place, field in fields.items()}
        write_shape(work, titles, kind.value, plain, desk.clock.today())


def forget_shape(desk: Desk, titles: str) -> None:
    with desk.database.write("forget_shape") as work:
        stored = read_shape(work.connection, titles)
        if stored is not None:
            work.remove(schema.import_shape, [stored.id])
