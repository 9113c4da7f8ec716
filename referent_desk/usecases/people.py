"""Seeing staff and who is referent of what."""

from __future__ import annotations

from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.people import AppointmentRow, PersonDetail
from referent_desk.errors import NotFound
from referent_desk.language import _
from referent_desk.storage import people as stored
from referent_desk.storage.departments import read_node
from referent_desk.usecases.desks import Desk


def list_appointments(desk: Desk, listing: Listing) -> Page[AppointmentRow]:
    with desk.database.read() as connection:
        return stored.list_appointments(connection, listing, desk.clock.today())


def person_detail(desk: Desk, person_id: str) -> PersonDetail:
    with desk.database.read() as connection:
        person = stored.read_person(connection, person_id)
        if person is None:
            raise NotFound(_("This person is not here any more."), _("Choose another one."))
        node = read_node(connection, person.department_id) if person.department_id else None
        appointments = stored.appointments_of_person(connection, person_id, desk.clock.today())
    return PersonDetail(person, node.name if node else "", appointments)
