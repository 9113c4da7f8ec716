from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import RecordKind, Unfinished
from referent_desk.errors import RefusedInput
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.record_editors import RecordEditor
from referent_desk.gui.record_fields import LineField
from referent_desk.gui.unfinished import BroughtBackBar
from tests.gui.editings import editing_on
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_ins import HOSTILE

NODE = RecordKind.NODE
KEY = "edit:node:d1:name"
NAMES = ("name", "place", "telephone", "kind", "parent_id")
KEPT = datetime(2026, 11, 22, 13, 2, tzinfo=UTC)


class Shown:
    """A pane on one record, shown anew after each save as a tab does."""

    def __init__(self, jobs: Jobs, qtbot: QtBot, editing: Editing, records: StandInRecords) -> None:
        self.jobs, self.qtbot, self.editing, self.records = jobs, qtbot, editing, records
        self.pane = DetailPane()
        qtbot.addWidget(self.pane)
        self.pane.resize(640, 300)
        self.pane.show()
        self.pane.activateWindow()
        qtbot.waitUntil(self.pane.isActiveWindow)
        self.show()
        editing.saver.saved.connect(lambda _saved: self.show())
        self.wait()

    def show(self, key: str = "d1") -> None:
        self.pane.begin(key)
        self.pane.title("Cardiology")
        self.pane.edit(self.records.record(NODE, key), self.editing, NAMES)
        self.pane.button("Close", lambda: None)
        self.pane.end()

    def editor(self) -> RecordEditor:
        return self.pane.findChildren(RecordEditor)[-1]

    def line(self, name: str) -> LineField:
        control = self.editor().row(name).control
        assert isinstance(control, LineField)
        return control

    def fault(self, name: str) -> str:
        row = self.editor().row(name)
        return row.fault.said() if row.fault.isVisibleTo(row) else ""

    def type_over(self, name: str, text: str) -> LineField:
        line = self.line(name)
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClicks(line, text)
        return line

    def enter(self, name: str, text: str) -> None:
        self.qtbot.keyClick(self.type_over(name, text), Qt.Key.Key_Return)
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle)


@pytest.fixture
def records() -> StandInRecords:
    return StandInRecords("North")


ShowIt = Callable[..., Shown]


@pytest.fixture
def show_it(jobs: Jobs, qtbot: QtBot, records: StandInRecords) -> ShowIt:
    def show(edit: Callable[..., Saved] | None = None, *, can_save: bool = True) -> Shown:
        editing = editing_on(records, jobs, can_save=can_save)
        if edit is not None:
            changed = replace(editing.records, edit=edit)
            editing = Editing(changed, editing.saver, editing.jobs)
        return Shown(jobs, qtbot, editing, records)

    return show


def refuse(*_asked: object) -> Saved:
    raise RefusedInput("Another department has this code.", "Choose another code.")


def test_enter_saves_one_field_and_keeps_keyboard_cursor_and_place(
    show_it: ShowIt, records: StandInRecords
) -> None:
    shown = show_it()
    shown.enter("place", "East wing")
    line = shown.line("place")
    assert records.typed == {(NODE, "d1", "place"): "East wing"}
    assert line.hasFocus()
    assert (line.cursorPosition(), line.is_changed) == (len("East wing"), False)


def test_leaving_a_field_saves_it_and_an_unchanged_one_saves_nothing(
    show_it: ShowIt, records: StandInRecords
) -> None:
    shown = show_it()
    shown.qtbot.keyClick(shown.type_over("name", "South"), Qt.Key.Key_Tab)
    shown.wait()
    assert records.typed == {(NODE, "d1", "name"): "South"}
    shown.line("place").setFocus()
    shown.line("name").setFocus()
    shown.wait()
    assert len(records.deeds) == 1


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\n" not in text])
def test_hostile_texts_are_sent_and_shown_letter_by_letter(
    show_it: ShowIt, records: StandInRecords, text: str
) -> None:
    shown = show_it()
    line = shown.line("place")
    line.setFocus()
    line.selectAll()
    line.insert(text)
    line.edited.emit()
    shown.qtbot.keyClick(line, Qt.Key.Key_Return)
    shown.wait()
    assert records.typed == {(NODE, "d1", "place"): text}
    assert shown.line("place").text() == text


def test_what_cannot_be_read_is_said_beneath_and_stays_typed(
    show_it: ShowIt, records: StandInRecords
) -> None:
    shown = show_it()
    shown.enter("telephone", "4,13E+03")
    assert shown.line("telephone").text() == "4,13E+03"
    assert "spreadsheet" in shown.fault("telephone")
    assert records.deeds == []
    shown.qtbot.keyClick(shown.line("telephone"), Qt.Key.Key_Escape)
    assert (shown.line("telephone").text(), shown.fault("telephone")) == ("", "")


def test_a_required_field_cannot_be_emptied(show_it: ShowIt, records: StandInRecords) -> None:
    shown = show_it()
    shown.enter("name", " ")
    assert shown.fault("name")
    assert records.deeds == []


def test_what_the_home_refuses_is_said_beneath_and_stays_typed(show_it: ShowIt) -> None:
    shown = show_it(refuse)
    shown.enter("place", "East wing")
    assert shown.line("place").text() == "East wing"
    assert shown.fault("place") == "Another department has this code. Choose another code."


def test_a_refused_text_is_not_asked_again_by_leaving_but_by_enter(show_it: ShowIt) -> None:
    asked: list[object] = []

    def count(*what: object) -> Saved:
        asked.append(what)
        return refuse()

    shown = show_it(count)
    shown.enter("place", "East wing")
    shown.line("name").setFocus()
    shown.wait()
    assert len(asked) == 1
    shown.line("place").setFocus()
    shown.qtbot.keyClick(shown.line("place"), Qt.Key.Key_Return)
    shown.wait()
    assert len(asked) == 2


def test_what_is_typed_is_kept_within_a_second_and_forgotten_once_saved(
    show_it: ShowIt, records: StandInRecords
) -> None:
    shown = show_it()
    shown.type_over("place", "East wi")
    shown.qtbot.waitUntil(lambda: KEY in records.unfinished)
    assert records.unfinished[KEY].values == {"place": "East wi"}
    shown.enter("place", "East wing")
    assert records.unfinished == {}


def test_what_was_kept_is_offered_again_and_waits_to_be_saved(
    show_it: ShowIt, records: StandInRecords
) -> None:
    records.unfinished[KEY] = Unfinished({"place": "East wi"}, KEPT)
    shown = show_it()
    assert shown.line("place").text() == "East wi"
    assert "Enter" in shown.fault("place")
    said = [bar.label.said() for bar in shown.pane.findChildren(BroughtBackBar)]
    assert said[0].startswith("Brought back from what you typed on 22\u00a0November\u00a02026 at")
    shown.line("place").setFocus()
    shown.qtbot.keyClick(shown.line("place"), Qt.Key.Key_Return)
    shown.wait()
    assert records.typed == {(NODE, "d1", "place"): "East wi"}
    assert records.unfinished == {}


def test_what_was_kept_can_be_cleared(show_it: ShowIt, records: StandInRecords) -> None:
    records.unfinished[KEY] = Unfinished({"place": "East wi"}, KEPT)
    shown = show_it()
    [bar] = shown.pane.findChildren(BroughtBackBar)
    shown.qtbot.mouseClick(bar.clear, Qt.MouseButton.LeftButton)
    shown.qtbot.waitUntil(lambda: records.unfinished == {})
    assert (shown.line("place").text(), shown.fault("place")) == ("North", "")


def test_what_was_kept_and_saved_since_is_not_offered(
    show_it: ShowIt, records: StandInRecords
) -> None:
    records.unfinished[KEY] = Unfinished({"place": "North"}, KEPT)
    shown = show_it()
    assert shown.pane.findChildren(BroughtBackBar) == []
    assert records.unfinished == {}


def test_another_change_elsewhere_does_not_touch_what_is_being_typed(
    show_it: ShowIt, records: StandInRecords
) -> None:
    shown = show_it()
    line = shown.type_over("place", "East wi")
    records.typed[NODE, "d1", "name"] = "Renamed"
    shown.show()
    assert shown.line("place") is line
    assert (line.text(), line.hasFocus()) == ("East wi", True)
    assert shown.line("name").text() == "Renamed"


def test_going_to_another_record_saves_the_field_one_stood_in(
    show_it: ShowIt, records: StandInRecords
) -> None:
    shown = show_it()
    shown.type_over("place", "East wing")
    shown.show("d2")
    shown.wait()
    assert records.typed == {(NODE, "d1", "place"): "East wing"}


def test_what_is_refused_after_one_has_gone_is_told_and_kept(
    show_it: ShowIt, records: StandInRecords
) -> None:
    shown = show_it(refuse)
    told: list[Exception] = []
    shown.jobs.failed.connect(told.append)
    shown.type_over("place", "East wing")
    shown.show("d2")
    shown.wait()
    assert [str(error) for error in told] == [str(RefusedInput(*refusal()))]
    assert records.unfinished[KEY].values == {"place": "East wing"}


def refusal() -> tuple[str, str]:
    return "Another department has this code.", "Choose another code."


def test_a_fault_one_goes_away_from_is_told_and_kept(
    show_it: ShowIt, records: StandInRecords
) -> None:
    shown = show_it()
    told: list[Exception] = []
    shown.jobs.failed.connect(told.append)
    shown.type_over("telephone", "4,13E+03")
    shown.show("d2")
    shown.wait()
    assert "go back to “North”" in str(told[0])
    assert records.unfinished[KEY].values == {"telephone": "4,13E+03"}


def test_a_button_keeps_the_keyboard_while_the_pane_is_shown_anew(show_it: ShowIt) -> None:
    shown = show_it()
    [button] = [b for b in shown.pane.findChildren(QPushButton) if b.text() == "Close"]
    button.setFocus()
    shown.show()
    assert button.hasFocus()


def test_a_home_only_read_shows_values_and_nothing_to_type_in(show_it: ShowIt) -> None:
    shown = show_it(can_save=False)
    assert shown.pane.findChildren(RecordEditor) == []
    said = [label.said() for label in shown.pane.findChildren(PlainLabel)]
    assert {"Name", "North", "establishment"} <= set(said)


def test_every_name_is_told_to_a_screen_reader(show_it: ShowIt) -> None:
    shown = show_it()
    for name, editor in shown.editor().editors.items():
        assert editor.row.control.accessibleName(), name


def test_a_linked_thing_is_led_to(show_it: ShowIt) -> None:
    shown = show_it()
    lead = shown.editor().row("parent_id").lead
    assert lead is not None
    with shown.qtbot.waitSignal(shown.pane.followed) as followed:
        shown.qtbot.mouseClick(lead, Qt.MouseButton.LeftButton)
    assert followed.args is not None
    assert followed.args[0].key == ("x1",)


def test_nothing_leads_on_where_nothing_is_linked_and_the_field_keeps_its_width(
    show_it: ShowIt,
) -> None:
    row = show_it().editor().row("parent_id")
    assert row.lead is not None
    assert row.lead.isVisible()
    width = row.control.width()
    row.show_typed("")
    assert not row.lead.isVisible()
    assert row.control.width() == width
