from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.procedures import ProcedureText, Revision, RevisionState
from referent_desk.errors import RefusedField
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.procedures.review_forms import ReviewForm
from referent_desk.gui.saving import Saver
from referent_desk.language import speak
from tests.gui.stand_in_approvals import StandInApprovals
from tests.gui.stand_in_records import StandInRecords

REVISION = Revision(
    *("r1", "p1", RevisionState.APPROVED, ProcedureText("Prescribe"), 1),
    approved_on=date(2026, 8, 31),
    review_due_on=date(2027, 2, 28),
)


@pytest.fixture
def asked() -> StandInApprovals:
    return StandInApprovals()


@pytest.fixture
def form(qtbot: QtBot, jobs: Jobs, asked: StandInApprovals) -> ReviewForm:
    speak("en")
    editing = Editing(StandInRecords().questions(), Saver(jobs, ChangeBus()), jobs)
    editing.saver.let_save(True)
    made = ReviewForm(REVISION, asked.set_review_period, editing)
    qtbot.addWidget(made)
    made.show()
    made.focus_first()
    return made


def test_the_months_that_hold_are_proposed_and_typed_over(
    qtbot: QtBot, form: ReviewForm, asked: StandInApprovals
) -> None:
    assert form.months.typed() == "6"
    assert "28\u00a0February\u00a02027" in form.follows.said()
    qtbot.keyClicks(form.months, "18")
    assert "29\u00a0February\u00a02028" in form.follows.said()
    with qtbot.waitSignal(form.created):
        qtbot.keyClick(form.months, Qt.Key.Key_Return)
    assert asked.done == [("review", "p1", 18)]


@pytest.mark.parametrize("typed", ["a year", "", "-3", "1.5", "99999999999"])
def test_what_is_no_number_of_months_is_said_and_the_form_stays(
    qtbot: QtBot, form: ReviewForm, asked: StandInApprovals, typed: str
) -> None:
    form.months.setText(typed)
    qtbot.keyClick(form.months, Qt.Key.Key_Return)
    assert form.trouble.isVisible()
    assert asked.done == []


def test_what_the_home_refuses_is_said(
    qtbot: QtBot, form: ReviewForm, asked: StandInApprovals
) -> None:
    asked.refusal = RefusedField("review_months", "out_of_range", "Too late.", "Give another.")
    form.months.setText("99")
    form.finish()
    qtbot.waitUntil(lambda: form.trouble.label.said() == "Too late. Give another.")
