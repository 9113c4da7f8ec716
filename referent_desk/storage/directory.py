"""The emergency directory, local values and chapters of a department, in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, func, select

from referent_desk.domain.directory import DirectoryEntry, LineType, Purpose
from referent_desk.storage import schema

_entry = schema.directory_entry


def directory_of(connection: Connection, path: Sequence[str]) -> tuple[DirectoryEntry, ...]:
    """Entries of the department and of everything above it, the department's own first."""
    dialling = schema.dialling
    later = dialling.alias("later")
    annulled = select(later.c.id).where(later.c.annuls_id == dialling.c.id).exists()
    dialled = (
        select(func.max(dialling.c.valid_on))
        .where(
            dialling.c.entry_id == _entry.c.id,
            dialling.c.number == _entry.c.number,
            dialling.c.answered == 1,
            dialling.c.annuls_id.is_(None),
            ~annulled,
        )
        .scalar_subquery()
    )
    statement = (
        select(_entry, dialled.label("dialled_on"))
        .where(_entry.c.owner_id.in_(list(path)), _entry.c.closed_on.is_(None))
        .order_by(_entry.c.position, _entry.c.folded, _entry.c.id)
    )
    entries = [
        DirectoryEntry(
            id=row.id,
            owner_id=row.owner_id,
            heading=row.heading,
            label=row.label,
            number=row.number,
            line_type=LineType(row.line_type),
            works_without_network=(
                None if row.works_without_network is None else bool(row.works_without_network)
            ),
            private=bool(row.private),
            hours=row.hours,
            purpose=Purpose(row.purpose),
            position=row.position,
            dialled_on=date.fromisoformat(row.dialled_on) if row.dialled_on else None,
        )
        for row in connection.execute(statement)
    ]
    return tuple(sorted(entries, key=lambda e: path.index(e.owner_id)))


def last_position(connection: Connection, owner_id: str) -> int:
    newest = select(func.max(_entry.c.position)).where(_entry.c.owner_id == owner_id)
    return connection.scalar(newest) or 0


def purposes_of(connection: Connection, owner_id: str) -> frozenset[str]:
    """Those that an open line of the owner with a number has."""
    statement = select(_entry.c.purpose).where(
        _entry.c.owner_id == owner_id, _entry.c.closed_on.is_(None), _entry.c.number != ""
    )
    return frozenset(connection.scalars(statement))


def local_value_id(connection: Connection, department_id: str, name: str) -> str | None:
    value = schema.local_value
    statement = select(value.c.id).where(
        value.c.department_id == department_id, value.c.name == name
    )
    return connection.scalar(statement)


def local_values(connection: Connection, department_id: str) -> dict[str, str]:
    value = schema.local_value
    statement = select(value.c.name, value.c.value).where(value.c.department_id == department_id)
    return {row.name: row.value for row in connection.execute(statement)}


def local_value_rows(connection: Connection, department_id: str) -> dict[str, tuple[str, str]]:
    """By name: the id and the value."""
    value = schema.local_value
    statement = select(value).where(value.c.department_id == department_id).order_by(value.c.name)
    return {row.name: (row.id, row.value) for row in connection.execute(statement)}


def chapter_texts(
    connection: Connection, path: Sequence[str], language_code: str
) -> dict[str, str]:
    """By code: the accepted text (JSON) of the nearest owner, else that of the home."""
    chapter = schema.chapter
    statement = select(chapter.c.code, chapter.c.owner_id, chapter.c.text).where(
        chapter.c.language == language_code
    )
    far = len(path)
    found: dict[str, tuple[int, str]] = {}
    for row in connection.execute(statement):
        if row.owner_id is not None and row.owner_id not in path:
            continue
        distance = far if row.owner_id is None else path.index(row.owner_id)
        if row.code not in found or distance < found[row.code][0]:
            found[row.code] = (distance, row.text)
    return {code: text for code, (_distance, text) in found.items()}
