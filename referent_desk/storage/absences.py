"""When somebody works and is absent, in the database: those absences that were not taken back."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from referent_desk.domain.presence_weeks import Absence
from referent_desk.domain.values import dataclass
from referent_desk.storage import schema
from referent_desk.storage.schema import stored_day

_absence, _person = schema.absence, schema.person


@dataclass(frozen=True, slots=True)
class StoredHours:
    """`name` is the full one; `text` and `week_one` are as they are stored."""

    name: str
    text: str
    week_one: date | None


def hours_of(connection: Connection, person_id: str) -> StoredHours | None:
    row = connection.execute(select(_person).where(_person.c.id == person_id)).first()
    if row is None:
        return None
    name = f"{row.first_name} {row.last_name}".strip()
    return StoredHours(name, row.working_hours, stored_day(row.week_one or None))


def absences_of(
    connection: Connection, person_id: str, since: date, until: date | None = None
) -> tuple[Absence, ...]:
    """Those of which a day lies between; no `until`: or later."""
    statement = (
        select(_absence.c.id, _absence.c.since, _absence.c.until)
        .where(
            _absence.c.person_id == person_id,
            _absence.c.closed_on.is_(None),
            _absence.c.until >= since.isoformat(),
        )
        .order_by(_absence.c.since, _absence.c.id)
    )
    if until is not None:
        statement = statement.where(_absence.c.since <= until.isoformat())
    return tuple(
        Absence(key, date.fromisoformat(first), date.fromisoformat(last))
        for key, first, last in connection.execute(statement)
    )


def absent_person(connection: Connection, absence_id: str) -> str | None:
    """Whose absence it is."""
    statement = select(_absence.c.person_id).where(_absence.c.id == absence_id)
    found: str | None = connection.scalar(statement)
    return found
