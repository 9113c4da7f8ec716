"""What succession is reckoned from, of one department or of all: each table read once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from referent_desk.domain.successions import Held, Named, OrphanKind, Staff, SuccessionFacts
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.deployments import with_uses
from referent_desk.storage.places import sites_by_node
from referent_desk.storage.schema import day_of, stored_day
from referent_desk.storage.skills import known_skills
from referent_desk.storage.skills_asked import AskedOfAll, AskedOfHelping, AskedOfOne

_HELD = (
    "SELECT a.id, a.department_id, a.person_id, a.kind, a.rank, coalesce(a.software_id, ''),"
    " a.since, a.until FROM appointment a JOIN node n ON n.id = a.department_id"
    " WHERE n.closed_on IS NULL"
)
_PEOPLE = (
    "SELECT p.id, trim(p.first_name || ' ' || p.last_name) AS name, coalesce(p.department_id, ''),"
    " p.left_on FROM person p WHERE p.erased_on IS NULL"
)
_ABSENCES = (
    "SELECT b.person_id, b.since, b.until FROM absence b"
    " WHERE b.closed_on IS NULL AND b.until >= :today"
)
_USES = with_uses(
    "SELECT DISTINCT d.department_id, d.software_id FROM deployment d WHERE USED_TODAY(d)"
)
_COPIES = (
    "SELECT b.department_id, c.id, c.number || ' · ' || c.place, c.holder FROM copy c"
    " JOIN binder b ON b.id = c.binder_id WHERE c.closed_on IS NULL AND c.holder <> ''"
)
_ACTIONS = (
    "SELECT a.department_id, a.id, a.what, a.owner FROM action a"
    " WHERE a.done_on IS NULL AND a.closed_on IS NULL AND a.owner <> ''"
)
_DRILLS = (
    "SELECT d.department_id, d.id, f.name_fr || ' · ' || d.planned_on, d.led_by FROM drill d"
    " JOIN function f ON f.id = d.function_id WHERE d.closed_on IS NULL AND d.led_by <> ''"
    " AND d.planned_on >= :today"
)
_PROCEDURES = (
    "SELECT p.owner_id, p.id, r.title, r.author FROM procedure p"
    " JOIN revision r ON r.procedure_id = p.id JOIN node n ON n.id = p.owner_id"
    " WHERE p.closed_on IS NULL AND n.closed_on IS NULL AND r.author <> ''"
    " AND r.state = 'approved' AND r.number = (SELECT max(x.number) FROM revision x"
    " WHERE x.procedure_id = p.id AND x.state = 'approved')"
)
_NAMED: Mapping[OrphanKind, tuple[str, str]] = {
    OrphanKind.PROCEDURE: (_PROCEDURES, "p.owner_id"),
    OrphanKind.COPY: (_COPIES, "b.department_id"),
    OrphanKind.ACTION: (_ACTIONS, "a.department_id"),
    OrphanKind.DRILL: (_DRILLS, "d.department_id"),
}
"""Each with the column that says whose it is."""
_MEMBERS = (
    "SELECT id FROM person WHERE department_id = :one"
    " UNION SELECT person_id FROM appointment WHERE department_id = :one"
)


def succession_facts(
    connection: Connection, department_id: str | None, today: date
) -> SuccessionFacts:
    """`department_id` None: of every open department."""
    return _Reading(connection, department_id, today).facts()


@dataclass(frozen=True, slots=True)
class _Reading:
    connection: Connection
    department_id: str | None
    today: date

    def facts(self) -> SuccessionFacts:
        named, software = tuple(self._named()), self._rows("SELECT id, name FROM software")
        staff = members = _staff(self._rows(_PEOPLE, "p.id", members=True))
        if self.department_id is not None and named:
            staff = {**_bearing(self.connection, {one.name for one in named}), **staff}
        absences, uses = defaultdict(list), defaultdict(list)
        sites = sites_by_node(self.connection, self.department_id)
        for person_id, since, until in self._rows(_ABSENCES, "b.person_id", members=True):
            absences[person_id].append((day_of(since), day_of(until)))
        for node_id, software_id in self._rows(_USES, "d.department_id"):
            uses[node_id].append(software_id)
        return SuccessionFacts(
            held=tuple(
                Held(*row[:6], *map(stored_day, row[6:]))
                for row in self._rows(_HELD, "a.department_id")
                if row[2] in staff
            ),
            people=staff,
            absences={key: tuple(those) for key, those in absences.items()},
            skills=known_skills(self._skills_asked(sites), members),
            uses={key: tuple(those) for key, those in uses.items()},
            software=dict(software),
            sites=sites,
            named=named,
        )

    def _skills_asked(self, sites: Mapping[str, str]) -> AskedOfAll:
        if self.department_id is None:
            return AskedOfHelping(self.connection, self.today)
        site = sites.get(self.department_id, "")
        return AskedOfOne(self.connection, self.department_id, site, self.today)

    def _rows(self, statement: str, column: str = "", *, members: bool = False) -> list[Any]:
        """Of the department alone, or of those who belong to it, by `column`."""
        if self.department_id is not None and column:
            statement += f" AND {column} " + (f"IN ({_MEMBERS})" if members else "= :one")
        said = {"one": self.department_id, "today": self.today.isoformat()}
        return read_rows(self.connection, statement, said)

    def _named(self) -> Iterator[Named]:
        for kind, (statement, column) in _NAMED.items():
            for node_id, key, subject, name in self._rows(statement, column):
                yield Named(kind, node_id, key, subject, name)


def _staff(rows: list[tuple[str, str, str, str | None]]) -> dict[str, Staff]:
    return {key: Staff(name, ward, stored_day(left)) for key, name, ward, left in rows}


def _bearing(connection: Connection, names: set[str]) -> dict[str, Staff]:
    """Whoever bears one of the names, wherever they work."""
    statement = (
        f"SELECT * FROM ({_PEOPLE})"  # noqa: S608 - our own words
        " WHERE name IN (SELECT value FROM json_each(:names))"
    )
    return _staff(read_rows(connection, statement, {"names": json.dumps(sorted(names))}))
