"""Staff and appointments in the database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.people import (
    Appointment,
    AppointmentKind,
    AppointmentRank,
    AppointmentRow,
    Person,
    PersonRow,
    appointment_state,
)
from referent_desk.storage import schema
from referent_desk.storage.listings import Linked, Source, read_page
from referent_desk.storage.schema import stored_day

_person = schema.person
_appointment = schema.appointment
_node = schema.node
_software = schema.software


def person_of(row: Any) -> Person:
    return Person(
        id=row.id,
        last_name=row.last_name,
        first_name=row.first_name,
        role=row.role,
        department_id=row.department_id,
        telephone=row.telephone,
        working_hours=row.working_hours,
        left_on=stored_day(row.left_on),
        week_one=stored_day(row.week_one or None),
    )


def appointment_of(row: Any) -> Appointment:
    return Appointment(
        id=row.id,
        person_id=row.person_id,
        department_id=row.department_id,
        kind=AppointmentKind(row.kind),
        rank=AppointmentRank(row.rank),
        software_id=row.software_id,
        since=stored_day(row.since),
        until=stored_day(row.until),
    )


def read_person(connection: Connection, person_id: str) -> Person | None:
    row = connection.execute(select(_person).where(_person.c.id == person_id)).first()
    return person_of(row) if row else None


def staff_names(connection: Connection) -> tuple[str, ...]:
    """First and last name of everybody, also of those who left."""
    rows = connection.execute(select(_person.c.first_name, _person.c.last_name))
    return tuple(f"{first} {last}".strip() for first, last in rows)


def _rows() -> Select[Any]:
    return select(
        _appointment.c.id,
        _appointment.c.person_id,
        _person.c.first_name,
        _person.c.last_name,
        _person.c.role,
        _person.c.telephone,
        _person.c.left_on,
        _appointment.c.department_id,
        _node.c.name.label("department"),
        _appointment.c.kind,
        _appointment.c.rank,
        _software.c.name.label("software"),
        _appointment.c.since,
        _appointment.c.until,
    ).select_from(_joined())


def _joined() -> Any:
    return (
        _appointment.join(_person, _person.c.id == _appointment.c.person_id)
        .join(_node, _node.c.id == _appointment.c.department_id)
        .outerjoin(_software, _software.c.id == _appointment.c.software_id)
    )


@lru_cache(maxsize=2)
def appointment_source(department_id: str | None = None) -> Source:
    rows = _rows()
    counted = select(_appointment.c.id)
    if department_id is not None:
        chosen = _appointment.c.department_id == department_id
        rows, counted = rows.where(chosen), counted.where(chosen)
    return Source(
        rows=rows,
        counted=counted,
        key=_appointment.c.id,
        sorts={
            "person": _person.c.folded,
            "department": _node.c.folded,
            "role": _person.c.role,
            "kind": _appointment.c.kind,
            "rank": _appointment.c.rank,
            "software": _software.c.folded,
            "since": _appointment.c.since,
            "until": func.coalesce(_appointment.c.until, "9999-12-31"),
        },
        searched=(
            Linked(_appointment.c.person_id, _person.c.id, _person.c.folded),
            Linked(_appointment.c.department_id, _node.c.id, _node.c.folded),
            Linked(_appointment.c.software_id, _software.c.id, _software.c.folded),
        ),
        bare=True,
    )


def _row_maker(today: date) -> Any:
    def make(row: Any) -> AppointmentRow:
        since, until = stored_day(row.since), stored_day(row.until)
        left_on = stored_day(row.left_on)
        return AppointmentRow(
            id=row.id,
            person_id=row.person_id,
            person=f"{row.first_name} {row.last_name}".strip(),
            role=row.role,
            telephone=row.telephone,
            department_id=row.department_id,
            department=row.department,
            kind=AppointmentKind(row.kind),
            rank=AppointmentRank(row.rank),
            software=row.software or "",
            since=since,
            until=until,
            state=appointment_state(since, until, left_on, today),
            left_on=left_on,
        )

    return make


def list_appointments(
    connection: Connection, listing: Listing, today: date
) -> Page[AppointmentRow]:
    source = appointment_source(listing.department_id)
    return read_page(connection, source, listing, _row_maker(today))


@lru_cache(maxsize=2)
def person_source(today: date, department_id: str | None = None) -> Source:
    still = or_(_appointment.c.until.is_(None), _appointment.c.until >= today.isoformat())
    appointments = (
        select(func.count(_appointment.c.id))
        .where(_appointment.c.person_id == _person.c.id, still)
        .correlate(_person)
        .scalar_subquery()
    )
    rows = select(
        _person.c.id,
        _person.c.first_name,
        _person.c.last_name,
        _person.c.role,
        _person.c.left_on,
        _person.c.department_id,
        _node.c.name.label("department"),
        appointments.label("appointments"),
    ).select_from(_person.outerjoin(_node, _node.c.id == _person.c.department_id))
    counted = select(_person.c.id)
    if department_id is not None:
        chosen = _person.c.department_id == department_id
        rows, counted = rows.where(chosen), counted.where(chosen)
    return Source(
        rows=rows,
        counted=counted,
        key=_person.c.id,
        sorts={
            "person": _person.c.folded,
            "department": _node.c.folded,
            "role": _person.c.role,
            "kind": _person.c.role,
            "until": func.coalesce(_person.c.left_on, "9999-12-31"),
        },
        searched=(
            _person.c.folded,
            Linked(_person.c.department_id, _node.c.id, _node.c.folded),
        ),
        bare=True,
    )


def list_people(connection: Connection, listing: Listing, today: date) -> Page[PersonRow]:
    def make(row: Any) -> PersonRow:
        left_on = stored_day(row.left_on)
        return PersonRow(
            person_id=row.id,
            person=f"{row.first_name} {row.last_name}".strip(),
            role=row.role,
            department_id=row.department_id,
            department=row.department or "",
            appointments=row.appointments,
            left_on=left_on,
            has_left=left_on is not None and left_on < today,
        )

    return read_page(connection, person_source(today, listing.department_id), listing, make)


def appointments_of_person(
    connection: Connection, person_id: str, today: date
) -> tuple[AppointmentRow, ...]:
    statement = (
        _rows()
        .where(_appointment.c.person_id == person_id)
        .order_by(_node.c.folded, _appointment.c.kind, _appointment.c.rank, _appointment.c.id)
    )
    make = _row_maker(today)
    return tuple(make(row) for row in connection.execute(statement))


def appointments_of_departments(
    connection: Connection, department_ids: Iterable[str]
) -> tuple[tuple[Appointment, ...], dict[str, Person]]:
    """Every appointment in these departments, with the people they name by id."""
    statement = select(_appointment).where(
        _appointment.c.department_id.in_(sorted(set(department_ids)))
    )
    appointments = tuple(map(appointment_of, connection.execute(statement)))
    wanted = sorted({a.person_id for a in appointments})
    people = connection.execute(select(_person).where(_person.c.id.in_(wanted)))
    return appointments, {row.id: person_of(row) for row in people}
