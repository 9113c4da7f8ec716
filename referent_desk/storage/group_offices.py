"""Every appointment of the home with the name of who holds it, as bare rows."""

from __future__ import annotations

from sqlalchemy import Connection

from referent_desk.domain.group_offices import Office
from referent_desk.storage.bare_rows import read_rows


def offices_in(connection: Connection) -> list[Office]:
    """The longest in office first, as who answers is chosen."""
    rows = read_rows(
        connection,
        "SELECT a.department_id, a.kind, a.rank, coalesce(a.software_id, ''),"
        " trim(p.first_name || ' ' || p.last_name), coalesce(a.since, ''),"
        " coalesce(min(a.until, p.left_on), a.until, p.left_on, '')"
        " FROM appointment a JOIN person p ON p.id = a.person_id"
        " ORDER BY coalesce(a.since, ''), a.id",
    )
    return [Office(*row) for row in rows]
