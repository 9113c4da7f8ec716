"""Appointing a referent: somebody who is known, or a newcomer who is added with the appointment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.people import AppointmentRank
from referent_desk.domain.records import FIELDS, Link, RecordField, RecordKind, Unfinished
from referent_desk.gui.editing import Editing
from referent_desk.gui.link_fields import LinkField
from referent_desk.gui.record_forms import Beginning, RecordForm
from referent_desk.gui.record_rows import FieldRow
from referent_desk.language import _

_ASKED = ("person_id", "department_id", "kind", "rank", "software_id", "since")
_NEWCOMER = ("last_name", "first_name", "role", "telephone")


def appoint_form(
    editing: Editing,
    person: Link | None = None,
    department: Link | None = None,
    rank: str = "",
    proposed: Link | None = None,
) -> RecordForm:
    """`person` is appointed for certain; `department`, `rank` and `proposed` may be changed."""
    kind = RecordKind.APPOINTMENT
    beginning = Beginning(
        kind=kind,
        title=(_("Appoint {name}").format(name=person.name) if person else _("Appoint a referent")),
        create=_("A&ppoint"),
        leave=_("Do not appoint"),
        names=_ASKED[1:] if person else _ASKED,
        values={"kind": "software", "rank": rank or AppointmentRank.MAIN},
        links={
            name: link
            for name, link in (("department_id", department), ("person_id", proposed))
            if link is not None
        },
        given={"person_id": person.id} if person else {},
    )
    if person is not None:
        return _AppointForm(beginning, editing, person, key=f"new:{kind}:{person.id}")
    return NewcomerForm(beginning, editing)


class _AppointForm(RecordForm):
    """`created` names the person, whose line shows the appointment."""

    def __init__(
        self, beginning: Beginning, editing: Editing, person: Link | None, key: str = ""
    ) -> None:
        self._person = person
        super().__init__(beginning, editing, key=key)

    def _take(self, saved: Saved) -> None:
        person_id = self._person.id if self._person else self._chosen_person()
        super()._take(replace(saved, id=person_id or saved.id))

    def _chosen_person(self) -> str:
        return self.rows["person_id"].control.typed() if "person_id" in self.rows else ""


class NewcomerForm(_AppointForm):
    """A tick changes the field of the person into those of one who is not known yet."""

    def __init__(self, beginning: Beginning, editing: Editing) -> None:
        super().__init__(beginning, _adding_newcomers(editing), None)

    def _lay_out(self) -> None:
        super()._lay_out()
        self._known_rows = self.rows
        self.is_newcomer = QCheckBox(_("Somebody who is &not known here yet"))
        self.is_newcomer.toggled.connect(self._change_person)
        at = self.column.indexOf(self.rows["person_id"]) + 1
        self.column.insertWidget(at, self.is_newcomer)
        self.newcomer = {field.name: self._newcomer_row(field) for field in _newcomer_fields()}
        for place, row in enumerate(self.newcomer.values(), start=at + 1):
            self.column.insertWidget(place, row)
            row.hide()
        self._order_tabs()

    def _newcomer_row(self, field: RecordField) -> FieldRow:
        row = FieldRow(RecordKind.PERSON, field, self._editing, quiet=False)
        self._connect_row(row)
        row.show_typed("")
        return row

    def _order_tabs(self) -> None:
        last: QWidget = self._known_rows["person_id"].control
        rest = [row for name, row in self._known_rows.items() if name != "person_id"]
        stops = [self.is_newcomer, *(r.control for r in (*self.newcomer.values(), *rest))]
        for stop in (*stops, self.create_button, self.leave_button):
            QWidget.setTabOrder(last, stop)
            last = stop

    def _change_person(self, is_new: bool) -> None:
        known = self._known_rows["person_id"]
        rest = {name: row for name, row in self._known_rows.items() if name != "person_id"}
        self.rows = {**self.newcomer, **rest} if is_new else self._known_rows
        known.setVisible(not is_new)
        for row in self.newcomer.values():
            row.setVisible(is_new)
        if is_new:
            self._take_name(known)
            self.newcomer["last_name"].control.setFocus()
        else:
            known.control.setFocus()

    def _take_name(self, known: FieldRow) -> None:
        """What was typed in vain is a name: the first word the first name, the rest the last."""
        control = known.control
        if not isinstance(control, LinkField) or control.link is not None:
            return
        first, _blank, last = control.text().strip().partition(" ")
        self.newcomer["last_name"].control.put(last or first)
        self.newcomer["first_name"].control.put(first if last else "")
        self.unfinished.note()

    @staticmethod
    def _say_fault_of(row: FieldRow) -> bool:
        is_faulty = RecordForm._say_fault_of(row)
        if is_faulty and row.field.name == "person_id" and row.control.local_fault():
            row.say_fault(_("Nobody was chosen under this name. Choose in the list; for somebody "
                            "new, tick the box below."))  # fmt: skip
        return is_faulty

    def _bring_back(self, unfinished: Unfinished) -> None:
        if "last_name" in unfinished.values:
            self.is_newcomer.setChecked(True)
        super()._bring_back(unfinished)


def _newcomer_fields() -> tuple[RecordField, ...]:
    known = {field.name: field for field in FIELDS[RecordKind.PERSON]}
    return tuple(known[name] for name in _NEWCOMER)


def _adding_newcomers(editing: Editing) -> Editing:
    """The same, but a form that holds a last name adds the person too."""

    def add(kind: RecordKind, typed: Mapping[str, str]) -> Saved:
        if "last_name" not in typed:
            return editing.records.add(kind, typed)
        person = {name: typed[name] for name in _NEWCOMER}
        person["department_id"] = typed["department_id"]
        appointment = {name: text for name, text in typed.items() if name not in _NEWCOMER}
        return editing.records.appoint(person, appointment)

    return replace(editing, records=replace(editing.records, add=add))
