"""From a card of the day to the list of a newcomer, the grid of skills, and a training."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.gui.places import TabName
from referent_desk.gui.skills.arrival_checks import ArrivalChecks
from referent_desk.gui.skills.arrival_pages import ArrivalsPage
from referent_desk.gui.skills.pages import SkillsPage
from referent_desk.gui.skills.training_forms import TrainingForm
from referent_desk.gui.today.tabs import TodayTab
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.demo_practice import fill_demo_practice
from referent_desk.usecases.demo_skills import fill_demo_skills
from referent_desk.usecases.desks import open_desk
from tests.journeys.test_window import Sitting

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CLOCK = FixedClock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    speak("fr")
    home = Home(tmp_path_factory.mktemp("demo") / "home")
    home.make()
    desk = open_desk(home, CLOCK)
    for fill in (fill_demo, fill_demo_practice, fill_demo_skills):
        fill(desk)
    assert desk.close() is None
    return home.root


@pytest.fixture
def sitting(demo_folder: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Sitting]:
    speak("fr")
    seated = Sitting(
        Home(Path(shutil.copytree(demo_folder, tmp_path / "home"))), CLOCK, qtbot, TabName.TODAY
    )
    seated.be_on_the_ward()
    seated.come_to_front()
    yield seated
    seated.leave()


def cards(sitting: Sitting) -> list[str]:
    page = sitting.window.tabs.page
    assert isinstance(page, TodayTab)
    return [card.task.code for card in page.list.cards]


def press(sitting: Sitting, code: str) -> None:
    page = sitting.window.tabs.page
    assert isinstance(page, TodayTab)
    assert page.list.hold(code)
    card = next(card for card in page.list.cards if card.task.code == code)
    sitting.qtbot.keyClick(card.button, Qt.Key.Key_Return)
    for _turn in range(3):
        sitting.wait()


def test_a_newcomer_is_welcomed_from_the_card_of_the_day(sitting: Sitting) -> None:
    press(sitting, "newcomers_unwelcomed")
    sitting.qtbot.waitUntil(lambda: isinstance(sitting.window.pages.work, ArrivalsPage))
    page = sitting.window.pages.work
    assert isinstance(page, ArrivalsPage)
    sitting.wait()
    assert page.people.chosen_row().name == "Jonas Keller"
    page.who.show_name("Maryse Aubry")
    checks = page.pane.kept("checks")
    assert isinstance(checks, ArrivalChecks)
    for box in list(checks.boxes.values()):
        if not box.isChecked():
            box.click()
            sitting.wait()
    assert all(box.isChecked() for box in checks.boxes.values())


def test_a_training_is_held_again_from_the_card_of_the_day(sitting: Sitting) -> None:
    press(sitting, "training_ends")
    sitting.qtbot.waitUntil(lambda: isinstance(sitting.window.pages.work, SkillsPage))
    page = sitting.window.pages.work
    assert isinstance(page, SkillsPage)
    sitting.wait()
    chosen = page.chosen()
    assert chosen is not None
    page.ask_training()
    sitting.wait()
    form = page.form
    assert isinstance(form, TrainingForm)
    assert form.software.currentData() == chosen[1].id
    form.who.show_name("Maryse Aubry")
    form.came.all.click()
    form.finish()
    sitting.wait()
    sitting.wait()
    assert page.form is None
    found = {gaps.software_id: gaps for gaps in page.model.gaps}
    assert found[chosen[1].id].ran_out == ()
    page.end()
    sitting.go_to(1)
    sitting.wait()
    assert "training_ends" not in cards(sitting)
