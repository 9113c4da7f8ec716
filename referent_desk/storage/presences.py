"""Who works when, and who is absent, of one department with its neighbours or of all at once.

Bare rows, each table read once; of one department nothing else is read.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date, timedelta

from sqlalchemy import Connection

from referent_desk.domain.departments import NodeKind
from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.presences import Staff, WardFacts
from referent_desk.domain.rotations import opening_of, read_rotation
from referent_desk.domain.values import dataclass
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.deployments import with_uses
from referent_desk.storage.schema import day_of, stored_day

_KINDS = {str(kind): kind for kind in AppointmentKind}
_RANKS = {str(rank): rank for rank in AppointmentRank}
_NODES = """
    SELECT id, parent_id, kind, name, opening_hours, closed_on IS NULL OR closed_on > :today
    FROM node
"""
_NEAR = """
    SELECT id, parent_id, kind, name, opening_hours, closed_on IS NULL OR closed_on > :today
    FROM node
    WHERE id IN (SELECT ancestor_id FROM ancestor WHERE node_id = :department)
       OR id IN (
          SELECT below.node_id FROM ancestor above
          JOIN node pole ON pole.id = above.ancestor_id AND pole.kind = 'pole'
          JOIN ancestor below ON below.ancestor_id = pole.id
          WHERE above.node_id = :department
       )
"""
_ABOVE = """
    SELECT id, parent_id, kind, name, opening_hours, closed_on IS NULL OR closed_on > :today
    FROM node WHERE id IN (SELECT ancestor_id FROM ancestor WHERE node_id = :department)
"""
_APPOINTMENTS = """
    SELECT id, person_id, department_id, kind, rank, software_id, since, until FROM appointment
    WHERE (since IS NULL OR since <= :last) AND (until IS NULL OR until >= :first)
"""
_PEOPLE = """
    SELECT id, last_name, first_name, role, department_id, telephone, working_hours, left_on,
           week_one
    FROM person WHERE (left_on IS NULL OR left_on >= :first)
"""
_ABSENCES = """
    SELECT person_id, since, until FROM absence
    WHERE closed_on IS NULL AND since <= :last AND until >= :first
"""
_USES = with_uses(
    "SELECT DISTINCT department_id, software_id FROM deployment"
    " WHERE USED_TODAY(deployment, :first, :last)"
)
_ONLY = " AND {column} IN (SELECT value FROM json_each(:ids))"


@dataclass(frozen=True, slots=True)
class PlacedWard:
    """`pole_id` is empty where it stands under none."""

    ward: WardFacts
    pole_id: str


@dataclass(frozen=True, slots=True)
class _Node:
    parent_id: str | None
    kind: str
    name: str
    opening_hours: str
    is_open: bool


def all_wards(
    connection: Connection, monday: date, today: date, weeks: int = 1
) -> tuple[PlacedWard, ...]:
    """Every open department that keeps a binder; facts of so many weeks from `monday` on."""
    return _wards(connection, _NODES, _values(monday, today, weeks), None)


def wards_near(
    connection: Connection, department_id: str, monday: date, today: date, weeks: int = 1
) -> tuple[PlacedWard, ...]:
    """The department and those of its pole; the department first."""
    values = {**_values(monday, today, weeks), "department": department_id}
    found = _wards(connection, _NEAR, values, department_id)
    return tuple(sorted(found, key=lambda placed: placed.ward.department_id != department_id))


def ward_alone(
    connection: Connection, department_id: str, monday: date, today: date, weeks: int
) -> WardFacts | None:
    """The department without its neighbours; None where it is not there."""
    values = {**_values(monday, today, weeks), "department": department_id}
    found = _wards(connection, _ABOVE, values, department_id)
    return next((p.ward for p in found if p.ward.department_id == department_id), None)


def _values(monday: date, today: date, weeks: int) -> dict[str, object]:
    """From the Sunday before on, whose nights end on Monday."""
    first, last = monday - timedelta(days=1), monday + timedelta(days=7 * weeks - 1)
    return {"first": first.isoformat(), "last": last.isoformat(), "today": today.isoformat()}


def _wards(
    connection: Connection, statement: str, values: dict[str, object], asked: str | None
) -> tuple[PlacedWard, ...]:
    nodes = {
        row[0]: _Node(row[1], row[2], row[3], row[4], bool(row[5]))
        for row in read_rows(connection, statement, values)
    }
    narrowed = list(nodes) if asked is not None else None
    appointments = _appointments(connection, values, narrowed)
    answering = {a.person_id for those in appointments.values() for a in those}
    staff = staff_of(connection, values, answering if asked is not None else None)
    uses = _uses(connection, values, narrowed)
    binder = (str(NodeKind.DEPARTMENT), str(NodeKind.UNIT))
    return tuple(
        _placed(key, nodes, appointments, staff, uses.get(key, frozenset()))
        for key, node in nodes.items()
        if key == asked or (node.kind in binder and node.is_open)
    )


def _placed(
    key: str,
    nodes: Mapping[str, _Node],
    appointments: Mapping[str, tuple[Appointment, ...]],
    staff: Mapping[str, Staff],
    software: frozenset[str],
) -> PlacedWard:
    pole, those, above = "", list[Appointment](), key
    while above in nodes:
        node = nodes[above]
        those += appointments.get(above, ())
        if not pole and node.kind == NodeKind.POLE:
            pole = above
        above = node.parent_id or ""
    opening = opening_of(nodes[key].opening_hours)
    ward = WardFacts(key, nodes[key].name, opening, software, tuple(those), staff)
    return PlacedWard(ward, pole)


def _narrowed(statement: str, column: str, ids: Collection[str] | None) -> str:
    return statement if ids is None else statement + _ONLY.format(column=column)


def _with_ids(values: Mapping[str, object], ids: Collection[str] | None) -> Mapping[str, object]:
    return values if ids is None else {**values, "ids": json.dumps(sorted(ids))}


def _appointments(
    connection: Connection, values: Mapping[str, object], nodes: Collection[str] | None
) -> dict[str, tuple[Appointment, ...]]:
    """By node, those in office at some time of the week."""
    statement = _narrowed(_APPOINTMENTS, "department_id", nodes)
    found: dict[str, list[Appointment]] = {}
    for row in read_rows(connection, statement, _with_ids(values, nodes)):
        found.setdefault(row[2], []).append(
            Appointment(
                row[0], row[1], row[2], _KINDS[row[3]], _RANKS[row[4]], row[5],
                stored_day(row[6]), stored_day(row[7]),
            )
        )  # fmt: skip
    return {key: tuple(sorted(those, key=_seniority)) for key, those in found.items()}


def _seniority(each: Appointment) -> tuple[bool, date, str]:
    """Named for the software first, then for all; longest in office first."""
    return each.software_id is None, each.since or date.min, each.id


def staff_of(
    connection: Connection, values: Mapping[str, object], people: Collection[str] | None
) -> dict[str, Staff]:
    """By person; None: everybody who has not left."""
    given = _with_ids(values, people)
    absences: dict[str, list[tuple[date, date]]] = {}
    for person_id, since, until in read_rows(
        connection, _narrowed(_ABSENCES, "person_id", people), given
    ):
        absences.setdefault(person_id, []).append((day_of(since), day_of(until)))
    rows = read_rows(connection, _narrowed(_PEOPLE, "id", people), given)
    return {
        row[0]: Staff(
            Person(row[0], row[1], row[2], row[3], row[4], row[5], row[6], stored_day(row[7])),
            read_rotation(row[6], stored_day(row[8])) if row[6] else None,
            tuple(absences.get(row[0], ())),
        )
        for row in rows
    }


def _uses(
    connection: Connection, values: Mapping[str, object], nodes: Collection[str] | None
) -> dict[str, frozenset[str]]:
    statement = _narrowed(_USES, "department_id", nodes)
    found: dict[str, set[str]] = {}
    for department_id, software_id in read_rows(connection, statement, _with_ids(values, nodes)):
        found.setdefault(department_id, set()).add(software_id)
    return {key: frozenset(those) for key, those in found.items()}
