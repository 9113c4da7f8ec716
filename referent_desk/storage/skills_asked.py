"""What is asked of the database about skills: of all departments, of one, of what ends soon."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection

from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.deployments import with_uses
from referent_desk.storage.offices import with_offices

_USED = with_uses(
    "SELECT d.department_id, d.software_id, min(d.criticality) FROM deployment d"
    " WHERE USED_FROM_NOW(d)"
    " AND (d.function_id IS NOT NULL OR coalesce(d.outside, 0) = 0)"
)
_EACH_USE = " GROUP BY d.department_id, d.software_id"
_WHERE_THEY_ARE = (
    " AND d.department_id IN (SELECT p.department_id FROM person p"
    " WHERE p.id IN (SELECT value FROM json_each(:ids)))"
)
_STAFF = with_offices(
    "SELECT p.department_id, p.id, p.first_name, p.last_name, p.role, p.recorded_at, 1"
    " FROM person p WHERE STILL_HERE(p)"
)
_REFERENTS = with_offices(
    "SELECT o.department_id, p.id, p.first_name, p.last_name, p.role, p.recorded_at,"
    " 0 FROM appointment o JOIN person p ON p.id = o.person_id"
    " WHERE IN_OFFICE(o) AND STILL_HERE(p)"
    " AND p.department_id IS NOT o.department_id"
)
_EACH_REFERENT = " GROUP BY o.department_id, p.id ORDER BY p.folded, p.id"
_SKILLS = (
    "SELECT s.person_id, s.software_id, s.level, s.stated_on, coalesce(r.version, ''), NULL, ''"
    " FROM skill s LEFT JOIN release r ON r.id = s.release_id WHERE s.closed_on IS NULL"
)
_TRAINED = (
    "SELECT a.person_id, t.software_id, a.level, t.valid_on, coalesce(r.version, ''),"
    " t.valid_until, t.id FROM attendance a JOIN training t ON t.id = a.training_id"
    " LEFT JOIN release r ON r.id = t.release_id"
    " WHERE a.person_id IS NOT NULL AND a.level <> '' AND t.annuls_id IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM training b WHERE b.annuls_id = t.id)"
)
_ENDING = (
    "SELECT DISTINCT a.person_id FROM training t JOIN attendance a ON a.training_id = t.id"
    " JOIN person p ON p.id = a.person_id"
    " WHERE t.valid_until < :before AND t.annuls_id IS NULL AND a.level <> ''"
    " AND EXISTS (SELECT 1 FROM deployment d WHERE d.department_id = p.department_id"
    " AND d.software_id = t.software_id)"
)
_ABLE = with_offices(
    "SELECT p.id, p.first_name, p.last_name, n.name, coalesce((SELECT e.id FROM ancestor w"
    " JOIN node e ON e.id = w.ancestor_id WHERE w.node_id = p.department_id"
    " AND e.kind = 'establishment'), '') FROM person p"
    " LEFT JOIN node n ON n.id = p.department_id"
    " WHERE STILL_HERE(p) AND p.id IN"
    " (SELECT s.person_id FROM skill s WHERE s.software_id = :software AND s.closed_on IS NULL"
    " UNION SELECT a.person_id FROM training t JOIN attendance a ON a.training_id = t.id"
    " WHERE t.software_id = :software AND a.level <> '' AND t.annuls_id IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM training b WHERE b.annuls_id = t.id))"
)
_LIVES = (
    "SELECT r.software_id, l.establishment_id, l.valid_on, r.version"
    " FROM release r CROSS JOIN release_live l ON l.release_id = r.id"  # in this order
    " WHERE l.annuls_id IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM release_live a WHERE a.annuls_id = l.id)"
    " AND l.valid_on <= :today"
)
_LIVES_ORDER = " ORDER BY l.valid_on, l.recorded_at DESC, l.id DESC"
_ITEMS = "SELECT i.department_id, count(*) FROM arrival_item i WHERE i.closed_on IS NULL"
_TICKS = (
    "SELECT i.department_id, k.person_id, count(DISTINCT k.item_id)"
    " FROM arrival_tick k JOIN arrival_item i ON i.id = k.item_id"
    " WHERE i.closed_on IS NULL AND k.annuls_id IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM arrival_tick a WHERE a.item_id = k.item_id AND a.annuls_id = k.id)"
)
_SOFTWARE = (
    "SELECT s.id, s.name, coalesce(s.criticality, k.criticality), s.folded"
    " FROM software s LEFT JOIN software_kind k ON k.id = s.kind_id"
)


class AskedOfAll:
    """The questions, of all departments."""

    def __init__(self, connection: Connection, today: date) -> None:
        self._connection = connection
        self.today = today
        self._values = {"today": today.isoformat()}

    def used(self) -> list[Any]:
        return self._ask(_USED + _EACH_USE)

    def members(self) -> list[Any]:
        staff = self._ask(_STAFF + " AND p.department_id IS NOT NULL ORDER BY p.folded, p.id")
        return [*staff, *self._ask(_REFERENTS + _EACH_REFERENT)]

    def sources(self, _people: Iterable[str]) -> list[Any]:
        return [*self._ask(_SKILLS), *self._ask(_TRAINED)]

    def lives(self, _software: Iterable[str]) -> list[Any]:
        return self._ask(_LIVES + _LIVES_ORDER)

    def items(self) -> list[Any]:
        return self._ask(_ITEMS + " GROUP BY i.department_id")

    def ticks(self) -> list[Any]:
        return self._ask(_TICKS + " GROUP BY i.department_id, k.person_id")

    def software(self, _software: Iterable[str]) -> list[Any]:
        return self._ask(_SOFTWARE)

    def _ask(self, statement: str, **values: str) -> list[Any]:
        return read_rows(self._connection, statement, {**self._values, **values})


class AskedOfHelping(AskedOfAll):
    """Of all, but for what never lets anybody help: a level below bears on no higher one."""

    def sources(self, _people: Iterable[str]) -> list[Any]:
        return [
            *self._ask(_SKILLS + " AND s.level <> 'uses'"),
            *self._ask(_TRAINED + " AND a.level <> 'uses'"),
        ]


class AskedOfEnding(AskedOfAll):
    """Narrowed to those who were trained for a time that ends before a day."""

    def __init__(self, connection: Connection, today: date, before: date) -> None:
        super().__init__(connection, today)
        rows = read_rows(connection, _ENDING, {"before": before.isoformat()})
        self.people = frozenset(row[0] for row in rows)
        self._ids = _json(self.people)

    def members(self) -> list[Any]:
        only = _among("p.id") + " AND p.department_id IS NOT NULL ORDER BY p.folded, p.id"
        return self._ask(_STAFF + only, ids=self._ids)

    def used(self) -> list[Any]:
        return self._ask(_USED + _WHERE_THEY_ARE + _EACH_USE, ids=self._ids)

    def sources(self, people: Iterable[str]) -> list[Any]:
        return _sources_of(self._ask, people)

    def lives(self, software: Iterable[str]) -> list[Any]:
        only = _among("r.software_id")
        return self._ask(_LIVES + only + _LIVES_ORDER, ids=_json(software))

    def items(self) -> list[Any]:
        return []

    def ticks(self) -> list[Any]:
        return []


class AskedOfOne(AskedOfAll):
    """The same questions, narrowed to one department, its people and its software."""

    def __init__(self, connection: Connection, here: str, site: str, today: date) -> None:
        super().__init__(connection, today)
        self._here = {"here": here}
        self._site = {"site": site}

    def used(self) -> list[Any]:
        return self._ask(_USED + " AND d.department_id = :here" + _EACH_USE, **self._here)

    def members(self) -> list[Any]:
        staff = _STAFF + " AND p.department_id = :here ORDER BY p.folded, p.id"
        referents = _REFERENTS + " AND o.department_id = :here" + _EACH_REFERENT
        return [*self._ask(staff, **self._here), *self._ask(referents, **self._here)]

    def sources(self, people: Iterable[str]) -> list[Any]:
        return _sources_of(self._ask, people)

    def lives(self, software: Iterable[str]) -> list[Any]:
        only = " AND l.establishment_id = :site" + _among("r.software_id")
        return self._ask(_LIVES + only + _LIVES_ORDER, ids=_json(software), **self._site)

    def items(self) -> list[Any]:
        only = " AND i.department_id = :here GROUP BY i.department_id"
        return self._ask(_ITEMS + only, **self._here)

    def ticks(self) -> list[Any]:
        only = " AND i.department_id = :here GROUP BY i.department_id, k.person_id"
        return self._ask(_TICKS + only, **self._here)

    def software(self, software: Iterable[str]) -> list[Any]:
        return self._ask(_SOFTWARE + " WHERE TRUE" + _among("s.id"), ids=_json(software))


def _sources_of(ask: Callable[..., list[Any]], people: Iterable[str]) -> list[Any]:
    many = _json(people)
    return [
        *ask(_SKILLS + _among("s.person_id"), ids=many),
        *ask(_TRAINED + _among("a.person_id"), ids=many),
    ]


def _among(column: str) -> str:
    return f" AND {column} IN (SELECT value FROM json_each(:ids))"  # noqa: S608 - our own names


def _json(ids: Iterable[str]) -> str:
    return "[" + ",".join(f'"{one}"' for one in sorted(set(ids))) + "]"


class AskedOfSoftware(AskedOfAll):
    """Narrowed to one software, whoever it is who learnt it."""

    def __init__(self, connection: Connection, software_id: str, today: date) -> None:
        super().__init__(connection, today)
        self._software = {"software": software_id}

    def sources(self, _people: Iterable[str]) -> list[Any]:
        return [
            *self._ask(_SKILLS + " AND s.software_id = :software", **self._software),
            *self._ask(_TRAINED + " AND t.software_id = :software", **self._software),
        ]

    def lives(self, software: Iterable[str]) -> list[Any]:
        only = _among("r.software_id")
        return self._ask(_LIVES + only + _LIVES_ORDER, ids=_json(software))

    def people(self) -> list[Any]:
        """Those who have not left, with their department and its establishment."""
        return self._ask(_ABLE, **self._software)
