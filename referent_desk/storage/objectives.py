"""Offices of a person with their objectives and letters, and what is due of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection

from referent_desk.domain.nomination_tasks import Unwritten
from referent_desk.domain.objectives import Objective, Office
from referent_desk.domain.people import (
    OVER,
    AppointmentKind,
    AppointmentRank,
    appointment_state,
)
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.schema import stored_day

_OFFICES = (
    "SELECT a.id, a.department_id, n.name, a.kind, a.rank, coalesce(s.name, ''), a.since, a.until,"
    " a.appointed_by, a.volunteer, a.minutes_a_week, a.ended_because, p.left_on"
    " FROM appointment a JOIN node n ON n.id = a.department_id JOIN person p ON p.id = a.person_id"
    " LEFT JOIN software s ON s.id = a.software_id WHERE {where}"
    " ORDER BY a.until IS NOT NULL, a.since DESC, n.folded, a.id"
)
_OBJECTIVES = (
    "SELECT o.appointment_id, o.id, o.what, o.due_on, o.reached_on, o.outcome"
    " FROM objective o JOIN appointment a ON a.id = o.appointment_id"
    " WHERE o.closed_on IS NULL AND {where} ORDER BY o.reached_on IS NOT NULL, o.due_on, o.id"
)
_LETTERS = (
    "SELECT l.appointment_id, l.kind, l.year FROM letter l"
    " JOIN appointment a ON a.id = l.appointment_id WHERE {where} ORDER BY l.year, l.kind"
)


class DueObjective(NamedTuple):
    department_id: str
    key: str
    what: str
    due_on: date
    person: str


def offices_of(
    connection: Connection, today: date, person_id: str = "", appointment_id: str = ""
) -> tuple[Office, ...]:
    """Of a person, or one alone; those that last first."""
    where = "a.id = :one" if appointment_id else "a.person_id = :one"
    one = {"one": appointment_id or person_id}
    rows = read_rows(connection, _OFFICES.replace("{where}", where), one)
    objectives, letters = _objectives(connection, where, one), _letters(connection, where, one)
    return tuple(_office_of(row, objectives, letters, today) for row in rows)


def _office_of(
    row: Any,
    objectives: Mapping[str, Sequence[Objective]],
    letters: Mapping[str, Sequence[tuple[str, int]]],
    today: date,
) -> Office:
    key, department_id, department, kind, rank, software, since, until, *terms = row
    appointed_by, volunteer, minutes, because, left_on = terms
    first, last = stored_day(since), stored_day(until)
    return Office(
        id=key,
        department_id=department_id,
        department=department,
        kind=AppointmentKind(kind),
        rank=AppointmentRank(rank),
        software=software,
        since=first,
        until=last,
        is_over=appointment_state(first, last, stored_day(left_on), today) in OVER,
        appointed_by=appointed_by,
        volunteer=None if volunteer is None else bool(volunteer),
        minutes_a_week=minutes,
        ended_because=because,
        objectives=tuple(objectives.get(key, ())),
        letters=tuple(letters.get(key, ())),
    )


def _objectives(
    connection: Connection, where: str, one: dict[str, str]
) -> defaultdict[str, list[Objective]]:
    """The open ones first, by their day."""
    found: defaultdict[str, list[Objective]] = defaultdict(list)
    rows = read_rows(connection, _OBJECTIVES.replace("{where}", where), one)
    for appointment_id, key, what, due_on, reached_on, outcome in rows:
        day = date.fromisoformat(due_on)
        found[appointment_id].append(Objective(key, what, day, stored_day(reached_on), outcome))
    return found


def _letters(
    connection: Connection, where: str, one: dict[str, str]
) -> defaultdict[str, list[tuple[str, int]]]:
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    rows = read_rows(connection, _LETTERS.replace("{where}", where), one)
    for appointment_id, kind, year in rows:
        found[appointment_id].append((kind, year))
    return found


def due_objectives(
    connection: Connection, department_id: str | None, before: date
) -> list[DueObjective]:
    """Of those who are in office: what was not reached and is due before a day."""
    rows = read_rows(
        connection,
        "SELECT a.department_id, o.id, o.what, o.due_on,"
        " trim(p.first_name || ' ' || p.last_name)"
        " FROM objective o JOIN appointment a ON a.id = o.appointment_id"
        " JOIN person p ON p.id = a.person_id JOIN node n ON n.id = a.department_id"
        " WHERE o.reached_on IS NULL AND o.closed_on IS NULL AND o.due_on < :before"
        " AND (a.until IS NULL OR a.until >= o.due_on)"
        " AND (p.left_on IS NULL OR p.left_on >= o.due_on) AND n.closed_on IS NULL"
        " AND (:one IS NULL OR a.department_id IN"
        " (SELECT ancestor_id FROM ancestor WHERE node_id = :one))",
        {"one": department_id, "before": before.isoformat()},
    )
    return [DueObjective(n, k, w, date.fromisoformat(d), who) for n, k, w, d, who in rows]


def unwritten_letters(
    connection: Connection, department_id: str, after: date, today: date
) -> tuple[Unwritten, ...]:
    """Who began after that day and is in office, without a letter."""
    rows = read_rows(
        connection,
        "SELECT a.id, a.person_id, trim(p.first_name || ' ' || p.last_name), a.since"
        " FROM appointment a JOIN person p ON p.id = a.person_id"
        " WHERE a.department_id = :one AND a.since >= :after AND a.since <= :today"
        " AND coalesce(a.until, :today) >= :today AND coalesce(p.left_on, :today) >= :today"
        " AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.appointment_id = a.id"
        " AND l.kind = 'appointment') ORDER BY a.since, a.id",
        {"one": department_id, "after": after.isoformat(), "today": today.isoformat()},
    )
    return tuple(Unwritten(k, p, name, date.fromisoformat(since)) for k, p, name, since in rows)
