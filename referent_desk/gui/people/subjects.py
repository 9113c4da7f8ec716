"""The tab of referents: who answers for what, in which department, until when; and the staff."""

from __future__ import annotations

from collections.abc import Callable

from referent_desk.domain.changes import Kind
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.people import AppointmentRow, PersonDetail, PersonRow
from referent_desk.domain.records import Link, RecordKind
from referent_desk.gui.appoint_forms import appoint_form
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.editing import Editing
from referent_desk.gui.empty_texts import referents_empty
from referent_desk.gui.people.details import ShownPerson, role, show
from referent_desk.gui.places import Key, Place, TabName, tab_title
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State, appointment_state
from referent_desk.gui.subjects import NewRecord, Scope, Subject
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import short_day
from referent_desk.language import _

_Row = AppointmentRow | PersonRow


def subject(
    list_rows: Callable[[Listing], Page[_Row]],
    read: Callable[[str], PersonDetail],
    editing: Editing,
    chosen: Callable[[], DepartmentChoice | None],
) -> Subject:
    def read_shown(person_id: str) -> ShownPerson:
        return ShownPerson(read(person_id), editing.records.read(RecordKind.PERSON, person_id))

    return Subject(
        name=TabName.REFERENTS,
        title=tab_title(TabName.REFERENTS),
        columns=columns(),
        list_rows=list_rows,
        key_of=_key_of,
        read=lambda key, _department: read_shown(str(key[0])),
        show=lambda pane, shown: show(pane, shown, editing, _link(chosen())),
        leads_to=_department_of,
        kinds=frozenset({Kind.PEOPLE, Kind.APPOINTMENTS, Kind.DEPARTMENTS, Kind.SOFTWARE}),
        scope=Scope.CHOSEN_OR_ALL,
        empty=referents_empty(),
        new=NewRecord(
            _("App&oint…"),
            lambda _row, _department: appoint_form(editing, department=_link(chosen())),
        ),
    )


def _link(choice: DepartmentChoice | None) -> Link | None:
    return None if choice is None else Link(choice.id, choice.name, choice.establishment)


def _key_of(row: _Row) -> Key:
    return (row.person_id, row.id) if isinstance(row, AppointmentRow) else (row.person_id,)


def _department_of(row: _Row) -> Place | None:
    return Place(TabName.DEPARTMENTS, (row.department_id,)) if row.department_id else None


def columns() -> tuple[Column, ...]:
    return (
        Column(_("Name"), lambda row: row.person, "person", 150, 4),
        Column(_("Role"), _role, "kind", 170, 4),
        Column(_("Department"), lambda row: row.department, "department", 100, 2, yields=2),
        Column(_("Until"), _until, "until", 96, 0, yields=1),
        state_column(_("State"), _state, "", 140),
    )


def _role(row: _Row) -> str:
    return role(row) if isinstance(row, AppointmentRow) else row.role


def _until(row: _Row) -> str:
    if isinstance(row, AppointmentRow):
        return short_day(row.until) or _("no end")
    return short_day(row.left_on)


def _state(row: _Row) -> State:
    if isinstance(row, AppointmentRow):
        return appointment_state(row.state)
    if row.has_left:
        return State(_("has left"), Shape.SQUARE, Tone.BAD)
    if row.appointments:
        return State(_("referent"), Shape.TICK, Tone.GOOD)
    return State(_("not a referent"), Shape.DASH, Tone.NEUTRAL)
