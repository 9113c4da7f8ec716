from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.changes import Kind
from referent_desk.domain.shares import ShareNumbers
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.places import TabName
from referent_desk.gui.share_lines import ShareLine
from referent_desk.language import speak
from tests.gui.conftest import OpenWindow
from tests.gui.stand_in_help_given import StandInHelpGiven


def line(qtbot: QtBot, jobs: Jobs, width: int = 1366) -> tuple[ShareLine, StandInHelpGiven]:
    speak("en")
    stand_in = StandInHelpGiven()
    made = ShareLine(stand_in.questions(), jobs)
    qtbot.addWidget(made)
    made.resize(width, 24)
    made.choose_department("d1")
    qtbot.waitUntil(lambda: jobs.is_idle)
    return made, stand_in


def test_every_screen_says_whose_is_what_and_whom_to_call(qtbot: QtBot, jobs: Jobs) -> None:
    made, _stand_in = line(qtbot, jobs)
    assert made.line.text().startswith("Referent (Ada Moreau 4312): using it")
    made.show_screen(TabName.BINDERS)
    assert "printing and filing" in made.line.text()


def test_on_a_small_screen_it_is_still_one_whole_line(qtbot: QtBot, jobs: Jobs) -> None:
    made, _stand_in = line(qtbot, jobs, 911)
    for name in TabName:
        made.show_screen(name)
        text = made.line.text()
        assert made.line.fontMetrics().horizontalAdvance(text) <= 911 - 32, name
        assert "IT department (4700)" in text


def test_another_referent_is_named_as_soon_as_it_changes(qtbot: QtBot, jobs: Jobs) -> None:
    made, stand_in = line(qtbot, jobs)
    stand_in.numbers = ShareNumbers("Zoe 1", "")
    made.take_change(frozenset({Kind.APPOINTMENTS}))
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert made.line.text().startswith("Referent (Zoe 1)")


def test_without_a_department_nothing_is_said(qtbot: QtBot, jobs: Jobs) -> None:
    made, _stand_in = line(qtbot, jobs)
    made.choose_department(None)
    assert made.isHidden()


def test_one_key_leads_to_the_quick_line_from_anywhere(
    open_window: OpenWindow, qtbot: QtBot, jobs: Jobs
) -> None:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert window.tabs.page.name is TabName.HELP_GIVEN
