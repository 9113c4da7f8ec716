"""Proposals, objectives and letters of two records of one person, which become one."""

from __future__ import annotations

from referent_desk.storage import schema
from referent_desk.storage.united_facts import pass_on, rows_where
from referent_desk.storage.work import Work

_letter, _objective, _proposal = schema.letter, schema.objective, schema.proposal


def move_proposals(work: Work, kept_id: str, other_id: str) -> None:
    pass_on(work, _proposal, _proposal.c.person_id == other_id, {"person_id": kept_id})


def give_over(work: Work, appointment_id: str, kept_id: str) -> None:
    """What hangs on an appointment that goes becomes that of the one which stays. A letter that is
    there twice stays as it is there."""
    to_kept = {"appointment_id": kept_id}
    for table in (_objective, _proposal):
        pass_on(work, table, table.c.appointment_id == appointment_id, to_kept)
    mine = rows_where(work, _letter, _letter.c.appointment_id == kept_id)
    known = {(row["kind"], row["year"]) for row in mine}
    for row in rows_where(work, _letter, _letter.c.appointment_id == appointment_id):
        if (row["kind"], row["year"]) in known:
            work.remove(_letter, [row["id"]])
        else:
            work.change(_letter, row["id"], to_kept)
