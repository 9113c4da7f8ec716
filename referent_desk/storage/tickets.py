"""Requests to IT and vendors, in the database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, select

from referent_desk.domain.tickets import Addressee, Ticket
from referent_desk.storage import schema
from referent_desk.storage.schema import stored_day

_ticket, _software = schema.ticket, schema.software


def _rows() -> Select[Any]:
    return (
        select(_ticket, _software.c.name.label("software"))
        .select_from(_ticket)
        .outerjoin(_software, _software.c.id == _ticket.c.software_id)
        .order_by(_ticket.c.handed_on.is_(None).desc(), _ticket.c.handed_on, _ticket.c.id)
    )


def tickets_in(connection: Connection, department_id: str) -> tuple[Ticket, ...]:
    """All of them: those not handed over first, then the longest handed over."""
    statement = _rows().where(_ticket.c.department_id == department_id)
    return tuple(_ticket_of(row) for row in connection.execute(statement))


def open_tickets(
    connection: Connection, department_ids: Iterable[str] | None
) -> dict[str, tuple[Ticket, ...]]:
    """By department, of these or of all."""
    statement = _rows().where(_ticket.c.settled_on.is_(None), _ticket.c.closed_on.is_(None))
    if department_ids is not None:
        statement = statement.where(_ticket.c.department_id.in_(sorted(set(department_ids))))
    found: dict[str, list[Ticket]] = {}
    for row in connection.execute(statement):
        found.setdefault(row.department_id, []).append(_ticket_of(row))
    return {key: tuple(those) for key, those in found.items()}


def read_ticket(connection: Connection, ticket_id: str) -> Ticket | None:
    row = connection.execute(_rows().where(_ticket.c.id == ticket_id)).first()
    return _ticket_of(row) if row is not None else None


def _ticket_of(row: Any) -> Ticket:
    return Ticket(
        id=row.id,
        department_id=row.department_id,
        addressee=Addressee(row.addressee),
        what=row.what,
        software_id=row.software_id,
        software=row.software or "",
        entry_id=row.help_entry_id,
        tried=row.tried,
        begun=row.begun,
        concerned=row.concerned,
        stops_work=None if row.stops_work is None else bool(row.stops_work),
        who=row.who,
        callback=row.callback,
        handed_on=stored_day(row.handed_on),
        reference=row.reference,
        settled_on=stored_day(row.settled_on),
        outcome=row.outcome,
        closed_on=stored_day(row.closed_on),
    )
