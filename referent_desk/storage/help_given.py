"""Help that was given, in the database: entries that stand, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    and_,
    case,
    cast,
    func,
    literal,
    select,
    type_coerce,
)

from referent_desk.domain.help_given import HelpEntry, HelpOutcome, HelpState
from referent_desk.domain.help_groups import Asked
from referent_desk.domain.help_tasks import OpenHelp
from referent_desk.domain.listings import Listing, Page
from referent_desk.storage import schema
from referent_desk.storage.listings import Linked, Source, read_page
from referent_desk.storage.schema import day_of

_entry, _software, _ticket = schema.help_entry, schema.software, schema.ticket
_annulling = schema.help_entry.alias("annulling")
_told = schema.help_entry.alias("told")
_AFTER_OPEN = 10**16
_A_DAY = 10**10
"""More than there are seconds in the life of the program: days first, then the moment."""


class Handed(NamedTuple):
    ticket_id: str
    is_settled: bool


def standing() -> ColumnElement[bool]:
    """Neither an annulment nor annulled."""
    annulled = select(_annulling.c.annuls_id).where(_annulling.c.annuls_id.is_not(None))
    return and_(_entry.c.annuls_id.is_(None), _entry.c.id.not_in(annulled))


def handed_over(connection: Connection, department_id: str) -> Mapping[str, Handed]:
    """By entry: the request that was made of it, the newest.

    An entry that was annulled by Undo and said again by Redo is a new row, which says the same.
    """
    same = and_(
        _entry.c.department_id == _ticket.c.department_id,
        _entry.c.asked == _told.c.asked,
        _entry.c.valid_on == _told.c.valid_on,
        _entry.c.who == _told.c.who,
        _entry.c.software_id.is_not_distinct_from(_told.c.software_id),
        _entry.c.annuls_id.is_(None),
    )
    statement = (
        select(_entry.c.id, _ticket.c.id.label("ticket_id"), _ticket.c.settled_on)
        .select_from(_ticket)
        .join(_told, _told.c.id == _ticket.c.help_entry_id)
        .join(_entry, same)
        .where(_ticket.c.department_id == department_id, _ticket.c.closed_on.is_(None))
        .order_by(_ticket.c.handed_on, _ticket.c.id)
    )
    rows = connection.execute(statement)
    return {row.id: Handed(row.ticket_id, row.settled_on is not None) for row in rows}


def list_entries(
    connection: Connection, department_id: str, listing: Listing, handed: Mapping[str, Handed]
) -> Page[HelpEntry]:
    """What is open first, then the newest."""
    return read_page(
        connection, _source(department_id, handed), listing, lambda row: _entry_of(row, handed)
    )


def _source(department_id: str, handed: Mapping[str, Handed]) -> Source:
    chosen = and_(_entry.c.department_id == department_id, standing())
    rows = (
        select(_entry, _software.c.name.label("software"))
        .select_from(_entry.outerjoin(_software, _software.c.id == _entry.c.software_id))
        .where(chosen)
    )
    is_open = and_(_entry.c.outcome == HelpOutcome.OPEN, _entry.c.id.not_in(list(handed)))
    day = cast(func.julianday(_entry.c.valid_on), Integer)
    moment = cast(func.strftime("%s", _entry.c.recorded_at), Integer)
    newest = case((is_open, 0), else_=_AFTER_OPEN) - day * literal(_A_DAY) - moment
    letters = func.folded(_entry.c.asked + " " + _entry.c.helped + " " + _entry.c.who)
    return Source(
        rows=rows,
        counted=select(_entry.c.id).where(chosen),
        key=_entry.c.id,
        sorts={
            "newest": type_coerce(newest, Integer),
            "day": _entry.c.valid_on,
            "software": _software.c.folded,
            "what": func.folded(_entry.c.asked),
            "minutes": _entry.c.minutes,
            "state": _state(handed),
        },
        searched=(letters, Linked(_entry.c.software_id, _software.c.id, _software.c.folded)),
    )


def _state(handed: Mapping[str, Handed]) -> ColumnElement[str]:
    """As `domain.help_given.state_of` says it."""
    settled = [key for key, one in handed.items() if one.is_settled]
    outcome, open_one = _entry.c.outcome, HelpOutcome.OPEN
    return case(
        ((outcome == HelpOutcome.SOLVED) | _entry.c.id.in_(settled), str(HelpState.SOLVED)),
        ((outcome == open_one) & _entry.c.id.not_in(list(handed)), str(HelpState.OPEN)),
        else_=str(HelpState.HANDED_OVER),
    )


def _one() -> Select[Any]:
    return (
        select(_entry, _software.c.name.label("software"))
        .select_from(_entry.outerjoin(_software, _software.c.id == _entry.c.software_id))
        .where(standing())
    )


def read_entry(connection: Connection, entry_id: str) -> HelpEntry | None:
    """None where it was taken back."""
    row = connection.execute(_one().where(_entry.c.id == entry_id)).first()
    if row is None:
        return None
    return _entry_of(row, handed_over(connection, row.department_id))


def read_entries(connection: Connection, ids: Sequence[str]) -> tuple[HelpEntry, ...]:
    """In the order of `ids`; those that were taken back are left out."""
    rows = {row.id: row for row in connection.execute(_one().where(_entry.c.id.in_(list(ids))))}
    department = next((row.department_id for row in rows.values()), "")
    handed = handed_over(connection, department)
    return tuple(_entry_of(rows[key], handed) for key in ids if key in rows)


def all_entries(
    connection: Connection, department_ids: Iterable[str] | None = None
) -> tuple[HelpEntry, ...]:
    """Of these departments or of all, the newest first; whatever was made of them is not looked
    at, but for the outcome that was said."""
    statement = _one().order_by(_entry.c.valid_on.desc(), _entry.c.recorded_at.desc(), _entry.c.id)
    if department_ids is not None:
        statement = statement.where(_entry.c.department_id.in_(sorted(set(department_ids))))
    return tuple(_entry_of(row, {}) for row in connection.execute(statement))


def asked_since(connection: Connection, department_id: str, since: date) -> list[Asked]:
    """Plain rows, by the thousand."""
    statement = select(
        _entry.c.id,
        _entry.c.software_id,
        _entry.c.asked,
        _entry.c.helped,
        _entry.c.minutes,
        _entry.c.valid_on,
    ).where(
        _entry.c.department_id == department_id, _entry.c.valid_on >= since.isoformat(), standing()
    )
    return [Asked(*row[:5], day_of(row[5])) for row in connection.execute(statement)]


def open_entries(connection: Connection, department_id: str) -> tuple[OpenHelp, ...]:
    """Neither solved nor handed over, the oldest first."""
    statement = (
        select(_entry.c.id, _entry.c.asked)
        .where(
            _entry.c.department_id == department_id,
            _entry.c.outcome == HelpOutcome.OPEN,
            standing(),
        )
        .order_by(_entry.c.valid_on, _entry.c.recorded_at, _entry.c.id)
    )
    rows = connection.execute(statement).all()
    handed = handed_over(connection, department_id) if rows else {}
    return tuple(OpenHelp(row.id, row.asked) for row in rows if row.id not in handed)


def software_names(connection: Connection, ids: Iterable[str | None]) -> dict[str | None, str]:
    wanted = sorted({key for key in ids if key})
    rows = connection.execute(
        select(_software.c.id, _software.c.name).where(_software.c.id.in_(wanted))
    )
    return {row.id: row.name for row in rows}


def _entry_of(row: Any, handed: Mapping[str, Handed]) -> HelpEntry:
    ticket = handed.get(row.id)
    return HelpEntry(
        id=row.id,
        department_id=row.department_id,
        software_id=row.software_id,
        software=row.software or "",
        asked=row.asked,
        helped=row.helped,
        minutes=row.minutes,
        outcome=HelpOutcome(row.outcome),
        concerned=row.concerned,
        who=row.who,
        day=day_of(row.valid_on),
        ticket_id=ticket.ticket_id if ticket is not None else None,
        is_settled=ticket is not None and ticket.is_settled,
    )
