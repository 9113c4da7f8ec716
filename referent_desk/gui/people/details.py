"""One person in full: how to reach them, and what they answer for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from referent_desk.domain.objectives import PersonOffices
from referent_desk.domain.people import AppointmentRow, PersonDetail
from referent_desk.domain.presence_weeks import PersonHours
from referent_desk.domain.proposals import ProposalRow
from referent_desk.domain.records import Link, Record, RecordKind
from referent_desk.gui.appoint_forms import appoint_form
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.office_sections import show_offices
from referent_desk.gui.open_records import LineSubject
from referent_desk.gui.people.roles import software_role
from referent_desk.gui.people.same_people import SamePersonForm
from referent_desk.gui.person_handovers import ErasureDays, show_succession
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.presence_sections import show_hours
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_handovers import HandoverQuestions
from referent_desk.gui.questions_presences import PresenceQuestions
from referent_desk.gui.record_editors import said_facts
from referent_desk.gui.record_sections import offer_form, show_lines
from referent_desk.gui.skill_lines import show_person_skills
from referent_desk.gui.states import appointment_state
from referent_desk.gui.wordings import day, short_day
from referent_desk.language import _

_FIELDS = ("last_name", "first_name", "role", "department_id", "telephone", "left_on")
"""When they work has a form of its own: it may differ from week to week."""


@dataclass(frozen=True, slots=True)
class ShownPerson:
    detail: PersonDetail
    record: Record
    hours: PersonHours
    offices: PersonOffices
    days: ErasureDays | None = None

    @property
    def erased_on(self) -> date | None:
        return self.days[1] if self.days is not None else None


def role(row: AppointmentRow | ProposalRow) -> str:
    return software_role(row.kind, row.rank, row.software)


def show(
    pane: DetailPane,
    shown: ShownPerson,
    editing: Editing,
    chosen: Link | None,
    presences: PresenceQuestions,
    files: FileQuestions | None = None,
    handovers: HandoverQuestions | None = None,
) -> None:
    person = shown.detail.person
    pane.title(person.full_name)
    if person.left_on is not None:
        pane.notice(_("Leaves or left on {day}.").format(day=day(person.left_on)))
    if shown.erased_on is not None:
        _show_erased(pane, shown, shown.erased_on, editing)
        return
    pane.edit(shown.record, editing, _FIELDS)
    show_hours(pane, shown.hours, presences, editing)
    pane.heading(_("Referent of"))
    if not shown.detail.appointments:
        pane.text(_("Nothing today."))
    show_lines(pane, editing, _appointments(), shown.detail.appointments)
    offer_form(
        pane,
        editing,
        _("Appoint this person…"),
        lambda: appoint_form(editing, Link(person.id, person.full_name), chosen),
    )
    show_offices(pane, person.full_name, shown.offices, editing, files)
    show_person_skills(pane, shown.detail.skills)
    if editing.is_possible:
        pane.button(
            _("It is the &same person…"),
            lambda: pane.form_asked.emit(SamePersonForm(shown.record, editing)),
        )
    _offer_ends(pane, shown.record, editing)
    if shown.days is not None and handovers is not None:
        show_succession(pane, shown.detail, shown.days, editing, handovers, chosen)


def _show_erased(pane: DetailPane, shown: ShownPerson, erased_on: date, editing: Editing) -> None:
    """Nothing is filled in again; an office that nobody ended is still ended here."""
    pane.text(
        _(
            "The name was erased on {day}: nothing is written here any more. If this person "
            "comes back, add them as somebody new."
        ).format(day=day(erased_on))
    )
    pane.facts(said_facts(shown.record, ("department_id", "left_on")))
    if shown.detail.appointments:
        pane.heading(_("Referent of"))
        show_lines(pane, editing, _appointments(), shown.detail.appointments)
    if shown.detail.skills:
        show_person_skills(pane, shown.detail.skills)


def _appointments() -> LineSubject:
    return LineSubject(
        kind=RecordKind.APPOINTMENT,
        title=_("Appointments"),
        columns=(
            Column(_("Department"), lambda row: row.department, "", 150, 3),
            Column(_("Role"), role, "", 130, 3),
            Column(_("Since"), lambda row: short_day(row.since), "", 100, 0, yields=2),
            Column(
                _("Until"), lambda row: short_day(row.last_day) or _("no end"), "", 104, 0, yields=1
            ),
            state_column(_("State"), lambda row: appointment_state(row.state), "", 152),
        ),
        names=(
            *("kind", "rank", "software_id", "since", "until"),
            *("appointed_by", "volunteer", "minutes_a_week", "ended_because"),
        ),
        id_of=lambda row: str(row.id),
        close=_("Not in office any more, from today on"),
        go=_("Show the department"),
        leads_to=lambda row: Place(TabName.DEPARTMENTS, (row.department_id,)),
    )


def _offer_ends(pane: DetailPane, record: Record, editing: Editing) -> None:
    if not editing.is_possible:
        return
    records = editing.records

    def close() -> None:
        editing.saver.save(lambda: records.close(RecordKind.PERSON, record.id))

    def reopen() -> None:
        editing.saver.save(lambda: records.reopen(RecordKind.PERSON, record.id))

    if record.closed_on is not None:
        pane.button(_("Is back: opens this person again"), reopen)
    elif record.can_close:
        pane.button(_("Leaves today"), close)
