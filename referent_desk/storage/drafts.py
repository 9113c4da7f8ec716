"""One revision and its procedure, the procedures of a function, names of local values."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from referent_desk.domain.procedures import Procedure, Revision
from referent_desk.storage import schema
from referent_desk.storage.procedures import revisions_of
from referent_desk.storage.schema import stored_day

_procedure = schema.procedure
_revision = schema.revision


@dataclass(frozen=True, slots=True)
class Written:
    """A revision with the procedure that it belongs to."""

    procedure: Procedure
    revision: Revision


def written(connection: Connection, revision_id: str) -> Written | None:
    found = select(_revision.c.procedure_id).where(_revision.c.id == revision_id)
    procedure_id = connection.scalar(found)
    procedure = procedure_of(connection, procedure_id) if procedure_id else None
    if procedure is None:
        return None
    known = revisions_of(connection, [procedure.id])[procedure.id]
    return Written(procedure, next(r for r in known if r.id == revision_id))


def procedure_of(connection: Connection, procedure_id: str) -> Procedure | None:
    row = connection.execute(select(_procedure).where(_procedure.c.id == procedure_id)).first()
    if row is None:
        return None
    closed = stored_day(row.closed_on)
    return Procedure(
        row.id, row.owner_id, row.function_id, row.software_id, closed, row.review_months
    )


def procedures_for(connection: Connection, function_id: str) -> tuple[Procedure, ...]:
    """The open ones, whoever owns them."""
    statement = select(_procedure).where(
        _procedure.c.function_id == function_id, _procedure.c.closed_on.is_(None)
    )
    return tuple(
        Procedure(row.id, row.owner_id, row.function_id, row.software_id)
        for row in connection.execute(statement)
    )


def names_of_values(connection: Connection) -> tuple[str, ...]:
    """Every name that some department has given a value."""
    name = schema.local_value.c.name
    return tuple(connection.scalars(select(name).distinct().order_by(name)))


def roles_of_people(connection: Connection) -> tuple[str, ...]:
    role = schema.person.c.role
    return tuple(connection.scalars(select(role).where(role != "").distinct().order_by(role)))
