"""The tab of referents: who answers for what, in which department, until when."""

from __future__ import annotations

from collections.abc import Callable

from referent_desk.domain.changes import Kind
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.people import AppointmentRow, PersonDetail
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.list_panes import EmptyText
from referent_desk.gui.list_tabs import Scope, Subject
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.states import appointment_state
from referent_desk.gui.wordings import day, referent_role, short_day, weekly_hours
from referent_desk.language import _


def subject(
    list_rows: Callable[[Listing], Page[AppointmentRow]], read: Callable[[str], PersonDetail]
) -> Subject:
    return Subject(
        name=TabName.REFERENTS,
        title=_("Referents"),
        columns=columns(),
        list_rows=list_rows,
        key_of=lambda row: (row.person_id, row.id),
        read=lambda key, _department: read(str(key[0])),
        show=show,
        leads_to=lambda row: Place(TabName.DEPARTMENTS, (row.department_id,)),
        kinds=frozenset({Kind.PEOPLE, Kind.APPOINTMENTS, Kind.DEPARTMENTS, Kind.SOFTWARE}),
        scope=Scope.CHOSEN_OR_ALL,
        empty=EmptyText(
            _("Nobody is referent here."),
            _(
                "Ask the manager of the department to appoint a software referent and a deputy. "
                "Tick “All departments” to see who is referent elsewhere."
            ),
        ),
    )


def columns() -> tuple[Column, ...]:
    return (
        Column(_("Name"), lambda row: row.person, "person", 130, 3),
        Column(_("Role"), _role, "kind", 120, 3),
        Column(_("Department"), lambda row: row.department, "department", 110, 3, yields=2),
        Column(
            _("Until"), lambda row: short_day(row.until) or _("no end"), "until", 96, 0, yields=1
        ),
        state_column(_("State"), lambda row: appointment_state(row.state), "", 140),
    )


def _role(row: AppointmentRow) -> str:
    role = referent_role(row.kind, row.rank)
    if not row.software:
        return role
    return _("{role}, for {software}").format(role=role, software=row.software)


def show(pane: DetailPane, detail: PersonDetail) -> None:
    person = detail.person
    pane.title(person.full_name)
    pane.muted(" · ".join(part for part in (person.role, detail.department) if part))
    if person.left_on is not None:
        pane.notice(_("Leaves or left on {day}.").format(day=day(person.left_on)))
    pane.facts(
        (
            (_("Telephone"), person.telephone or _("not known")),
            (_("Working hours"), weekly_hours(person.working_hours) or _("not known")),
        )
    )
    pane.heading(_("Referent of"))
    if not detail.appointments:
        pane.text(_("Nothing today."))
        return
    pane.lines(
        _("Appointments"),
        (
            Column(_("Department"), lambda row: row.department, "", 110, 3),
            Column(_("Role"), _role, "", 130, 3),
            Column(
                _("Until"), lambda row: short_day(row.until) or _("no end"), "", 104, 0, yields=1
            ),
            state_column(_("State"), lambda row: appointment_state(row.state), "", 136),
        ),
        detail.appointments,
        lambda row: Place(TabName.DEPARTMENTS, (row.department_id,)),
    )
