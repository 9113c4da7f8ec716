"""The offices of a person with what belongs to them, and the objectives that are due."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from referent_desk.domain.dues import DueRow, Duty
from referent_desk.domain.objectives import PersonOffices
from referent_desk.storage.objectives import due_objectives, offices_of
from referent_desk.storage.proposals import waiting_proposals
from referent_desk.usecases.desks import Desk

if TYPE_CHECKING:
    from referent_desk.usecases.due_grounds import DueGround


def read_offices(desk: Desk, person_id: str) -> PersonOffices:
    today = desk.clock.today()
    with desk.database.read() as connection:
        offices = offices_of(connection, today, person_id)
        return PersonOffices(today, offices, waiting_proposals(connection, person_id=person_id))


def objective_dues(ground: DueGround) -> Iterator[DueRow]:
    """What referents in office have not reached yet, by its day."""
    for one in due_objectives(ground.connection, ground.department_id, ground.before):
        name = ground.nodes.get(one.department_id, "")
        place = (one.department_id, name, one.key, one.what)
        yield DueRow(Duty.OBJECTIVE, *place, one.due_on, one.person)
