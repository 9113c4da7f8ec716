from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.department_choosers import DepartmentChooser, choice_text
from referent_desk.gui.jobs import Jobs
from tests.gui.stand_ins import Asked, choice_of, department_row


@pytest.fixture
def choices() -> Asked:
    rows = [choice_of(department_row(number)) for number in range(4000)]
    return Asked(rows, lambda choice: str(choice.name))


@pytest.fixture
def chooser(qtbot: QtBot, jobs: Jobs, choices: Asked) -> DepartmentChooser:
    made = DepartmentChooser(choices, jobs)
    qtbot.addWidget(made)
    made.resize(500, 34)
    made.show()
    return made


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        (DepartmentChoice("1", "Cardiology", "0412", "North"), "Cardiology — North (0412)"),
        (DepartmentChoice("1", "Cardiology", "", ""), "Cardiology"),
    ],
)
def test_a_department_is_named_with_its_hospital_and_code(
    choice: DepartmentChoice, text: str
) -> None:
    assert choice_text(choice) == text


def test_typing_on_the_box_searches_among_4000_departments_a_page_at_a_time(
    qtbot: QtBot, jobs: Jobs, chooser: DepartmentChooser, choices: Asked
) -> None:
    chosen: list[DepartmentChoice] = []
    chooser.chosen.connect(chosen.append)
    qtbot.keyClicks(chooser, "3")
    popup = chooser.popup
    qtbot.waitUntil(lambda: popup.isVisible() and popup.filter.text() == "3")
    qtbot.keyClicks(popup.filter, "12")
    qtbot.waitUntil(lambda: popup.count.said() == "14 of 4,000" and jobs.is_idle)
    qtbot.keyClick(popup.filter, Qt.Key.Key_Down)
    qtbot.keyClick(popup.filter, Qt.Key.Key_Return)
    assert [choice.name for choice in chosen] == ["Department 1312"]
    assert not popup.isVisible()
    assert max(listing.limit for listing in choices.listings) <= 100


def test_enter_right_after_a_key_waits_for_what_the_key_finds(
    qtbot: QtBot, jobs: Jobs, chooser: DepartmentChooser
) -> None:
    """The row that stands first is not yet of the text that stands in the field."""
    chosen: list[DepartmentChoice] = []
    chooser.chosen.connect(chosen.append)
    chooser.open()
    qtbot.waitUntil(lambda: jobs.is_idle)
    qtbot.keyClicks(chooser.popup.filter, "0312")
    qtbot.keyClick(chooser.popup.filter, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(chosen) == 1)
    assert chosen[0].name == "Department 0312"


def test_escape_leaves_the_choice_as_it_was(
    qtbot: QtBot, jobs: Jobs, chooser: DepartmentChooser
) -> None:
    chosen: list[DepartmentChoice] = []
    chooser.chosen.connect(chosen.append)
    chooser.open()
    qtbot.waitUntil(lambda: jobs.is_idle)
    qtbot.keyClick(chooser.popup, Qt.Key.Key_Escape)
    assert not chooser.popup.isVisible()
    assert chosen == []


def test_a_name_with_an_ampersand_is_shown_whole(chooser: DepartmentChooser) -> None:
    chooser.show_choice(DepartmentChoice("1", "R&D", "", ""))
    assert chooser.text() == "R&&D"
    assert chooser.accessibleName() == "Department: R&D"


def test_enter_alone_keeps_the_department_that_is_chosen(
    qtbot: QtBot, jobs: Jobs, chooser: DepartmentChooser
) -> None:
    chooser.show_choice(choice_of(department_row(42)))
    chosen: list[DepartmentChoice] = []
    chooser.chosen.connect(chosen.append)
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: jobs.is_idle and chooser.popup.model.rowCount() > 0)
    qtbot.keyClick(chooser.popup.filter, Qt.Key.Key_Return)
    assert [choice.id for choice in chosen] == ["d42"]


def test_a_search_that_finds_nothing_says_so_and_chooses_nothing(
    qtbot: QtBot, jobs: Jobs, chooser: DepartmentChooser
) -> None:
    chosen: list[DepartmentChoice] = []
    chooser.chosen.connect(chosen.append)
    chooser.open("zzz")
    popup = chooser.popup
    qtbot.waitUntil(lambda: jobs.is_idle and popup.none.isVisible())
    assert popup.none.said() == "No row holds “zzz”."
    qtbot.keyClick(popup.filter, Qt.Key.Key_Return)
    assert chosen == []
    popup.filter.clear()
    qtbot.waitUntil(lambda: not popup.none.isVisible() and popup.table.isVisible())
