from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from referent_desk.gui.coverage.pages import CoveragePage
from referent_desk.gui.group_views.pages import GroupViewPage
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.main_window import MainWindow
from referent_desk.gui.places import TabName
from referent_desk.language import speak
from tests.gui.conftest import OpenWindow


def work_of(window: MainWindow) -> type[object]:
    return type(window.pages.work)


def press(qtbot: QtBot, jobs: Jobs, window: MainWindow) -> None:
    buttons = window.findChildren(QAbstractButton)
    [button] = [
        b for b in buttons if b.isVisible() and b.text().replace("&", "") == "Hospital group…"
    ]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs.is_idle)


def test_the_tab_of_referents_leads_to_the_group(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    speak("en")
    window = open_window(tab=TabName.REFERENTS)
    window.resize(1366, 768)
    press(qtbot, jobs, window)
    assert isinstance(window.pages.work, GroupViewPage)
    assert window.pages.work.table.model().rowCount() == 3


def test_the_coverage_leads_to_the_group(qtbot: QtBot, jobs: Jobs, open_window: OpenWindow) -> None:
    speak("en")
    window = open_window(tab=TabName.PROCEDURES)
    window.resize(1366, 768)
    window.tabs.doors.coverage.show_coverage()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert work_of(window) is CoveragePage
    press(qtbot, jobs, window)
    assert work_of(window) is GroupViewPage
