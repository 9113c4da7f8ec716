"""Objectives one under the other, each opening on its fields; and the form of a new one."""

from __future__ import annotations

from datetime import date
from typing import Any

from referent_desk.domain.objectives import Objective, ObjectiveState, Office, has_many
from referent_desk.domain.records import RecordKind
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.editing import Editing
from referent_desk.gui.open_records import LineSubject
from referent_desk.gui.record_forms import Beginning, RecordForm
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import short_day
from referent_desk.language import _


def objective_subject(today: date) -> LineSubject:
    return LineSubject(
        kind=RecordKind.OBJECTIVE,
        title=_("Objectives"),
        columns=(
            Column(_("Objective"), lambda row: row.what, "", 180, 4),
            state_column(_("By"), lambda row: objective_state(row, today), "", 190),
            Column(_("What was reached"), lambda row: row.outcome, "", 120, 3, yields=1),
        ),
        names=("what", "due_on", "reached_on", "outcome"),
        id_of=_id_of,
        close=_("Give it up"),
    )


def _id_of(row: Any) -> str:
    return str(row.id)


def objective_state(objective: Objective, today: date) -> State:
    match objective.state(today):
        case ObjectiveState.REACHED:
            said = _("reached on {day}").format(day=short_day(objective.reached_on))
            return State(said, Shape.TICK, Tone.GOOD)
        case ObjectiveState.LATE:
            said = _("{day}, late").format(day=short_day(objective.due_on))
            return State(said, Shape.TRIANGLE, Tone.WARNING)
        case ObjectiveState.OPEN:
            return State(short_day(objective.due_on), Shape.RING, Tone.NEUTRAL)


def objective_form(office: Office, name: str, editing: Editing) -> RecordForm:
    """From the fourth that is open on it is said that few are better."""
    many = _("Three are open already: few objectives are reached, many are forgotten.")
    beginning = Beginning(
        kind=RecordKind.OBJECTIVE,
        title=_("New objective of {name}").format(name=name),
        create=_("Add the ob&jective"),
        names=("what", "due_on"),
        given={"appointment_id": office.id},
        leave=_("Do not add"),
        says=many if has_many(office.objectives) else "",
    )
    return RecordForm(beginning, editing, key=f"new:{RecordKind.OBJECTIVE}:{office.id}")
