"""The lines of the list for those who arrive, and what of it was done with whom."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from referent_desk.domain.arrivals import ArrivalItem, ArrivalTick
from referent_desk.storage import schema

_item, _tick = schema.arrival_item, schema.arrival_tick


def arrival_items(connection: Connection, department_id: str) -> tuple[ArrivalItem, ...]:
    """Those that stand, in their order."""
    statement = (
        select(_item.c.id, _item.c.what, _item.c.software_id)
        .where(_item.c.department_id == department_id, _item.c.closed_on.is_(None))
        .order_by(_item.c.position, _item.c.id)
    )
    return tuple(ArrivalItem(*row) for row in connection.execute(statement))


def arrival_ticks(connection: Connection, department_id: str) -> tuple[ArrivalTick, ...]:
    """Of the lines that stand; the newest of one line and person comes last."""
    later = _tick.alias("later")
    same = later.c.item_id == _tick.c.item_id  # there is an index of these
    annulled = select(later.c.id).where(same, later.c.annuls_id == _tick.c.id).exists()
    statement = (
        select(_tick.c.id, _tick.c.item_id, _tick.c.person_id, _tick.c.valid_on, _tick.c.who)
        .join(_item, _item.c.id == _tick.c.item_id)
        .where(
            _item.c.department_id == department_id,
            _item.c.closed_on.is_(None),
            _tick.c.annuls_id.is_(None),
            ~annulled,
        )
        .order_by(_tick.c.valid_on, _tick.c.recorded_at, _tick.c.id)
    )
    return tuple(
        ArrivalTick(row.id, row.item_id, row.person_id, date.fromisoformat(row.valid_on), row.who)
        for row in connection.execute(statement)
    )
