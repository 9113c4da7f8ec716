"""The pages of work where 150 % leaves 905 × 480 pixels: nothing asks for more room than that."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.gui.drills.pages import DrillPage
from referent_desk.gui.places import TabName
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.demo_drills import fill_demo_drills
from referent_desk.usecases.desks import open_desk
from tests.journeys.test_small_screens import CLOCK, ROOM, SmallSitting, too_wide

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(scope="module")
def drilled_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    speak("fr")
    home = Home(tmp_path_factory.mktemp("pages") / "home")
    home.make()
    desk = open_desk(home, CLOCK)
    fill_demo(desk)
    fill_demo_drills(desk)
    assert desk.close() is None
    return home.root


@pytest.fixture
def sitting(qtbot: QtBot, drilled_folder: Path, tmp_path: Path) -> Iterator[SmallSitting]:
    speak("fr")
    made = SmallSitting(Home(shutil.copytree(drilled_folder, tmp_path / "home")), qtbot)
    yield made
    made.leave()


def assert_page_fits(sitting: SmallSitting) -> None:
    sitting.wait()
    assert sitting.window.pages.work is not None
    least = sitting.window.minimumSizeHint()
    assert least.width() <= ROOM.width()
    assert least.height() <= ROOM.height()
    assert sitting.window.size() == ROOM
    sitting.qtbot.waitUntil(lambda: not too_wide(sitting.window))


@pytest.mark.parametrize("door", ["readings", "dialling", "failures", "means", "coverage"])
def test_a_page_of_work_asks_for_no_more_room_than_there_is(
    sitting: SmallSitting, door: str
) -> None:
    sitting.go_to(TabName.PROCEDURES)
    tabs = sitting.window.tabs
    doors: dict[str, Callable[[], None]] = {
        "readings": tabs.doors.practice.open_readings,
        "dialling": tabs.doors.practice.open_dialling,
        "failures": tabs.doors.failures.show_failures,
        "means": tabs.doors.failures.show_means,
        "coverage": tabs.doors.coverage.show_coverage,
    }
    doors[door]()
    assert_page_fits(sitting)


def test_the_trial_of_a_mode_asks_for_no_more_room_than_there_is(sitting: SmallSitting) -> None:
    sitting.go_to(TabName.PROCEDURES)
    row, trials = sitting.page.pane.table.chosen_row(), sitting.window.tabs.doors.procedures.trials
    trials.verify(sitting.page.department_id or "", row.function_id, row.software_id)
    assert_page_fits(sitting)


def test_while_a_drill_is_played_on_a_low_screen_its_task_and_its_buttons_are_seen(
    sitting: SmallSitting,
) -> None:
    page = playing(sitting)
    page.watch.begin()
    for button in (page.watch.done, page.watch.pause, page.watch.stop):
        assert is_seen(button)
    for box in page.watch.boxes:
        sitting.qtbot.waitUntil(partial(is_seen, box.title))
        page.watch.done.click()
    assert_page_fits(sitting)
    assert page.run.width() - page.run.findings.width() < 60, "the findings have the whole width"


def is_seen(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


def playing(sitting: SmallSitting) -> DrillPage:
    sitting.go_to(TabName.DRILLS)
    found = sitting.page.detail.findChildren(QPushButton)
    next(b for b in found if b.text().replace("&", "") == "Jouer maintenant").click()
    sitting.wait()
    page = sitting.window.pages.work
    assert isinstance(page, DrillPage)
    return page
