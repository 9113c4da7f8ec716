"""Who answers in the other departments of the same pole, for sheets that name them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import Connection

from referent_desk.domain.neighbours import NearReferent
from referent_desk.domain.people import Person
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.deployments import with_uses
from referent_desk.storage.offices import with_offices
from referent_desk.storage.schema import stored_day

_POLES = """
    SELECT above.node_id, above.ancestor_id
    FROM ancestor above JOIN node pole ON pole.id = above.ancestor_id AND pole.kind = 'pole'
    WHERE above.node_id IN (SELECT value FROM json_each(:ids))
    ORDER BY above.node_id, above.distance
"""
_REFERENTS = with_offices(
    """
    SELECT below.ancestor_id, place.id, place.name, person.id, person.last_name, person.first_name,
           person.telephone, person.working_hours, person.left_on, person.week_one
    FROM ancestor below
    JOIN node place ON place.id = below.node_id AND place.kind IN ('department', 'unit')
     AND (place.closed_on IS NULL OR place.closed_on > :today)
    JOIN appointment office ON office.department_id = place.id
     AND office.kind = 'software' AND office.rank = 'main' AND office.software_id IS NULL
     AND IN_OFFICE(office)
    JOIN person ON person.id = office.person_id AND STILL_HERE(person)
     AND person.telephone <> '' AND person.working_hours <> ''
    WHERE below.ancestor_id IN (SELECT value FROM json_each(:ids))
    ORDER BY place.name, place.id, person.id
"""
)
_USES = with_uses(
    """
    SELECT DISTINCT d.department_id, d.software_id FROM deployment d
    WHERE d.department_id IN (SELECT value FROM json_each(:ids)) AND USED_TODAY(d)
"""
)


def near_referents(
    connection: Connection, department_ids: Collection[str], today: date
) -> dict[str, tuple[NearReferent, ...]]:
    """By department, the main referents of the others of its pole whose hours are known."""
    poles: dict[str, str] = {}
    for department_id, pole_id in read_rows(connection, _POLES, _values(department_ids, today)):
        poles.setdefault(department_id, pole_id)
    rows = read_rows(connection, _REFERENTS, _values(poles.values(), today))
    uses: dict[str, set[str]] = {}
    for key, software_id in read_rows(connection, _USES, _values((r[1] for r in rows), today)):
        uses.setdefault(key, set()).add(software_id)
    held: dict[str, list[tuple[str, NearReferent]]] = {}
    for row in rows:
        person = Person(
            row[3], row[4], row[5], telephone=row[6], working_hours=row[7],
            left_on=stored_day(row[8]), week_one=stored_day(row[9] or None),
        )  # fmt: skip
        one = NearReferent(row[2], person, frozenset(uses.get(row[1], ())))
        held.setdefault(row[0], []).append((row[1], one))
    return {
        key: tuple(one for place, one in held.get(pole_id, ()) if place != key)
        for key, pole_id in poles.items()
    }


def _values(ids: Iterable[str], today: date) -> dict[str, object]:
    return {"ids": json.dumps(sorted(set(ids))), "today": today.isoformat()}
