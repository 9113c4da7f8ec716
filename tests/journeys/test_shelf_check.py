"""A person goes to the shelf: codes read and scanned, and what they change in the tab Binder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.gui.lots.pages import LotsPage
from referent_desk.gui.parts import PART
from referent_desk.gui.places import TabName
from referent_desk.gui.shelf_checks.pages import ShelfCheckPage
from referent_desk.language import speak
from referent_desk.storage import schema
from referent_desk.usecases.desks import open_desk
from tests.journeys.test_window import Sitting
from tests.usecases.homes import bare_content, home_of
from tests.usecases.shelves import shelf_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
FILED = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


class AtTheShelf(Sitting):
    def show_tab(self) -> None:
        self.go_to(1 + list(TabName).index(TabName.BINDERS))

    @property
    def state(self) -> str:
        return self.rows()[0][-1]

    def press_part(self, name: str) -> None:
        buttons = self.window.tabs.list_page.detail.findChildren(QPushButton)
        button = next(b for b in buttons if b.property(PART) == name)
        button.setFocus()
        self.qtbot.keyClick(button, Qt.Key.Key_Return)
        self.wait()

    def type(self, text: str) -> None:
        field = self.keyboard()
        assert self.page.isAncestorOf(field)
        self.qtbot.keyClicks(field, text)
        self.tap(Qt.Key.Key_Return)

    @property
    def page(self) -> ShelfCheckPage | LotsPage:
        page = self.window.pages.work
        assert isinstance(page, ShelfCheckPage | LotsPage)
        return page

    @property
    def check(self) -> ShelfCheckPage:
        assert isinstance(self.page, ShelfCheckPage)
        return self.page


@pytest.fixture
def shelf(tmp_path: Path, qtbot: QtBot, clock: FixedClock) -> Iterator[AtTheShelf]:
    """A ward whose binder was printed and filed a week ago."""
    speak("fr")
    home = home_of(bare_content(), tmp_path)
    desk = open_desk(home, FixedClock(FILED))
    ward = shelf_of(desk)
    ward.file(ward.print_all(), day=FILED.date())
    with desk.database.read() as connection:
        rows = connection.execute(schema.node.select()).all()
    name = next(row.paper_code for row in rows if row.id == ward.department)
    desk.close()
    sitting = AtTheShelf(home, clock, qtbot)
    sitting.choose(name)
    sitting.show_tab()
    yield sitting
    sitting.leave()


def test_what_the_shelf_lacks_is_printed_again_and_the_history_tells_it(shelf: AtTheShelf) -> None:
    assert shelf.state == "à jour"
    shelf.press_part("check")
    sheets = shelf.check.answers.sheets
    assert len(sheets) == 6
    for sheet in sheets[:4]:
        shelf.type(sheet.check_code.lower())
    shelf.qtbot.mouseClick(shelf.check.reading.missing, Qt.MouseButton.LeftButton)
    shelf.wait()
    shelf.type(sheets[5].check_code)
    shelf.type("Maryse Aubry")
    shelf.type("")
    assert shelf.check.result.title.said() == "5 feuillets conformes sur 6."
    assert sheets[4].code in shelf.check.result.advice.said()
    asked: list[int] = []
    shelf.check.replacements_asked.connect(asked.append)
    shelf.tap(Qt.Key.Key_Escape)
    assert shelf.window.pages.work is None
    shelf.qtbot.waitUntil(lambda: "1" in shelf.state)
    said = shelf.said()
    assert "Absent de sa place au contrôle du classeur, le 9\u00a0novembre." in said
    assert sheets[4].code in said
    assert asked == []


def test_a_lot_of_numbered_forms_is_prepared_from_the_tab(
    shelf: AtTheShelf,
) -> None:
    shelf.press_part("forms")
    page = shelf.page
    assert isinstance(page, LotsPage)
    page.form.amount.setValue(3)
    page.form.who.show_name("Maryse Aubry")
    page.form.print.setFocus()
    shelf.qtbot.keyClick(page.form.print, Qt.Key.Key_Return)
    shelf.wait()
    shelf.qtbot.waitUntil(page.told.isVisible)
    assert "3 feuillets" in page.told.label.said()
    assert shelf.saved.read_bytes().startswith(b"%PDF")
    shelf.tap(Qt.Key.Key_Escape)
    assert shelf.window.pages.work is None
