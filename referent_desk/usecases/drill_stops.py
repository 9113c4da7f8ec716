"""A planned maintenance becomes a drill: the program stops anyway, so the ward plays it."""

from __future__ import annotations

from collections.abc import Iterable

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.drill_days import shift_at
from referent_desk.domain.drill_proposals import Candidate
from referent_desk.domain.drills import Maintenance
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.drill_candidates import (
    candidates_in,
    read_maintenance,
    wards_stopped,
)
from referent_desk.storage.drills import drills_of_maintenance
from referent_desk.storage.procedures import functions_by_id
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk


def play_stop(desk: Desk, maintenance_id: str, department_id: str | None = None) -> Saved:
    """A drill on the day of the stop in this department, or in all that use the software.

    Each plays the most critical function that the software does there. A department that has its
    drill already gets no second one. Raises RefusedInput where none is left.
    """
    today = desk.clock.today()
    with desk.database.read() as connection:
        stop = read_maintenance(connection, maintenance_id)
        if stop is None:
            raise NotFound(_("This stop is not here any more."), _("Choose another one."))
        rows = _rows(connection, desk, stop, department_id)
    if stop.planned_on < today:
        raise RefusedInput(
            _("This stop lies in the past: no drill can be made of it any more."),
            _("Announce the next one before it comes."),
        )
    if not rows:
        raise RefusedInput(
            _("Every department that uses this software has its drill already."),
            _("There is nothing left to do."),
        )
    with doing(desk, "play_stop", Deed(Verb.ADDED, "drill", stop.software)) as work:
        ids = [work.new_id() for _row in rows]
        work.add(
            schema.drill,
            [{"id": key, **row} for key, row in zip(ids, rows, strict=True)],
        )
    return saved(desk, kinds_of(work.trail), ids[0])


def _rows(
    connection: Connection, desk: Desk, stop: Maintenance, department_id: str | None
) -> list[dict[str, object]]:
    wards = wards_stopped(connection, stop, desk.clock.today())
    playing = drills_of_maintenance(connection, stop.id)
    meant = [
        ward.id for ward in wards if ward.id not in playing and department_id in {None, ward.id}
    ]
    functions = functions_by_id(connection)
    today, code = desk.clock.today(), spoken().code
    known = candidates_in(connection, functions, code, today, meant, software_id=stop.software_id)
    return [
        {
            "department_id": key,
            "function_id": _most_critical(known[key]).function_id,
            "software_id": stop.software_id,
            "shift": str(shift_at(stop.planned_on, stop.starts_at)),
            "planned_on": stop.planned_on,
            "maintenance_id": stop.id,
        }
        for key in meant
        if key in known
    ]


def _most_critical(candidates: Iterable[Candidate]) -> Candidate:
    return min(candidates, key=lambda c: (c.rating, not c.has_text, c.position))
