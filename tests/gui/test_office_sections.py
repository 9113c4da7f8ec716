from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.domain.objectives import Objective, Office, PersonOffices
from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.domain.proposals import ProposalRow
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.nominations.letter_forms import LetterForm
from referent_desk.gui.office_sections import EndForm, show_offices
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.record_forms import PaneForm, RecordForm
from referent_desk.language import speak
from tests.gui.editings import editing_on
from tests.gui.key_clashes import visible_keys
from tests.gui.stand_in_records import StandInRecords

TODAY = date(2026, 3, 12)
FILES = FileQuestions(lambda _over, path: path, lambda _path: True)
KIND, MAIN = AppointmentKind.SOFTWARE, AppointmentRank.MAIN
GOAL = Objective("o1", "Train two", date(2026, 3, 1))
OFFICE = Office("a1", "d1", "Cardiology", KIND, MAIN, "", TODAY, None, False, objectives=(GOAL,))
PROPOSAL = ProposalRow(
    *("q1", "p1", "Ada", "", "", "d1", "Cardiology", KIND, MAIN, "", None, None, TODAY)
)


class Shown:
    """The sections in a pane, and the forms that they asked to be laid over it."""

    def __init__(
        self, qtbot: QtBot, jobs: Jobs, offices: PersonOffices, *, can_save: bool = True
    ) -> None:
        self.records = StandInRecords("Ada")
        self.forms: list[PaneForm] = []
        self.editing = editing_on(self.records, jobs, can_save=can_save)
        self.pane = DetailPane()
        self.pane.form_asked.connect(self.forms.append)
        qtbot.addWidget(self.pane)
        self.pane.resize(680, 700)
        self.pane.begin("p1")
        show_offices(self.pane, "Ada", offices, self.editing, FILES)
        self.pane.end()
        self.pane.show()

    def press(self, text: str) -> PaneForm | None:
        found = [b for b in self.pane.findChildren(QPushButton) if b.text() == text]
        found[0].click()
        return self.forms[-1] if self.forms else None

    def said(self) -> str:
        labels = self.pane.findChildren(PlainLabel)
        return "\n".join(label.said() for label in labels if label.isVisible())

    def buttons(self) -> list[str]:
        return [b.text() for b in self.pane.findChildren(QPushButton) if b.isVisible()]


@pytest.mark.parametrize(
    ("text", "done"),
    [("Accepts", "accept"), ("Declines", "decline"), ("Withdraw the proposal", "withdraw")],
)
def test_a_proposal_is_answered_where_it_is_read(
    qtbot: QtBot, jobs: Jobs, text: str, done: str
) -> None:
    shown = Shown(qtbot, jobs, PersonOffices(TODAY, (), (PROPOSAL,)))
    shown.press(text)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert shown.records.nominations.done == [(done, "q1")]


def test_nothing_is_said_of_somebody_who_answers_for_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    shown = Shown(qtbot, jobs, PersonOffices(TODAY))
    assert (shown.said(), shown.buttons()) == ("", [])


def test_an_office_without_objectives_says_what_is_next(qtbot: QtBot, jobs: Jobs) -> None:
    bare = Office("a1", "d1", "Cardiology", KIND, MAIN, "", TODAY, None, False)
    shown = Shown(qtbot, jobs, PersonOffices(TODAY, (bare,)))
    assert "No objective yet" in shown.said()
    form = shown.press("Add an objective…")
    assert isinstance(form, RecordForm)
    qtbot.addWidget(form)
    assert list(form.rows) == ["what", "due_on"]
    with qtbot.waitSignal(form.created):
        form.rows["what"].control.put("Train two")
        form.rows["due_on"].control.put("01/06/2026")
        form.create_record()


def test_from_the_fourth_open_objective_on_it_is_said_that_few_are_better(
    qtbot: QtBot, jobs: Jobs
) -> None:
    many = Office(
        "a1", "d1", "Cardiology", KIND, MAIN, "", TODAY, None, False, objectives=(GOAL,) * 3
    )
    form = Shown(qtbot, jobs, PersonOffices(TODAY, (many,))).press("Add an objective…")
    assert form is not None
    qtbot.addWidget(form)
    labels = [label.said() for label in form.findChildren(PlainLabel)]
    assert any("Three are open already" in label for label in labels)


def test_an_office_ends_with_its_last_day_and_a_reason(qtbot: QtBot, jobs: Jobs) -> None:
    shown = Shown(qtbot, jobs, PersonOffices(TODAY, (OFFICE,)))
    form = shown.press("End it, with the reason…")
    assert isinstance(form, EndForm)
    qtbot.addWidget(form)
    form.last_day.put("31/02/2026")
    form.finish()
    assert form.trouble.label.said()
    form.last_day.put("31/03/2026")
    form.because.put("moves")
    with qtbot.waitSignal(form.created):
        form.finish()
    assert shown.records.nominations.done == [("end", ("a1", date(2026, 3, 31), "moves"))]


def test_in_a_home_only_read_letters_are_read_and_nothing_is_changed(
    qtbot: QtBot, jobs: Jobs
) -> None:
    shown = Shown(qtbot, jobs, PersonOffices(TODAY, (OFFICE,), (PROPOSAL,)), can_save=False)
    assert shown.buttons() == ["Letter of appointment…", "Certificate of the year…"]
    form = shown.press("Letter of appointment…")
    assert isinstance(form, LetterForm)
    qtbot.addWidget(form)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert form.text.isReadOnly()
    form.print()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert [what for what, _told in shown.records.nominations.done] == ["read", "write"]


@pytest.mark.parametrize("code", ["en", "fr"])
def test_no_two_buttons_of_a_form_share_a_key(qtbot: QtBot, jobs: Jobs, code: str) -> None:
    speak(code)
    shown = Shown(qtbot, jobs, PersonOffices(TODAY, (OFFICE,)))
    for button in shown.pane.findChildren(QPushButton):
        if "…" in button.text():
            button.click()
    assert len(shown.forms) == 4
    for form in shown.forms:
        qtbot.addWidget(form)
        form.show()
        qtbot.waitUntil(lambda: jobs.is_idle)
        assert visible_keys(form) == []
