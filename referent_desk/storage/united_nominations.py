"""Proposals, objectives and letters of two records of one person, which become one."""

from __future__ import annotations

from sqlalchemy import select

from referent_desk.storage import schema
from referent_desk.storage.work import Work

_letter, _objective, _proposal = schema.letter, schema.objective, schema.proposal


def move_proposals(work: Work, kept_id: str, other_id: str) -> None:
    held = select(_proposal.c.id).where(_proposal.c.person_id == other_id)
    for key in work.connection.scalars(held.order_by(_proposal.c.id)).all():
        work.change(_proposal, key, {"person_id": kept_id})


def give_over(work: Work, appointment_id: str, kept_id: str) -> None:
    """What hangs on an appointment that goes becomes that of the one which stays. A letter that is
    there twice stays as it is there."""
    to_kept = {"appointment_id": kept_id}
    for table in (_objective, _proposal):
        held = select(table.c.id).where(table.c.appointment_id == appointment_id)
        for key in work.connection.scalars(held.order_by(table.c.id)).all():
            work.change(table, key, to_kept)
    columns = _letter.c.id, _letter.c.kind, _letter.c.year
    known = {
        (kind, year)
        for _key, kind, year in work.connection.execute(
            select(*columns).where(_letter.c.appointment_id == kept_id)
        )
    }
    theirs = select(*columns).where(_letter.c.appointment_id == appointment_id)
    for key, kind, year in work.connection.execute(theirs.order_by(_letter.c.id)).all():
        if (kind, year) in known:
            work.remove(_letter, [key])
        else:
            work.change(_letter, key, to_kept)
