"""What was planned and has a day, of one department or of all: bare rows, each table read once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.deployments import with_uses


class DueStop(NamedTuple):
    """A stop of a software that was announced for a node and everything below it."""

    node_id: str
    key: str
    software_id: str
    day: date


def stops_ahead(
    connection: Connection, department_id: str | None, today: date
) -> Iterator[DueStop]:
    """From today on; for a department only those of software that it uses."""
    rows = read_rows(
        connection,
        with_uses(
            "SELECT m.node_id, m.id, m.software_id, m.planned_on FROM maintenance m"
            " JOIN node n ON n.id = m.node_id"
            " WHERE m.closed_on IS NULL AND n.closed_on IS NULL AND m.planned_on >= :today"
            " AND (:one IS NULL OR m.node_id IN"
            " (SELECT ancestor_id FROM ancestor WHERE node_id = :one)"
            " AND m.software_id IN (SELECT d.software_id FROM deployment d"
            " WHERE d.department_id = :one AND STILL_USED(d)))"
        ),
        {"one": department_id, "today": today.isoformat()},
    )
    for node_id, key, software_id, day in rows:
        yield DueStop(node_id, key, software_id, date.fromisoformat(day))


def paths_up(connection: Connection, department_id: str | None) -> Mapping[str, tuple[str, ...]]:
    """By node, the ids from itself up to the top."""
    rows = read_rows(
        connection,
        "SELECT node_id, ancestor_id FROM ancestor WHERE :one IS NULL OR node_id = :one"
        " ORDER BY node_id, distance",
        {"one": department_id},
    )
    found: dict[str, list[str]] = {}
    for node_id, above in rows:
        found.setdefault(node_id, []).append(above)
    return {key: tuple(path) for key, path in found.items()}


def days_in_force(connection: Connection) -> Mapping[str, str]:
    """The first day (ISO) of each approved revision that has one."""
    rows = read_rows(
        connection,
        "SELECT id, coalesce(in_force_on, approved_on) FROM revision"
        " WHERE state = 'approved' AND coalesce(in_force_on, approved_on) IS NOT NULL",
    )
    return dict(rows)
