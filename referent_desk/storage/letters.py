"""Letters as they were edited, and what somebody did in a year."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from referent_desk.domain.letters import LetterKind
from referent_desk.storage import schema
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.proposals import name_key

_letter = schema.letter
_STANDS = (
    " WHERE t.annuls_id IS NULL AND substr(t.valid_on, 1, 4) = :year"
    " AND NOT EXISTS (SELECT 1 FROM {table} x WHERE x.annuls_id = t.id)"
)
_NAMED = {
    "drills": (
        "drill_run",
        (
            "SELECT t.led_by, d.department_id, count(*) FROM drill_run t"
            " JOIN drill d ON d.id = t.drill_id {stands} GROUP BY 1, 2"
        ),
    ),
    "verifications": (
        "verification",
        "SELECT t.who, t.department_id, count(*) FROM verification t {stands} GROUP BY 1, 2",
    ),
    "helps": (
        "help_entry",
        "SELECT t.who, t.department_id, count(*) FROM help_entry t {stands} GROUP BY 1, 2",
    ),
}
"""By deed: the table of its facts, and whom they name, where, how often."""
_TRAININGS = (
    "SELECT t.trainer_id, t.trainer, coalesce(t.minutes, 0), t.department_id"
    " FROM training t {stands}"
)


def _standing(statement: str, table: str) -> str:
    return statement.replace("{stands}", _STANDS.replace("{table}", table))


def kept_letter(
    connection: Connection, appointment_id: str, kind: LetterKind, year: int | None
) -> tuple[str, int, str] | None:
    """Id, year and text; of any year the newest."""
    statement = select(_letter.c.id, _letter.c.year, _letter.c.text).where(
        _letter.c.appointment_id == appointment_id, _letter.c.kind == str(kind)
    )
    if year is not None:
        statement = statement.where(_letter.c.year == year)
    row = connection.execute(statement.order_by(_letter.c.year.desc()).limit(1)).first()
    return None if row is None else (row.id, row.year, row.text)


def deeds_of(
    connection: Connection, person_id: str, name: str, departments: tuple[str, ...], year: int
) -> Mapping[str, int]:
    """How often in that year, by deed. Where others bear the name, in these departments only."""
    values, called = {"year": f"{year:04}"}, name_key(name)
    counts = {
        deed: sum(
            count
            for said, node, count in read_rows(connection, _standing(statement, table), values)
            if name_key(said) == called and (not departments or node in departments)
        )
        for deed, (table, statement) in _NAMED.items()
    }
    trainings = read_rows(connection, _standing(_TRAININGS, "training"), values)
    given = [
        minutes
        for key, who, minutes, node in trainings
        if key == person_id
        or (not key and name_key(who) == called and (not departments or node in departments))
    ]
    return {**counts, "trainings": len(given), "training_minutes": sum(given)}


def reached_in(connection: Connection, person_id: str, year: int) -> tuple[tuple[str, str], ...]:
    """What was to be reached and what came of it, in that year."""
    rows = read_rows(
        connection,
        "SELECT o.what, o.outcome FROM objective o JOIN appointment a ON a.id = o.appointment_id"
        " WHERE a.person_id = :one AND o.closed_on IS NULL AND substr(o.reached_on, 1, 4) = :year"
        " ORDER BY o.reached_on, o.id",
        {"one": person_id, "year": f"{year:04}"},
    )
    return tuple((what, outcome) for what, outcome in rows)
