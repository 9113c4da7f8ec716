"""The tab of departments: who works where, with how many programs, and with what holes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from referent_desk.domain.changes import ALL_KINDS
from referent_desk.domain.departments import (
    BINDER_KINDS,
    CoverageRow,
    DepartmentChoice,
    DepartmentDetail,
    DepartmentRow,
)
from referent_desk.domain.listings import Listing, Page
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.list_panes import EmptyText
from referent_desk.gui.list_tabs import Scope, Subject
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State, coverage_state, hole_state
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import day, function_name, node_kind, referent_code, weekly_hours
from referent_desk.language import _


@dataclass(frozen=True, slots=True)
class Chosen:
    """The department that the other tabs speak of."""

    is_chosen: Callable[[str], bool]
    choose: Callable[[DepartmentChoice], None]


def subject(
    list_rows: Callable[[Listing], Page[DepartmentRow]],
    read: Callable[[str], DepartmentDetail],
    chosen: Chosen,
) -> Subject:
    return Subject(
        name=TabName.DEPARTMENTS,
        title=_("Departments"),
        columns=columns(),
        list_rows=list_rows,
        key_of=lambda row: (row.id,),
        read=lambda key, _department: read(str(key[0])),
        show=lambda pane, detail: show(pane, detail, chosen),
        leads_to=_degraded_modes_of,
        kinds=ALL_KINDS,
        scope=Scope.EVERYWHERE,
        empty=EmptyText(
            _("No department is known yet."),
            _(
                "Bring in the spreadsheet of your departments with the command "
                "“referent-desk import FILE”, then press F5."
            ),
        ),
    )


def columns() -> tuple[Column, ...]:
    return (
        Column(_("Department"), _name, "name", 180, 4),
        Column(_("Code"), lambda row: row.code, "code", 68, 0),
        Column(
            _("Establishment"),
            lambda row: row.establishment,
            "establishment",
            120,
            2,
            yields=2,
            elide=Qt.TextElideMode.ElideMiddle,
        ),
        Column(_("Referent"), _referent, "", 104, 2, yields=1),
        state_column(_("No procedure"), _holes, "holes", 136),
    )


def _name(row: DepartmentRow) -> str:
    return _("{name} (closed)").format(name=row.name) if row.closed else row.name


def _referent(row: DepartmentRow) -> str:
    return row.referent or (_("nobody") if row.kind in BINDER_KINDS else "")


def _holes(row: DepartmentRow) -> State:
    """A pole works with nothing itself, and where no program is known nothing can be counted."""
    if row.kind not in BINDER_KINDS:
        return State(node_kind(row.kind), Shape.DASH, Tone.NEUTRAL)
    if not row.software_count:
        return State(_("no software"), Shape.DASH, Tone.NEUTRAL)
    return hole_state(row.holes)


def _degraded_modes_of(row: DepartmentRow) -> Place | None:
    if row.kind not in BINDER_KINDS:
        return None
    choice = DepartmentChoice(row.id, row.name, row.code, row.establishment)
    return Place(TabName.PROCEDURES, (), choice)


def show(pane: DetailPane, detail: DepartmentDetail, chosen: Chosen) -> None:
    node = detail.node
    pane.title(node.name)
    pane.muted(" › ".join(detail.path))
    if node.closed_on is not None:
        pane.notice(_("Closed since {day}.").format(day=day(node.closed_on)))
    pane.facts(
        (
            (_("Level"), node_kind(node.kind)),
            (_("Code"), node.code),
            (_("Code on paper"), node.paper_code),
            (_("Place"), node.place),
            (_("Beds"), str(node.beds) if node.beds is not None else ""),
            (_("Telephone"), node.telephone),
            (_("Opening hours"), weekly_hours(node.opening_hours)),
            (_("Binder last printed"), day(detail.last_printed) or _("never")),
        )
    )
    if node.kind in BINDER_KINDS and not chosen.is_chosen(node.id):
        pane.button(_("&Work on this department"), lambda: chosen.choose(detail.choice), "check")
    _show_people(pane, detail)
    _show_coverage(pane, detail)
    if detail.numbers:
        pane.heading(_("Numbers"))
        pane.facts(detail.numbers)


def _show_people(pane: DetailPane, detail: DepartmentDetail) -> None:
    pane.heading(_("Referents"))
    if detail.referents:
        pane.facts(
            (referent_code(code), _joined(name, number)) for code, name, number in detail.referents
        )
    else:
        pane.text(_("Nobody is referent of this department."))


def _joined(name: str, number: str) -> str:
    return " · ".join(part for part in (name, number) if part)


def _show_coverage(pane: DetailPane, detail: DepartmentDetail) -> None:
    if not detail.coverage:
        return
    pane.heading(_("What the department does, and with what"))

    def leads_to(row: CoverageRow) -> Place | None:
        if not row.software:
            return None
        return Place(TabName.PROCEDURES, (row.function_id, row.software_id), detail.choice)

    pane.lines(
        _("Functions and software"),
        (
            Column(_("Function"), lambda row: function_name(row.function), "", 140, 3),
            Column(_("Software used"), lambda row: row.software, "", 110, 2),
            state_column(
                _("Degraded mode"), lambda row: coverage_state(row.software, row.state), "", 176
            ),
        ),
        detail.coverage,
        leads_to,
    )
