from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.gui.departments.department_tabs import DepartmentTab
from referent_desk.gui.main_window import MainWindow
from referent_desk.gui.needed_departments import DepartmentNeed
from referent_desk.gui.places import TabName
from tests.gui.conftest import OpenWindow
from tests.gui.stand_ins import StandInHome

WHY = "No department is chosen. Choose one at the top of the window."
WAITING = {
    TabName.PROCEDURES: {"Means…", "Read and practised…"},
    TabName.BINDERS: {"New copy"},
    TabName.DRILLS: {"Prepare a drill", "Programme of three years…", "Announce a stop…",
                     "Register as PDF…"},
}  # fmt: skip
"""What speaks of the chosen department alone, by the tab that it stands in."""


def buttons(window: MainWindow, name: TabName) -> dict[str, QPushButton]:
    found = window.tabs.tab(name).widget.findChildren(QPushButton)
    return {b.text().replace("&", ""): b for b in found if not b.isHidden()}


@pytest.mark.parametrize("name", WAITING)
def test_without_a_department_a_button_that_needs_one_waits_and_says_why(
    open_window: OpenWindow, name: TabName
) -> None:
    window = open_window(tab=name)
    window.tabs.choose_department(None)
    for text in WAITING[name]:
        button = buttons(window, name)[text]
        assert not button.isEnabled(), text
        assert WHY in button.toolTip()
        assert button.accessibleDescription() == WHY
    others = [b for text, b in buttons(window, name).items() if text not in WAITING[name]]
    assert all(button.accessibleDescription() != WHY for button in others)


@pytest.mark.parametrize("name", WAITING)
def test_once_a_department_is_chosen_the_button_can_be_pressed(
    open_window: OpenWindow, name: TabName
) -> None:
    window = open_window(tab=name)
    window.tabs.choose_department(None)
    choice = StandInHome().choices.rows[0]
    window.tabs.choose_department(choice)
    for text in WAITING[name]:
        button = buttons(window, name)[text]
        assert button.isEnabled(), text
        assert WHY not in button.toolTip()


def test_the_dial_check_waits_for_a_department_in_the_list_or_at_the_top(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(tab=TabName.DEPARTMENTS)
    window.tabs.choose_department(None)
    page = cast(DepartmentTab, window.tabs.tab(TabName.DEPARTMENTS))
    qtbot.waitUntil(lambda: page.chosen_row() is not None)
    dialling = buttons(window, TabName.DEPARTMENTS)["Dial check…"]
    assert dialling.isEnabled(), "the row that is chosen is a department"
    other = QPushButton(page)
    rows: list[str] = []
    need = DepartmentNeed(other, page, lambda: bool(rows))
    assert not other.isEnabled()
    assert "in the list" in other.toolTip()
    rows.append("ward")
    need.look()
    assert other.isEnabled()
    assert other.toolTip() == ""
