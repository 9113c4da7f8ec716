"""The forms that lie over the detail of a help: all of it, how it ended, what was answered."""

from __future__ import annotations

from referent_desk.domain.help_given import HelpEntry, HelpOutcome, TypedHelp
from referent_desk.domain.records import FieldKind, RecordField
from referent_desk.domain.tickets import Ticket
from referent_desk.errors import RefusedField
from referent_desk.gui.editing import Editing
from referent_desk.gui.help_given.words import outcome_choices
from referent_desk.gui.labels import FieldLabel
from referent_desk.gui.link_fields import LinkField
from referent_desk.gui.pane_fields import (
    DAY_WIDTH,
    FieldsForm,
    day_fault,
    day_field,
    line_field,
    name_field,
    typed_day,
)
from referent_desk.gui.questions_help_given import HelpGivenQuestions, JournalQuestions
from referent_desk.gui.record_fields import ChoiceField, LineField
from referent_desk.language import _

_WIDEST = 440  # pixels
_CHOICE = RecordField("outcome", FieldKind.CHOICE)
_COUNT = RecordField("minutes", FieldKind.COUNT)
_SOFTWARE = RecordField("software_id", FieldKind.LINK, to="software")


class _HelpForm(FieldsForm):
    """Fields that several of these forms have."""

    def ask_outcome(self, outcome: HelpOutcome) -> ChoiceField:
        field = ChoiceField(_CHOICE, outcome_choices())
        field.setMaximumWidth(_WIDEST)
        field.setAccessibleName(_("How it ended"))
        field.put(str(outcome))
        self.column.addWidget(FieldLabel(_("How &it ended"), field))
        self.column.addWidget(field)
        field.edited.connect(lambda: self.trouble.say(""))
        return field

    def ask_count(self, text: str, value: int | None) -> LineField:
        field = LineField(_COUNT)
        field.setFixedWidth(DAY_WIDTH)
        field.show_typed("" if value is None else str(value))
        self.ask(text, field)
        return field

    def count_in(self, field: LineField) -> int | None:
        """Refuses what is no number, by raising."""
        typed = field.typed().strip()
        if typed and not (typed.isdecimal() and typed.isascii()):
            raise _NoNumberError(field)
        return int(typed) if typed else None


class _NoNumberError(Exception):
    """Something else than digits was typed where a number belongs."""

    def __init__(self, field: LineField) -> None:
        super().__init__(field.field.name)
        self.field = field


class EntryForm(_HelpForm):
    """Everything of one help, of another day too."""

    def __init__(self, questions: HelpGivenQuestions, department_id: str, editing: Editing) -> None:
        says = _("For a help of another day. No name and no number of a patient.")
        super().__init__(_("Note a help"), says, _("N&ote this help"), editing)
        self._record = questions.journal.record
        self._department_id = department_id
        self._doubted = ""
        self.software = LinkField(_SOFTWARE, editing)
        self.software.setMaximumWidth(_WIDEST)
        self.ask(_("So&ftware"), self.software)
        self.asked = line_field(_("What was asked"))
        self.ask(_("What was &asked"), self.asked)
        self.helped = line_field(_("What helped"))
        self.ask(_("What he&lped"), self.helped)
        self.minutes = self.ask_count(_("&Minutes"), None)
        self.outcome = self.ask_outcome(HelpOutcome.SOLVED)
        self.concerned = self.ask_count(_("How many were &concerned"), None)
        self.day = day_field(questions.today())
        self.ask(_("The da&y"), self.day)
        self.who = name_field(editing)
        self.ask(_("&Who helped"), self.who)
        self.close_up()

    def finish(self) -> None:
        day = typed_day(self.day)
        asked, helped = self.asked.typed(), self.helped.typed()
        try:
            minutes, concerned = self.count_in(self.minutes), self.count_in(self.concerned)
        except _NoNumberError as refused:
            self.refuse_field(refused.field, _("Type a whole number, or leave it empty."))
            return
        if self.software.local_fault():
            text = _("No software is called so. Choose one, or leave it empty.")
            self.refuse_field(self.software, text)
        elif not asked.strip():
            text = _("Say what was asked: a few words are enough.")
            self.refuse_field(self.asked, text)
        elif day is None:
            self.refuse_field(self.day, day_fault(self.day))
        else:
            typed = TypedHelp(
                *(self._department_id, asked, self.software.typed() or None, helped, minutes),
                HelpOutcome(self.outcome.typed()),
                *(concerned, self.who.typed(), day),
                is_sure=bool(self._doubted) and self._doubted == asked + helped,
            )
            record = self._record
            self._editing.signer.remember(typed.who)
            self.send(lambda: record(typed))

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, RefusedField) and error.code == "patient":
            self._doubted = self.asked.typed() + self.helped.typed()
        super()._refuse(error)


class SettleForm(_HelpForm):
    """How an open help ended."""

    def __init__(self, questions: JournalQuestions, entry: HelpEntry, editing: Editing) -> None:
        super().__init__(entry.asked, "", _("&Save how it ended"), editing)
        self._settle = questions.settle
        self._entry_id = entry.id
        self.helped = line_field(_("What helped"))
        self.helped.show_typed(entry.helped.replace("\n", " "))
        self.ask(_("What he&lped"), self.helped)
        self.outcome = self.ask_outcome(HelpOutcome.SOLVED)
        self.minutes = self.ask_count(_("&Minutes"), entry.minutes)
        self.close_up()

    def finish(self) -> None:
        try:
            minutes = self.count_in(self.minutes)
        except _NoNumberError as refused:
            self.refuse_field(refused.field, _("Type a whole number, or leave it empty."))
            return
        settle, entry_id = self._settle, self._entry_id
        helped, outcome = self.helped.typed(), HelpOutcome(self.outcome.typed())
        self.send(lambda: settle(entry_id, helped, outcome, minutes))


class AnswerForm(FieldsForm):
    """What came of a request."""

    def __init__(self, questions: HelpGivenQuestions, ticket: Ticket, editing: Editing) -> None:
        super().__init__(ticket.what, "", _("&Save the answer"), editing)
        self._settle = questions.tickets.settle
        self._ticket_id = ticket.id
        self.outcome = line_field(_("What came of it"))
        self.ask(_("What &came of it"), self.outcome)
        self.day = day_field(questions.today())
        self.ask(_("The da&y"), self.day)
        self.close_up()

    def finish(self) -> None:
        day, outcome = typed_day(self.day), self.outcome.typed().strip()
        if not outcome:
            self.refuse_field(self.outcome, _("Say what came of it, in a few words."))
        elif day is None:
            self.refuse_field(self.day, day_fault(self.day))
        else:
            settle, ticket_id = self._settle, self._ticket_id
            self.send(lambda: settle(ticket_id, outcome, day))
