"""A person keeps the binder on the shelf right: one number changes, and the paper follows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import RecordKind
from referent_desk.gui.copies.action_rows import ActionRow
from referent_desk.gui.copies.actions import Step
from referent_desk.gui.copies.sheet_lists import SheetLine
from referent_desk.gui.icons import IconButton
from referent_desk.gui.pane_fields import FieldsForm
from referent_desk.gui.places import TabName
from referent_desk.gui.today.tabs import TodayTab
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.desks import open_desk
from tests.journeys.test_window import Sitting

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
ALT = Qt.KeyboardModifier.AltModifier


class Shelf(Sitting):
    """The tab of the binder, as one sees and works it."""

    def show_tab(self) -> None:
        self.go_to(1 + list(TabName).index(TabName.BINDERS))

    @property
    def actions(self) -> ActionRow:
        [row] = self.window.tabs.list_page.detail.findChildren(ActionRow)
        return row

    def action(self, step: Step) -> IconButton:
        return self.actions.buttons[step]

    def click(self, step: Step) -> None:
        self.qtbot.mouseClick(self.action(step), Qt.MouseButton.LeftButton)

    @property
    def state(self) -> str:
        return self.rows()[0][-1]

    def wrong(self) -> dict[str, str]:
        """What is said of the sheets that are listed in full, by their code."""
        lines = self.window.tabs.list_page.detail.findChildren(SheetLine)
        return {line.sheet.code: line.sheet.status.value for line in lines if line.isVisible()}

    def form(self) -> FieldsForm:
        form = self.window.tabs.list_page.form
        assert isinstance(form, FieldsForm)
        return form

    def save_pdf(self) -> list[str]:
        """What the dialog shows is written; the texts of its pages."""
        dialog = self.window.dialog
        assert dialog is not None
        self.qtbot.waitUntil(dialog.save.isEnabled, timeout=20_000)
        self.wait()
        dialog.save.setFocus()
        self.qtbot.keyClick(dialog.save, Qt.Key.Key_Space)
        self.qtbot.waitUntil(dialog.saved.isVisible, timeout=20_000)
        self.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        self.qtbot.waitUntil(lambda: self.window.dialog is None)
        self.wait()
        document = pypdfium2.PdfDocument(self.saved.read_bytes())
        texts = [page.get_textpage().get_text_range() for page in document]
        document.close()
        return texts

    def say(self, who: str = "Maryse Aubry") -> None:
        """Name oneself in the form that lies there, by the keyboard; the day is proposed."""
        self.qtbot.waitUntil(lambda: self.window.tabs.list_page.form is not None)
        form = self.form()
        field = form._fields[0]
        if not field.text():
            self.qtbot.keyClicks(field, who)
            self.wait()
        self.qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.wait()
        self.qtbot.waitUntil(lambda: self.window.tabs.list_page.form is None)
        self.wait()

    def change_number(self) -> str:
        """The first number of the directory of the ward, as the tab of departments would."""
        department = self.window.tabs.department
        assert department is not None
        records, kind = self.window.tabs.editing.records, RecordKind.DIRECTORY_ENTRY
        named: list[str] = []

        def change() -> Saved:
            entry = records.list(kind, "owner_id", department.id)[0]
            named.append(entry.name)
            return records.edit(kind, entry.id, "number", "04 71 00 99 88")

        self.window.saver.save(change)
        self.wait()
        return named[0]


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    speak("fr")
    home = Home(tmp_path_factory.mktemp("shelf") / "home")
    home.make()
    desk = open_desk(home, FixedClock(datetime(2026, 11, 9, 13, 2, tzinfo=UTC)))
    fill_demo(desk)
    assert desk.close() is None
    return home.root


@pytest.fixture
def shelf(demo_folder: Path, tmp_path: Path, qtbot: QtBot, clock: FixedClock) -> Iterator[Shelf]:
    speak("fr")
    sitting = Shelf(Home(Path(shutil.copytree(demo_folder, tmp_path / "home"))), clock, qtbot)
    sitting.be_on_the_ward()
    yield sitting
    sitting.leave()


def bring_up_to_date(shelf: Shelf) -> None:
    """The whole binder for copy 1, printed, on paper, filed; by clicks."""
    shelf.show_tab()
    shelf.click(Step.WHOLE)
    pages = shelf.save_pdf()
    assert len(pages) > 40
    assert shelf.state == "préparé, pas classé"
    shelf.click(Step.CONFIRM)
    shelf.say()
    assert Step.CONFIRM not in shelf.actions.buttons
    shelf.click(Step.FILE)
    assert shelf.form()._fields[0].text() == "Maryse Aubry"
    shelf.say()
    assert shelf.state == "à jour"


def test_a_number_that_changes_is_followed_on_paper_by_clicks(shelf: Shelf) -> None:
    bring_up_to_date(shelf)
    assert shelf.wrong() == {}
    label = shelf.change_number()
    shelf.qtbot.waitUntil(lambda: "remplacer" in shelf.state)
    wrong = shelf.wrong()
    assert "ANN-01" in wrong
    assert set(wrong.values()) == {"out_of_date"}
    assert 2 <= len(wrong) <= 6
    said = shelf.said()
    assert label[:8] in said
    last_line = shelf.window.status.sheets
    shelf.qtbot.waitUntil(lambda: last_line.text() == f"{len(wrong)} feuillets périmés")
    assert last_line.isVisible()
    shelf.click(Step.REPLACE)
    pages = shelf.save_pdf()
    assert len(pages) < 20
    assert any("04 71 00 99 88" in page.replace("\u00a0", " ") for page in pages)
    assert set(shelf.wrong().values()) == {"printed_not_filed"}
    shelf.click(Step.CONFIRM)
    shelf.say()
    shelf.click(Step.FILE)
    shelf.say()
    assert shelf.state == "à jour"
    assert shelf.wrong() == {}
    shelf.qtbot.waitUntil(lambda: not shelf.window.status.sheets.isVisible())


def test_and_by_the_keyboard_alone(shelf: Shelf) -> None:
    bring_up_to_date(shelf)
    shelf.change_number()
    shelf.go_to(1)
    today = shelf.window.tabs.page
    assert isinstance(today, TodayTab)
    shelf.qtbot.waitUntil(
        lambda: any(card.task.code == "replacements" for card in today.list.cards)
    )
    card = next(card for card in today.list.cards if card.task.code == "replacements")
    assert card.title.said().endswith("à remplacer dans l’exemplaire 1")
    card.button.setFocus()
    shelf.qtbot.keyClick(card.button, Qt.Key.Key_Return)
    shelf.wait()
    shelf.qtbot.waitUntil(lambda: shelf.keyboard() is shelf.action(Step.REPLACE))
    shelf.qtbot.keyClick(shelf.action(Step.REPLACE), Qt.Key.Key_Return)
    shelf.save_pdf()
    shelf.press(Qt.Key.Key_O, ALT)  # Le papier est sorti
    shelf.say()
    shelf.press(Qt.Key.Key_A, ALT)  # Classé et signé
    shelf.say()
    assert shelf.state == "à jour"
    assert shelf.window.undoing.undo_text == "Annuler\xa0: tirage classé – 2"
    shelf.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shelf.state == "imprimé, pas classé"
