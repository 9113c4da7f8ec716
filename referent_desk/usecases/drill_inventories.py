"""Drills for scripts: one record for each, keys in the words of the program."""

from __future__ import annotations

from collections.abc import Iterable

from referent_desk.domain.drill_replays import state_among
from referent_desk.domain.drills import Drill, Outcome
from referent_desk.language import spoken
from referent_desk.storage.drill_candidates import wards_in
from referent_desk.storage.drills import drills_in
from referent_desk.storage.procedures import functions_by_id
from referent_desk.storage.software import software_by_id
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk


def drill_inventory(desk: Desk, department: str | None) -> list[dict[str, object]]:
    """`department` (a code or name) narrows it to that one. By department, the soonest first."""
    ids = [find_department(desk, department).id] if department else None
    with desk.database.read() as connection:
        wards = wards_in(connection, ids)
        drills = drills_in(connection, ids)
        code = spoken().code
        names = {key: f.name(code) for key, f in functions_by_id(connection).items()}
        used = {d.software_id for those in drills.values() for d in those if d.software_id}
        software = {key: s.name for key, s in software_by_id(connection, used).items()}
    return [
        {
            "department": ward.name,
            "function": names.get(drill.function_id, ""),
            "software": software.get(drill.software_id or "", ""),
            **_said(desk, drill, drills.get(ward.id, ())),
        }
        for ward in wards
        for drill in drills.get(ward.id, ())
    ]


def _said(desk: Desk, drill: Drill, drills: Iterable[Drill]) -> dict[str, object]:
    run = drill.run
    return {
        "shift": str(drill.shift),
        "complication": drill.complication,
        "planned_on": drill.planned_on,
        "state": str(state_among(drill, drills, desk.clock.today())),
        "held_on": run.day if run is not None else None,
        "tasks_done": run.count(Outcome.DONE) if run is not None else None,
        "seconds": run.seconds if run is not None else None,
        "findings": len(run.findings) if run is not None else None,
        "lessons_due_on": run.lessons_due_on if run is not None else None,
        "reason": run.stopped_because if run is not None else drill.closed_because,
    }
