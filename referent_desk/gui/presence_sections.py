"""When a person works and when they are absent, within the detail of that person."""

from __future__ import annotations

from collections.abc import Callable

from referent_desk.domain.presence_weeks import Absence, PersonHours
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.parts import PART
from referent_desk.gui.presences.hours_forms import AbsenceForm, HoursForm
from referent_desk.gui.questions_presences import PresenceQuestions
from referent_desk.gui.wordings import sentence_case
from referent_desk.language import _, spoken
from referent_desk.words.presences import absence_word, rotation_begins, rotation_lines


def show_hours(
    pane: DetailPane, hours: PersonHours, questions: PresenceQuestions, editing: Editing
) -> None:
    pane.heading(_("Presence"))
    for line in _said(hours):
        pane.text(line)
    for absence in hours.absences:
        said = absence_word(absence.since, absence.until, spoken())
        pane.text(_("Absent {days}.").format(days=said))
    if not editing.is_possible:
        return
    offered: list[tuple[str, Callable[[], None], str]] = [
        (
            _("Working hours…"),
            lambda: pane.form_asked.emit(HoursForm(hours, questions, editing)),
            "",
        ),
        (_("Absent…"), lambda: pane.form_asked.emit(AbsenceForm(hours, questions, editing)), ""),
    ]
    offered += [_back(absence, questions, editing) for absence in hours.absences]
    pane.buttons(offered)
    button = pane.kept(f"button:{offered[0][0]}")
    if button is not None:
        button.setProperty(PART, "hours")


def _said(hours: PersonHours) -> tuple[str, ...]:
    if hours.rotation is None:
        if hours.text:
            return (_("These working hours are not understood: {text}").format(text=hours.text),)
        return (_("Nobody has said when they work."),)
    lines = tuple(sentence_case(line) for line in rotation_lines(hours.rotation, spoken()))
    return tuple(filter(None, (*lines, rotation_begins(hours.rotation, spoken()))))


def _back(
    absence: Absence, questions: PresenceQuestions, editing: Editing
) -> tuple[str, Callable[[], None], str]:
    said = absence_word(absence.since, absence.until, spoken())
    text = _("There after all {days}").format(days=said)
    take_back = questions.take_absence_back

    def send() -> None:
        editing.saver.save(lambda: take_back(absence.id))

    return text, send, ""
