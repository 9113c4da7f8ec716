"""The emergency directory, local values and chapters of a department, in the database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sqlalchemy import Connection, func, select

from referent_desk.domain.directory import DirectoryEntry, LineType, Purpose
from referent_desk.storage import schema
from referent_desk.storage.readings import once

_entry = schema.directory_entry


@once
def directory_of(connection: Connection, path: Sequence[str]) -> tuple[DirectoryEntry, ...]:
    """Entries of the department and of everything above it, the department's own first."""
    entries = directory_entries(connection, path)
    return tuple(sorted(entries, key=lambda e: path.index(e.owner_id)))


def directory_entries(
    connection: Connection, owner_ids: Collection[str]
) -> tuple[DirectoryEntry, ...]:
    """Those that are not closed, in the order of their positions."""
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
        .where(_entry.c.owner_id.in_(list(owner_ids)), _entry.c.closed_on.is_(None))
        .order_by(_entry.c.position, _entry.c.folded, _entry.c.id)
    )
    return tuple(
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
    )


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


@once
def local_values(connection: Connection, department_id: str) -> dict[str, str]:
    return local_values_in(connection, [department_id]).get(department_id, {})


def local_values_in(
    connection: Connection, department_ids: Collection[str]
) -> dict[str, dict[str, str]]:
    """By department, as `local_values`."""
    value = schema.local_value
    statement = select(value.c.department_id, value.c.name, value.c.value).where(
        value.c.department_id.in_(sorted(department_ids))
    )
    found: dict[str, dict[str, str]] = {}
    for department_id, name, said in connection.execute(statement):
        found.setdefault(department_id, {})[name] = said
    return found


def local_value_rows(connection: Connection, department_id: str) -> dict[str, tuple[str, str]]:
    """By name: the id and the value."""
    value = schema.local_value
    statement = select(value).where(value.c.department_id == department_id).order_by(value.c.name)
    return {row.name: (row.id, row.value) for row in connection.execute(statement)}


def chapter_texts(
    connection: Connection, path: Sequence[str], language_code: str
) -> dict[str, str]:
    """By code: the accepted text (JSON) of the nearest owner, else that of the home."""
    return nearest_chapters(accepted_chapters(connection, language_code), path)


def chapters_of_home(connection: Connection) -> set[tuple[str, str]]:
    """Code and language of every chapter that was accepted for the whole home."""
    chapter = schema.chapter.c
    statement = select(chapter.code, chapter.language).where(chapter.owner_id.is_(None))
    return {(row.code, row.language) for row in connection.execute(statement)}


@once
def accepted_chapters(
    connection: Connection, language_code: str
) -> tuple[tuple[str, str | None, str], ...]:
    """Code, owner (None: the home) and text of every chapter of a language."""
    chapter = schema.chapter
    statement = select(chapter.c.code, chapter.c.owner_id, chapter.c.text).where(
        chapter.c.language == language_code
    )
    return tuple((row.code, row.owner_id, row.text) for row in connection.execute(statement))


def nearest_chapters(
    accepted: Iterable[tuple[str, str | None, str]], path: Sequence[str]
) -> dict[str, str]:
    far = len(path)
    found: dict[str, tuple[int, str]] = {}
    for code, owner_id, text in accepted:
        if owner_id is not None and owner_id not in path:
            continue
        distance = far if owner_id is None else path.index(owner_id)
        if code not in found or distance < found[code][0]:
            found[code] = (distance, text)
    return {code: text for code, (_distance, text) in found.items()}
