"""Facts that the sheets of a department do not show any more, or never showed, and their days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, select

from referent_desk.domain.sheet_reasons import EndedUse
from referent_desk.storage import schema
from referent_desk.storage.people import person_of


def ended_uses(connection: Connection, department_id: str) -> tuple[EndedUse, ...]:
    """Every use that has, or will have, a last day; the newest first."""
    deployment, software = schema.deployment, schema.software
    statement = (
        select(
            deployment.c.function_id,
            deployment.c.software_id,
            software.c.name,
            deployment.c.until,
        )
        .join(software, software.c.id == deployment.c.software_id)
        .where(deployment.c.department_id == department_id, deployment.c.until.is_not(None))
        .order_by(deployment.c.until.desc(), deployment.c.id)
    )
    return tuple(
        EndedUse(row.function_id or "", row.software_id, row.name, date.fromisoformat(row.until))
        for row in connection.execute(statement)
    )


def closed_lines(connection: Connection, path: Sequence[str]) -> dict[str, date]:
    """By label: since when the directory does not name it any more; staff by their names."""
    entry, person = schema.directory_entry, schema.person
    statement = (
        select(entry.c.label, entry.c.closed_on)
        .where(entry.c.owner_id.in_(path), entry.c.closed_on.is_not(None))
        .order_by(entry.c.closed_on)
    )
    closed = {row.label: date.fromisoformat(row.closed_on) for row in connection.execute(statement)}
    gone = (
        select(person)
        .where(person.c.department_id.in_(path[:1]), person.c.left_on.is_not(None))
        .order_by(person.c.left_on)
    )
    left = map(person_of, connection.execute(gone))
    return {p.full_name: p.left_on for p in left if p.left_on is not None} | closed


def chapter_revisions(
    connection: Connection, path: Sequence[str], language_code: str
) -> dict[str, tuple[int, date]]:
    """By code: revision and day of the accepted chapter of the nearest owner, else of the home."""
    chapter = schema.chapter
    statement = select(
        chapter.c.code, chapter.c.owner_id, chapter.c.revision, chapter.c.accepted_on
    ).where(chapter.c.language == language_code)
    near = {owner: place for place, owner in enumerate((*path, None))}
    rows = [row for row in connection.execute(statement) if row.owner_id in near]
    rows.sort(key=lambda row: near[row.owner_id], reverse=True)
    return {row.code: (row.revision, date.fromisoformat(row.accepted_on)) for row in rows}
