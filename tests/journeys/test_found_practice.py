"""Ctrl+K leads to what a ward practises with: its means, its drills, what is still to be done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from referent_desk.gui.actions.pages import ActionsPage
from referent_desk.gui.failures.means_pages import MeansPage
from referent_desk.gui.places import TabName
from referent_desk.home import Home
from tests.journeys.test_window import SitDown, Sitting, demo, demo_folder, sit_down

__all__ = ["demo", "demo_folder", "sit_down"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def go_to(sitting: Sitting, typed: str) -> None:
    sitting.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    sitting.qtbot.keyClicks(sitting.keyboard(), typed)
    sitting.wait()
    sitting.tap(Qt.Key.Key_Return)


def test_an_action_is_found_opened_and_left_by_one_escape(sit_down: SitDown, demo: Home) -> None:
    sitting = sit_down(demo)
    sitting.be_on_the_ward()
    go_to(sitting, "tirer la nouvelle feuille")
    sitting.qtbot.waitUntil(lambda: isinstance(sitting.window.pages.work, ActionsPage))
    sitting.wait()
    page = sitting.window.pages.work
    assert isinstance(page, ActionsPage)
    assert page.isAncestorOf(sitting.keyboard())
    sitting.tap(Qt.Key.Key_Escape)
    sitting.qtbot.waitUntil(lambda: sitting.window.pages.work is None)


def test_a_means_leads_to_the_means_of_the_ward(sit_down: SitDown, demo: Home) -> None:
    sitting = sit_down(demo)
    sitting.be_on_the_ward()
    go_to(sitting, "imprimante USB")
    sitting.qtbot.waitUntil(lambda: isinstance(sitting.window.pages.work, MeansPage))


def test_a_drill_leads_to_its_line_in_whatever_department(sit_down: SitDown, demo: Home) -> None:
    sitting = sit_down(demo)
    go_to(sitting, "exercice")
    sitting.qtbot.waitUntil(lambda: sitting.tab() is TabName.DRILLS)
    sitting.wait()
    assert sitting.window.tabs.department is not None
    assert sitting.window.tabs.list_page.chosen_row() is not None
