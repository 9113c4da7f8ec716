"""Erasing the name of somebody who left: first what it would do, then a second press."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from referent_desk.domain.erasures import ErasureSurvey, proposed_on
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.pane_fields import FieldsForm, day_fault, day_field, typed_day
from referent_desk.gui.questions_handovers import HandoverQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import day, short_day
from referent_desk.language import _, ngettext

_SHOWN = 12
_WHERE = {
    "revision": lambda: _("degraded mode"),
    "ticket": lambda: _("ticket"),
    "help_entry": lambda: _("help given"),
    "tip": lambda: _("tip"),
    "action": lambda: _("action"),
    "handover": lambda: _("handover"),
    "drill_run": lambda: _("drill"),
    "drill_task": lambda: _("drill"),
    "lesson": lambda: _("lessons of a drill"),
    "finding": lambda: _("drill"),
}


class ErasureForm(FieldsForm):
    """`create_button` asks for a second press before it erases."""

    def __init__(
        self, person: tuple[str, str], questions: HandoverQuestions, editing: Editing, today: date
    ) -> None:
        super().__init__(
            _("Erase the name of {person}").format(person=person[1]),
            _("The history stays: a neutral label, as “Former colleague no. 3”, takes its place."),
            _("&Erase the name…"),
            editing,
        )
        self._questions, self._id = questions, person[0]
        self.survey: ErasureSurvey | None = None
        self._is_warned = False
        self.told = PlainLabel(_("Looking where the name stands…"))
        self.namesakes = QCheckBox(
            _("Also erase what is only signed with this name, by whichever of them")
        )
        self.namesakes.hide()
        self.warning = NoticeBar("", Tone.WARNING, Shape.TRIANGLE)
        self.warning.hide()
        for widget in (self.told, self.namesakes, self.warning):
            self.place(widget)
        self.day = day_field(today + timedelta(days=30))
        self.ask(_("Or only note the da&y on which it is to be erased"), self.day)
        self.note = IconButton(_("&Note this day"))
        self.note.clicked.connect(lambda _on: self._plan())
        self.column.addWidget(self.note, 0, Qt.AlignmentFlag.AlignLeft)
        self.create_button.setEnabled(False)
        self.close_up()
        self._answer = LatestAnswer(editing.jobs)
        survey = questions.survey
        self._answer.ask(lambda: survey(person[0]), self._show, self._refuse_survey)

    def let_go(self) -> None:
        self._answer.forget()
        super().let_go()

    def focus_first(self) -> None:
        self.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse_survey(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))

    def _show(self, survey: ErasureSurvey) -> None:
        self.survey = survey
        self.told.say("\n".join(_sentences(survey)))
        self.namesakes.setVisible(bool(survey.bearers.namesakes))
        self.create_button.setEnabled(survey.has_left and survey.erased_on is None)
        planned = survey.erase_on or (proposed_on(survey.left_on) if survey.left_on else None)
        if planned is not None:
            self.day.show_typed(short_day(max(planned, survey.today)))

    def finish(self) -> None:
        """Enter in the field notes the day; only the button erases."""
        if self.create_button.hasFocus():
            self._erase()
        else:
            self._plan()

    def _erase(self) -> None:
        if self.survey is None or not self.create_button.isEnabled():
            return
        if not self._is_warned:
            self._is_warned = True
            self.warning.say(
                _(
                    "This cannot be taken back, and nothing done before can be undone any more. "
                    "Press once more to erase."
                )
            )
            self.create_button.setText(_("&Yes, erase it for good"))
            return
        erase, key = self._questions.erase, self._id
        by_text = self.namesakes.isChecked() if self.survey.bearers.namesakes else None
        self.send(lambda: erase(key, by_text))

    def _plan(self) -> None:
        chosen, plan, key = typed_day(self.day), self._questions.plan, self._id
        if chosen is None:
            self.refuse_field(self.day, day_fault(self.day))
        else:
            planned = chosen
            self.send(lambda: plan(key, planned))


def _sentences(survey: ErasureSurvey) -> list[str]:
    if survey.erased_on is not None:
        return [_("This name was erased on {day}.").format(day=day(survey.erased_on))]
    said = []
    if survey.signed:
        text = ngettext(
            "{count} signature gets the label.", "{count} signatures get the label.", survey.signed
        )
        said.append(text.format(count=survey.signed))
    if survey.printed:
        text = ngettext(
            "{count} printed sheet keeps a place for it: sheets on the shelf still compare.",
            "{count} printed sheets keep a place for it: sheets on the shelf still compare.",
            survey.printed,
        )
        said.append(text.format(count=survey.printed))
    said += [
        _("The telephone, the role and the hours are erased, in the log of changes too."),
        _("Not reached: older backups, PDF files that were saved, and paper. Backups are replaced "
          "one after the other."),
    ]  # fmt: skip
    if survey.bearers.places:
        places = ", ".join(survey.bearers.places[:3])
        said.append(
            _("{places} bears this name: it stays where it stands among other words.").format(
                places=places
            )
        )
    if survey.bearers.namesakes:
        said.append(
            _(
                "Somebody else has the same name: without the tick below, only what bears the "
                "record of this person is erased."
            )
        )
    said += _mentions(survey)
    return said


def _mentions(survey: ErasureSurvey) -> list[str]:
    if not survey.mentions:
        return []
    count = len(survey.mentions)
    said = [
        ngettext(
            "It stands in {count} text; read it, the label takes its place there too:",
            "It stands in {count} texts; read them, the label takes its place there too:",
            count,
        ).format(count=count)
    ]
    for one in survey.mentions[:_SHOWN]:
        where = _WHERE.get(one.table)
        said.append(f"• {one.excerpt} ({where()})" if where else f"• {one.excerpt}")
    return said
