"""What the detail of a person offers: to hand over, and to erase the name after the departure."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.people import PersonDetail
from referent_desk.domain.records import Link
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions_handovers import HandoverQuestions
from referent_desk.gui.wordings import day
from referent_desk.language import _

ErasureDays = tuple[date | None, date | None, date]
"""On which day the name is to be erased, on which it was, and today."""
PART = "handovers"
"""The part of the tab of referents that opens the page."""


def show_succession(
    pane: DetailPane,
    detail: PersonDetail,
    days: ErasureDays,
    editing: Editing,
    handovers: HandoverQuestions,
    chosen: Link | None = None,
) -> None:
    """`chosen` is the department that the window speaks of."""
    erase_on, _erased_on, today = days
    person = detail.person
    if detail.appointments and person.is_here(today):
        place = Place(TabName.REFERENTS, (person.id,), _ward(detail, chosen), PART)
        pane.button(_("Handover…"), lambda: pane.followed.emit(place))
    if not editing.is_possible or person.is_here(today):
        return
    if erase_on is not None:
        pane.muted(_("The name is to be erased on {day}.").format(day=day(erase_on)))
    whom = person.id, person.full_name
    pane.button(
        _("Erase the name…"),
        lambda: _offer(pane, whom, handovers, editing, today),
        part="erase_name",
    )


def _ward(detail: PersonDetail, chosen: Link | None) -> DepartmentChoice | None:
    """Where there is something to hand over; None where that is chosen already."""
    wards = {row.department_id: row.department for row in detail.appointments}
    if chosen is not None and chosen.id in wards:
        return None
    key, name = next(iter(wards.items()))
    return DepartmentChoice(key, name, "", "")


def _offer(
    pane: DetailPane,
    whom: tuple[str, str],
    handovers: HandoverQuestions,
    editing: Editing,
    today: date,
) -> None:
    from referent_desk.gui.handovers.erasure_forms import ErasureForm

    pane.form_asked.emit(ErasureForm(whom, handovers, editing, today))
