"""What must be done is done, by keyboard alone: from the degraded mode to the line and back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from referent_desk.gui.action_lines import FinishForm
from referent_desk.gui.actions.pages import ActionsPage
from referent_desk.gui.opening_lines import OpeningLine
from referent_desk.gui.places import Place, TabName
from referent_desk.home import Home
from tests.journeys.test_window import SitDown, Sitting, demo, demo_folder, sit_down

__all__ = ["demo", "demo_folder", "sit_down"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape


def key(sitting: Sitting, pressed: Qt.Key) -> None:
    sitting.qtbot.keyClick(sitting.keyboard(), pressed)
    sitting.wait()


def tab_to(sitting: Sitting, wanted: Callable[[QWidget], bool]) -> None:
    for _press in range(20):
        if wanted(sitting.keyboard()):
            return
        key(sitting, TAB)
    raise AssertionError("the keyboard does not get there")


def open_actions(page: ActionsPage) -> int:
    return len(page.shown.open) if page.shown is not None else 0


def says(words: str) -> Callable[[QWidget], bool]:
    return lambda widget: isinstance(widget, QAbstractButton) and words in widget.text()


def test_an_action_is_done_by_keys_and_that_is_taken_back(sit_down: SitDown, demo: Home) -> None:
    sitting = sit_down(demo)
    sitting.be_on_the_ward()
    sitting.window.tabs.show_place(Place(TabName.PROCEDURES))
    sitting.wait()
    sitting.come_to_front()
    table = sitting.window.tabs.list_page.pane.table
    table.choose(3)
    table.setFocus()
    sitting.qtbot.waitUntil(table.hasFocus)
    sitting.wait()
    tab_to(sitting, says("actions du service"))
    key(sitting, ENTER)
    sitting.qtbot.waitUntil(lambda: isinstance(sitting.window.pages.work, ActionsPage))
    sitting.wait()
    page = sitting.window.pages.work
    assert isinstance(page, ActionsPage)
    before = open_actions(page)
    tab_to(sitting, lambda widget: isinstance(widget, OpeningLine))
    key(sitting, ENTER)
    tab_to(sitting, says("C’est fait"))
    key(sitting, ENTER)
    sitting.qtbot.waitUntil(lambda: isinstance(page.form, FinishForm))
    sitting.qtbot.keyClicks(sitting.keyboard(), "pose")
    key(sitting, ENTER)
    key(sitting, ENTER)
    sitting.qtbot.waitUntil(lambda: page.form is None and open_actions(page) == before - 1)
    key(sitting, ESCAPE)
    sitting.qtbot.waitUntil(lambda: sitting.window.pages.work is None)
    sitting.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    tab_to(sitting, says(f"{before} &actions du service"))
