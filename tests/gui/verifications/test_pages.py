from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.procedures import VerificationResult
from referent_desk.domain.verifications import Answer, WaitingUse
from referent_desk.errors import RefusedField, RefusedInput
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.verifications.forms import VerificationForm
from referent_desk.gui.verifications.pages import VerificationPage
from tests.gui.editings import editing_on
from tests.gui.seated_pages import SeatedPage
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_in_verifications import TODAY, StandInVerifications
from tests.gui.stand_ins import HOSTILE

RESULT = VerificationResult


class Trial(SeatedPage[VerificationPage]):
    def __init__(
        self, qtbot: QtBot, jobs: Jobs, asked: StandInVerifications, records: StandInRecords
    ) -> None:
        super().__init__(qtbot, jobs)
        self.asked = asked
        self.editing = editing_on(records, jobs)
        use = ("d1", "f1", "s1")
        self.seat(VerificationPage(asked.questions(), use, self.editing), 700)

    @property
    def form(self) -> VerificationForm:
        assert self.page.form is not None
        return self.page.form

    def press(self, keys: str) -> None:
        for key in keys:
            self.qtbot.keyClicks(self.focus, key)

    def enter(self, *, control: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ControlModifier
        self.qtbot.keyClick(
            self.focus, Qt.Key.Key_Return, modifier if control else Qt.KeyboardModifier.NoModifier
        )
        self.wait()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focus, text)


SitDown = Callable[..., Trial]


@pytest.fixture
def sit(qtbot: QtBot, jobs: Jobs) -> SitDown:
    def sit_down(
        asked: StandInVerifications | None = None, records: StandInRecords | None = None
    ) -> Trial:
        return Trial(qtbot, jobs, asked or StandInVerifications(), records or StandInRecords())

    return sit_down


def test_a_procedure_that_works_is_verified_with_eight_keys_and_a_name(sit: SitDown) -> None:
    trial = sit()
    trial.press("ooooo")
    assert trial.form.result is RESULT.WORKED
    trial.enter()
    assert trial.has_keyboard(trial.form.who)
    trial.type("Ada Moreau")
    trial.enter(control=True)
    [wanted] = trial.asked.wanted
    assert (wanted.who, wanted.version, wanted.day) == ("Ada Moreau", "9.5", TODAY)
    assert wanted.result is RESULT.WORKED
    assert set(wanted.answers.values()) == {Answer.YES}
    assert trial.page.told.isVisible()
    assert trial.editing.signer.name == "Ada Moreau"


def test_each_key_answers_and_goes_on_to_the_next_question(sit: SitDown) -> None:
    trial = sit()
    trial.press("yn?,")
    trial.enter()
    assert list(trial.form.answers.values()) == [
        Answer.YES, Answer.NO, Answer.UNKNOWN, Answer.UNKNOWN,
    ]  # fmt: skip
    assert any(button.hasFocus() for button in trial.form.results.values())


def test_a_no_proposes_in_part_and_asks_what_follows_from_it(sit: SitDown) -> None:
    trial = sit()
    assert not trial.form.action.isVisible()
    trial.press("yyyyn")
    assert trial.form.result is RESULT.PARTLY
    assert "in part" in trial.form.proposal.said()
    assert trial.form.action.isVisible()
    trial.enter()
    trial.type("Ada Moreau")
    trial.enter()
    assert trial.has_keyboard(trial.form.seen)
    trial.type("No plan")
    trial.enter()
    trial.type("New plan")
    trial.enter()
    assert trial.has_keyboard(trial.form.owner)
    trial.enter()
    trial.enter()
    [wanted] = trial.asked.wanted
    assert (wanted.seen, wanted.to_change, wanted.owner) == ("No plan", "New plan", "Ada Moreau")
    assert wanted.due_on == TODAY + timedelta(days=14)


def test_the_person_decides_whatever_the_answers_speak_for(sit: SitDown) -> None:
    trial = sit()
    trial.form.results[RESULT.FAILED].click()
    trial.press("yyyyy")
    assert trial.form.result is RESULT.FAILED
    trial.form.results[RESULT.WORKED].click()
    assert not trial.form.action.isVisible()


def test_without_a_result_or_a_day_nothing_is_sent(sit: SitDown) -> None:
    trial = sit()
    trial.page.send()
    assert "what came of it" in trial.page.trouble.label.said()
    trial.form.results[RESULT.WORKED].click()
    trial.form.day.setText("31/02/2026")
    trial.page.send()
    trial.wait()
    assert trial.page.trouble.isVisible()
    assert trial.has_keyboard(trial.form.day)
    assert trial.asked.wanted == []


def test_a_refusal_leads_to_its_field_and_the_form_stays(sit: SitDown) -> None:
    trial = sit()
    trial.press("yyyyy")
    trial.asked.refusal = RefusedField("day", "not_yet_live", "Only since today.", "Give today.")
    trial.page.send()
    trial.wait()
    assert trial.page.trouble.label.said() == "Only since today. Give today."
    assert trial.has_keyboard(trial.form.day)
    assert len(trial.form.answers) == 5


def test_a_version_that_is_not_known_is_recorded_when_it_is_asked_once_more(sit: SitDown) -> None:
    trial = sit()
    trial.press("yyyyy")
    trial.form.version.setText("9.7")
    trial.asked.refusal = RefusedField("version", "new_version", "Not known.", "Once more.")
    trial.page.send()
    trial.wait()
    assert trial.has_keyboard(trial.page.record)
    trial.asked.refusal = None
    trial.page.send()
    trial.wait()
    assert trial.asked.wanted[0].is_new_version


def test_another_version_typed_after_the_question_is_asked_about_again(sit: SitDown) -> None:
    trial = sit()
    trial.press("yyyyy")
    trial.form.version.setText("9.7")
    trial.asked.refusal = RefusedField("version", "new_version", "Not known.", "Once more.")
    trial.page.send()
    trial.wait()
    trial.form.version.setText("9.8")
    trial.asked.refusal = None
    trial.page.send()
    trial.wait()
    assert not trial.asked.wanted[0].is_new_version


def test_the_next_of_the_same_software_keeps_who_and_when(sit: SitDown) -> None:
    asked = StandInVerifications()
    asked.waiting = (WaitingUse("f2", "s1", "Meals"), WaitingUse("f1", "s1", "Again"))
    trial = sit(asked)
    trial.press("yyyyy")
    trial.form.who.setText("Ada Moreau")
    trial.page.send()
    trial.wait()
    assert "Meals" in trial.page.next.text()
    assert trial.has_keyboard(trial.page.next)
    trial.enter()
    assert trial.form.who.typed() == "Ada Moreau"
    assert trial.form.answers == {}
    trial.press("yyyyy")
    trial.page.send()
    trial.wait()
    assert [wanted.function_id for wanted in asked.wanted] == ["f1", "f2"]
    assert not trial.page.next.isVisible()  # what was tried in this sitting is not asked again
    assert trial.has_keyboard(trial.page.finish)


def test_what_was_answered_and_not_recorded_is_brought_back(sit: SitDown) -> None:
    records = StandInRecords()
    trial = sit(records=records)
    trial.press("yn")
    trial.form.seen.setFocus()
    trial.type("No plan")
    trial.page.end()
    trial.wait()
    again = sit(records=records)
    assert again.form.answers == {"screen": Answer.YES, "paper": Answer.NO}
    assert again.form.seen.text() == "No plan"
    bar = again.page.brought_back
    assert bar is not None
    bar.clear.click()
    again.wait()
    assert again.form.answers == {}


def test_where_there_is_nothing_to_try_a_sentence_says_why(sit: SitDown) -> None:
    asked = StandInVerifications()

    def refuse(*_use: object) -> object:
        raise RefusedInput("Only an approved text is verified.", "Have it approved.")

    asked.aids = refuse  # type: ignore[assignment, method-assign]
    trial = sit(asked)
    assert "Only an approved" in trial.page.trouble.label.said()
    assert not trial.page.record.isVisible()


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_the_texts_hold_is_shown_letter_by_letter(sit: SitDown, text: str) -> None:
    trial = sit(StandInVerifications(text))
    assert trial.form.rows
    assert trial.page.width() == 1366
