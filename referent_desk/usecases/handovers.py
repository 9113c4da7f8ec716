"""Handing over: what was ticked, what goes to the successor, both signatures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.handovers import (
    AfterSigning,
    DepartmentHandovers,
    Given,
    Handover,
    SheetAhead,
)
from referent_desk.domain.people import IN_OFFICE, Appointment, appointment_state
from referent_desk.domain.records import RecordKind
from referent_desk.domain.sheet_states import Ahead
from referent_desk.domain.successions import OrphanKind
from referent_desk.domain.texts import clean_line
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.language import _
from referent_desk.storage import handovers as stored
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import read_node
from referent_desk.storage.people import appointments_of_departments
from referent_desk.storage.twins import waiting_proposal
from referent_desk.storage.work import Work
from referent_desk.usecases.binder_states import state_in
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.handovers_rules import refuse_password
from referent_desk.usecases.records import add_within
from referent_desk.usecases.successions import succession_in
from referent_desk.usecases.typed_lines import refuse_long

_GIVEN_TO = {
    OrphanKind.ACTION: (schema.action, "owner"),
    OrphanKind.DRILL: (schema.drill, "led_by"),
    OrphanKind.COPY: (schema.copy, "holder"),
}
_DAY = timedelta(days=1)


def list_handovers(desk: Desk, department_id: str) -> DepartmentHandovers:
    """All that the page of handovers of one department shows."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        node = read_node(connection, department_id)
        if node is None:
            raise NotFound(_("This department is not here any more."), _("Choose another one."))
        succession = succession_in(connection, department_id, today)
        handovers = stored.handovers_of(connection, department_id)
        given = {
            one.id: tuple(stored.what_names(connection, department_id, one.leaving, today))
            for one in handovers
            if one.is_open
        }
        days = {leaving.last_day + _DAY for leaving in succession.leavings}
        ahead = _sheets(desk, connection, department_id, days) if days else ()
    return DepartmentHandovers(department_id, node.name, today, succession, handovers, given, ahead)


def _sheets(
    desk: Desk, connection: Connection, department_id: str, days: set[date]
) -> tuple[SheetAhead, ...]:
    """Sheets that are known to fall out of date on one of the days; none without a binder."""
    try:
        ahead: Iterable[Ahead] = state_in(desk, connection, department_id).ahead
    except NotFound:
        return ()
    return tuple(SheetAhead(one.day, one.code, one.title) for one in ahead if one.day in days)


def tick_item(desk: Desk, handover_id: str, item_id: str, is_done: bool) -> Saved:
    """It was done today; or it was not, after all."""
    handover = _open_one(desk, handover_id)
    if item_id not in {item.id for item in handover.items}:
        raise NotFound(_("This line is not here any more."), _("Choose another one."))
    done_on = desk.clock.today() if is_done else None
    with doing(desk, "tick_handover", _deed(handover), record_id=handover_id) as work:
        work.change(schema.handover_item, item_id, {"done_on": done_on})
    return saved(desk, kinds_of(work.trail), handover_id)


def add_item(desk: Desk, handover_id: str, what: str) -> Saved:
    """A line of the ward's own."""
    handover, what = _open_one(desk, handover_id), clean_line(what)
    if not what:
        raise RefusedField(
            "what", "empty", _("The line says nothing."), _("Say it in a few words.")
        )
    refuse_long("what", what, _("Say it in a few words."))
    refuse_password("what", what)
    with doing(desk, "add_handover_item", _deed(handover), record_id=handover_id) as work:
        position = stored.next_position(work.connection, handover_id)
        row = {"handover_id": handover_id, "position": position, "what": what}
        work.add(schema.handover_item, [{"id": work.new_id(), **row}])
    return saved(desk, kinds_of(work.trail), handover_id)


def give_over(desk: Desk, handover_id: str, given: Iterable[Given]) -> Saved:
    """Put the successor's name where that of the one who leaves stands: one deed, undone as one."""
    handover = _open_one(desk, handover_id)
    _refuse_without_successor(handover)
    with doing(desk, "give_over", _deed(handover), record_id=handover_id) as work:
        here = stored.what_names(
            work.connection, handover.department_id, handover.leaving, desk.clock.today()
        )
        known = {(one.kind, one.id) for one in here}
        for one in given:
            if (one.kind, one.id) in known:
                table, column = _GIVEN_TO[one.kind]
                work.change(table, one.id, {column: handover.successor})
    return saved(desk, kinds_of(work.trail), handover_id)


def sign_handover(desk: Desk, handover_id: str, day: date, after: AfterSigning) -> Saved:
    """Both have signed on that day, and it is over.

    Whoever leaves ends on the last day, unless nothing is to be done; the successor takes the same
    offices from the day after, or is asked to. Raises RefusedField for a day to come.
    """
    handover, today = _open_one(desk, handover_id), desk.clock.today()
    if day > today:
        raise RefusedField(
            "signed_on",
            "to_come",
            _("Nobody has signed on a day to come."),
            _("Give the day on which both signed."),
        )
    _refuse_without_successor(handover)
    with doing(desk, "sign_handover", _deed(handover), record_id=handover_id) as work:
        if after is not AfterSigning.NOTHING:
            _pass_on(work, handover, handover.last_day or day, after)
        work.change(schema.handover, handover_id, {"signed_on": day})
    return saved(desk, kinds_of(work.trail), handover_id)


def _pass_on(work: Work, handover: Handover, last_day: date, after: AfterSigning) -> None:
    """The same offices that the one who leaves holds on the last day and the successor does not."""
    department_id = handover.department_id
    offices, people = appointments_of_departments(work.connection, [department_id])
    leaving = people.get(handover.leaving_id)
    if leaving is not None and leaving.left_on is not None:
        last_day = min(last_day, leaving.left_on)
    first = last_day + _DAY

    def chair(one: Appointment) -> tuple[object, ...]:
        return one.kind, one.rank, one.software_id

    def holds(one: Appointment, day: date) -> bool:
        left_on = people[one.person_id].left_on
        return appointment_state(one.since, one.until, left_on, day) in IN_OFFICE

    taken = {
        chair(one)
        for one in offices
        if one.person_id == handover.successor_id and holds(one, first)
    }
    for one in offices:
        if one.person_id != handover.leaving_id or not holds(one, last_day):
            continue
        if one.until is None or one.until > last_day:
            work.change(schema.appointment, one.id, {"until": last_day})
        if chair(one) not in taken:
            _give_office(work, handover, one, first, after)


def _give_office(
    work: Work, handover: Handover, office: Appointment, first: date, after: AfterSigning
) -> None:
    """What waits for an answer of the successor already is not asked once more."""
    typed = {
        "person_id": handover.successor_id,
        "department_id": handover.department_id,
        "kind": str(office.kind),
        "rank": str(office.rank),
        "software_id": office.software_id or "",
        "since": first.isoformat(),
    }
    if after is AfterSigning.APPOINT:
        add_within(work, RecordKind.APPOINTMENT, typed)
        return
    row = {"id": "", **typed, "software_id": office.software_id}
    if not waiting_proposal(work.connection, row):
        add_within(work, RecordKind.PROPOSAL, typed)


def give_up_handover(desk: Desk, handover_id: str) -> Saved:
    """It was begun by mistake, or nobody leaves after all."""
    handover = _open_one(desk, handover_id)
    deed = Deed(Verb.CLOSED, RecordKind.HANDOVER, handover.leaving)
    with doing(desk, "give_up_handover", deed, record_id=handover_id) as work:
        work.change(schema.handover, handover_id, {"closed_on": desk.clock.today()})
    return saved(desk, kinds_of(work.trail), handover_id)


def _open_one(desk: Desk, handover_id: str) -> Handover:
    with desk.database.read() as connection:
        handover = stored.read_handover(connection, handover_id)
    if handover is None:
        raise NotFound(_("This handover is not here any more."), _("Choose another one."))
    if not handover.is_open:
        raise RefusedInput(
            _("This handover is over: nothing of it is changed any more."),
            _("Undo the signing, or begin another handover."),
        )
    return handover


def _refuse_without_successor(handover: Handover) -> None:
    if not handover.successor_id:
        raise RefusedField(
            "successor_id",
            "empty",
            _("Nobody takes over yet."),
            _("Choose the successor first."),
        )


def _deed(handover: Handover) -> Deed:
    return Deed(Verb.EDITED, RecordKind.HANDOVER, handover.leaving)
