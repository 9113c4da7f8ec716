"""Whom to call of a department: its referent, and the IT department."""

from __future__ import annotations

from referent_desk.domain.directory import Purpose
from referent_desk.domain.known_numbers import KnownNumbers
from referent_desk.domain.people import AppointmentKind, AppointmentRank, Person, referent_on
from referent_desk.domain.shares import ShareNumbers
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.directory import directory_of, local_values
from referent_desk.storage.people import appointments_of_departments
from referent_desk.usecases.desks import Desk


def read_shares(desk: Desk, department_id: str) -> ShareNumbers:
    with desk.database.read() as connection:
        return share_numbers(connection, desk, department_id)


def share_numbers(
    connection: Connection, desk: Desk, department_id: str, software_id: str | None = None
) -> ShareNumbers:
    """A referent without a telephone is called by name."""
    path = tuple(node.id for node in path_to(connection, department_id))
    referent = _referent(connection, desk, path, software_id)
    officers = [referent] if referent is not None else []
    numbers = KnownNumbers(
        local_values(connection, department_id), directory_of(connection, path), officers
    )
    return ShareNumbers(_called(referent), numbers.of(Purpose.IT_ON_CALL))


def _referent(
    connection: Connection, desk: Desk, path: tuple[str, ...], software_id: str | None
) -> Person | None:
    """That of the department; where it has nobody, of what it stands under."""
    appointments, people = appointments_of_departments(connection, path)
    software, main = AppointmentKind.SOFTWARE, AppointmentRank.MAIN
    for node_id in path:
        here = [one for one in appointments if one.department_id == node_id]
        found = referent_on(desk.clock.today(), here, people, software, main, software_id)
        if found is not None:
            return found
    return None


def _called(person: Person | None) -> str:
    if person is None:
        return ""
    return " ".join(filter(None, (person.full_name, person.printed_telephone)))
