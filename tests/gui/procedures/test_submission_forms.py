from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from referent_desk.domain.approvals import Submission, fingerprint
from referent_desk.domain.departments import NodeKind
from referent_desk.domain.drafts import Draft, OwnerChoice, text_mark
from referent_desk.domain.procedures import ProcedureText, Step
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.procedures.submission_forms import SubmissionForm, SubmittedBar
from referent_desk.gui.saving import Saver
from referent_desk.language import speak
from tests.gui.stand_in_approvals import StandInApprovals
from tests.gui.stand_in_records import StandInRecords

TODAY = date(2026, 3, 12)
TEXT = ProcedureText("Prescrire", steps=(Step("Prendre F05"),))
DRAFT = Draft(
    *("r2", "p1", "d1", "f1", "s1", TEXT, text_mark(TEXT), "Prescription", "Dossier+"),
    OwnerChoice("d1", "Cardiologie", NodeKind.DEPARTMENT),
    2,
    TODAY,
)


@pytest.fixture
def editing(jobs: Jobs) -> Editing:
    speak("en")
    made = Editing(StandInRecords().questions(), Saver(jobs, ChangeBus()), jobs)
    made.saver.let_save(True)
    return made


@pytest.fixture
def bar(qtbot: QtBot) -> SubmittedBar:
    speak("en")
    made = SubmittedBar(DRAFT)
    qtbot.addWidget(made)
    return made


def test_who_submits_and_when_is_sent_with_the_mark_of_the_text(
    qtbot: QtBot, editing: Editing
) -> None:
    asked = StandInApprovals()
    form = SubmissionForm(DRAFT, asked.submit, editing)
    qtbot.addWidget(form)
    form.begin(TEXT)
    form.finish()
    assert form.trouble.label.said().startswith("Nobody is named")
    form.who.show_name("Claire Lemaire")
    form.day.show_typed("not a day")
    form.finish()
    assert form.trouble.label.said()
    assert asked.done == []
    form.day.show_typed("12/03/2026")
    with qtbot.waitSignal(form.created):
        form.finish()
    expected = Submission("Claire Lemaire", TODAY, text_mark(TEXT))
    assert asked.done == [("submit", "r2", expected)]
    assert (form.submission, editing.signer.name) == (expected, "Claire Lemaire")


def test_a_draft_that_nobody_submitted_has_no_bar(bar: SubmittedBar) -> None:
    bar.show_text(TEXT)
    assert bar.isHidden()


def test_the_bar_says_when_what_was_submitted_is_another_text(
    qtbot: QtBot, bar: SubmittedBar
) -> None:
    turned: list[bool] = []
    bar.turned.connect(turned.append)
    bar.note(Submission("Claire Lemaire", TODAY, text_mark(TEXT)))
    bar.show_text(TEXT)
    assert bar.label.said() == (
        f"Submitted by Claire Lemaire on 12\u00a0March\u00a02026, mark {fingerprint(TEXT)}. "
        "Writing on makes it a draft again."
    )
    assert not bar.sheet.isHidden()
    bar.show_text(replace(TEXT, title="Autre"))
    assert "it is a draft again" in bar.label.said()
    assert bar.sheet.isHidden()
    bar.show_text(TEXT)
    bar.note(None)
    bar.show_text(TEXT)
    assert bar.isHidden()
    assert turned == [True, False, True, False]


def test_a_draft_that_comes_submitted_says_so_at_once(qtbot: QtBot) -> None:
    speak("en")
    submitted = replace(DRAFT, submitted_on=TODAY, submitted_by="C. Roy", submitted_mark=DRAFT.seen)
    bar = SubmittedBar(submitted)
    qtbot.addWidget(bar)
    bar.show_text(TEXT)
    assert bar.label.said().startswith("Submitted by C. Roy")
