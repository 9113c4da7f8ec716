"""The tab of departments: who works where, with how many programs, and with what holes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from referent_desk.domain.changes import ALL_KINDS
from referent_desk.domain.departments import (
    BINDER_KINDS,
    DepartmentChoice,
    DepartmentDetail,
    DepartmentRow,
)
from referent_desk.domain.listings import Listing, Page
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.departments.details import Chosen, read_shown, show
from referent_desk.gui.departments.new_departments import new_form
from referent_desk.gui.editing import Editing
from referent_desk.gui.empty_texts import departments_empty
from referent_desk.gui.places import Place, TabName, tab_title
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State, hole_state
from referent_desk.gui.subjects import NewRecord, Scope, Subject
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import node_kind
from referent_desk.language import _


def subject(
    list_rows: Callable[[Listing], Page[DepartmentRow]],
    read: Callable[[str], DepartmentDetail],
    chosen: Chosen,
    editing: Editing,
) -> Subject:
    return Subject(
        name=TabName.DEPARTMENTS,
        title=tab_title(TabName.DEPARTMENTS),
        columns=columns(),
        list_rows=list_rows,
        key_of=lambda row: (row.id,),
        read=lambda key, _department: read_shown(read, editing, str(key[0])),
        show=lambda pane, shown: show(pane, shown, chosen, editing),
        leads_to=degraded_modes_of,
        kinds=ALL_KINDS,
        scope=Scope.EVERYWHERE,
        empty=departments_empty(),
        new=NewRecord(_("&New"), lambda row, _department: new_form(row, None, editing)),
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
        state_column(_("To complete"), _holes, "holes", 136),
    )


def tree_columns() -> tuple[Column, ...]:
    """The tree itself says the establishment."""
    name, code, _establishment, referent, holes = columns()
    return (name, code, referent, holes)


def _name(row: DepartmentRow) -> str:
    return _("{name} (closed)").format(name=row.name) if row.closed else row.name


def _referent(row: DepartmentRow) -> str:
    return row.referent or (_("nobody") if row.kind in BINDER_KINDS else "")


def _holes(row: DepartmentRow) -> State:
    """A pole works with nothing itself, and where nothing is said there is nothing to count."""
    if row.kind not in BINDER_KINDS:
        return State(node_kind(row.kind), Shape.DASH, Tone.NEUTRAL)
    if not (row.software_count or row.holes or row.unfinished):
        return State(_("no software"), Shape.DASH, Tone.NEUTRAL)
    return hole_state(row.holes, row.unfinished)


def degraded_modes_of(row: DepartmentRow) -> Place | None:
    if row.kind not in BINDER_KINDS:
        return None
    choice = DepartmentChoice(row.id, row.name, row.code, row.establishment)
    return Place(TabName.PROCEDURES, (), choice)
