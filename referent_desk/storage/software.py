"""Software in the database: list, detail, releases and where they are live."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, true

from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.software import (
    DeploymentRow,
    Hosting,
    ReleaseLive,
    Software,
    SoftwareKind,
    SoftwareRow,
    SoftwareStatus,
)
from referent_desk.storage import schema
from referent_desk.storage.deployments import still_used
from referent_desk.storage.listings import Source, read_page
from referent_desk.storage.schema import stored_day
from referent_desk.storage.undated_releases import release_undated

_software = schema.software
_kind = schema.software_kind
_vendor = schema.vendor
_deployment = schema.deployment
_release = schema.release
_live = schema.release_live


def retired_software(connection: Connection) -> frozenset[str]:
    """What is no more: nothing can be tried on it."""
    gone = (_software.c.status == SoftwareStatus.RETIRED) | _software.c.closed_on.is_not(None)
    return frozenset(connection.scalars(select(_software.c.id).where(gone)))


def _departments_count(today: date) -> ColumnElement[int]:
    return (
        select(func.count(_deployment.c.department_id.distinct()))
        .where(_deployment.c.software_id == _software.c.id, still_used(today))
        .correlate(_software)
        .scalar_subquery()
    )


def _newest_release(today: date) -> ColumnElement[str]:
    return (
        select(_release.c.version)
        .join(_live, _live.c.release_id == _release.c.id)
        .where(_release.c.software_id == _software.c.id, _live.c.valid_on <= today.isoformat())
        .where(not_annulled())
        .order_by(_live.c.valid_on.desc(), _live.c.recorded_at.desc(), _live.c.id)
        .limit(1)
        .correlate(_software)
        .scalar_subquery()
    )


def not_annulled() -> ColumnElement[bool]:
    """A fact of `release_live` that neither annuls another nor was annulled."""
    later = _live.alias("later")
    annulled = select(later.c.id).where(later.c.annuls_id == _live.c.id).exists()
    return _live.c.annuls_id.is_(None) & ~annulled


@lru_cache(maxsize=4)
def software_source(language_code: str, today: date, department_id: str | None = None) -> Source:
    kind_name = _kind.c.name_fr if language_code == "fr" else _kind.c.name_en
    used = select(_deployment.c.id).where(
        _deployment.c.software_id == _software.c.id,
        _deployment.c.department_id == department_id,
        still_used(today),
    )
    rows = select(
        _software.c.id,
        _software.c.name,
        _vendor.c.name.label("vendor"),
        kind_name.label("kind"),
        _software.c.criticality,
        _newest_release(today).label("release"),
        release_undated().label("undated"),
        _software.c.status,
        _departments_count(today).label("departments"),
        _software.c.closed_on,
    ).select_from(
        _software.outerjoin(_vendor, _vendor.c.id == _software.c.vendor_id).outerjoin(
            _kind, _kind.c.id == _software.c.kind_id
        )
    )
    counted = select(_software.c.id)
    if department_id is not None:
        rows, counted = rows.where(used.exists()), counted.where(used.exists())
    return Source(
        rows=rows,
        counted=counted,
        key=_software.c.id,
        sorts={
            "name": _software.c.folded,
            "vendor": _vendor.c.spelling,
            "kind": kind_name,
            "criticality": _software.c.criticality,
            "status": _software.c.status,
            "departments": _departments_count(today),
        },
        searched=(_software.c.folded, _software.c.spelling),
    )


def list_software(
    connection: Connection, listing: Listing, language_code: str, today: date
) -> Page[SoftwareRow]:
    def make(row: Any) -> SoftwareRow:
        return SoftwareRow(
            id=row.id,
            name=row.name,
            vendor=row.vendor or "",
            kind=row.kind or "",
            criticality=row.criticality,
            release=row.release or "",
            status=SoftwareStatus(row.status),
            departments=row.departments,
            closed=row.closed_on is not None,
            undated="" if row.release else row.undated or "",
        )

    source = software_source(language_code, today, listing.department_id)
    return read_page(connection, source, listing, make)


def software_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Software]:
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    alias = schema.software_alias
    found = _read_software(connection, _software.c.id.in_(wanted), alias.c.software_id.in_(wanted))
    return {software.id: software for software in found}


def all_software(connection: Connection) -> Iterator[Software]:
    return _read_software(connection, true(), true())


def _read_software(
    connection: Connection, chosen: ColumnElement[bool], chosen_aliases: ColumnElement[bool]
) -> Iterator[Software]:
    aliases: dict[str, list[str]] = {}
    alias = schema.software_alias
    for row in connection.execute(select(alias).where(chosen_aliases).order_by(alias.c.name)):
        aliases.setdefault(row.software_id, []).append(row.name)
    statement = (
        select(_software, _vendor.c.name.label("vendor"))
        .outerjoin(_vendor, _vendor.c.id == _software.c.vendor_id)
        .where(chosen)
    )
    for row in connection.execute(statement):
        yield _software_of(row, tuple(aliases.get(row.id, ())))


def _software_of(row: Any, aliases: tuple[str, ...]) -> Software:
    return Software(
        id=row.id,
        name=row.name,
        vendor=row.vendor or "",
        kind_id=row.kind_id,
        criticality=row.criticality,
        support_contact=row.support_contact,
        it_owner=row.it_owner,
        hosting=Hosting(row.hosting),
        tolerated_interruption=row.tolerated_interruption,
        recovery_time=row.recovery_time,
        recovery_point=row.recovery_point,
        status=SoftwareStatus(row.status),
        replaced_by_id=row.replaced_by_id,
        closed_on=stored_day(row.closed_on),
        aliases=aliases,
    )


def kinds_by_id(connection: Connection) -> dict[str, SoftwareKind]:
    functions: dict[str, list[str]] = {}
    link = schema.kind_function
    for row in connection.execute(select(link.c.kind_id, link.c.function_id)):
        functions.setdefault(row.kind_id, []).append(row.function_id)
    return {
        row.id: SoftwareKind(
            id=row.id,
            code=row.code,
            name_fr=row.name_fr,
            name_en=row.name_en,
            criticality=row.criticality,
            longest_interruption=row.longest_interruption,
            basis=row.basis,
            fallback_fr=row.fallback_fr,
            fallback_en=row.fallback_en,
            function_ids=tuple(sorted(functions.get(row.id, ()))),
        )
        for row in connection.execute(select(_kind).order_by(_kind.c.code))
    }


def releases_live(
    connection: Connection, software_ids: Iterable[str]
) -> dict[str, tuple[ReleaseLive, ...]]:
    """By software: every release and the day it went live in each establishment, newest first.

    Of two on one day, the one recorded last stands first.
    """
    wanted = sorted(set(software_ids))
    if not wanted:
        return {}
    node = schema.node
    statement = (
        select(
            _release.c.software_id,
            _release.c.id,
            _release.c.version,
            _live.c.establishment_id,
            node.c.name.label("establishment"),
            _live.c.valid_on,
        )
        .join(_live, _live.c.release_id == _release.c.id)
        .join(node, node.c.id == _live.c.establishment_id)
        .where(_release.c.software_id.in_(wanted), not_annulled())
        .order_by(_live.c.valid_on.desc(), node.c.folded, _live.c.recorded_at.desc(), _live.c.id)
    )
    found: dict[str, list[ReleaseLive]] = {}
    for software_id, release_id, version, *site, day in connection.execute(statement).all():
        live = ReleaseLive(release_id, version, site[0], site[1], date.fromisoformat(day))
        found.setdefault(software_id, []).append(live)
    return {software_id: tuple(lives) for software_id, lives in found.items()}


def deployments_of(
    connection: Connection, software_id: str, language_code: str, today: date, limit: int
) -> tuple[tuple[DeploymentRow, ...], int]:
    """The first open uses of a software in the order of departments, and how many there are."""
    node, function = schema.node, schema.function
    establishment, above = schema.node.alias("establishment"), schema.ancestor.alias("above")
    name = function.c.name_fr if language_code == "fr" else function.c.name_en
    site = (
        select(establishment.c.name)
        .join(above, above.c.ancestor_id == establishment.c.id)
        .where(above.c.node_id == node.c.id, establishment.c.kind == "establishment")
        .limit(1)
        .scalar_subquery()
    )
    chosen = (_deployment.c.software_id == software_id) & still_used(today)
    statement = (
        select(_deployment, node.c.name, name.label("function"), site.label("establishment"))
        .join(node, node.c.id == _deployment.c.department_id)
        .outerjoin(function, function.c.id == _deployment.c.function_id)
        .where(chosen)
        .order_by(node.c.folded, function.c.position, _deployment.c.id)
        .limit(limit)
    )
    total = connection.scalar(select(func.count()).select_from(_deployment).where(chosen)) or 0
    rows = tuple(
        DeploymentRow(
            id=row.id,
            department_id=row.department_id,
            department=row.name,
            establishment=row.establishment or "",
            function=row.function or "",
            since=stored_day(row.since),
            until=stored_day(row.until),
            users=row.users,
            tolerated_outage=row.tolerated_outage,
            outside=bool(row.outside),
        )
        for row in connection.execute(statement)
    )
    return rows, total


def open_uses(connection: Connection, software_id: str, today: date) -> int:
    """In how many departments the software is used."""
    statement = select(func.count(_deployment.c.department_id.distinct())).where(
        _deployment.c.software_id == software_id, still_used(today)
    )
    return connection.scalar(statement) or 0
