from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.local_values import AskedValue
from referent_desk.domain.records import RecordKind
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.local_value_rows import LocalValueRows
from tests.gui.editings import editing_on
from tests.gui.stand_in_records import StandInRecords

ROOM = AskedValue("room", "", ("Meals", "Blood"))
DEPOT = AskedValue("depot", "", ("Blood",), "v1")
KITCHEN = AskedValue("kitchen", "4640", ("Meals",), "v2")
ADDED: list[Mapping[str, str]] = []


@pytest.fixture
def records() -> StandInRecords:
    ADDED.clear()
    return StandInRecords("text")


def rows_on(
    records: StandInRecords, jobs: Jobs, qtbot: QtBot, *, can_save: bool = True
) -> LocalValueRows:
    editing = editing_on(records, jobs, can_save=can_save)

    def add(kind: RecordKind, typed: Mapping[str, str]) -> Saved:
        ADDED.append(typed)
        return records.saved(Deed(Verb.ADDED, kind), "v9")

    rows = LocalValueRows("d1", replace(editing, records=replace(editing.records, add=add)))
    qtbot.addWidget(rows)
    rows.show_values((ROOM, DEPOT, KITCHEN))
    rows.show()
    qtbot.waitUntil(lambda: jobs.is_idle)
    return rows


def type_value(rows: LocalValueRows, name: str, text: str, qtbot: QtBot, jobs: Jobs) -> None:
    control = rows.editors[name].row("value").control
    control.setFocus()
    qtbot.keyClicks(control, text)
    qtbot.keyClick(control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: jobs.is_idle)


def test_what_is_missing_is_seen_and_counted_the_rest_is_folded_away(
    qtbot: QtBot, jobs: Jobs, records: StandInRecords
) -> None:
    rows = rows_on(records, jobs, qtbot)
    assert list(rows.editors) == ["room", "depot"]
    assert rows.said.said().startswith("2 values are missing")
    assert rows.unfold.text() == "Show the 1 value filled in"
    rows.unfold.click()
    assert rows.editors["kitchen"].isVisible()
    rows.unfold.click()
    assert not rows.editors["kitchen"].isVisible()


def test_a_value_never_said_before_is_added_by_its_name(
    qtbot: QtBot, jobs: Jobs, records: StandInRecords
) -> None:
    rows = rows_on(records, jobs, qtbot)
    type_value(rows, "room", "12 B", qtbot, jobs)
    assert ADDED == [{"department_id": "d1", "name": "room", "value": "12 B"}]
    assert records.typed == {}


def test_a_value_that_is_stored_is_edited(
    qtbot: QtBot, jobs: Jobs, records: StandInRecords
) -> None:
    rows = rows_on(records, jobs, qtbot)
    type_value(rows, "depot", "4708", qtbot, jobs)
    assert records.typed == {(RecordKind.LOCAL_VALUE, "v1", "value"): "4708"}
    assert ADDED == []


def test_what_was_just_filled_in_stays_where_it_was_typed(
    qtbot: QtBot, jobs: Jobs, records: StandInRecords
) -> None:
    rows = rows_on(records, jobs, qtbot)
    type_value(rows, "room", "12 B", qtbot, jobs)
    control = rows.editors["room"].row("value").control
    rows.show_values((DEPOT, replace(ROOM, value="12 B", id="v9"), KITCHEN))
    assert rows.editors["room"].row("value").control is control
    assert rows.editors["room"].isVisible()
    assert rows.said.said().startswith("1 value is missing")


def test_an_empty_value_has_its_frame_and_a_filled_one_reads_like_text(
    qtbot: QtBot, jobs: Jobs, records: StandInRecords
) -> None:
    rows = rows_on(records, jobs, qtbot)
    control = rows.editors["room"].row("value").control
    assert control.property("quiet") is False
    rows.show_values((replace(ROOM, value="12 B", id="v9"), DEPOT, KITCHEN))
    assert control.property("quiet") is True


def test_a_value_that_no_text_names_any_more_goes(
    qtbot: QtBot, jobs: Jobs, records: StandInRecords
) -> None:
    rows = rows_on(records, jobs, qtbot)
    rows.show_values((DEPOT, KITCHEN))
    assert list(rows.editors) == ["depot"]


def test_the_texts_that_ask_for_a_value_are_said(
    qtbot: QtBot, jobs: Jobs, records: StandInRecords
) -> None:
    row = rows_on(records, jobs, qtbot).editors["room"].row("value")
    assert row.control.accessibleName() == "room"
    assert "Meals, Blood" in row.name.toolTip()


def test_in_a_home_only_read_values_are_said(
    qtbot: QtBot, jobs: Jobs, records: StandInRecords
) -> None:
    rows = rows_on(records, jobs, qtbot, can_save=False)
    assert rows.editors == {}
    said = [label.said() for label in rows.findChildren(PlainLabel) if label.isVisible()]
    assert "Room: not filled in" in said
    rows.unfold.click()
    order = [rows._column.indexOf(widget) for widget in (rows._facts["room"], rows.unfold)]
    assert order == sorted(order), "what is missing is said before what is folded away"


def test_what_prints_anyway_is_said_with_where_it_comes_from(
    qtbot: QtBot, jobs: Jobs, records: StandInRecords
) -> None:
    rows = rows_on(records, jobs, qtbot)
    delay = AskedValue("delay before paper", "", ("Meals",), found="30 min … 4 h")
    rows.show_values((replace(ROOM, found="4512"), delay))
    rows.unfold.setChecked(True)
    controls = [rows.editors[n].row("value").control for n in ("room", "delay before paper")]
    said = [c.placeholderText() for c in controls if isinstance(c, QLineEdit)]
    assert said == ["4512, from the directory", "30 min … 4 h, from the software"]


def test_enter_saves_and_goes_to_the_next_value(
    qtbot: QtBot, jobs: Jobs, records: StandInRecords
) -> None:
    rows = rows_on(records, jobs, qtbot)
    rows.activateWindow()
    qtbot.waitUntil(rows.isActiveWindow)
    first, second = (rows.editors[name].row("value").control for name in ("room", "depot"))
    first.setFocus()
    qtbot.keyClicks(first, "12 B")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert second.hasFocus()
    qtbot.keyClicks(second, "4708")
    qtbot.keyClick(second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert [typed["value"] for typed in ADDED] == ["12 B"]
    assert records.typed == {(RecordKind.LOCAL_VALUE, "v1", "value"): "4708"}
