"""Who leaves, who could follow, and what is left without anybody: of one department or of all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from referent_desk.domain.successions import Succession
from referent_desk.domain.successions_rules import successions
from referent_desk.storage.database import Connection
from referent_desk.storage.successions import succession_facts
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.garbage import uncollected


def succession_in(connection: Connection, department_id: str, today: date) -> Succession:
    facts = succession_facts(connection, department_id, today)
    nothing = Succession(department_id)
    return successions(facts, today).get(department_id, nothing)


def list_successions(desk: Desk) -> Mapping[str, Succession]:
    """By department: those of which there is something to say."""
    today = desk.clock.today()
    with desk.database.read() as connection, uncollected():
        return successions(succession_facts(connection, None, today), today)
