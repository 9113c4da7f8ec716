"""Planning drills: what is proposed, what is planned, what became of it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.departments import BINDER_KINDS, Node
from referent_desk.domain.drill_details import DrillOffer, WantedDrill
from referent_desk.domain.drill_proposals import Candidate, propose, shifts_of
from referent_desk.domain.drills import Drill
from referent_desk.domain.texts import LONGEST_TEXT
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.exchange.drills import drill_catalogue
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import read_node
from referent_desk.storage.drill_candidates import candidates_in
from referent_desk.storage.drills import drills_in, read_drill
from referent_desk.storage.procedures import functions_by_id
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.typed_lines import short_line

LONGEST_AHEAD = 5 * 366
"""Days: a drill that is planned further ahead is a slip of the pen."""


def offer_drill(desk: Desk, department_id: str, number: int = 0) -> DrillOffer:
    """The proposal of that number, and what a person may choose instead."""
    today = desk.clock.today()
    catalogue = drill_catalogue(spoken().code)
    with desk.database.read() as connection:
        node = binder_node(connection, department_id)
        candidates = candidates_of(connection, department_id, today)
        drills = drills_in(connection, [department_id]).get(department_id, ())
    shifts = shifts_of(node.opening_hours)
    known = catalogue.complications
    proposal = propose(candidates, drills, known, shifts, today, number)
    return DrillOffer(proposal, candidates, known, number, today)


def plan_drill(desk: Desk, wanted: WantedDrill) -> Saved:
    """Raises RefusedInput for a day that has passed, or a function that is not used there."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        binder_node(connection, wanted.department_id)
        candidate = _candidate(connection, wanted, today)
    _refuse_day(wanted.planned_on, today)
    deed = Deed(Verb.ADDED, "drill", candidate.function)
    with doing(desk, "plan_drill", deed) as work:
        drill_id = work.new_id()
        work.add(schema.drill, [{"id": drill_id, **drill_row(wanted)}])
    return saved(desk, kinds_of(work.trail), drill_id)


def change_drill(desk: Desk, drill_id: str, wanted: WantedDrill) -> Saved:
    """Another day, shift, complication, function or leader; refused once it was held."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        drill = awaited_drill(connection, drill_id)
        candidate = _candidate(connection, wanted, today)
    if wanted.planned_on != drill.planned_on:
        _refuse_day(wanted.planned_on, today)
    row = drill_row(wanted)
    del row["department_id"]
    with doing(desk, "change_drill", Deed(Verb.EDITED, "drill", candidate.function)) as work:
        work.change(schema.drill, drill_id, row)
    return saved(desk, kinds_of(work.trail), drill_id)


def give_up_drill(desk: Desk, drill_id: str, reason: str) -> Saved:
    """It will not be held. It stays in the register, with the reason."""
    reason = short_line("reason", reason, LONGEST_TEXT)
    if not reason:
        raise RefusedInput(
            _("Nobody would know why this drill was given up."), _("Say in a few words why.")
        )
    with desk.database.read() as connection:
        drill = awaited_drill(connection, drill_id)
        name = function_name(connection, drill.function_id)
    with doing(desk, "give_up_drill", Deed(Verb.CLOSED, "drill", name)) as work:
        said = {"closed_on": desk.clock.today(), "closed_because": reason}
        work.change(schema.drill, drill_id, said)
    return saved(desk, kinds_of(work.trail), drill_id)


def drill_row(wanted: WantedDrill) -> dict[str, object]:
    row = asdict(wanted)
    for field in ("complication", "led_by"):
        row[field] = short_line(field, getattr(wanted, field))
    return row


def binder_node(connection: Connection, department_id: str) -> Node:
    node = read_node(connection, department_id)
    if node is None or node.kind not in BINDER_KINDS:
        raise NotFound(
            _("This department keeps no binder: nothing can be played from it."),
            _("Choose a department or a unit of the list."),
        )
    return node


def candidates_of(connection: Connection, department_id: str, today: date) -> tuple[Candidate, ...]:
    functions = functions_by_id(connection)
    found = candidates_in(connection, functions, spoken().code, today, [department_id])
    return found.get(department_id, ())


def known_drill(connection: Connection, drill_id: str) -> Drill:
    drill = read_drill(connection, drill_id)
    if drill is None:
        raise NotFound(_("This drill is not here any more."), _("Choose another one."))
    return drill


def awaited_drill(connection: Connection, drill_id: str) -> Drill:
    drill = known_drill(connection, drill_id)
    if drill.closed_on is not None:
        raise RefusedInput(
            _("This drill was given up: {reason}").format(reason=drill.closed_because),
            _("Plan a new one."),
        )
    if drill.played_on is not None:
        raise RefusedInput(
            _("This drill was held on {day}.").format(day=spoken().date(drill.played_on)),
            _("Plan a new one, or annul what was recorded of it."),
        )
    return drill


def function_name(connection: Connection, function_id: str) -> str:
    function = functions_by_id(connection).get(function_id)
    return function.name(spoken().code) if function is not None else ""


def _candidate(connection: Connection, wanted: WantedDrill, today: date) -> Candidate:
    known = candidates_of(connection, wanted.department_id, today)
    found = next((one for one in known if one.function_id == wanted.function_id), None)
    if found is None:
        raise RefusedInput(
            _("This function is not done with any software here: there is nothing to play."),
            _("Choose another function, or say which software serves it."),
        )
    return found


def _refuse_day(day: date, today: date) -> None:
    if day < today:
        raise RefusedInput(
            _("That day has passed."),
            _("Give a day to come. What was already held is planned for today, then typed in."),
        )
    if (day - today).days > LONGEST_AHEAD:
        raise RefusedInput(
            _("That day is more than five years ahead."), _("Look again at the year.")
        )


CHANGED = frozenset({Kind.DRILLS})
