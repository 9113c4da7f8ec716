"""Seeing drills: the list of a department, one in full, a stop that was announced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any

from referent_desk.domain.drill_details import DrillDetail, StopDetail, Trouble, shown_findings
from referent_desk.domain.drill_replays import state_among
from referent_desk.domain.drills import (
    Drill,
    DrillRow,
    DrillState,
    Maintenance,
    Outcome,
    changes_of,
    last_time,
)
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.software import SoftwareStatus
from referent_desk.domain.texts import folded, searched
from referent_desk.errors import NotFound
from referent_desk.exchange.drills import drill_catalogue
from referent_desk.language import Language, _, spoken
from referent_desk.storage.actions import actions_of
from referent_desk.storage.binders import sheet_codes
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import read_node
from referent_desk.storage.drill_candidates import (
    maintenances_in,
    read_maintenance,
    wards_stopped,
)
from referent_desk.storage.drills import drills_in, drills_of_maintenance
from referent_desk.storage.procedures import functions_by_id
from referent_desk.storage.software import software_by_id
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drills import candidates_of, known_drill

_STOPS_SHOWN = timedelta(days=1)
"""A stop that was yesterday can still be played from what was written down."""
_ORDER = list(DrillState)
_SORTS: dict[str, Callable[[DrillRow], Any]] = {
    "day": lambda row: row.day,
    "function": lambda row: folded(row.function),
    "software": lambda row: folded(row.software),
    "state": lambda row: _ORDER.index(row.state) if row.state is not None else -1,
}


def list_drills(desk: Desk, listing: Listing) -> Page[DrillRow]:
    """Of one department (`listing.department_id`): what is to come, the soonest first, then what
    was held, the newest first."""
    if listing.department_id is None:
        return Page((), 0, 0)
    with desk.database.read() as connection:
        rows = drill_rows(desk, connection, listing.department_id)
    words = folded(listing.text).split()
    fitting = [row for row in rows if all(word in _searched(row) for word in words)]
    if listing.sort in _SORTS:
        fitting.sort(key=_SORTS[listing.sort], reverse=listing.descending)
    return Page(tuple(fitting), len(fitting), len(rows))


def drill_rows(desk: Desk, connection: Connection, department_id: str) -> list[DrillRow]:
    today = desk.clock.today()
    drills = drills_in(connection, [department_id]).get(department_id, ())
    stops = maintenances_in(connection, department_id, today - _STOPS_SHOWN)
    played = {drill.maintenance_id for drill in drills}
    named = _Names(connection, drills, spoken())
    rows = [named.row(drill, state_among(drill, drills, today)) for drill in drills]
    rows += [_stop_row(stop) for stop in stops if stop.id not in played]
    ahead = [row for row in rows if row.state in _AHEAD]
    behind = [row for row in rows if row.state not in _AHEAD]
    ahead.sort(key=lambda row: (row.day, row.function))
    behind.sort(key=lambda row: (row.day, row.function), reverse=True)
    return ahead + behind


_AHEAD = {None, DrillState.LATE, DrillState.REPLAY, DrillState.NEAR, DrillState.PLANNED}


def drill_detail(desk: Desk, drill_id: str, language: Language | None = None) -> DrillDetail:
    """In that language, or in that of the window. Raises NotFound."""
    said, today = language or spoken(), desk.clock.today()
    catalogue = drill_catalogue(said.code)
    with desk.database.read() as connection:
        drill = known_drill(connection, drill_id)
        node = read_node(connection, drill.department_id)
        drills = drills_in(connection, [drill.department_id]).get(drill.department_id, ())
        names = _Names(connection, (drill,), said)
        code, function = names.function(drill.function_id)
        stop_id = drill.maintenance_id
        stop = read_maintenance(connection, stop_id) if stop_id else None
        actions = actions_of(connection, [drill.department_id])
        subject = f"procedure:{drill.function_id}:{drill.software_id or ''}"
        codes = sheet_codes(connection, drill.department_id)
        trouble = _trouble(connection, desk, drill)
    run = drill.run
    before = last_time(drills, drill, run) if run is not None else None
    tasks = catalogue.tasks_for(code)
    return DrillDetail(
        drill=drill,
        department=node.name if node is not None else "",
        function=function,
        function_code=code,
        software=names.software(drill.software_id),
        state=state_among(drill, drills, today),
        today=today,
        tasks=tasks,
        complication=catalogue.complication(drill.complication),
        trouble=trouble,
        changes=changes_of(run, before, tasks) if run is not None else (),
        before=before,
        findings=shown_findings(run, actions),
        sheet_code=codes.get(subject, ""),
        stop=stop,
    )


def stop_detail(desk: Desk, maintenance_id: str) -> StopDetail:
    with desk.database.read() as connection:
        stop = read_maintenance(connection, maintenance_id)
        if stop is None:
            raise NotFound(_("This stop is not here any more."), _("Choose another one."))
        node = read_node(connection, stop.node_id)
        wards = wards_stopped(connection, stop, desk.clock.today())
        playing = drills_of_maintenance(connection, maintenance_id)
    departments = tuple((ward.id, ward.name) for ward in wards)
    today = desk.clock.today()
    return StopDetail(stop, node.name if node is not None else "", today, departments, playing)


def _trouble(connection: Connection, desk: Desk, drill: Drill) -> Trouble | None:
    """Only of what is still to be held: what was held was right that day."""
    if not drill.is_awaited:
        return None
    candidates = candidates_of(connection, drill.department_id, desk.clock.today())
    if drill.software_id:
        software = software_by_id(connection, [drill.software_id]).get(drill.software_id)
        if software is None or software.status is SoftwareStatus.RETIRED or software.closed_on:
            return Trouble.SOFTWARE_GONE
    if drill.function_id not in {candidate.function_id for candidate in candidates}:
        return Trouble.FUNCTION_UNUSED
    return None


class _Names:
    def __init__(self, connection: Connection, drills: Iterable[Drill], language: Language) -> None:
        self._functions = functions_by_id(connection)
        ids = {drill.software_id for drill in drills if drill.software_id}
        self._software: Mapping[str, Any] = software_by_id(connection, ids)
        self._language = language

    def function(self, function_id: str) -> tuple[str, str]:
        """Code and name."""
        function = self._functions.get(function_id)
        return (function.code, function.name(self._language.code)) if function else ("", "")

    def software(self, software_id: str | None) -> str:
        software = self._software.get(software_id or "")
        return software.name if software is not None else ""

    def row(self, drill: Drill, state: DrillState) -> DrillRow:
        run = drill.run
        complication = drill_catalogue(self._language.code).complication(drill.complication)
        failed = run.count(Outcome.NOT_DONE) + run.count(Outcome.PARTLY) if run is not None else 0
        return DrillRow(
            key=drill.id,
            day=drill.awaited_on or (run.day if run is not None else drill.planned_on),
            function=self.function(drill.function_id)[1],
            software=self.software(drill.software_id),
            shift=drill.shift,
            complication=complication.title if complication else drill.complication,
            state=state,
            failed=failed,
            lessons_due_on=run.lessons_due_on if run is not None else None,
        )


def _stop_row(stop: Maintenance) -> DrillRow:
    return DrillRow(stop.id, stop.planned_on, "", stop.software, None, "", None)


def _searched(row: DrillRow) -> str:
    return searched(row.function, row.software, row.complication)
