"""The tab of the binder: the copies on their shelves, and how each of them stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from referent_desk.domain.changes import ALL_KINDS
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.records import RecordKind
from referent_desk.domain.sheet_states import CopyState
from referent_desk.gui.colour_dots import colour_of
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.copies.details import show
from referent_desk.gui.copies.shelves import Shelf
from referent_desk.gui.copies.words import copy_state
from referent_desk.gui.copy_doors import CopyDoors
from referent_desk.gui.editing import Editing
from referent_desk.gui.empty_texts import copies_empty
from referent_desk.gui.places import TabName, tab_title
from referent_desk.gui.record_forms import Beginning, RecordForm
from referent_desk.gui.subjects import NewRecord, Scope, Subject
from referent_desk.language import _


def subject(
    doors: CopyDoors, editing: Editing, chosen: Callable[[], DepartmentChoice | None]
) -> Subject:
    shelf = Shelf(doors.questions, editing.records)
    return Subject(
        name=TabName.BINDERS,
        title=tab_title(TabName.BINDERS),
        columns=columns(),
        list_rows=shelf.list_rows,
        key_of=lambda row: (row.copy.id,),
        read=shelf.read,
        show=lambda pane, shown: show(pane, shown, editing, doors),
        leads_to=lambda _row: None,
        kinds=ALL_KINDS,
        scope=Scope.CHOSEN_ONLY,
        empty=copies_empty(),
        new=NewRecord(_("&New copy"), lambda _row, _department: new_form(editing, chosen())),
    )


def new_form(editing: Editing, choice: DepartmentChoice | None) -> RecordForm:
    assert choice is not None, "a copy is that of a department"
    beginning = Beginning(
        kind=RecordKind.COPY,
        title=_("New copy of the binder of {name}").format(name=choice.name),
        create=_("Add the &copy"),
        given={"department_id": choice.id},
        says=_("It takes the next number. Where does it stand, and who looks after it?"),
    )
    return RecordForm(beginning, editing, key=f"new:{beginning.kind}:{choice.id}")


def columns() -> tuple[Column, ...]:
    def text(said: Callable[[CopyState], str]) -> Callable[[Any], str]:
        return said

    return (
        Column(_("Copy"), text(lambda row: str(row.copy.number)), "number", 96, 0),
        Column(_("Place"), text(lambda row: row.copy.place), "place", 120, 3),
        Column(_("Kept by"), text(lambda row: row.copy.holder), "holder", 100, 2, yields=2),
        Column(
            *(_("Colour"), text(lambda row: row.copy.colour), "colour", 96, 1),
            yields=1,
            dot=text(lambda row: colour_of(row.copy.colour)),
        ),
        state_column(_("State"), copy_state, "", 168),
    )
