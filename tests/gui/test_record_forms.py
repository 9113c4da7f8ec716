from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import Link, RecordKind, Unfinished
from referent_desk.errors import NoRoom, RefusedField
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.record_fields import ChoiceField, LineField
from referent_desk.gui.record_forms import Beginning, RecordForm
from referent_desk.gui.unfinished import BroughtBackBar
from referent_desk.language import speak
from tests.gui.editings import editing_on
from tests.gui.stand_in_records import StandInRecords

KEY = "new:node"
KEPT = datetime(2026, 11, 22, 13, 2, tzinfo=UTC)


class Added:
    """Takes what is sent, or refuses it."""

    def __init__(self, records: StandInRecords) -> None:
        self.sent: list[Mapping[str, str]] = []
        self.error: Exception | None = None
        self._records = records

    def __call__(self, kind: RecordKind, typed: Mapping[str, str]) -> Saved:
        self.sent.append(typed)
        if self.error is not None:
            raise self.error
        return self._records.questions().add(kind, typed)


@pytest.fixture
def records() -> StandInRecords:
    return StandInRecords("")


@pytest.fixture
def added(records: StandInRecords) -> Added:
    return Added(records)


OpenForm = Callable[..., RecordForm]


@pytest.fixture
def open_form(jobs: Jobs, qtbot: QtBot, records: StandInRecords, added: Added) -> OpenForm:
    def open_it(beginning: Beginning | None = None) -> RecordForm:
        editing = editing_on(records, jobs)
        editing = Editing(replace(editing.records, add=added), editing.saver, editing.jobs)
        begun = beginning or Beginning(
            RecordKind.NODE,
            "New",
            "&Create",
            ("place", "name", "telephone"),
            given={"kind": "pole"},
        )
        form = RecordForm(begun, editing)
        qtbot.addWidget(form)
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        qtbot.waitUntil(lambda: jobs.is_idle)
        form.focus_first()
        return form

    return open_it


def line(form: RecordForm, name: str) -> LineField:
    control = form.rows[name].control
    assert isinstance(control, LineField)
    return control


def fault(form: RecordForm, name: str) -> str:
    return form.rows[name].fault.said() if form.rows[name].fault.isVisible() else ""


def test_what_is_required_is_asked_for_first(open_form: OpenForm) -> None:
    form = open_form()
    assert list(form.rows) == ["name", "place", "telephone"]
    assert line(form, "name").hasFocus()


def test_enter_goes_on_and_on_the_last_field_creates(
    qtbot: QtBot, open_form: OpenForm, added: Added
) -> None:
    form = open_form()
    with qtbot.waitSignal(form.created):
        for name, text in (("name", "Pole"), ("place", "East"), ("telephone", "4312")):
            assert line(form, name).hasFocus()
            qtbot.keyClicks(line(form, name), text)
            qtbot.keyClick(line(form, name), Qt.Key.Key_Return)
    assert added.sent == [{"name": "Pole", "place": "East", "telephone": "4312", "kind": "pole"}]


NUMBER = Beginning(
    RecordKind.DIRECTORY_ENTRY, "New", "&Add", ("number", "label", "purpose"), keeps=()
)


@pytest.mark.parametrize(
    ("proposed", "first"),
    [
        ({}, "label"),
        ({"number": "4040"}, "label"),
        ({"label": "Pharmacie"}, "number"),
        ({"label": "Pharmacie", "number": "4040"}, "number"),
    ],
)
def test_where_enter_adds_the_keyboard_begins_as_soon_as_nothing_is_missing(
    qtbot: QtBot, open_form: OpenForm, added: Added, proposed: dict[str, str], first: str
) -> None:
    names = ("number", "label", "heading", "purpose")
    form = open_form(replace(NUMBER, names=names, values=proposed, adds_at="number"))
    assert line(form, first).hasFocus()
    if "number" in proposed and first == "number":
        qtbot.keyClick(line(form, "number"), Qt.Key.Key_Return)
        qtbot.waitUntil(form.done.isVisible)
        assert [each["number"] for each in added.sent] == ["4040"]


def test_enter_after_the_last_line_that_one_types_adds_as_well(
    qtbot: QtBot, open_form: OpenForm, added: Added
) -> None:
    names = ("number", "label", "hours", "heading", "purpose")
    form = open_form(replace(NUMBER, names=names, adds_at="number"))
    qtbot.keyClicks(line(form, "label"), "Pharmacie")
    qtbot.keyClicks(line(form, "number"), "4040")
    hours = line(form, "hours")
    hours.setFocus()
    qtbot.keyClick(hours, Qt.Key.Key_Return)
    assert line(form, "heading").hasFocus()
    assert added.sent == []
    qtbot.keyClicks(hours, "8:00-18:00")
    qtbot.keyClick(hours, Qt.Key.Key_Return)
    qtbot.waitUntil(form.done.isVisible)
    assert [(each["number"], each["hours"]) for each in added.sent] == [("4040", "8:00-18:00")]


def pick(form: RecordForm, name: str, stored: str, qtbot: QtBot) -> None:
    """With the mouse, in the list that it opens."""
    control = form.rows[name].control
    assert isinstance(control, ChoiceField)
    control.showPopup()
    view = control.view()
    qtbot.waitUntil(view.isVisible)
    place = view.visualRect(control.model().index(control.findData(stored), 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: control.typed() == stored)


def test_a_choice_by_the_mouse_in_the_last_field_adds_nothing_yet(
    qtbot: QtBot, open_form: OpenForm, added: Added, jobs: Jobs
) -> None:
    form = open_form(NUMBER)
    qtbot.keyClicks(line(form, "label"), "Standard")
    qtbot.keyClicks(line(form, "number"), "9")
    pick(form, "purpose", "switchboard", qtbot)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert added.sent == []
    assert form.create_button.hasFocus()
    qtbot.mouseClick(form.create_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(form.done.isVisible)
    assert [each["number"] for each in added.sent] == ["9"]
    assert [name for name in form.rows if fault(form, name)] == []


def test_enter_in_a_last_list_adds(qtbot: QtBot, open_form: OpenForm, added: Added) -> None:
    form = open_form(NUMBER)
    qtbot.keyClicks(line(form, "label"), "Standard")
    qtbot.keyClicks(line(form, "number"), "9")
    control = form.rows["purpose"].control
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_Down)
    qtbot.keyClick(control, Qt.Key.Key_Return)
    qtbot.waitUntil(form.done.isVisible)
    assert len(added.sent) == 1


def test_faults_stand_beside_their_fields_and_the_first_is_gone_to(
    qtbot: QtBot, open_form: OpenForm, added: Added
) -> None:
    form = open_form()
    line(form, "telephone").insert("4,13E+03")
    qtbot.mouseClick(form.create_button, Qt.MouseButton.LeftButton)
    assert fault(form, "name")
    assert fault(form, "telephone")
    assert line(form, "name").hasFocus()
    assert added.sent == []
    qtbot.keyClicks(line(form, "name"), "P")
    assert fault(form, "name") == ""


def test_a_refused_field_says_why_and_the_form_stays(
    qtbot: QtBot, jobs: Jobs, open_form: OpenForm, added: Added
) -> None:
    form = open_form()
    added.error = RefusedField("name", "taken", "“Pole” exists already.", "Choose another name.")
    qtbot.keyClicks(line(form, "name"), "Pole")
    qtbot.mouseClick(form.create_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert fault(form, "name") == "“Pole” exists already. Choose another name."
    assert line(form, "name").text() == "Pole"


def test_a_refusal_of_no_field_stands_by_the_button(
    qtbot: QtBot, jobs: Jobs, open_form: OpenForm, added: Added
) -> None:
    form = open_form()
    added.error = NoRoom("The disk is full.", "Free some space.")
    qtbot.keyClicks(line(form, "name"), "Pole")
    form.create_record()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert form.trouble.isVisible()
    assert form.trouble.label.said() == "The disk is full. Free some space."
    added.error = None
    with qtbot.waitSignal(form.created):
        form.create_record()
    assert not form.trouble.isVisible()


def test_pressing_twice_creates_once(qtbot: QtBot, open_form: OpenForm, added: Added) -> None:
    form = open_form()
    qtbot.keyClicks(line(form, "name"), "Pole")
    with qtbot.waitSignal(form.created):
        form.create_record()
        form.create_record()
    assert len(added.sent) == 1


def test_what_is_typed_is_kept_within_a_second_and_dropped_once_created(
    qtbot: QtBot, jobs: Jobs, open_form: OpenForm, records: StandInRecords
) -> None:
    form = open_form()
    qtbot.keyClicks(line(form, "name"), "Pole")
    qtbot.waitUntil(lambda: KEY in records.unfinished)
    assert records.unfinished[KEY].values["name"] == "Pole"
    with qtbot.waitSignal(form.created):
        form.create_record()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert records.unfinished == {}


def test_a_form_that_was_begun_comes_back_and_can_be_cleared(
    qtbot: QtBot, jobs: Jobs, open_form: OpenForm, records: StandInRecords
) -> None:
    records.unfinished[KEY] = Unfinished({"name": "Pol", "place": "<b>East"}, KEPT)
    form = open_form()
    assert (line(form, "name").text(), line(form, "place").text()) == ("Pol", "<b>East")
    [bar] = form.findChildren(BroughtBackBar)
    qtbot.mouseClick(bar.clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert (line(form, "name").text(), records.unfinished) == ("", {})
    assert not bar.isVisible()


def test_escape_leaves_the_form_and_keeps_what_was_typed(
    qtbot: QtBot, jobs: Jobs, open_form: OpenForm, records: StandInRecords
) -> None:
    form = open_form()
    qtbot.keyClicks(line(form, "name"), "Pole")
    line(form, "place").setFocus()
    with qtbot.waitSignal(form.left):
        qtbot.keyClick(line(form, "place"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert records.unfinished[KEY].values["name"] == "Pole"


def test_what_is_only_proposed_is_not_kept_but_sent(
    qtbot: QtBot, jobs: Jobs, open_form: OpenForm, records: StandInRecords, added: Added
) -> None:
    beginning = Beginning(
        RecordKind.NODE,
        "New",
        "Create",
        ("name", "parent_id"),
        {"name": "Unit"},
        {"parent_id": Link("p1", "Pole")},
    )
    form = open_form(beginning)
    form.settle()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert records.unfinished == {}
    with qtbot.waitSignal(form.created):
        form.create_record()
    assert added.sent == [{"name": "Unit", "parent_id": "p1"}]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (RecordKind.OBJECTIVE, ("what", "due_on")),
        (RecordKind.TIP, ("software_id", "title", "text", "node_id")),
        (RecordKind.TICKET, ("what", "addressee", "tried", "begun", "concerned", "stops_work")),
    ],
)
def test_a_long_name_of_a_field_and_the_hint_beneath_it_are_seen_whole(
    jobs: Jobs, qtbot: QtBot, records: StandInRecords, kind: RecordKind, names: tuple[str, ...]
) -> None:
    speak("fr")
    form = RecordForm(Beginning(kind, "Titre", "&Créer", names), editing_on(records, jobs))
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.resize(640, 700)
    pane.show()
    pane.begin()
    pane.keep("form", lambda: form)
    pane.end()
    qtbot.waitUntil(lambda: jobs.is_idle and 0 < form.width() < 640)
    for row in form.rows.values():
        hints = [one for one in row.findChildren(PlainLabel) if one.isVisible()]
        for label in (row.name, *hints):
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        for hint in hints:
            assert hint.geometry().top() > row.control.geometry().bottom(), hint.said()
