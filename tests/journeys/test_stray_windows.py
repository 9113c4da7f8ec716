"""Nothing of a page is ever seen as a window of its own: it would flash on the screen, and take the
keyboard from the program."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.gui.places import TabName
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.demo_drills import fill_demo_drills
from referent_desk.usecases.demo_skills import fill_demo_skills
from referent_desk.usecases.desks import open_desk
from tests.journeys.test_small_screens import CLOCK, SmallSitting, pages

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Watch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.strays: list[str] = []

    def eventFilter(  # noqa: N802 - as Qt calls it
        self, watched: QObject, event: QEvent
    ) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            is_own = watched.windowType() == Qt.WindowType.Window and watched.isWindow()
            if is_own and not isinstance(watched, (QDialog, QMainWindow, QMenu)):
                said = watched.text() if isinstance(watched, QPushButton) else ""
                self.strays.append(f"{type(watched).__name__} {said}".strip())
        return False


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[SmallSitting]:
    speak("en")
    home = Home(tmp_path / "home")
    home.make()
    desk = open_desk(home, CLOCK)
    fill_demo(desk)
    fill_demo_drills(desk)
    fill_demo_skills(desk)
    assert desk.close() is None
    made = SmallSitting(home, qtbot)
    yield made
    made.leave()
    shutil.rmtree(home.root)


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_no_form_of_something_new_opens_a_window_of_its_own(
    sitting: SmallSitting, watch: Watch
) -> None:
    for name in TabName:
        sitting.go_to(name)
        if name is not TabName.TODAY:
            sitting.page.begin_new()
            sitting.wait()
        assert watch.strays == [], name


def test_no_page_over_the_tabs_opens_a_window_of_its_own(
    sitting: SmallSitting, watch: Watch
) -> None:
    def open_programme() -> None:
        sitting.go_to(TabName.DRILLS)
        buttons = sitting.page.findChildren(QPushButton)
        next(button for button in buttons if "of three years" in button.text()).click()

    for name, open_page in {**pages(sitting), "programme": open_programme}.items():
        open_page()
        sitting.wait()
        assert watch.strays == [], name
        work = sitting.window.pages.work
        assert work is not None, name
        work.go_away()
        sitting.wait()


def test_the_keyboard_is_where_a_drill_is_prepared(sitting: SmallSitting) -> None:
    sitting.go_to(TabName.DRILLS)
    sitting.page.begin_new()
    sitting.wait()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Plan &this drill"
