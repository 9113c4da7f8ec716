from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.procedures.local_value_rows import LocalValueRows
from tests.gui.editings import editing_on
from tests.gui.stand_in_records import StandInRecords


def test_what_is_to_be_filled_in_is_called_by_its_name_without_braces(
    qtbot: QtBot, jobs: Jobs
) -> None:
    editing = editing_on(StandInRecords(), jobs)
    rows = LocalValueRows(editing.records, editing.saver, "d1")
    qtbot.addWidget(rows)
    rows.show_names(("téléphone du coursier",))
    rows.show()
    said = [label.said() for label in rows.findChildren(PlainLabel) if label.isVisible()]
    assert said == ["Téléphone du coursier"]


def test_enter_goes_to_the_next_value(qtbot: QtBot, jobs: Jobs) -> None:
    editing = editing_on(StandInRecords(), jobs)
    rows = LocalValueRows(editing.records, editing.saver, "d1")
    qtbot.addWidget(rows)
    rows.show_names(("room", "depot"))
    rows.show()
    rows.activateWindow()
    qtbot.waitUntil(rows.isActiveWindow)
    rows.fields["room"].setFocus()
    qtbot.keyClicks(rows.fields["room"], "12 B")
    qtbot.keyClick(rows.fields["room"], Qt.Key.Key_Return)
    assert rows.fields["depot"].hasFocus()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert (rows.values["room"], rows.fields["depot"].text()) == ("12 B", "")
