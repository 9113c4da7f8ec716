"""The handovers of two records of one person, made one."""

from __future__ import annotations

from sqlalchemy import or_, select

from referent_desk.storage import schema
from referent_desk.storage.work import Work


def move_handovers(work: Work, kept_id: str, other_id: str) -> None:
    """Nobody hands over to themselves: the successor is then still to be named."""
    handover = schema.handover
    theirs = or_(handover.c.leaving_id == other_id, handover.c.successor_id == other_id)
    for row in work.connection.execute(select(handover).where(theirs)).mappings().all():
        moved = {
            column: kept_id if row[column] == other_id else row[column]
            for column in ("leaving_id", "successor_id")
        }
        if moved["leaving_id"] == moved["successor_id"]:
            moved["successor_id"] = None
        work.change(handover, row["id"], moved)
