"""Making two records of one person one, in the database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from referent_desk.domain.texts import searched
from referent_desk.storage import schema
from referent_desk.storage.twins import overlapping_appointment
from referent_desk.storage.work import Work

Row = Mapping[str, Any]

_person, _appointment = schema.person, schema.appointment
_acknowledgement = schema.acknowledgement
_FILLED = ("first_name", "role", "telephone", "working_hours", "department_id")
_OWN = frozenset({"id", "recorded_at", "annuls_id", "reason", "row_hash"})


def read_person_row(work: Work, person_id: str) -> Row | None:
    found = work.connection.execute(select(_person).where(_person.c.id == person_id)).mappings()
    row = found.one_or_none()
    return None if row is None else dict(row)


def make_one(work: Work, kept: Row, other: Row, today: str) -> None:
    """What the other one answers for and has read becomes the kept one's, whose empty fields are
    filled. The other one is taken away; where facts name them, they only leave."""
    filled = {name: other[name] for name in _FILLED if not kept[name] and other[name]}
    if filled:
        first = str(filled.get("first_name", kept["first_name"]))
        folded = searched(str(kept["last_name"]), first)
        work.change(_person, kept["id"], {**filled, "folded": folded})
    _move_appointments(work, kept["id"], other["id"])
    if _move_acknowledgements(work, kept["id"], other["id"]):
        work.change(_person, other["id"], {"left_on": other["left_on"] or today})
    else:
        work.remove(_person, [other["id"]])


def _move_appointments(work: Work, kept_id: str, other_id: str) -> None:
    """What both are appointed to at one time is said once."""
    held = select(_appointment).where(_appointment.c.person_id == other_id)
    for row in work.connection.execute(held.order_by(_appointment.c.id)).mappings().all():
        if overlapping_appointment(work.connection, {**row, "person_id": kept_id}):
            work.remove(_appointment, [row["id"]])
        else:
            work.change(_appointment, row["id"], {"person_id": kept_id})


def _move_acknowledgements(work: Work, kept_id: str, other_id: str) -> bool:
    """A fact is never altered: it is said anew and the old one annulled. Whether there is any."""
    told = select(_acknowledgement).where(_acknowledgement.c.person_id == other_id)
    rows = work.connection.execute(told.order_by(_acknowledgement.c.id)).mappings().all()
    annulled = {row["annuls_id"] for row in rows}
    for row in rows:
        if row["annuls_id"] is None and row["id"] not in annulled:
            same = {name: value for name, value in row.items() if name not in _OWN}
            work.add(_acknowledgement, [{**same, "id": work.new_id(), "person_id": kept_id}])
            annulment = {**same, "id": work.new_id(), "annuls_id": row["id"], "reason": "united"}
            work.add(_acknowledgement, [annulment])
    return bool(rows)
