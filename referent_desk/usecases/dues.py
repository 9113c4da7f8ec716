"""What is due and when, of one department or of all: verifications, reviews, approvals, actions,
appointments that end, checks of the shelf, and releases that go live.

Whatever else has days adds a contributor to `CONTRIBUTORS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from referent_desk.domain.departments import BINDER_KINDS
from referent_desk.domain.dues import HORIZON, DueRow, Duty, in_order
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import read_node
from referent_desk.storage.dues import DuePlace, DueText, day_of
from referent_desk.storage.places import nodes_near
from referent_desk.usecases.advice_dues import contract_dues
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.due_grounds import DueGround, ground_of_all, ground_of_one
from referent_desk.usecases.due_plans import (
    dial_dues,
    drill_dues,
    reading_dues,
    stop_dues,
    ticket_dues,
)
from referent_desk.usecases.garbage import uncollected
from referent_desk.usecases.handovers_tasks import handover_ends
from referent_desk.usecases.objectives import objective_dues
from referent_desk.usecases.skills_dues import training_dues

Contributor = Callable[[DueGround], Iterable[DueRow]]


def list_dues(
    desk: Desk, department_id: str | None = None, days: int = HORIZON
) -> tuple[DueRow, ...]:
    """The longest overdue first: all of that, and what comes in so many days, of which today is
    the first. What belongs to a node above is told once, as of that node; of a node that keeps
    no binder, what is due in all that stands beneath it."""
    today = desk.clock.today()
    before = today + timedelta(days=days)
    with desk.database.read() as connection, uncollected():
        node = read_node(connection, department_id) if department_id is not None else None
        if node is None or node.kind in BINDER_KINDS:
            return in_order(_told(connection, department_id, today, before))
        near = nodes_near(connection, node.id)
        every = _told(connection, None, today, before)
        return in_order([row for row in every if row.department_id in near])


def _told(
    connection: Connection, department_id: str | None, today: date, before: date
) -> list[DueRow]:
    """What was read for it is gone when it is left, so that nobody looks for garbage there."""
    if department_id is None:
        ground = ground_of_all(connection, today, before)
    else:
        ground = ground_of_one(connection, department_id, today, before)
    return [row for contribute in CONTRIBUTORS for row in contribute(ground) if row.due_on < before]


def _verifications(ground: DueGround) -> Iterator[DueRow]:
    """Each approved text with each software, since it holds or since the newer release runs."""
    for department_id, revision_id, function_id, software_id, since in ground.waiting:
        yield DueRow(
            Duty.VERIFICATION,
            department_id,
            ground.nodes.get(department_id, ""),
            f"{revision_id} {software_id}",
            ground.subject(function_id, software_id),
            day_of(since),
        )


def _reviews(ground: DueGround) -> Iterator[DueRow]:
    return _texts(ground, Duty.REVIEW, ground.reviews)


def _approvals(ground: DueGround) -> Iterator[DueRow]:
    return _texts(ground, Duty.APPROVAL, ground.reading.drafts())


def _texts(ground: DueGround, what: Duty, texts: Iterable[DueText]) -> Iterator[DueRow]:
    for text in texts:
        subject = ground.subject(text.function_id, text.software_id)
        name = ground.nodes.get(text.owner_id, "")
        yield DueRow(what, text.owner_id, name, text.revision_id, subject, text.day)


def _actions(ground: DueGround) -> Iterator[DueRow]:
    return _places(ground, Duty.ACTION, ground.reading.actions())


def _office_ends(ground: DueGround) -> Iterator[DueRow]:
    return _places(ground, Duty.APPOINTMENT_END, ground.reading.office_ends())


def _shelf_checks(ground: DueGround) -> Iterator[DueRow]:
    return _places(ground, Duty.SHELF_CHECK, ground.reading.shelf_checks())


def _places(ground: DueGround, what: Duty, places: Iterable[DuePlace]) -> Iterator[DueRow]:
    for place in places:
        name = ground.nodes.get(place.node_id, "")
        yield DueRow(what, place.node_id, name, place.key, place.subject, place.day, place.person)


def _releases(ground: DueGround) -> Iterator[DueRow]:
    for one in ground.reading.releases():
        subject = " ".join((ground.software.get(one.software_id, ""), one.version))
        name = ground.nodes.get(one.department_id, "")
        yield DueRow(Duty.RELEASE, one.department_id, name, one.release_id, subject, one.day)


CONTRIBUTORS: tuple[Contributor, ...] = (
    _verifications,
    _reviews,
    _approvals,
    _actions,
    _office_ends,
    handover_ends,
    _shelf_checks,
    _releases,
    drill_dues,
    stop_dues,
    dial_dues,
    reading_dues,
    training_dues,
    ticket_dues,
    objective_dues,
    contract_dues,
)
