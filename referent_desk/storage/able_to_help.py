"""How many are able to help others with a software, and where nobody is: of one or of all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from referent_desk.domain.advice_facts import Helpers
from referent_desk.storage.advice_grounds import AdviceQuery
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.offices import with_offices
from referent_desk.storage.places import sites_by_node
from referent_desk.storage.skills import known_skills
from referent_desk.storage.skills_asked import AskedOfAll, AskedOfHelping, AskedOfSoftware


def helpers(query: AdviceQuery, departments: Mapping[str, set[str]]) -> dict[str, Helpers]:
    """`departments` by software: those which use it."""
    if query.software_id is None:
        asked: AskedOfAll = AskedOfHelping(query.connection, query.today)
    else:
        asked = AskedOfSoftware(query.connection, query.software_id, query.today)
    known, sites = known_skills(asked, ()), sites_by_node(query.connection)
    people: dict[str, set[str]] = {}
    places: dict[str, set[str]] = {}
    for person_id, department_id in _places(query, known.sources):
        site = sites.get(department_id, "")
        for software_id, _level in known.helping(person_id, site):
            people.setdefault(software_id, set()).add(person_id)
            places.setdefault(software_id, set()).add(department_id)
    return {
        key: Helpers(len(those), len(departments.get(key, set()) - places[key]))
        for key, those in people.items()
    }


def _places(query: AdviceQuery, people: Iterable[str]) -> list[Any]:
    """Of those who have not left: where each works, and where they are in office."""
    values = {"today": query.today.isoformat(), "ids": json.dumps(sorted(people))}
    return read_rows(query.connection, _PLACES, values)


_PLACES = with_offices(
    """
WITH here AS MATERIALIZED (
    SELECT p.id, p.department_id FROM person p
    WHERE p.id IN (SELECT value FROM json_each(:ids)) AND STILL_HERE(p)
)
SELECT h.id, coalesce(h.department_id, '') FROM here h
UNION
SELECT h.id, o.department_id FROM here h JOIN appointment o ON o.person_id = h.id
WHERE IN_OFFICE(o)
"""
)
