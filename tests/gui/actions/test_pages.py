from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.gui.action_lines import FinishForm, due_state
from referent_desk.gui.actions.pages import ActionsPage
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.open_records import OpenRecord
from referent_desk.gui.record_forms import RecordForm
from referent_desk.gui.record_lines import RecordLines
from referent_desk.gui.shapes import Shape
from tests.gui.editings import editing_on
from tests.gui.seated_pages import SeatedPage
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_in_verifications import DAY, TODAY, StandInVerifications, action_row


class Ledger(SeatedPage[ActionsPage]):
    def __init__(
        self,
        qtbot: QtBot,
        jobs: Jobs,
        asked: StandInVerifications,
        *,
        can_save: bool,
        wanted: str = "",
    ) -> None:
        super().__init__(qtbot, jobs)
        self.asked = asked
        editing = editing_on(StandInRecords(), jobs, can_save=can_save)
        self.ended: list[bool] = []
        page = ActionsPage(asked.questions(), ("d1", "Cardiology"), editing, wanted)
        page.finished.connect(lambda: self.ended.append(True))
        self.seat(page, 700)

    def said(self) -> str:
        return "\n".join(label.said() for label in self.page.pane.findChildren(PlainLabel))

    def button(self, text: str) -> IconButton | None:
        found = self.page.pane.findChildren(IconButton)
        return next((b for b in found if b.text().replace("&", "") == text and b.isVisible()), None)

    def lines(self) -> RecordLines:
        return next(
            lines for lines in self.page.pane.findChildren(RecordLines) if lines.isVisible()
        )


Open = Callable[..., Ledger]


@pytest.fixture
def open_page(qtbot: QtBot, jobs: Jobs) -> Open:
    def open_on(
        asked: StandInVerifications | None = None, *, can_save: bool = True, wanted: str = ""
    ) -> Ledger:
        made = asked or StandInVerifications()
        return Ledger(qtbot, jobs, made, can_save=can_save, wanted=wanted)

    return open_on


def test_what_is_late_is_said_above_the_open_actions(open_page: Open) -> None:
    assert "1 action is late." in open_page().said()


def test_nothing_to_do_says_where_actions_come_from(open_page: Open) -> None:
    asked = StandInVerifications()
    asked.actions = ()
    assert "A verification that does not go well opens an action" in open_page(asked).said()


def test_an_action_is_ended_with_what_was_done(open_page: Open) -> None:
    ledger = open_page()
    ledger.lines().lines[0].setChecked(True)
    ledger.wait()
    done = ledger.button("It is done…")
    assert done is not None
    done.click()
    form = ledger.page.form
    assert isinstance(form, FinishForm)
    form.outcome.setText("Label on it")
    form.outcome.setFocus()
    ledger.qtbot.keyClick(ledger.focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ledger.wait()
    assert [(day, outcome) for _id, day, outcome in ledger.asked.finished] == [
        (TODAY, "Label on it")
    ]
    assert ledger.page.form is None
    assert "Done" in ledger.said()


def test_escape_leaves_the_form_then_the_page(open_page: Open) -> None:
    ledger = open_page()
    add = ledger.button("Add an action…")
    assert add is not None
    add.click()
    assert ledger.page.findChildren(RecordForm)
    ledger.page.escape()
    ledger.wait()
    assert ledger.button("Add an action…") is not None
    assert ledger.ended == []
    ledger.page.escape()
    assert ledger.ended == [True]


def test_one_escape_leaves_the_page_that_opened_at_its_line(open_page: Open) -> None:
    asked = StandInVerifications()
    ledger = open_page(asked, wanted=asked.actions[0].action.id)
    ledger.wait()
    boxes = [box for box in ledger.page.findChildren(OpenRecord) if box.isVisible()]
    assert len(boxes) == 1
    assert boxes[0].isAncestorOf(ledger.focus)
    ledger.qtbot.keyClick(ledger.focus, Qt.Key.Key_Escape)
    assert ledger.ended == [True]


def test_a_line_that_one_opened_is_closed_before_the_page_is_left(open_page: Open) -> None:
    ledger = open_page()
    ledger.lines().open(ledger.asked.actions[0].action.id)
    ledger.wait()
    assert any(box.isVisible() for box in ledger.page.findChildren(OpenRecord))
    ledger.qtbot.keyClick(ledger.focus, Qt.Key.Key_Escape)
    ledger.wait()
    assert ledger.ended == []
    ledger.qtbot.keyClick(ledger.focus, Qt.Key.Key_Escape)
    assert ledger.ended == [True]


def test_where_nothing_can_be_saved_nothing_is_offered_and_a_sentence_says_why(
    open_page: Open,
) -> None:
    ledger = open_page(can_save=False)
    assert ledger.button("Add an action…") is None
    assert "only read here" in ledger.said()


@pytest.mark.parametrize(
    ("due_in", "word", "shape"),
    [(-1, "late", Shape.TRIANGLE), (0, "2026", Shape.RING), (None, "no day", Shape.RING)],
)
def test_until_when_an_action_is_due_is_a_word_and_a_shape(
    due_in: int | None, word: str, shape: Shape
) -> None:
    row = action_row("x", None if due_in is None else TODAY + due_in * DAY)
    state = due_state(row, TODAY)
    assert word in state.word
    assert state.shape is shape
    done = replace(row, action=replace(row.action, done_on=TODAY))
    assert "late" not in due_state(done, TODAY).word
