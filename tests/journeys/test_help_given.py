"""Help is noted in seconds, made a tip, handed over on paper – on the demo hospital."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.cli import main
from referent_desk.clock import FixedClock
from referent_desk.domain.help_given import HelpView
from referent_desk.gui.help_given.help_tabs import HelpTab
from referent_desk.gui.places import TabName
from referent_desk.gui.rows_model import Role
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.demo_help import fill_demo_help
from referent_desk.usecases.desks import open_desk
from tests.journeys.test_window import Sitting
from tests.usecases.homes import demo_content, home_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CLOCK = FixedClock(datetime(2026, 11, 22, 13, 0, tzinfo=UTC))
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier(0)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    speak("fr")
    found = home_of(demo_content(), tmp_path)
    desk = open_desk(found, CLOCK)
    fill_demo_help(desk)
    assert desk.close() is None
    return found


@pytest.fixture
def sitting(home: Home, qtbot: QtBot) -> Iterator[Sitting]:
    made = Sitting(home, CLOCK, qtbot)
    made.be_on_the_ward()
    yield made
    made.leave()


def tab_of(sitting: Sitting) -> HelpTab:
    page = sitting.window.tabs.page
    assert isinstance(page, HelpTab)
    return page


def click(sitting: Sitting, within: QWidget, text: str) -> None:
    found = [b for b in within.findChildren(QPushButton) if b.text().replace("&", "") == text]
    next(button for button in found if button.isVisible()).click()
    sitting.wait()


def test_two_keys_note_the_usual_help_from_anywhere(sitting: Sitting, qtbot: QtBot) -> None:
    sitting.press(Qt.Key.Key_J, CONTROL)
    tab = tab_of(sitting)
    field = tab.quick.software
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_1)
    sitting.wait()
    newest = next(row for row in sitting.rows() if row[0] == "22/11/2026")
    assert newest[2:4] == ["Imprimer une étiquette de tube", "5 min"]
    assert sitting.window.status.undo.isVisible()
    sitting.press(Qt.Key.Key_Z, CONTROL)
    assert not any(row[0] == "22/11/2026" for row in sitting.rows())


def test_a_help_is_typed_in_seconds_and_the_next_is_of_the_same_software(
    sitting: Sitting, qtbot: QtBot
) -> None:
    sitting.press(Qt.Key.Key_J, CONTROL)
    quick = tab_of(sitting).quick
    qtbot.keyClicks(quick.software, "lab")
    sitting.wait()
    qtbot.keyClick(quick.software, Qt.Key.Key_Return)
    qtbot.waitUntil(quick.asked.hasFocus)
    qtbot.keyClicks(quick.asked, "Tube de 12345678 introuvable")
    qtbot.keyClick(quick.asked, Qt.Key.Key_Return)
    qtbot.waitUntil(quick.helped.hasFocus)
    qtbot.keyClick(quick.helped, Qt.Key.Key_Return)
    sitting.wait()
    assert "numéro de patient" in quick.trouble.label.said()
    quick.asked.clear()
    qtbot.keyClicks(quick.asked, "Tube introuvable")
    qtbot.keyClick(quick.asked, Qt.Key.Key_Return)
    qtbot.keyClick(quick.helped, Qt.Key.Key_Return)
    sitting.wait()
    assert ["22/11/2026", "LaboFil", "Tube introuvable", "", "résolu"] in sitting.rows()
    assert (quick.software.text(), quick.asked.text()) == ("LaboFil", "")


def test_an_open_trouble_is_handed_over_on_one_sheet(sitting: Sitting) -> None:
    sitting.press(Qt.Key.Key_J, CONTROL)
    tab = tab_of(sitting)
    assert sitting.title() == "Le plan de soins s’affiche en double"
    click(sitting, tab.detail, "Transmettre…")
    sitting.wait()
    click(sitting, tab.detail, "Créer la demande")
    assert [row[4] for row in sitting.rows()].count("encore ouvert") == 0
    tab.views[HelpView.TICKETS].click()
    sitting.wait()
    tab.show_key(("tickets", _ticket(sitting)))
    sitting.wait()
    click(sitting, tab.detail, "Imprimer la fiche…")
    sitting.wait()
    with pypdfium2.PdfDocument(sitting.saved) as pdf:
        assert len(pdf) == 1
        text = pdf[0].get_textpage().get_text_range()
    assert "Fermé et rouvert le dossier" in text
    assert tab.written.isVisible()


def _ticket(sitting: Sitting) -> str:
    rows = tab_of(sitting).model
    found = [rows.index(n, 0).data(Role.ROW) for n in range(rows.rowCount())]
    return next(str(row.key) for row in found if row.what == "Le plan de soins s’affiche en double")


def test_what_waits_for_an_answer_stands_in_today(sitting: Sitting) -> None:
    sitting.window.tabs.show_page(TabName.TODAY)
    sitting.wait()
    labels = [w.text() for w in sitting.window.tabs.page.widget.findChildren(QPushButton)]
    assert "Ouvrir la demande…" in labels


def test_the_command_lists_the_journal(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--home", str(home.root), "help-given", "--department", "0412", "--format", "json"]
    assert main(asked) == 0
    entries = json.loads(capsys.readouterr().out)
    assert len(entries) == 12
    assert entries[0]["asked"] == "Imprimer une etiquette de tube"
