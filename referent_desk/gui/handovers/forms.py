"""The forms of the page of handovers: begin one, a line of one's own, give over, sign."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton

from referent_desk.domain.handovers import AfterSigning, Given, Handover
from referent_desk.domain.records import Link, RecordKind
from referent_desk.domain.successions import OrphanKind
from referent_desk.gui.editing import Editing
from referent_desk.gui.pane_fields import FieldsForm, day_fault, day_field, line_field, typed_day
from referent_desk.gui.questions_handovers import HandoverQuestions
from referent_desk.gui.record_forms import Beginning, RecordForm
from referent_desk.gui.wordings import short_day
from referent_desk.gui.wrapping_ticks import WrappingTick
from referent_desk.language import _

_NAMES = ("leaving_id", "last_day", "successor_id", "password_place")


def begin_form(
    department: tuple[str, str],
    editing: Editing,
    leaving: Link | None = None,
    successor: Link | None = None,
    last_day: date | None = None,
) -> RecordForm:
    links = {"leaving_id": leaving, "successor_id": successor}
    beginning = Beginning(
        kind=RecordKind.HANDOVER,
        title=_("Handover in {department}").format(department=department[1]),
        create=_("Be&gin the handover"),
        names=_NAMES,
        values={"last_day": short_day(last_day)} if last_day else {},
        links={name: link for name, link in links.items() if link is not None},
        given={"department_id": department[0]},
        says=_("Its list can be ticked from the first day on; the last day may still be empty."),
        leave=_("Do not begin"),
    )
    key = f"new:{RecordKind.HANDOVER}:{department[0]}:{leaving.id if leaving else ''}"
    return RecordForm(beginning, editing, key=key)


class ItemForm(FieldsForm):
    def __init__(self, handover: Handover, questions: HandoverQuestions, editing: Editing) -> None:
        title = _("One more line for {person}").format(person=handover.leaving)
        super().__init__(title, _("No password, nothing about patients."), _("A&dd"), editing)
        self._questions, self._id = questions, handover.id
        self.what = line_field(_("What is to be handed over"))
        self.ask(_("&What is to be handed over"), self.what)
        self.close_up()

    def finish(self) -> None:
        what, ask, key = self.what.typed().strip(), self._questions.add_item, self._id
        if not what:
            self.refuse_field(self.what, _("Say it in a few words."))
        else:
            self.send(lambda: ask(key, what))


class GiveForm(FieldsForm):
    """Everything that names the one who leaves is ticked at first."""

    def __init__(
        self,
        handover: Handover,
        given: tuple[Given, ...],
        questions: HandoverQuestions,
        editing: Editing,
    ) -> None:
        super().__init__(
            _("Give to {person}").format(person=handover.successor),
            _("What stays ticked gets the name of the successor. Ctrl+Z takes all of it back."),
            _("&Give over"),
            editing,
        )
        self._questions, self._id = questions, handover.id
        self.boxes: list[tuple[Given, QCheckBox]] = []
        for one in given:
            box = QCheckBox()
            box.setChecked(True)
            self.boxes.append((one, box))
            self.place(WrappingTick(box, given_text(one)))
        self.close_up()

    def finish(self) -> None:
        chosen = tuple(one for one, box in self.boxes if box.isChecked())
        give, key = self._questions.give, self._id
        if not chosen:
            self.trouble.say(_("Nothing is ticked."))
        else:
            self.send(lambda: give(key, chosen))


class SignForm(FieldsForm):
    def __init__(
        self, handover: Handover, questions: HandoverQuestions, editing: Editing, today: date
    ) -> None:
        super().__init__(
            _("Both have signed"),
            _("The handover is over then. The signed paper stays in the binder."),
            _("&Sign and close"),
            editing,
        )
        self._questions, self._id = questions, handover.id
        self.day = day_field(today)
        self.ask(_("On which da&y"), self.day)
        self.choices: dict[AfterSigning, QRadioButton] = {}
        group = QButtonGroup(self)
        for after, words in _after_words(handover):
            self.choices[after] = button = QRadioButton()
            group.addButton(button)
            self.place(WrappingTick(button, words))
        self.choices[AfterSigning.APPOINT].setChecked(True)
        self.close_up()

    def finish(self) -> None:
        day, sign, key = typed_day(self.day), self._questions.sign, self._id
        after = next(one for one, button in self.choices.items() if button.isChecked())
        if day is None:
            self.refuse_field(self.day, day_fault(self.day))
        else:
            chosen = day
            self.send(lambda: sign(key, chosen, after))


def _after_words(handover: Handover) -> tuple[tuple[AfterSigning, str], ...]:
    names = {"successor": handover.successor, "leaving": handover.leaving}
    return (
        (
            AfterSigning.APPOINT,
            _("Appoint {successor} from the day after the last day, instead of {leaving}").format(
                **names
            ),
        ),
        (
            AfterSigning.PROPOSE,
            _(
                "Propose it to {successor}, who has not accepted yet; {leaving} ends on the last "
                "day"
            ).format(**names),
        ),
        (AfterSigning.NOTHING, _("Change nothing: who answers for what stays as it is")),
    )


def given_text(one: Given) -> str:
    words = {
        OrphanKind.ACTION: _("Action: {what}"),
        OrphanKind.DRILL: _("Drill: {what}"),
        OrphanKind.COPY: _("Copy of the binder: {what}"),
    }[one.kind].format(what=one.subject)
    return f"{words} ({short_day(one.day)})" if one.day else words
