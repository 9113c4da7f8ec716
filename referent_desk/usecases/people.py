"""Seeing staff and who is referent of what, and appointing somebody."""

from __future__ import annotations

from collections.abc import Mapping

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.people import AppointmentRow, PersonDetail, PersonRow
from referent_desk.domain.records import RecordKind
from referent_desk.domain.texts import clean_line
from referent_desk.errors import NotFound
from referent_desk.language import _
from referent_desk.storage import people as stored
from referent_desk.storage.departments import read_node
from referent_desk.storage.skills import skills_of
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records import add_within


def list_appointments(desk: Desk, listing: Listing) -> Page[AppointmentRow]:
    with desk.database.read() as connection:
        return stored.list_appointments(connection, listing, desk.clock.today())


def list_people(desk: Desk, listing: Listing) -> Page[PersonRow]:
    """Everybody who is known, referent or not; of one department, those who work there."""
    with desk.database.read() as connection:
        return stored.list_people(connection, listing, desk.clock.today())


def person_detail(desk: Desk, person_id: str) -> PersonDetail:
    with desk.database.read() as connection:
        person = stored.read_person(connection, person_id)
        if person is None:
            raise NotFound(_("This person is not here any more."), _("Choose another one."))
        node = read_node(connection, person.department_id) if person.department_id else None
        appointments = stored.appointments_of_person(connection, person_id, desk.clock.today())
        skills = skills_of(connection, person_id, person.department_id, desk.clock.today())
    return PersonDetail(person, node.name if node else "", appointments, skills)


def appoint_newcomer(
    desk: Desk, person: Mapping[str, str], appointment: Mapping[str, str]
) -> Saved:
    """Somebody who is not known yet, and what they are appointed to: one deed, undone as one."""
    name = clean_line(f"{person.get('first_name', '')} {person.get('last_name', '')}")
    deed = Deed(Verb.ADDED, RecordKind.APPOINTMENT, name)
    with doing(desk, "appoint_newcomer", deed) as work:
        person_id = add_within(work, RecordKind.PERSON, person)
        add_within(work, RecordKind.APPOINTMENT, {**appointment, "person_id": person_id})
    return saved(desk, kinds_of(work.trail), person_id)
