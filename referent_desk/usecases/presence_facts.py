"""What bears on presence in what there is to do in a department."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.presence_tasks import WEEKS, PresenceFacts, presence_facts_of
from referent_desk.domain.rotations import monday_of
from referent_desk.storage.database import Connection
from referent_desk.storage.presences import ward_alone


def presence_facts(connection: Connection, department_id: str, today: date) -> PresenceFacts:
    ward = ward_alone(connection, department_id, monday_of(today), today, WEEKS)
    return presence_facts_of(ward, today) if ward is not None else PresenceFacts()
