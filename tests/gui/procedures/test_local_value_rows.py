from __future__ import annotations

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
