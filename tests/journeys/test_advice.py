"""From the end of a contract to the signed page for the buyers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from referent_desk.domain.advice import Verdict
from referent_desk.gui.advice.pages import AdvicePage
from referent_desk.gui.parts import focus_part
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.rows_model import Role
from referent_desk.home import Home
from tests.journeys.test_window import SitDown, Sitting, demo, demo_folder, sit_down
from tests.paper.pdfs import page_texts

__all__ = ["demo", "demo_folder", "sit_down"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def page_of(sitting: Sitting) -> AdvicePage:
    sitting.qtbot.waitUntil(lambda: isinstance(sitting.window.pages.work, AdvicePage))
    sitting.wait()
    page = sitting.window.pages.work
    assert isinstance(page, AdvicePage)
    return page


def press(sitting: Sitting, page: AdvicePage, text: str) -> None:
    found = {b.text().replace("&", ""): b for b in page.findChildren(QPushButton) if b.isVisible()}
    found[text].click()
    sitting.wait()


def test_the_end_of_a_contract_leads_to_one_signed_page(
    sit_down: SitDown, demo: Home, tmp_path: Path
) -> None:
    sitting = sit_down(demo)
    sitting.be_on_the_ward()
    sitting.go_to(3)
    model = sitting.window.tabs.list_page.model
    rows = [model.index(number, 0).data(Role.ROW) for number in range(model.rowCount())]
    key = next(row.id for row in rows if row.name == "Dossier+")
    sitting.window.tabs.show_place(Place(TabName.SOFTWARE, (key,), None, "contract"))
    sitting.wait()
    sitting.qtbot.keyClicks(sitting.keyboard(), "30/04/2027")
    sitting.tap(Qt.Key.Key_Return)
    assert focus_part(sitting.window.tabs.list_page, "advice")
    page = page_of(sitting)
    assert page.table.chosen_row().facts.name == "Dossier+"
    assert page.table.chosen_row().facts.contract.ends_on is not None
    press(sitting, page, "Écrire l’avis…")
    assert page.form is not None
    page.form.verdict.put("press")
    page.form.needs.put("Une étiquette sans réseau.")
    page.form.who.show_name("Maryse Aubry")
    press(sitting, page, "Garder l’avis")
    assert page.table.chosen_row().given.verdict is Verdict.PRESS
    sitting.saved = tmp_path / "avis.pdf"
    press(sitting, page, "Imprimer l’avis…")
    (text,) = page_texts(sitting.saved.read_bytes())
    assert "Une étiquette sans réseau." in text
    sitting.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.table.chosen_row().given.verdict is Verdict.OPEN
