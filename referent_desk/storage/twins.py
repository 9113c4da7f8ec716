"""Records that would say the same a second time."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select

from referent_desk.storage import schema
from referent_desk.storage.records import Row

_deployment = schema.deployment
_appointment = schema.appointment


def open_deployment_twin(connection: Connection, row: Row) -> bool:
    """Whether another open use of the software for the function in the department is known."""
    same = (
        *_same(_deployment, row, ("software_id", "department_id", "function_id")),
        _deployment.c.until.is_(None),
    )
    return connection.execute(select(_deployment.c.id).where(*same).limit(1)).first() is not None


def overlapping_appointment(connection: Connection, row: Row) -> str | None:
    """The id of what the same person is appointed to already, the same on any of the days."""
    names = ("person_id", "department_id", "kind", "rank", "software_id")
    first, last = _day(row.get("since")), _day(row.get("until"))
    same = _same(_appointment, row, names)
    overlaps = (
        func.coalesce(_appointment.c.since, "") <= (last or "9999-12-31"),
        func.coalesce(_appointment.c.until, "9999-12-31") >= (first or ""),
    )
    return connection.scalar(select(_appointment.c.id).where(*same, *overlaps).limit(1))


def waiting_proposal(connection: Connection, row: Row) -> bool:
    """Whether the same was proposed to the same person, who has not answered."""
    table = schema.proposal
    names = ("person_id", "department_id", "kind", "rank", "software_id")
    waits = (*_same(table, row, names), table.c.answer == "")
    return connection.execute(select(table.c.id).where(*waits).limit(1)).first() is not None


def _same(table: Table, row: Row, names: tuple[str, ...]) -> list[ColumnElement[bool]]:
    """Another row that holds the same in these columns; empty is the same as empty."""
    columns = [table.c[name].is_not_distinct_from(row.get(name)) for name in names]
    return [table.c.id != row["id"], *columns]


def _day(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")
