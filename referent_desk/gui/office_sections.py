"""What is proposed to somebody, and what they answer for: objectives, letters, the end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.letters import LetterKind
from referent_desk.domain.objectives import Office, PersonOffices
from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.domain.proposals import ProposalRow
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.nominations.letter_forms import LetterForm
from referent_desk.gui.nominations.objective_lines import objective_form, objective_subject
from referent_desk.gui.pane_fields import (
    FieldsForm,
    day_fault,
    day_field,
    line_field,
    typed_day,
)
from referent_desk.gui.parts import PART
from referent_desk.gui.people.roles import software_role
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.record_forms import PaneForm
from referent_desk.gui.record_lines import RecordLines
from referent_desk.gui.wordings import day, duration, sentence_case
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _


def show_offices(
    pane: DetailPane,
    name: str,
    shown: PersonOffices,
    editing: Editing,
    files: FileQuestions | None,
) -> None:
    """Beneath what somebody is appointed to; nothing where they answer for nothing."""
    if shown.proposals:
        pane.heading(_("Proposed, no answer yet"))
    for proposal in shown.proposals:

        def propose(one: ProposalRow = proposal) -> ProposalBox:
            made = ProposalBox(one, editing)
            made.followed.connect(pane.followed)
            return made

        pane.keep(f"proposal:{proposal.id}", propose)
    lasting = [office for office in shown.offices if not office.is_over]
    if not lasting:
        return
    pane.heading(_("Objectives and letters"))
    for office in lasting:

        def make(one: Office = office) -> OfficeBox:
            made = OfficeBox(one, name, shown.today, editing, files)
            made.form_asked.connect(pane.form_asked)
            made.followed.connect(pane.followed)
            return made

        known = pane.kept(f"office:{office.id}")
        if isinstance(known, OfficeBox):  # before it is laid out, or Qt keeps the height it had
            known.show_office(office, shown.today)
        pane.keep(f"office:{office.id}", make)


def office_title(
    kind: AppointmentKind, rank: AppointmentRank, software: str, department: str
) -> str:
    role = sentence_case(software_role(kind, rank, software))
    return _("{role} – {department}").format(role=role, department=department)


class ProposalBox(QWidget):
    """What is proposed, and the three answers; answered, `followed` leads to the person."""

    followed = Signal(object)

    def __init__(self, proposal: ProposalRow, editing: Editing) -> None:
        super().__init__()
        self._person = proposal.person_id
        self._is_gone = False
        self.setProperty(PART, proposal.id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        one = proposal
        title = office_title(one.kind, one.rank, one.software, one.department)
        column.addWidget(PlainLabel(title, Look.STRONG))
        column.addWidget(PlainLabel(_said_of(proposal), Look.MUTED))
        self.buttons: list[IconButton] = []
        if editing.is_possible:
            asked = editing.records.nominations
            row = WrappingRow()
            for text, icon, answer in (
                (_("Accepts"), "check", asked.accept),
                (_("Declines"), "", asked.decline),
                (_("Withdraw the proposal"), "", asked.withdraw),
            ):
                button = IconButton(text, icon)
                button.setAccessibleName(_("{answer}: {title}").format(answer=text, title=title))
                button.clicked.connect(lambda _on, a=answer: self._answer(editing, a, one.id))
                row.addWidget(button)
                self.buttons.append(button)
            column.addLayout(row)

    def settle(self) -> None:
        """Nothing is typed here."""

    def let_go(self) -> None:
        self._is_gone = True

    def _answer(self, editing: Editing, answer: Callable[[str], Saved], key: str) -> None:
        editing.saver.save(lambda: answer(key), self._stay)

    def _stay(self, _saved: Saved) -> None:
        """The line of the proposal goes: the person stays in sight."""
        if not self._is_gone:
            self.followed.emit(Place(TabName.REFERENTS, (self._person,)))


def _said_of(proposal: ProposalRow) -> str:
    said = _("Proposed on {day}.").format(day=day(proposal.proposed_on))
    if proposal.proposed_by:
        said = _("Proposed on {day} by {who}.").format(
            day=day(proposal.proposed_on), who=proposal.proposed_by
        )
    return " ".join((said, _("Counts as referent once they have accepted.")))


class OfficeBox(QWidget):
    """One appointment: its terms, its objectives, its letters, its end."""

    form_asked = Signal(object)
    followed = Signal(object)

    def __init__(
        self,
        office: Office,
        name: str,
        today: date,
        editing: Editing,
        files: FileQuestions | None,
    ) -> None:
        super().__init__()
        self.setProperty(PART, office.id)
        self._office, self._name, self._today = office, name, today
        self._editing, self._files = editing, files
        self._title = PlainLabel("", Look.STRONG)
        self._terms = PlainLabel("", Look.MUTED)
        self.none = PlainLabel(_("No objective yet: two or three, each with a day, are enough."))
        self.lines = RecordLines(objective_subject(today), editing)
        self.lines.followed.connect(self.followed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 12)
        column.setSpacing(4)
        for widget in (self._title, self._terms, self.none, self.lines):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(self._buttons())
        self.show_office(office, today)

    def show_office(self, office: Office, today: date) -> None:
        self._office, self._today = office, today
        one = office
        self._title.say(office_title(one.kind, one.rank, one.software, one.department))
        terms = _terms(office)
        self._terms.say(terms)
        self._terms.setVisible(bool(terms))
        self.none.setVisible(not office.objectives)
        self.lines.setVisible(bool(office.objectives))
        self.lines.show_rows(office.objectives)

    def settle(self) -> None:
        self.lines.settle()

    def let_go(self) -> None:
        self.lines.let_go()

    def _buttons(self) -> WrappingRow:
        row = WrappingRow()
        letters = (
            (_("Letter of appointment…"), LetterKind.APPOINTMENT),
            (_("Certificate of the year…"), LetterKind.RECOGNITION),
        )
        if self._editing.is_possible:
            self._add(row, _("Add an objective…"), "plus", self._ask_objective)
        if self._files is not None:
            for text, kind in letters:
                self._add(row, text, "printer", partial(self._ask_letter, kind))
        if self._editing.is_possible:
            self._add(row, _("End it, with the reason…"), "", self._ask_end)
        return row

    def _add(self, row: WrappingRow, text: str, icon: str, press: Callable[[], None]) -> None:
        button = IconButton(text, icon)
        button.clicked.connect(lambda _on: press())
        row.addWidget(button)

    def _ask(self, form: PaneForm) -> None:
        self.form_asked.emit(form)

    def _ask_objective(self) -> None:
        self._ask(objective_form(self._office, self._name, self._editing))

    def _ask_letter(self, kind: LetterKind) -> None:
        if self._files is not None:
            self._ask(LetterForm(self._office.id, kind, self._editing, self._files))

    def _ask_end(self) -> None:
        self._ask(EndForm(self._office, self._name, self._today, self._editing))


def _terms(office: Office) -> str:
    told = []
    if office.volunteer is not None:
        told.append(_("came forward") if office.volunteer else _("designated"))
    if office.minutes_a_week:
        told.append(_("{time} a week").format(time=duration(office.minutes_a_week)))
    if office.appointed_by:
        told.append(_("appointed by {who}").format(who=office.appointed_by))
    return sentence_case(", ".join(told))


class EndForm(FieldsForm):
    """The last day in office, and why it ends: it stands in the history."""

    def __init__(self, office: Office, name: str, today: date, editing: Editing) -> None:
        one = office
        super().__init__(
            _("The office of {name} ends").format(name=name),
            office_title(one.kind, one.rank, one.software, one.department),
            _("End the of&fice"),
            editing,
        )
        self._id = office.id
        self.last_day = day_field(office.until or today)
        self.because = line_field(_("Why it ends"))
        self.ask(_("&Last day in office"), self.last_day)
        self.ask(_("&Why it ends; nothing about health"), self.because)
        self.close_up()

    def finish(self) -> None:
        last_day, because = typed_day(self.last_day), self.because.typed().strip()
        if last_day is None:
            self.refuse_field(self.last_day, day_fault(self.last_day))
            return
        end, key = self._editing.records.nominations.end, self._id
        self.send(lambda: end(key, last_day, because))
