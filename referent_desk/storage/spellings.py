"""Software, vendors and versions found by how they are written."""

from __future__ import annotations

from sqlalchemy import Connection, select

from referent_desk.domain.software import Software
from referent_desk.storage import schema
from referent_desk.storage.software import not_annulled, software_by_id

_software = schema.software
_vendor = schema.vendor
_release = schema.release
_live = schema.release_live


def software_spelled(connection: Connection, spelling: str) -> tuple[str, str] | None:
    """Id and name of the software that is, or was read, in that spelling."""
    alias = schema.software_alias
    aliased = select(alias.c.software_id).where(alias.c.spelling == spelling)
    statement = (
        select(_software.c.id, _software.c.name)
        .where((_software.c.spelling == spelling) | _software.c.id.in_(aliased))
        .order_by((_software.c.spelling == spelling).desc(), _software.c.id)
        .limit(1)
    )
    row = connection.execute(statement).first()
    return (row.id, row.name) if row else None


def aliases_of(connection: Connection, software_id: str) -> dict[str, str]:
    """By id, how else it is written."""
    alias = schema.software_alias
    statement = select(alias.c.id, alias.c.name).where(alias.c.software_id == software_id)
    return {row.id: row.name for row in connection.execute(statement)}


def vendor_spelled(connection: Connection, spelling: str) -> tuple[str, str] | None:
    """Id and name of the vendor that is, or was read, in that spelling."""
    alias = schema.vendor_alias
    aliased = select(alias.c.vendor_id).where(alias.c.spelling == spelling)
    statement = (
        select(_vendor.c.id, _vendor.c.name)
        .where((_vendor.c.spelling == spelling) | _vendor.c.id.in_(aliased))
        .order_by((_vendor.c.spelling == spelling).desc(), _vendor.c.id)
        .limit(1)
    )
    row = connection.execute(statement).first()
    return (row.id, row.name) if row else None


def software_of_vendor(connection: Connection, vendor_id: str) -> tuple[Software, ...]:
    ids = connection.scalars(select(_software.c.id).where(_software.c.vendor_id == vendor_id))
    return tuple(software_by_id(connection, ids).values())


def release_id(connection: Connection, software_id: str, version: str) -> str | None:
    statement = select(_release.c.id).where(
        _release.c.software_id == software_id, _release.c.version == version
    )
    return connection.scalar(statement)


def is_live(connection: Connection, release_id: str, establishment_id: str, day: str) -> bool:
    """Whether it is known that the release went live there on that day (ISO 8601)."""
    statement = select(_live.c.id).where(
        _live.c.release_id == release_id,
        _live.c.establishment_id == establishment_id,
        _live.c.valid_on == day,
        not_annulled(),
    )
    return connection.execute(statement.limit(1)).first() is not None
