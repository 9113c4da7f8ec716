"""Lots of numbered forms in the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from referent_desk.domain.lots import Lot
from referent_desk.storage import schema

_lot = schema.lot


@dataclass(frozen=True, slots=True)
class LotRow:
    lot: Lot
    department_id: str
    language: str


def lots_of(connection: Connection, department_id: str) -> tuple[Lot, ...]:
    """Every lot that was ever begun, the newest first; annulled ones say why."""
    rows = _rows(connection, department_id)
    return tuple(row.lot for row in reversed(rows))


def read_lot(connection: Connection, lot_id: str) -> LotRow | None:
    department_id = connection.scalar(select(_lot.c.department_id).where(_lot.c.id == lot_id))
    rows = _rows(connection, department_id) if department_id else ()
    return next((row for row in rows if row.lot.id == lot_id), None)


def last_serial(connection: Connection, department_id: str, form_code: str) -> int:
    """The highest that the database knows, annulled lots too; 0 where there is none."""
    highest = select(func.max(_lot.c.first_serial + _lot.c.amount - 1)).where(
        _lot.c.department_id == department_id, _lot.c.form_code == form_code
    )
    return connection.scalar(highest) or 0


def _rows(connection: Connection, department_id: str) -> tuple[LotRow, ...]:
    statement = (
        select(_lot)
        .where(_lot.c.department_id == department_id)
        .order_by(_lot.c.recorded_at, _lot.c.form_code, _lot.c.first_serial)
    )
    rows = connection.execute(statement).all()
    reasons = {row.annuls_id: row.reason for row in rows if row.annuls_id is not None}
    return tuple(
        LotRow(
            Lot(
                row.id,
                row.form_code,
                row.form_title,
                row.form_revision,
                row.first_serial,
                row.amount,
                row.who,
                date.fromisoformat(row.valid_on),
                reasons.get(row.id, ""),
            ),
            row.department_id,
            row.language,
        )
        for row in rows
        if row.annuls_id is None
    )
