from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.deeds import Deed, Verb
from referent_desk.domain.records import RecordKind
from referent_desk.gui.deed_words import deed_text
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.main_window import MainWindow
from referent_desk.gui.status_lines import UndoButton
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import speak
from tests.gui.conftest import OpenWindow
from tests.gui.stand_ins import StandInHome

NODE = RecordKind.NODE


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (Deed(Verb.EDITED, NODE, "Laboratoire", "telephone"), "téléphone – Laboratoire"),
        (Deed(Verb.ADDED, NODE, "Laboratoire"), "ajout (service) – Laboratoire"),
        (Deed(Verb.MOVED, NODE, "Laboratoire"), "déplacement (service) – Laboratoire"),
        (Deed(Verb.TICKED, "department_function", "R&D"), "fonctions cochées – R&D"),
        (Deed(Verb.IMPORTED, "import"), "import"),
    ],
)
def test_a_deed_is_said_in_words(deed: Deed, said: str) -> None:
    speak("fr")
    assert deed_text(deed) == said


def saved(window: MainWindow, home: StandInHome, deed: Deed) -> None:
    window.saver.note(home.records.saved(deed, "d1"))


def test_what_can_be_taken_back_stands_in_the_last_line_and_in_the_menu(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    home = StandInHome()
    window = open_window(home.questions())
    first = window.top.menu_button.menu().actions()[0]
    assert (window.status.undo.isVisible(), first.isEnabled()) == (False, False)
    saved(window, home, Deed(Verb.EDITED, NODE, "R&D", "place"))
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert window.status.undo.accessibleName() == "Undo: place – R&D (Ctrl+Z)"
    assert first.text() == "Undo: place – R&&D"
    assert window.status.saved.said().startswith("Saved at ")
    height = window.status.height()
    qtbot.mouseClick(window.status.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert (len(home.records.undone), window.status.undo.isVisible()) == (1, False)
    assert window.status.saved.said() == "Undone: place – R&D"
    assert window.status.height() == height  # nothing moves when the button comes and goes


def test_nothing_is_undone_beneath_a_page_of_work(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    home = StandInHome()
    window = open_window(home.questions())
    saved(window, home, Deed(Verb.EDITED, NODE, "R&D", "place"))
    page = WorkPage("Import")
    window.pages.begin_work(page)
    assert (window.status.undo.isVisible(), window.undoing.undo.isEnabled()) == (False, False)
    page.end()
    assert (window.status.undo.isVisible(), window.undoing.undo.isEnabled()) == (True, True)


def test_a_long_deed_is_cut_in_the_line_and_whole_for_eye_and_ear(qtbot: QtBot) -> None:
    button = UndoButton()
    qtbot.addWidget(button)
    whole = "Undo: place – " + "Service de médecine " * 6
    button.say(whole)
    assert button.sizeHint().width() <= 520
    assert "…" in button.text()
    assert button.accessibleName() == whole
    assert "Service de médecine" in button.toolTip()
