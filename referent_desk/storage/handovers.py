"""Handovers in the database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection

from referent_desk.domain.handovers import Given, Handover, HandoverItem
from referent_desk.domain.successions import OrphanKind
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.schema import stored_day

_HANDOVERS = (
    "SELECT h.id, h.department_id, h.leaving_id, trim(l.first_name || ' ' || l.last_name),"
    " coalesce(h.successor_id, ''), coalesce(trim(s.first_name || ' ' || s.last_name), ''),"
    " h.last_day, h.password_place, h.note, h.signed_on, h.closed_on"
    " FROM handover h JOIN person l ON l.id = h.leaving_id"
    " LEFT JOIN person s ON s.id = h.successor_id"
)
_ITEMS = (
    "SELECT i.handover_id, i.id, i.code, i.what, i.done_on FROM handover_item i"
    " JOIN handover h ON h.id = i.handover_id"
)
_GIVEN = {
    OrphanKind.ACTION: (
        "SELECT a.id, a.what, a.due_on FROM action a WHERE a.department_id = :node"
        " AND a.owner = :name AND a.done_on IS NULL AND a.closed_on IS NULL"
        " ORDER BY a.due_on IS NULL, a.due_on, a.id"
    ),
    OrphanKind.DRILL: (
        "SELECT d.id, f.name_fr, d.planned_on FROM drill d JOIN function f ON f.id = d.function_id"
        " WHERE d.department_id = :node AND d.led_by = :name AND d.closed_on IS NULL"
        " AND d.planned_on >= :today ORDER BY d.planned_on, d.id"
    ),
    OrphanKind.COPY: (
        "SELECT c.id, c.number || ' · ' || c.place, NULL FROM copy c"
        " JOIN binder b ON b.id = c.binder_id WHERE b.department_id = :node"
        " AND c.holder = :name AND c.closed_on IS NULL ORDER BY c.number"
    ),
}
_DUES = (
    "SELECT h.department_id, h.id, trim(l.first_name || ' ' || l.last_name), h.last_day"
    " FROM handover h JOIN person l ON l.id = h.leaving_id JOIN node n ON n.id = h.department_id"
    " WHERE h.signed_on IS NULL AND h.closed_on IS NULL AND h.last_day IS NOT NULL"
    " AND h.last_day < :before AND n.closed_on IS NULL AND (:one IS NULL OR h.department_id = :one)"
)
_OPEN = (
    "SELECT h.leaving_id, trim(l.first_name || ' ' || l.last_name), h.last_day,"
    " sum(i.done_on IS NOT NULL), count(i.id) FROM handover h"
    " JOIN person l ON l.id = h.leaving_id LEFT JOIN handover_item i ON i.handover_id = h.id"
    " WHERE h.department_id = :node AND h.signed_on IS NULL AND h.closed_on IS NULL"
    " GROUP BY h.id ORDER BY h.last_day IS NULL, h.last_day, h.id"
)
_ERASABLE = (
    "SELECT p.id, trim(p.first_name || ' ' || p.last_name) FROM person p"
    " WHERE p.department_id = :node AND p.erased_on IS NULL AND p.left_on < :today"
    " AND (p.erase_on <= :today OR (p.erase_on IS NULL AND p.left_on <= :left))"
    " ORDER BY p.left_on, p.id"
)


def handovers_of(connection: Connection, department_id: str) -> tuple[Handover, ...]:
    """The newest last day first."""
    return _handovers(connection, "h.department_id = :id", department_id)


def read_handover(connection: Connection, handover_id: str) -> Handover | None:
    found = _handovers(connection, "h.id = :id", handover_id)
    return found[0] if found else None


def handovers_with(connection: Connection, person_id: str) -> tuple[Handover, ...]:
    """Of somebody who leaves, or follows."""
    return _handovers(connection, ":id IN (h.leaving_id, h.successor_id)", person_id)


def _handovers(connection: Connection, chosen: str, key: str) -> tuple[Handover, ...]:
    said = {"id": key}
    items: dict[str, list[HandoverItem]] = {}
    for row in read_rows(connection, f"{_ITEMS} WHERE {chosen} ORDER BY i.position", said):
        handover_id, key, code, what, done_on = row
        items.setdefault(handover_id, []).append(HandoverItem(key, code, what, stored_day(done_on)))
    order = " ORDER BY h.closed_on IS NOT NULL, h.last_day DESC, h.id"
    return tuple(
        _handover(row, tuple(items.get(row[0], ())))
        for row in read_rows(connection, f"{_HANDOVERS} WHERE {chosen}{order}", said)
    )


def _handover(row: Any, items: tuple[HandoverItem, ...]) -> Handover:
    key, ward, leaving_id, leaving, successor_id, successor, last_day, place, note = row[:9]
    return Handover(
        id=key,
        department_id=ward,
        leaving_id=leaving_id,
        leaving=leaving,
        successor_id=successor_id,
        successor=successor,
        last_day=stored_day(last_day),
        password_place=place,
        note=note,
        signed_on=stored_day(row[9]),
        closed_on=stored_day(row[10]),
        items=items,
    )


def what_names(
    connection: Connection, department_id: str, name: str, today: date
) -> Iterator[Given]:
    """Open actions, drills to come and copies of a department that name somebody."""
    said = {"node": department_id, "name": name, "today": today.isoformat()}
    for kind, statement in _GIVEN.items():
        for key, subject, day in read_rows(connection, statement, said):
            yield Given(kind, key, subject, stored_day(day))


def handover_dues(
    connection: Connection, department_id: str | None, before: date
) -> Iterator[tuple[str, str, str, date]]:
    """Department, id, who leaves, and the last day, of those that nobody has signed."""
    said = {"one": department_id, "before": before.isoformat()}
    for node_id, key, name, day in read_rows(connection, _DUES, said):
        yield node_id, key, name, date.fromisoformat(day)


def next_position(connection: Connection, handover_id: str) -> int:
    statement = "SELECT coalesce(max(position), -1) + 1 FROM handover_item WHERE handover_id = :id"
    return int(read_rows(connection, statement, {"id": handover_id})[0][0])


def open_handovers(
    connection: Connection, department_id: str
) -> list[tuple[str, str, date | None, int, int]]:
    """Who leaves, their name, the last day, how many lines are done and how many there are."""
    rows = read_rows(connection, _OPEN, {"node": department_id})
    return [(key, name, stored_day(day), done or 0, count) for key, name, day, done, count in rows]


def erasable_in(
    connection: Connection, department_id: str, today: date, left_by: date
) -> tuple[tuple[str, str], ...]:
    """Those of a department who left by a day, or whose name was to be erased by now."""
    said = {"node": department_id, "today": today.isoformat(), "left": left_by.isoformat()}
    return tuple((key, name) for key, name in read_rows(connection, _ERASABLE, said))
