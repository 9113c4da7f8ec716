"""The tab of referents: who answers for what, in which department, until when; and the staff."""

from __future__ import annotations

from collections.abc import Callable

from referent_desk.domain.changes import Kind
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.people import AppointmentRow, PersonDetail, PersonRow
from referent_desk.domain.proposals import ProposalRow
from referent_desk.domain.records import Link, RecordKind
from referent_desk.gui.appoint_forms import appoint_form
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.editing import Editing
from referent_desk.gui.empty_texts import referents_empty
from referent_desk.gui.people.details import ShownPerson, role, show
from referent_desk.gui.places import Key, Place, TabName, tab_title
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_handovers import HandoverQuestions
from referent_desk.gui.questions_presences import PresenceQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State, appointment_state
from referent_desk.gui.subjects import NewRecord, Scope, Subject
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import short_day
from referent_desk.language import _

_Row = AppointmentRow | ProposalRow | PersonRow


def subject(
    list_rows: Callable[[Listing], Page[_Row]],
    read: Callable[[str], PersonDetail],
    editing: Editing,
    chosen: Callable[[], DepartmentChoice | None],
    presences: PresenceQuestions,
    files: FileQuestions | None = None,
    handovers: HandoverQuestions | None = None,
) -> Subject:
    def read_shown(person_id: str) -> ShownPerson:
        record = editing.records.read(RecordKind.PERSON, person_id)
        offices = editing.records.nominations.offices(person_id)
        days = handovers.days(person_id) if handovers is not None else None
        return ShownPerson(read(person_id), record, presences.hours_of(person_id), offices, days)

    return Subject(
        name=TabName.REFERENTS,
        title=tab_title(TabName.REFERENTS),
        columns=columns(),
        list_rows=list_rows,
        key_of=_key_of,
        read=lambda key, _department: read_shown(str(key[0])),
        show=lambda pane, shown: show(
            pane, shown, editing, _link(chosen()), presences, files, handovers
        ),
        leads_to=_department_of,
        kinds=frozenset(
            {Kind.PEOPLE, Kind.APPOINTMENTS, Kind.DEPARTMENTS, Kind.SOFTWARE, Kind.SKILLS}
        ),
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
    return (row.person_id,) if isinstance(row, PersonRow) else (row.person_id, row.id)


def _department_of(row: _Row) -> Place | None:
    return Place(TabName.DEPARTMENTS, (row.department_id,)) if row.department_id else None


def columns() -> tuple[Column, ...]:
    return (
        Column(_("Name"), lambda row: row.person, "person", 150, 4),
        Column(_("Role"), _role, "kind", 170, 4),
        Column(_("Department"), lambda row: row.department, "department", 100, 2, yields=2),
        Column(_("Until"), _until, "until", 96, 0, yields=1),
        state_column(_("State"), _state, "", 180),
    )


def _role(row: _Row) -> str:
    return row.role if isinstance(row, PersonRow) else role(row)


def _until(row: _Row) -> str:
    if isinstance(row, PersonRow):
        return short_day(row.left_on)
    last = row.last_day if isinstance(row, AppointmentRow) else row.until
    return short_day(last) or _("no end")


def _state(row: _Row) -> State:
    if isinstance(row, AppointmentRow):
        return appointment_state(row.state)
    if isinstance(row, ProposalRow):
        said = _("proposed {day}").format(day=short_day(row.proposed_on))
        return State(said, Shape.RING, Tone.WARNING)
    if row.has_left:
        return State(_("has left"), Shape.SQUARE, Tone.BAD)
    if row.appointments:
        return State(_("referent"), Shape.TICK, Tone.GOOD)
    return State(_("not a referent"), Shape.DASH, Tone.NEUTRAL)
