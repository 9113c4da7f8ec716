"""Who of the demo hospital is proposed, and what a referent is asked to reach. All is invented."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from referent_desk.exchange.examples_references import example_id
from referent_desk.storage import schema
from referent_desk.storage.work import Work

_SHOWCASE = "CAR"
_TERMS = {"appointed_by": "Awa N’Diaye", "volunteer": 1, "minutes_a_week": 90}
_OBJECTIVES = (
    ("Mettre à jour les numéros de l’annuaire", -50, -54, "douze numéros corrigés"),
    ("Former quatre collègues au mode dégradé papier", 120, None, ""),
    ("Mener un exercice de nuit", 150, None, ""),
)
"""What, due and reached so many days from today, and what came of it."""
_PROPOSED = (
    ("PNE", "Trần", 5, {"kind": "software", "proposed_by": "Grâce Oyono", "volunteer": 1}),
    ("VRG", "Çelik", 9, {"kind": "security", "proposed_by": "Samira Bouzid", "volunteer": 0}),
)
"""Paper code, last name, days ago, as deputy for what; by whom, and who came forward."""

_node, _person, _appointment = schema.node, schema.person, schema.appointment


def add_nominations(work: Work, today: date) -> None:
    main = _main_referent(work)
    if main is not None:
        work.change(_appointment, main, _TERMS)
        work.add(schema.objective, (_objective(main, today, *told) for told in _OBJECTIVES))
    rows = (_proposal(work, today, *told) for told in _PROPOSED)
    work.add(schema.proposal, [row for row in rows if row is not None])


def _main_referent(work: Work) -> str | None:
    """Of all the software of the department that the demo shows most of."""
    node = work.connection.execute(_node.select().where(_node.c.paper_code == _SHOWCASE)).first()
    column = _appointment.c
    held = _appointment.select().where(
        column.department_id == (node.id if node is not None else ""),
        column.kind == "software",
        column.rank == "main",
        column.software_id.is_(None),
    )
    row = work.connection.execute(held.order_by(column.id)).first()
    return None if row is None else str(row.id)


def _objective(
    appointment_id: str, today: date, what: str, due: int, reached: int | None, how: str
) -> dict[str, object]:
    return {
        "id": example_id("objective", what),
        "appointment_id": appointment_id,
        "what": what,
        "due_on": today + timedelta(days=due),
        "reached_on": None if reached is None else today + timedelta(days=reached),
        "outcome": how,
    }


def _proposal(
    work: Work, today: date, code: str, last_name: str, days: int, told: Mapping[str, object]
) -> dict[str, object] | None:
    node = work.connection.execute(_node.select().where(_node.c.paper_code == code)).first()
    called = _person.select().where(_person.c.last_name == last_name)
    person = work.connection.execute(called).first()
    if node is None or person is None:
        return None
    named = {
        "id": example_id("proposal", code, last_name),
        "person_id": person.id,
        "department_id": node.id,
    }
    return {**named, **told, "rank": "deputy", "proposed_on": today - timedelta(days=days)}
