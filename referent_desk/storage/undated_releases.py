"""Releases that are known by name only: nobody said where and since when they run."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, func, select

from referent_desk.storage import schema

_release, _live, _software = schema.release, schema.release_live, schema.software
_is_dated = select(_live.c.id).where(_live.c.release_id == _release.c.id).exists()


def release_undated() -> ColumnElement[str]:
    """Of the software of the enclosing query; of several, the last in their order."""
    return (
        select(_release.c.version)
        .where(_release.c.software_id == _software.c.id, ~_is_dated)
        .order_by(func.length(_release.c.version).desc(), _release.c.version.desc())
        .limit(1)
        .correlate(_software)
        .scalar_subquery()
    )


def versions_not_dated(connection: Connection, software_id: str) -> tuple[str, ...]:
    statement = (
        select(_release.c.version)
        .where(_release.c.software_id == software_id, ~_is_dated)
        .order_by(_release.c.version)
    )
    return tuple(connection.scalars(statement))
