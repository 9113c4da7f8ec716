"""The staff of wards, and who among them is called as the manager: whose role says so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import chain

from sqlalchemy import Connection, or_, select

from referent_desk.domain.known_numbers import lone_managers
from referent_desk.domain.people import Person
from referent_desk.storage import schema
from referent_desk.storage.coverages import grouped
from referent_desk.storage.people import person_of
from referent_desk.storage.readings import once

_person = schema.person


@once
def staff_in(
    connection: Connection, department_ids: Collection[str], today: date
) -> dict[str, tuple[Person, ...]]:
    """By department those who work there on that day, by name."""
    here = _person.c.department_id.in_(sorted(department_ids))
    still_here = or_(_person.c.left_on.is_(None), _person.c.left_on >= today.isoformat())
    by_name = _person.c.last_name, _person.c.first_name, _person.c.id
    statement = select(_person).where(here, still_here).order_by(*by_name)
    people = map(person_of, connection.execute(statement))
    return grouped((person.department_id or "", person) for person in people)


def managers_in(
    connection: Connection, department_ids: Collection[str], today: date
) -> dict[str, Person]:
    """By department: the one person of its staff who has that role and an own number."""
    staff = staff_in(connection, department_ids, today)
    return lone_managers(chain.from_iterable(staff.values()))
