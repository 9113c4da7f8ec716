"""Who is called as the manager of a ward: people of its staff whose role says so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, or_, select

from referent_desk.domain.known_numbers import lone_managers
from referent_desk.domain.people import Person
from referent_desk.storage import schema
from referent_desk.storage.people import person_of
from referent_desk.storage.readings import once

_person = schema.person


@once
def managers_in(
    connection: Connection, department_ids: Collection[str], today: date
) -> dict[str, Person]:
    """By department: the one person of its staff who has that role and an own number."""
    here = _person.c.department_id.in_(sorted(department_ids))
    still_here = or_(_person.c.left_on.is_(None), _person.c.left_on >= today.isoformat())
    statement = select(_person).where(here, still_here, _person.c.role != "")
    return lone_managers(map(person_of, connection.execute(statement)))
