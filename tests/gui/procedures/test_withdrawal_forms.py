from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from referent_desk.domain.procedures import ProcedureText, Revision, RevisionState
from referent_desk.domain.text_lives import LifeKind, LifeLine, Losing, TextLife, WantedWithdrawal
from referent_desk.errors import RefusedInput
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.procedures.withdrawal_forms import (
    AnnulLineForm,
    WithdrawalForm,
    losing_words,
)
from referent_desk.gui.saving import Saver
from referent_desk.language import speak
from tests.gui.stand_in_approvals import StandInApprovals
from tests.gui.stand_in_records import StandInRecords

TODAY = date(2026, 3, 12)
REVISION = Revision("r1", "p1", RevisionState.APPROVED, ProcedureText("<b>Prescrire</b>"), 1)


@pytest.fixture
def editing(jobs: Jobs) -> Editing:
    speak("en")
    made = Editing(StandInRecords().questions(), Saver(jobs, ChangeBus()), jobs)
    made.saver.let_save(True)
    return made


@pytest.fixture
def asked() -> StandInApprovals:
    return StandInApprovals()


LIFE = TextLife(today=TODAY, losing=Losing("Hôpital", ("Cardiologie", "UHCD"), "GHT"))


def test_it_says_who_loses_the_text_and_what_holds_then() -> None:
    assert LIFE.losing is not None
    said = losing_words(LIFE.losing)
    assert "the text of Hôpital" in said
    assert "2 departments below lose it as well: Cardiologie, UHCD." in said
    assert "the text of GHT holds" in said
    alone = losing_words(Losing("Cardiologie", ()))
    assert "below" not in alone
    assert "there is no procedure" in alone


@pytest.fixture
def form(qtbot: QtBot, editing: Editing, asked: StandInApprovals) -> WithdrawalForm:
    made = WithdrawalForm(REVISION, LIFE, asked.withdraw, editing)
    qtbot.addWidget(made)
    return made


def said(form: WithdrawalForm | AnnulLineForm) -> str:
    return "\n".join(label.said() for label in form.findChildren(PlainLabel))


def test_why_when_and_who_are_asked_and_sent(
    qtbot: QtBot, form: WithdrawalForm, asked: StandInApprovals
) -> None:
    assert "“<b>Prescrire</b>”" in said(form)
    for field, typed in ((form.reason, "the PC is gone"), (form.day, "20/03/2026")):
        form.finish()
        assert form.trouble.label.said()
        field.show_typed(typed)
    form.finish()
    assert form.trouble.label.said().startswith("Nobody is named")
    form.who.show_name("Claire Lemaire")
    with qtbot.waitSignal(form.created):
        form.finish()
    wanted = WantedWithdrawal("Claire Lemaire", date(2026, 3, 20), "the PC is gone")
    assert asked.done == [("withdraw", "p1", wanted)]


def test_what_is_refused_stays_typed(
    qtbot: QtBot, form: WithdrawalForm, asked: StandInApprovals
) -> None:
    asked.refusal = RefusedInput("This text is withdrawn already.")
    form.reason.show_typed("the PC is gone")
    form.who.show_name("Claire Lemaire")
    form.finish()
    qtbot.waitUntil(lambda: "withdrawn already" in form.trouble.label.said())
    assert form.reason.typed() == "the PC is gone"


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (LifeKind.WITHDRAWN, "Take the withdrawal back"),
        (LifeKind.KEPT, "Take the decision back"),
    ],
)
def test_what_was_recorded_is_taken_back_with_a_reason(
    qtbot: QtBot, editing: Editing, asked: StandInApprovals, kind: LifeKind, title: str
) -> None:
    line = LifeLine(kind, TODAY, "C. Roy", 1, reason="gone", record_id="w1")
    form = AnnulLineForm(line, TODAY, asked.annul, editing)
    qtbot.addWidget(form)
    assert title in said(form)
    assert "C. Roy" in said(form)
    form.finish()
    assert asked.done == []
    form.reason.show_typed("the wrong line")
    with qtbot.waitSignal(form.created):
        form.finish()
    assert asked.done == [("annul", line, "the wrong line")]
