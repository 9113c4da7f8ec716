"""Somebody who has never seen the program, with the keyboard alone: from nothing to a binder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.gui.first_steps.frames import DONE, FUNCTIONS, STARTERS
from referent_desk.gui.first_steps.pages import FirstStepsPage
from referent_desk.gui.places import TabName
from referent_desk.gui.record_forms import RecordForm
from referent_desk.gui.today.tabs import TodayTab
from referent_desk.home import Home
from referent_desk.language import speak
from tests.journeys.test_window import Sitting

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LOOKING = {"Choisir un service", "Voir tous les services"}
TYPED = ("CH de la Vallee", "Pneumologie", "24", "0471000012", "Ada", "Moreau", "AMA", *[""] * 5)


class FirstMinute(Sitting):
    """The keyboard goes where the window has put it."""

    def __init__(self, home: Home, clock: FixedClock, qtbot: QtBot) -> None:
        super().__init__(home, clock, qtbot)
        self.come_to_front()

    @property
    def focus(self) -> QWidget:
        window = self.window.dialog or self.window
        widget = window.focusWidget()
        assert widget is not None
        return widget

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.qtbot.keyClick(self.focus, key, modifier)
        self.wait()

    def tab_to(self, widget: QWidget) -> None:
        for _step in range(20):
            if self.focus is widget:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError("the keyboard does not come there")

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focus, text)
        self.key(Qt.Key.Key_Return)

    @property
    def guide(self) -> FirstStepsPage:
        page = self.window.pages.work
        assert isinstance(page, FirstStepsPage)
        return page

    @property
    def today(self) -> TodayTab:
        page = self.window.tabs.tab(TabName.TODAY)
        assert isinstance(page, TodayTab)
        return page

    def cards(self) -> list[str]:
        return [card.task.code for card in self.today.list.cards]

    def do(self, code: str) -> None:
        card = next(card for card in self.today.list.cards if card.task.code == code)
        card.button.setFocus()
        self.key(Qt.Key.Key_Return)

    def form(self) -> RecordForm:
        form = self.window.tabs.list_page.form
        assert isinstance(form, RecordForm)
        return form

    def wait_for(self, field: str) -> None:
        """The form of a new record is there, and the keyboard in this field."""
        page = self.window.tabs.list_page
        self.qtbot.waitUntil(lambda: isinstance(page.form, RecordForm))
        control = self.form().rows[field].control
        self.qtbot.waitUntil(lambda: self.focus is control)
        self.wait()

    def make_department(self, *typed: str) -> None:
        """The four steps with what is proposed, one software named."""
        for text in typed:
            self.type(text)
        assert self.guide.step == FUNCTIONS
        self.key(Qt.Key.Key_Return)
        self.type("Dossier+")
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.waitUntil(self.guide.next.isEnabled, timeout=20_000)
        assert self.guide.step == STARTERS
        self.key(Qt.Key.Key_Space)
        assert self.guide.step == DONE


SitDown = Callable[[Home], FirstMinute]


@pytest.fixture
def sit_down(qtbot: QtBot, clock: FixedClock) -> SitDown:
    speak("fr")
    return lambda home: FirstMinute(home, clock, qtbot)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "home")
    made.make()
    return made


def pages_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path.read_bytes())
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


def test_from_an_empty_home_to_a_binder_with_the_keyboard_alone(
    sit_down: SitDown, home: Home
) -> None:
    sitting = sit_down(home)
    assert sitting.focus is sitting.window.pages.welcome.start
    sitting.key(Qt.Key.Key_Space)
    sitting.make_department(*TYPED)
    assert sitting.focus is sitting.guide.done.print
    sitting.key(Qt.Key.Key_Space)
    dialog = sitting.window.dialog
    assert dialog is not None
    sitting.qtbot.waitUntil(dialog.save.isEnabled, timeout=20_000)
    sitting.wait()
    sitting.tab_to(dialog.save)
    sitting.key(Qt.Key.Key_Space)
    sitting.qtbot.waitUntil(dialog.saved.isVisible, timeout=20_000)
    pages = pages_of(sitting.saved)
    assert "Pneumologie" in pages[0]
    assert "CH de la Vallee" in pages[0]
    assert "Ada Moreau" in "".join(pages)
    for title in ("Prescription des médicaments", "Analyses de laboratoire", "Transfusion"):
        assert any(title in page and "PROJET, NON APPROUVÉ" in page for page in pages)
    sitting.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    sitting.leave()


def test_afterwards_today_says_what_is_still_missing(sit_down: SitDown, home: Home) -> None:
    sitting = sit_down(home)
    sitting.key(Qt.Key.Key_Space)
    sitting.make_department(*TYPED)
    sitting.key(Qt.Key.Key_Tab)
    assert sitting.focus is sitting.guide.done.today
    sitting.key(Qt.Key.Key_Space)
    sitting.wait()
    assert sitting.window.pages.work is None
    assert sitting.cards()[:2] == ["directory_empty", "never_printed"]
    assert sitting.focus is sitting.today.list.cards[0].button
    choice = sitting.window.top.chooser.choice
    assert choice is not None
    assert choice.name == "Pneumologie"
    sitting.leave()


def test_a_card_leads_into_the_form_that_does_it_and_is_gone_then(
    sit_down: SitDown, home: Home
) -> None:
    sitting = sit_down(home)
    sitting.key(Qt.Key.Key_Space)
    sitting.make_department(*TYPED)
    sitting.guide.done.today.click()
    sitting.wait()
    sitting.key(Qt.Key.Key_Return)
    sitting.wait_for("number")
    assert sitting.form().rows["purpose"].control.typed() == "switchboard"
    sitting.qtbot.keyClicks(sitting.focus, "0471000020")
    sitting.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sitting.go_to(1)
    assert "directory_empty" not in sitting.cards()
    sitting.do("number_missing")
    sitting.wait_for("number")
    assert sitting.form().rows["purpose"].control.typed() == "it_on_call"
    sitting.go_to(1)
    sitting.do("no_deputy")
    sitting.wait_for("person_id")
    assert sitting.form().rows["rank"].control.typed() == "deputy"
    sitting.leave()


def test_what_was_made_is_taken_back_with_one_key(sit_down: SitDown, home: Home) -> None:
    sitting = sit_down(home)
    sitting.key(Qt.Key.Key_Space)
    sitting.make_department(*TYPED)
    sitting.guide.done.today.click()
    sitting.wait()
    sitting.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    sitting.wait()
    assert sitting.today.empty.isVisible()
    assert len(sitting.today.empty.buttons) == 2
    sitting.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    sitting.wait()
    assert sitting.cards() != []
    sitting.leave()


def test_a_guide_cut_short_is_there_again_at_the_next_start(sit_down: SitDown, home: Home) -> None:
    sitting = sit_down(home)
    sitting.key(Qt.Key.Key_Space)
    for text in TYPED[:3]:
        sitting.type(text)
    sitting.leave()
    again = sit_down(home)
    again.key(Qt.Key.Key_Space)
    again.wait()
    assert again.guide.brought_back is not None
    assert again.guide.values()["department"] == "Pneumologie"
    assert again.focus is again.guide.identity.rows["telephone"].control
    again.leave()


def test_a_further_department_takes_what_the_hospital_has(sit_down: SitDown, home: Home) -> None:
    sitting = sit_down(home)
    sitting.key(Qt.Key.Key_Space)
    sitting.make_department(*TYPED)
    sitting.guide.done.today.click()
    sitting.wait()
    sitting.window.top.department.trigger()
    sitting.wait()
    assert sitting.guide.identity.rows["establishment"].control.typed() == "CH de la Vallee"
    for text in ("Cardiologie", "12", "", "Ada", "Moreau", "AMA", *[""] * 5):
        sitting.type(text)
    sitting.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sitting.qtbot.waitUntil(sitting.guide.next.isEnabled, timeout=20_000)
    assert sitting.guide.starters.ticks == {}
    sitting.key(Qt.Key.Key_Space)
    sitting.guide.done.today.click()
    sitting.wait()
    choice = sitting.window.top.chooser.choice
    assert choice is not None
    assert choice.name == "Cardiologie"
    sitting.leave()


@pytest.mark.parametrize("name", list(TabName))
def test_no_tab_of_an_empty_home_is_a_blank_grid(
    sit_down: SitDown, home: Home, name: TabName
) -> None:
    """Each says why and what next; where the home is only read, nothing is offered that writes."""
    sitting = sit_down(home)
    window = sitting.window
    window.pages.show_tabs_below()
    window.pages.setCurrentWidget(window.tabs)
    window.tabs.begin()
    window.tabs.show_page(name)
    sitting.wait()
    page = window.tabs.page
    empty = page.empty if isinstance(page, TodayTab) else window.tabs.list_page.pane.empty_page
    for can_save in (True, False):
        window.saver.let_save(can_save)
        page.refresh()
        sitting.wait()
        assert empty.isVisible()
        assert empty.why.said()
        assert empty.next_step.said()
        offered = [button.text() for button in empty.buttons]
        assert offered if can_save else set(offered) <= LOOKING
    sitting.leave()
