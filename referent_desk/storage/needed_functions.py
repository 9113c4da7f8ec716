"""What departments say they need done, in the database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from referent_desk.storage import schema
from referent_desk.storage.readings import once

_ticked = schema.department_function


@dataclass(frozen=True, slots=True)
class Tick:
    """A function that a department needs or, when it is not open, needed once."""

    id: str
    function_id: str
    is_open: bool


def ticks_of(connection: Connection, department_id: str) -> tuple[Tick, ...]:
    statement = select(_ticked).where(_ticked.c.department_id == department_id)
    return tuple(
        Tick(row.id, row.function_id, row.closed_on is None)
        for row in connection.execute(statement)
    )


@once
def needed_by(connection: Connection, department_id: str) -> frozenset[str] | None:
    """None while the department has not said anything."""
    ticks = ticks_of(connection, department_id)
    return frozenset(tick.function_id for tick in ticks if tick.is_open) if ticks else None


def needed_in(connection: Connection, department_ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """By department; those that have not said anything are left out."""
    statement = select(_ticked.c.department_id, _ticked.c.function_id, _ticked.c.closed_on)
    chosen = statement.where(_ticked.c.department_id.in_(sorted(department_ids)))
    found: dict[str, set[str]] = {}
    for row in connection.execute(chosen):
        said = found.setdefault(row.department_id, set())
        if row.closed_on is None:
            said.add(row.function_id)
    return {department_id: frozenset(said) for department_id, said in found.items()}
