"""Where departments stand, read at once for all of them, and names by id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from referent_desk.domain.departments import BINDER_KINDS
from referent_desk.domain.group_coverage import Place
from referent_desk.domain.readiness import own_beds
from referent_desk.storage.bare_rows import read_rows


def places_in(connection: Connection) -> tuple[Place, ...]:
    """By establishment, pole and name."""
    return _places(
        read_rows(
            connection,
            "SELECT id, parent_id, kind, name, code, beds, closed_on, folded FROM node",
        )
    )


def _places(rows: Sequence[Any]) -> tuple[Place, ...]:
    by_id = {row[0]: row for row in rows}
    paths: dict[str, tuple[str, ...]] = {}

    def path(key: str) -> tuple[str, ...]:
        if key not in paths:
            parent = by_id[key][1]
            paths[key] = (key, *(path(parent) if parent else ()))
        return paths[key]

    kinds = {str(kind) for kind in BINDER_KINDS}
    open_ones = [row for row in rows if row[2] in kinds and row[6] is None]
    parents = {row[0]: row[1] for row in open_ones}
    beds = own_beds({row[0]: row[5] for row in open_ones}, parents)
    found = []
    for row in open_ones:
        way = path(row[0])
        site = next((one for one in way if by_id[one][2] == "establishment"), "")
        pole = next((one for one in way if by_id[one][2] == "pole"), "")
        order = *((by_id[one][7] if one else "") for one in (site, pole)), row[7], row[0]
        names = [by_id[one][3] if one else "" for one in (site, pole)]
        place = Place(row[0], row[3], row[4], way, site, names[0], names[1], beds[row[0]])
        found.append((order, place))
    return tuple(place for _order, place in sorted(found))


def place_of(connection: Connection, department_id: str) -> Place | None:
    """One of the places, without reading the others."""
    near = read_rows(
        connection,
        "SELECT id, parent_id, kind, name, code, beds, closed_on, folded FROM node WHERE id IN"
        " (SELECT ancestor_id FROM ancestor WHERE node_id = :one) OR parent_id = :one",
        {"one": department_id},
    )
    return next((one for one in _places(near) if one.id == department_id), None)


def sites_by_node(connection: Connection, node_id: str | None = None) -> dict[str, str]:
    """By node, of one or of all, the establishment in which it stands."""
    statement = (
        "SELECT a.node_id, a.ancestor_id FROM ancestor a"
        " JOIN node n ON n.id = a.ancestor_id AND n.kind = 'establishment'"
    )
    if node_id is not None:
        statement += " WHERE a.node_id = :one"
    return dict(read_rows(connection, statement, {"one": node_id}))


def nodes_near(connection: Connection, node_id: str) -> frozenset[str]:
    """The node, all beneath it and all above it."""
    rows = read_rows(
        connection,
        "SELECT node_id FROM ancestor WHERE ancestor_id = :one"
        " UNION SELECT ancestor_id FROM ancestor WHERE node_id = :one",
        {"one": node_id},
    )
    return frozenset(row[0] for row in rows)


def house_name(connection: Connection) -> str:
    """Of the group, or of the hospital that belongs to none; empty where there are several."""
    rows = read_rows(
        connection, "SELECT name FROM node WHERE parent_id IS NULL AND closed_on IS NULL LIMIT 2"
    )
    return str(rows[0][0]) if len(rows) == 1 else ""


def node_names(connection: Connection) -> dict[str, str]:
    return dict(read_rows(connection, "SELECT id, name FROM node"))


def software_names(connection: Connection) -> dict[str, str]:
    return dict(read_rows(connection, "SELECT id, name FROM software"))
