"""Actions one under the other, each opening on its fields; and the form that ends one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from referent_desk.domain.actions import ActionRow
from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import Record, RecordKind
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.editing import Editing
from referent_desk.gui.labels import shortened
from referent_desk.gui.open_records import LineSubject
from referent_desk.gui.pane_fields import (
    FieldsForm,
    day_fault,
    day_field,
    line_field,
    typed_day,
)
from referent_desk.gui.record_forms import Beginning, PaneForm, RecordForm
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import short_day
from referent_desk.language import _

Finish = Callable[[str, date, str], Saved]
_NAMES = ("what", "owner", "due_on", "done_on", "outcome")
_TITLE_LETTERS = 80


def action_subject(
    today: date, finish: Finish, editing: Editing, lay: Callable[[PaneForm], None]
) -> LineSubject:
    """`lay` puts a form over what is shown."""
    return LineSubject(
        kind=RecordKind.ACTION,
        title=_("Actions"),
        columns=(
            Column(_("What must be done"), lambda row: row.action.what, "", 180, 4),
            Column(_("Seen to by"), lambda row: row.action.owner or _("nobody"), "", 120, 2),
            state_column(_("Due on"), lambda row: due_state(row, today), "", 196),
            Column(_("Because of"), lambda row: row.because, "", 120, 3, yields=1),
        ),
        names=_NAMES,
        id_of=_id_of,
        close=_("Give it up"),
        act=_("It is done…"),
        does=lambda record: lay(FinishForm(record, finish, editing, today)),
    )


def done_subject() -> LineSubject:
    return LineSubject(
        kind=RecordKind.ACTION,
        title=_("Done"),
        columns=(
            Column(_("What was to be done"), lambda row: row.action.what, "", 180, 4),
            Column(_("Done on"), lambda row: short_day(row.action.done_on), "", 100, 0),
            Column(_("What was done"), lambda row: row.action.outcome, "", 140, 3),
            Column(_("Seen to by"), lambda row: row.action.owner, "", 110, 2, yields=1),
        ),
        names=_NAMES,
        id_of=_id_of,
    )


def _id_of(row: Any) -> str:
    return str(row.id)


def due_state(row: ActionRow, today: date) -> State:
    """Until when; what is late says so."""
    action = row.action
    if action.due_on is None:
        return State(_("no day"), Shape.RING, Tone.NEUTRAL)
    if action.is_overdue(today):
        word = _("{day}, late").format(day=short_day(action.due_on))
        return State(word, Shape.TRIANGLE, Tone.WARNING)
    return State(short_day(action.due_on), Shape.RING, Tone.NEUTRAL)


def action_form(department_id: str, department: str, editing: Editing) -> RecordForm:
    beginning = Beginning(
        kind=RecordKind.ACTION,
        title=_("New action of {department}").format(department=department),
        create=_("A&dd the action"),
        names=("what", "owner", "due_on"),
        given={"department_id": department_id},
        leave=_("Do not add"),
    )
    return RecordForm(beginning, editing, key=f"new:{RecordKind.ACTION}:{department_id}")


class FinishForm(FieldsForm):
    """What was done in the end, and when; today unless said otherwise."""

    def __init__(self, record: Record, finish: Finish, editing: Editing, today: date) -> None:
        super().__init__(
            _("It is done"),
            shortened(record.name, _TITLE_LETTERS),
            _("It is do&ne"),
            editing,
        )
        self._finish, self._id = finish, record.id
        self.outcome = line_field(_("What was done"))
        self.outcome.show_typed(record.values.get("outcome", ""))
        self.day = day_field(today)
        self.ask(_("&What was done"), self.outcome)
        self.ask(_("On which da&y"), self.day)
        self.close_up()

    def finish(self) -> None:
        outcome, day = self.outcome.typed().strip(), typed_day(self.day)
        if not outcome:
            self.refuse_field(self.outcome, _("Say in a few words what was done."))
        elif day is None:
            self.refuse_field(self.day, day_fault(self.day))
        else:
            finish, action_id = self._finish, self._id
            self.send(lambda: finish(action_id, day, outcome))
