"""The one way to a referent: somebody is proposed, or appointed at once, with whom one could ask.

Somebody who is known, or a newcomer who is added with the proposal or the appointment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.nominations import Considered
from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.domain.records import (
    FIELDS,
    FieldKind,
    Link,
    RecordField,
    RecordKind,
    Unfinished,
)
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.link_fields import LinkField
from referent_desk.gui.nominations.candidate_lists import CandidateList
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.record_forms import Beginning, RecordForm
from referent_desk.gui.record_rows import FieldRow
from referent_desk.language import _, spoken
from referent_desk.words.nominations import caution_words

SECURITY = "security"
"""Asked for by this in the place of a rank: the main referent for the security of software."""
_ASKED = (
    *("person_id", "department_id", "kind", "rank", "software_id", "since", "until"),
    *("appointed_by", "volunteer", "minutes_a_week"),
)
_NEWCOMER = ("last_name", "first_name", "role", "telephone")
_AT_ONCE = frozenset({FieldKind.LINK, FieldKind.CHOICE})


def appoint_form(
    editing: Editing,
    person: Link | None = None,
    department: Link | None = None,
    rank: str = "",
    proposed: Link | None = None,
) -> RecordForm:
    """`person` is meant for certain; `department`, `rank` and `proposed` may be changed."""
    kind = RecordKind.APPOINTMENT
    is_security = rank == SECURITY
    office = AppointmentKind.SECURITY if is_security else AppointmentKind.SOFTWARE
    beginning = Beginning(
        kind=kind,
        title=(
            _("Propose or appoint {name}").format(name=person.name)
            if person
            else _("Propose or appoint a referent")
        ),
        create=_("A&ppoint"),
        leave=_("Do not appoint"),
        names=_ASKED[1:] if person else _ASKED,
        values={
            "kind": office,
            "rank": AppointmentRank.MAIN if is_security or not rank else rank,
        },
        links={
            name: link
            for name, link in (("department_id", department), ("person_id", proposed))
            if link is not None
        },
        given={"person_id": person.id} if person else {},
        says=_("Who is proposed counts as referent once they have accepted."),
    )
    if person is not None:
        return NominationForm(beginning, editing, person, key=f"new:{kind}:{person.id}")
    return NewcomerForm(beginning, editing)


class NominationForm(RecordForm):
    """`created` names the person, whose line shows what came of it.

    What is typed is looked at while it is typed: what is to be seen is said, nothing forbidden.
    """

    def __init__(
        self, beginning: Beginning, editing: Editing, person: Link | None, key: str = ""
    ) -> None:
        self._person = person
        self._is_proposing = False
        self._considered = LatestAnswer(editing.jobs)
        self._questions = editing.records.nominations
        super().__init__(beginning, self._nominating(editing), key=key)
        self.consider()

    def _lay_out(self) -> None:
        super()._lay_out()
        self.cautions = NoticeBar("")
        self.cautions.hide()
        last = self.rows["software_id"]  # what must be seen stands above it on a low screen
        self.column.insertWidget(self.column.indexOf(last) + 1, self.cautions)
        self.propose_button = IconButton(_("Propo&se"))
        self.propose_button.clicked.connect(lambda _checked: self.propose())
        if self.foot is not None:
            self.foot.row.insertWidget(1, self.propose_button)

    def propose(self) -> None:
        """The same as appointing, but they are asked first."""
        self._is_proposing = True
        self.create_record()
        self._is_proposing = self._is_sent

    def consider(self) -> None:
        typed = {name: row.control.typed() for name, row in self.rows.items()}
        typed.update(self._beginning.given)
        ask = self._questions.consider
        self._considered.ask(lambda: ask(typed), self._show_considered, lambda _error: None)

    def let_go(self) -> None:
        self._considered.forget()
        super().let_go()

    def _show_considered(self, considered: Considered) -> None:
        said = [caution_words(one, spoken()) for one in considered.cautions]
        self.cautions.say("\n".join(said))

    def _note(self, row: FieldRow) -> None:
        super()._note(row)
        self._is_proposing = False
        if row.field.kind in _AT_ONCE:
            self.consider()

    def _look_at(self, row: FieldRow) -> None:
        super()._look_at(row)
        if row.control.is_changed and row.field.kind not in _AT_ONCE:
            self.consider()

    def _refuse(self, error: Exception) -> None:
        self._is_proposing = False
        super()._refuse(error)

    def _take(self, saved: Saved) -> None:
        person_id = self._person.id if self._person else self._chosen_person()
        super()._take(replace(saved, id=person_id or saved.id))

    def _chosen_person(self) -> str:
        return self.rows["person_id"].control.typed() if "person_id" in self.rows else ""

    def _nominating(self, editing: Editing) -> Editing:
        """The same, but a form that proposes proposes, and one with a last name adds the person."""

        def add(kind: RecordKind, typed: Mapping[str, str]) -> Saved:
            person = {name: typed[name] for name in _NEWCOMER if name in typed}
            office = {name: text for name, text in typed.items() if name not in _NEWCOMER}
            if person:
                person["department_id"] = typed["department_id"]
            if self._is_proposing:
                return self._questions.propose(office, person or None)
            return (
                editing.records.appoint(person, office)
                if person
                else editing.records.add(kind, typed)
            )

        return replace(editing, records=replace(editing.records, add=add))


class NewcomerForm(NominationForm):
    """A tick changes the field of the person into those of one who is not known yet."""

    def __init__(self, beginning: Beginning, editing: Editing) -> None:
        super().__init__(beginning, editing, None)

    def _lay_out(self) -> None:
        super()._lay_out()
        self._known_rows = self.rows
        self.is_newcomer = QCheckBox(_("Somebody who is not kno&wn here yet"))
        self.is_newcomer.toggled.connect(self._change_person)
        at = self.column.indexOf(self.rows["person_id"]) + 1
        self.column.insertWidget(at, self.is_newcomer)
        self.newcomer = {field.name: self._newcomer_row(field) for field in _newcomer_fields()}
        for place, row in enumerate(self.newcomer.values(), start=at + 1):
            self.column.insertWidget(place, row)
            row.hide()
        self.candidates = CandidateList()
        self.candidates.taken.connect(self._take_candidate)
        self.column.insertWidget(self.column.indexOf(self.cautions) + 1, self.candidates)
        self._order_tabs()

    def _newcomer_row(self, field: RecordField) -> FieldRow:
        row = FieldRow(RecordKind.PERSON, field, self._editing, quiet=False)
        self._connect_row(row)
        row.show_typed("")
        return row

    def _order_tabs(self) -> None:
        last: QWidget = self._known_rows["person_id"].control
        rest = [row.control for name, row in self._known_rows.items() if name != "person_id"]
        newcomer = [row.control for row in self.newcomer.values()]
        asked = rest.index(self._known_rows["software_id"].control) + 1
        stops = [self.is_newcomer, *newcomer, *rest[:asked], self.candidates.table, *rest[asked:]]
        for stop in (*stops, self.create_button, self.propose_button, self.leave_button):
            QWidget.setTabOrder(last, stop)
            last = stop

    def _show_considered(self, considered: Considered) -> None:
        super()._show_considered(considered)
        wanted = not self.is_newcomer.isChecked()
        chosen = self._chosen_person()
        self.candidates.show_candidates(considered.candidates, chosen, wanted=wanted)

    def _take_candidate(self, link: Link) -> None:
        row = self._known_rows["person_id"]
        if isinstance(row.control, LinkField):
            row.control.choose(link)
            self._go_on(row)

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
        self.consider()

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
