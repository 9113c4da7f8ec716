"""The head of the referents looks for the holes of the hospital, and goes to fill one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.domain.coverage_grids import Narrowing
from referent_desk.gui.coverage.pages import CoveragePage
from referent_desk.gui.places import Place, TabName
from referent_desk.language import speak
from tests.gui.test_main_window import clashes, visible_texts
from tests.journeys.test_window import Sitting
from tests.usecases.homes import CLOCK, demo_content, home_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def sit(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[str], Sitting]]:
    home = home_of(demo_content(), tmp_path)
    sittings: list[Sitting] = []

    def sit_down(language: str) -> Sitting:
        speak(language)
        sittings.append(Sitting(home, CLOCK, qtbot))
        sittings[-1].be_on_the_ward()
        sittings[-1].window.tabs.show_place(Place(TabName.PROCEDURES))
        sittings[-1].wait()
        return sittings[-1]

    yield sit_down
    for sitting in sittings:
        sitting.leave()


def coverage(sitting: Sitting, words: str) -> CoveragePage:
    [button] = [
        one
        for one in sitting.window.tabs.list_page.findChildren(QPushButton)
        if one.text().replace("&", "") == words
    ]
    button.click()
    sitting.wait()
    page = sitting.window.pages.work
    assert isinstance(page, CoveragePage)
    return page


def test_from_the_list_to_the_hole_and_to_its_procedure(sit: Callable[[str], Sitting]) -> None:
    sitting = sit("fr")
    page = coverage(sitting, "Couverture…")
    assert page.cell.text().startswith("Cardiologie — hospitalisation, Couverture")
    page.only_holes.setChecked(True)
    page.filter.setText("maternite")
    for _step in range(2):
        sitting.qtbot.keyClick(page.view, Qt.Key.Key_Right)
    sitting.wait()
    assert page.cell.text() == "Maternité, Prescription\u00a0: à personne, à revérifier"
    assert "sans réseau, annuaire ni téléphonie\u00a0: tient" in page.lines.text()
    sitting.qtbot.keyClick(page.view, Qt.Key.Key_Return)
    sitting.wait()
    assert not isinstance(sitting.window.pages.work, CoveragePage)
    place = sitting.window.tabs.place()
    assert place.tab is TabName.PROCEDURES
    assert place.department is not None
    assert place.department.name == "Maternité"
    assert "Service\u00a0: Maternité" in sitting.window.status.saved.said()
    sitting.window.go_back()
    sitting.wait()
    sitting.qtbot.waitUntil(lambda: isinstance(sitting.window.pages.work, CoveragePage))
    sitting.wait()
    again = sitting.window.pages.work
    assert isinstance(again, CoveragePage)
    assert again.narrowing == Narrowing("maternite", holes=True)
    assert again.cell.text().startswith("Maternité, Prescription")
    home = sitting.window.tabs.department
    assert home is not None
    assert home.name == "Cardiologie — hospitalisation"


def test_the_grid_is_printed_as_it_is_shown(sit: Callable[[str], Sitting]) -> None:
    sitting = sit("fr")
    page = coverage(sitting, "Couverture…")
    page.filter.setText("cardiologie")
    page.printing.click()
    sitting.wait()
    said = pypdfium2.PdfDocument(sitting.saved)[0].get_textpage().get_text_range()
    assert "services avec «\u00a0cardiologie\u00a0»" in said
    assert "Maternité" not in said.replace("MAT Maternité", "")
    assert str(sitting.saved) in page.told.label.text().replace("\u200b", "")


@pytest.mark.parametrize(("language", "words"), [("fr", "Couverture…"), ("en", "Coverage…")])
def test_no_two_keys_of_the_page_clash(
    sit: Callable[[str], Sitting], language: str, words: str
) -> None:
    page = coverage(sit(language), words)
    assert clashes(visible_texts(page)) == []
