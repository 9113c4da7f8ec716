"""The facts of one department by which successions give to do, and what is due of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from referent_desk.domain.coverage import CoverageFacts
from referent_desk.domain.dues import DueRow, Duty
from referent_desk.domain.erasures import KEPT
from referent_desk.domain.handovers_tasks import HandoverFacts, OpenHandover
from referent_desk.domain.offices import Offices
from referent_desk.storage.database import Connection
from referent_desk.storage.handovers import erasable_in, handover_dues, open_handovers
from referent_desk.usecases.due_grounds import DueGround


def handover_facts(
    connection: Connection, department_id: str, coverage: CoverageFacts, today: date
) -> HandoverFacts:
    offices = Offices(department_id, coverage.appointments, coverage.people, today)
    known = open_handovers(connection, department_id)
    begun = {row[0] for row in known}
    ends: dict[str, tuple[str, date]] = {}
    for person, day in offices.ends():
        if person.id not in begun and (person.id not in ends or day < ends[person.id][1]):
            ends[person.id] = person.full_name, day
    return HandoverFacts(
        leaving=tuple(sorted(ends.values(), key=lambda one: (one[1], one[0]))),
        open=tuple(OpenHandover(*row[1:]) for row in known),
        erasable=erasable_in(connection, department_id, today, today - KEPT),
    )


def handover_ends(ground: DueGround) -> Iterator[DueRow]:
    """The last day of everybody whose handover nobody has signed."""
    reading = ground.reading
    for node_id, key, name, day in handover_dues(
        reading.connection, reading.department_id, reading.before
    ):
        yield DueRow(Duty.HANDOVER, node_id, ground.nodes.get(node_id, ""), key, name, day)
