"""The text that holds of every procedure, for comparing all of them."""

from __future__ import annotations

from datetime import date
from operator import itemgetter

from sqlalchemy import Connection

from referent_desk.domain.convergences import OwnedText
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.held_texts import held_texts


def owned_texts(connection: Connection, today: date) -> list[OwnedText]:
    """Approved and in force today, of procedures that are not closed, each with its text."""
    day, holding = today.isoformat(), set[str]()
    for here in held_texts(connection, today).values():
        for revision_id, is_draft, _number, begins, _review in here.values():
            if revision_id and not is_draft and begins <= day:
                holding.add(revision_id)
    rows = read_rows(
        connection,
        "SELECT p.id, r.id, p.owner_id, p.function_id, coalesce(p.software_id, ''), r.text"
        " FROM procedure p JOIN revision r ON r.procedure_id = p.id"
        " WHERE r.state = 'approved' AND p.closed_on IS NULL",
    )
    rows.sort(key=itemgetter(0))  # the database would carry the texts along
    return [OwnedText(*row) for row in rows if row[1] in holding]
