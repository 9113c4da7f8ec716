"""Means and failure domains in the database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, func, select

from referent_desk.domain.failures import FailureDomain
from referent_desk.domain.means import Means, MeansKind, Reach, in_reach
from referent_desk.storage import schema
from referent_desk.storage.readings import once

_domain, _leans = schema.failure_domain, schema.domain_dependency
_means, _needs = schema.means, schema.means_dependency
_software = schema.software

Kept = Mapping[str, tuple[Means, ...]]


def failure_domains(connection: Connection) -> dict[str, FailureDomain]:
    """The open ones in their order, those that stand for a software last, by its name.

    What leans on a closed one leans on it no more.
    """
    rows = connection.execute(
        select(_domain, _software.c.name.label("software"))
        .outerjoin(_software, _software.c.id == _domain.c.software_id)
        .where(_domain.c.closed_on.is_(None))
        .order_by(_domain.c.software_id.is_not(None), _domain.c.position, _software.c.folded,
                  _domain.c.name_fr, _domain.c.id)
    ).all()  # fmt: skip
    known = {row.id for row in rows}
    leans_on = _grouped(connection.execute(select(_leans.c.domain_id, _leans.c.leans_on_id)))
    places = {row.id: place for place, row in enumerate(rows)}
    return {
        row.id: FailureDomain(
            id=row.id,
            code=row.code,
            name_fr=row.software or row.name_fr,
            name_en=row.software or row.name_en,
            software_id=row.software_id,
            leans_on=_ordered(leans_on.get(row.id, ()), places, known),
        )
        for row in rows
    }


def means_kept(
    connection: Connection,
    domains: Mapping[str, FailureDomain],
    node_ids: Collection[str] | None = None,
) -> Kept:
    """The open means by the node that keeps them, of all nodes where none are named."""
    node = schema.node
    statement = (
        select(_means, node.c.name.label("node"))
        .join(node, node.c.id == _means.c.node_id)
        .where(_means.c.closed_on.is_(None))
        .order_by(_means.c.folded, _means.c.id)
    )
    needs = select(_needs.c.means_id, _needs.c.domain_id)
    if node_ids is not None:
        wanted = sorted(node_ids)
        statement = statement.where(_means.c.node_id.in_(wanted))
        needs = needs.join(_means, _means.c.id == _needs.c.means_id).where(
            _means.c.node_id.in_(wanted)
        )
    rows = connection.execute(statement).all()
    leans_on = _grouped(connection.execute(needs)) if rows else {}
    places = {domain_id: place for place, domain_id in enumerate(domains)}
    found: dict[str, list[Means]] = {}
    for row in rows:
        leant = _ordered(leans_on.get(row.id, ()), places, domains)
        means = Means(
            row.id, row.node_id, row.name, MeansKind(row.kind), leant, row.node, row.place
        )
        found.setdefault(row.node_id, []).append(means)
    return {node_id: tuple(those) for node_id, those in found.items()}


def _grouped(pairs: Iterable[Sequence[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _ordered(
    ids: Iterable[str], places: Mapping[str, int], known: Collection[str]
) -> tuple[str, ...]:
    return tuple(sorted((one for one in ids if one in known), key=lambda one: places[one]))


def leant_on(connection: Connection, table: schema.Table, row_id: str) -> dict[str, str]:
    """Ids of the domains that a means or a domain leans on, each with the id of its row."""
    of, to = (_needs.c.means_id, _needs.c.domain_id)
    if table is _domain:
        of, to = (_leans.c.domain_id, _leans.c.leans_on_id)
    rows = connection.execute(select(to, of.table.c.id).where(of == row_id))
    return {row[0]: row[1] for row in rows}


def means_twin(connection: Connection, node_id: str, folded: str, but: str) -> str | None:
    """The name of another open means of the node that is spelled alike."""
    statement = select(_means.c.name).where(
        _means.c.node_id == node_id,
        _means.c.folded == folded,
        _means.c.closed_on.is_(None),
        _means.c.id != but,
    )
    return connection.scalar(statement)


def domain_of_software(connection: Connection, software_id: str) -> tuple[str, bool] | None:
    """The id of the domain that stands for a software, and whether it is open."""
    row = connection.execute(
        select(_domain.c.id, _domain.c.closed_on).where(_domain.c.software_id == software_id)
    ).one_or_none()
    return None if row is None else (row.id, row.closed_on is None)


def domains_by_code(connection: Connection) -> dict[str, str]:
    """Ids of the shipped ones, closed ones too."""
    rows = connection.execute(select(_domain.c.code, _domain.c.id).where(_domain.c.code != ""))
    return {row.code: row.id for row in rows}


def last_position(connection: Connection) -> int:
    return connection.scalar(select(func.max(_domain.c.position))) or 0


@once
def reach_of(connection: Connection, path: Sequence[str]) -> Reach:
    """What a department can name; `path` goes from it up."""
    domains = failure_domains(connection)
    return in_reach(path, means_kept(connection, domains, path), domains)
