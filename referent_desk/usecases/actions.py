"""Actions: those that follow from what was tried or played, and those added by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from referent_desk.domain.actions import DepartmentActions, WantedAction
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.records import RecordKind
from referent_desk.domain.texts import clean_line
from referent_desk.errors import NotFound, RefusedField
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.actions import action_rows
from referent_desk.storage.departments import read_node
from referent_desk.storage.records import Row, read_row
from referent_desk.storage.work import Work
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.typed_lines import refuse_long


def add_actions(
    work: Work,
    department_id: str,
    wanted: Iterable[WantedAction],
    *,
    verification_id: str | None = None,
    finding_id: str | None = None,
) -> tuple[str, ...]:
    """Their ids; an action that says nothing is left out."""
    rows: list[dict[str, object]] = []
    for action in wanted:
        what = clean_line(action.what)
        if what:
            row = {"id": work.new_id(), "department_id": department_id, "what": what}
            owner = {"owner": clean_line(action.owner), "due_on": action.due_on}
            because = {"verification_id": verification_id, "finding_id": finding_id}
            rows.append({**row, **owner, **because})
    work.add(schema.action, rows)
    return tuple(str(row["id"]) for row in rows)


def list_actions(desk: Desk, department_id: str) -> DepartmentActions:
    """Of one department; those that were given up are left out."""
    with desk.database.read() as connection:
        node = read_node(connection, department_id)
        if node is None:
            raise NotFound(_("This department is not here any more."), _("Choose another one."))
        rows = action_rows(connection, department_id)
    done = [row for row in rows if not row.action.is_open]
    done.sort(key=lambda row: row.action.done_on or date.min, reverse=True)
    still = tuple(row for row in rows if row.action.is_open)
    return DepartmentActions(department_id, node.name, desk.clock.today(), still, tuple(done))


def finish_action(desk: Desk, action_id: str, day: date, outcome: str) -> Saved:
    """What was done in the end, and when. Raises RefusedField for a day to come, or nothing said.

    Finished again, the day and the words are those said last.
    """
    outcome = clean_line(outcome)
    refuse_done_on(day, desk.clock.today())
    what_to_do = _("Say it in a few words.")
    if not outcome:
        nothing = _("Nobody would know what was done.")
        raise RefusedField("outcome", "empty", nothing, what_to_do)
    refuse_long("outcome", outcome, what_to_do)
    with desk.database.read() as connection:
        row: Row | None = read_row(connection, RecordKind.ACTION, action_id)
    if row is None:
        raise NotFound(_("This action is not here any more."), _("Choose another one."))
    deed = Deed(Verb.EDITED, RecordKind.ACTION, row["called"], "done_on")
    with doing(desk, "finish_action", deed, record_id=action_id) as work:
        work.change(schema.action, action_id, {"done_on": day, "outcome": outcome})
    return saved(desk, kinds_of(work.trail), action_id)


def refuse_done_on(day: date | None, today: date) -> None:
    if day is not None and day > today:
        raise RefusedField(
            "done_on",
            "to_come",
            _("An action cannot be done on a day to come."),
            _("Give the day on which it was done, or leave it open."),
        )
