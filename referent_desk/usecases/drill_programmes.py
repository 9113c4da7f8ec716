"""The programme of three years: read for a department or the whole home, accepted line by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.drill_details import WantedDrill
from referent_desk.domain.drill_programmes import ProgrammeLine, Ward, behind, programmes
from referent_desk.domain.drill_proposals import shifts_of
from referent_desk.domain.drill_tasks import DrillFacts
from referent_desk.errors import RefusedInput
from referent_desk.exchange.drills import drill_catalogue
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.drill_candidates import candidates_in, wards_in
from referent_desk.storage.drills import drills_in
from referent_desk.storage.procedures import functions_by_id
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drills import drill_row


def read_programme(desk: Desk, department_id: str | None = None) -> tuple[ProgrammeLine, ...]:
    """Of the department, or of every one that keeps a binder; by name, what is behind first."""
    ids = None if department_id is None else [department_id]
    with desk.database.read() as connection:
        wards = read_wards(connection, desk, ids)
    return programmes(wards, drill_catalogue(spoken().code).complications, desk.clock.today())


def accept_programme(desk: Desk, lines: Sequence[ProgrammeLine]) -> Saved:
    """Each line that has a proposed day becomes a drill, with the day that stands there."""
    today = desk.clock.today()
    wanted = [
        WantedDrill(
            line.department_id,
            line.candidate.function_id,
            line.candidate.software_id,
            line.shift,
            line.complication,
            line.proposed,
        )
        for line in lines
        if line.proposed is not None and line.proposed >= today
    ]
    if not wanted:
        raise RefusedInput(_("No day is chosen."), _("Choose at least one line."))
    with doing(desk, "accept_programme", Deed(Verb.ADDED, "drill_programme")) as work:
        ids = [work.new_id() for _one in wanted]
        rows = [{"id": key, **drill_row(one)} for key, one in zip(ids, wanted, strict=True)]
        work.add(schema.drill, rows)
    return saved(desk, kinds_of(work.trail), ids[0])


def read_wards(
    connection: Connection, desk: Desk, department_ids: Iterable[str] | None = None
) -> tuple[Ward, ...]:
    """Of these departments or of all, with their critical functions and all their drills."""
    ids = None if department_ids is None else sorted(set(department_ids))
    functions, today = functions_by_id(connection), desk.clock.today()
    candidates = candidates_in(connection, functions, spoken().code, today, ids, critical_only=True)
    drills = drills_in(connection, ids)
    return tuple(
        Ward(
            department_id=ward.id,
            department=ward.name,
            candidates=candidates.get(ward.id, ()),
            drills=drills.get(ward.id, ()),
            shifts=shifts_of(ward.opening_hours),
        )
        for ward in wards_in(connection, ids)
    )


def read_drill_facts(
    connection: Connection, desk: Desk, department_ids: Iterable[str] | None = None
) -> dict[str, DrillFacts]:
    """What bears on the drills to do, by department: of these or of all."""
    code = spoken().code
    names = {key: f.name(code) for key, f in functions_by_id(connection).items()}
    return {
        ward.department_id: DrillFacts(ward, names)
        for ward in read_wards(connection, desk, department_ids)
    }


def count_behind(desk: Desk, department_id: str) -> int:
    """How many critical functions of the department were not played for three years."""
    with desk.database.read() as connection:
        wards = read_wards(connection, desk, [department_id])
    return sum(len(behind(ward, desk.clock.today())) for ward in wards)
