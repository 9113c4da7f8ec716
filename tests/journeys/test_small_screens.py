"""The window where 150 % leaves 911 × 480 pixels of a ward PC's screen: nothing is cut off."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.exceptions import TimeoutError as QtBotTimeout
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.domain.records import RecordKind
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.list_heads import LEAST_FILTER
from referent_desk.gui.list_tabs import ListTab
from referent_desk.gui.main_window import MainWindow, Surroundings
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.settings import WindowSettings
from referent_desk.home import Home
from referent_desk.language import Language, language, speak, speak_as
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.desks import open_desk
from referent_desk.wiring.questions import questions_of
from tests.pseudo_language import pseudo_language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ROOM = QSize(905, 480)
CLOCK = FixedClock(datetime(2026, 11, 9, 13, 2, tzinfo=UTC))
LANGUAGES: dict[str, Callable[[], Language]] = {
    "French": lambda: language("fr"),
    "long": pseudo_language,
}
LISTS = tuple(name for name in TabName if name is not TabName.TODAY)


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    speak("fr")
    home = Home(tmp_path_factory.mktemp("small") / "home")
    home.make()
    desk = open_desk(home, CLOCK)
    fill_demo(desk)
    assert desk.close() is None
    return home.root


class SmallSitting:
    """A window that was given no more room than there is."""

    def __init__(self, home: Home, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.jobs = Jobs()
        files = FileQuestions(lambda _parent, _suggested: None, lambda _path: True)
        around = Surroundings(home.root, (), files, lambda _choice: None)
        self.window = MainWindow(
            questions_of(home, CLOCK), around, WindowSettings(home.root), self.jobs
        )
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(ROOM)
        self.window.show()
        self.jobs.start()
        self.window.open_home()
        self.wait()

    @property
    def page(self) -> ListTab:
        return self.window.tabs.list_page

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=20_000)

    def go_to(self, name: TabName) -> None:
        self.window.follow(Place(name))
        self.wait()

    def assert_fits(self) -> None:
        with suppress(QtBotTimeout):
            self.qtbot.waitUntil(lambda: not too_wide(self.window))
        assert too_wide(self.window) == []
        least = self.window.minimumSizeHint()
        assert least.width() <= ROOM.width()
        assert least.height() <= ROOM.height()
        assert self.window.size() == ROOM
        assert out_of_sight(self.window) == []

    def leave(self) -> None:
        self.window.close()
        self.qtbot.waitUntil(lambda: not self.window.isVisible(), timeout=20_000)
        assert self.jobs.wait()
        self.window.deleteLater()


@pytest.fixture(params=LANGUAGES)
def sitting(
    request: pytest.FixtureRequest, qtbot: QtBot, demo_folder: Path, tmp_path: Path
) -> Iterator[SmallSitting]:
    speak_as(LANGUAGES[request.param]())
    made = SmallSitting(Home(shutil.copytree(demo_folder, tmp_path / "home")), qtbot)
    yield made
    made.leave()


def shown(root: QWidget) -> list[QWidget]:
    return [w for w in root.findChildren(QWidget) if w.isVisible() and w.window() is root.window()]


def too_wide(root: QWidget) -> list[str]:
    """Areas that can only be scrolled up and down, with more in them than they are wide."""
    found = []
    for area in shown(root):
        page = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and page is not None and area.widgetResizable():
            needed, there = page.minimumSizeHint().width(), area.viewport().width()
            if needed > there:
                found.append(f"{type(area).__name__} {area.accessibleName()}: {needed} > {there}")
    return found


def out_of_sight(window: QWidget) -> list[str]:
    """Buttons that lie partly beyond the edge of the window; what is scrolled may."""
    found = []
    for button in shown(window):
        if isinstance(button, QPushButton) and not _is_scrolled(button):
            place = button.mapTo(window, button.rect().topLeft())
            if not window.rect().contains(button.rect().translated(place)):
                found.append(button.text())
    return found


def _is_scrolled(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above is not None


def test_every_tab_fits_a_small_screen(sitting: SmallSitting) -> None:
    for name in TabName:
        sitting.go_to(name)
        sitting.assert_fits()


def squeezed(page: ListTab) -> list[str]:
    """What stands above a list and is narrower than it wants, cut off, or covers something."""
    pane = page.pane
    line = pane.filter.geometry().bottom()
    beside = [w for w in shown(pane) if w.parentWidget() is pane and w.y() < line]
    beside = [w for w in beside if isinstance(w, (QLineEdit, QLabel, QPushButton, QFrame))]
    found = [] if pane.filter.width() >= LEAST_FILTER else ["the filter"]
    for widget in beside:
        room = widget.sizeHint().width() if widget is not pane.filter else LEAST_FILTER
        others = (o.geometry() for o in beside if o is not widget)
        is_cut = widget.width() < room or not pane.rect().contains(widget.geometry())
        if is_cut or any(widget.geometry().intersects(other) for other in others):
            found.append(f"{type(widget).__name__} {widget.geometry()}")
    return found


def test_the_filter_of_every_list_has_room_for_two_words(sitting: SmallSitting) -> None:
    for name in LISTS:
        sitting.go_to(name)
        for sizes in (None, [320, 540], [540, 320]):
            if sizes is not None:
                sitting.page.splitter.setSizes(sizes)
            with suppress(QtBotTimeout):
                sitting.qtbot.waitUntil(lambda: not squeezed(sitting.page))
            assert squeezed(sitting.page) == [], (name, sizes)


def test_every_tab_fits_a_small_screen_with_the_help_beside_it(sitting: SmallSitting) -> None:
    sitting.window.help.toggle()
    for name in TabName:
        sitting.go_to(name)
        sitting.assert_fits()


def test_what_was_saved_fits_beside_what_can_be_taken_back(sitting: SmallSitting) -> None:
    sitting.go_to(TabName.DEPARTMENTS)
    department = sitting.window.tabs.department
    assert department is not None
    key = department.id
    edit = sitting.window.tabs.editing.records.edit
    sitting.window.saver.save(lambda: edit(RecordKind.NODE, key, "telephone", "4399"))
    sitting.wait()
    assert sitting.window.status.undo.isVisible()
    sitting.assert_fits()


def test_every_form_of_something_new_fits_a_small_screen(sitting: SmallSitting) -> None:
    for name in LISTS:
        sitting.go_to(name)
        sitting.page.begin_new()
        sitting.wait()
        sitting.assert_fits()
        if sitting.page.form is not None:
            sitting.page.form.leave()
            sitting.wait()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_first_screen_fits_a_small_screen(qtbot: QtBot, tmp_path: Path, code: str) -> None:
    speak_as(LANGUAGES[code]())
    home = Home(tmp_path / "empty")
    home.make()
    sitting = SmallSitting(home, qtbot)
    sitting.assert_fits()
    sitting.leave()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_home_that_is_only_read_fits_a_small_screen(
    qtbot: QtBot, demo_folder: Path, tmp_path: Path, code: str
) -> None:
    speak_as(LANGUAGES[code]())
    home = Home(shutil.copytree(demo_folder, tmp_path / "home"))
    writing = open_desk(home, CLOCK)
    sitting = SmallSitting(home, qtbot)
    assert sitting.window.status.is_read_only
    for name in TabName:
        sitting.go_to(name)
        sitting.assert_fits()
    sitting.leave()
    writing.close()


def pages(sitting: SmallSitting) -> dict[str, Callable[[], object]]:
    """What opens over the tabs."""
    doors = sitting.window.tabs.doors
    return {
        "means": doors.failures.show_means,
        "failures": doors.failures.show_failures,
        "presence": doors.presence.show_presence,
        "skills": doors.skills.open_skills,
        "handovers": doors.handovers.open,
        "advice": doors.advice.show_advice,
        "coverage": doors.coverage.show_coverage,
        "group": doors.group.show_group,
        "readings": doors.practice.open_readings,
        "dialling": doors.practice.open_dialling,
    }


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_page_over_the_tabs_fits_a_small_screen(
    qtbot: QtBot, demo_folder: Path, tmp_path: Path, code: str
) -> None:
    speak(code)
    sitting = SmallSitting(Home(shutil.copytree(demo_folder, tmp_path / "home")), qtbot)
    for name, open_page in pages(sitting).items():
        open_page()
        sitting.wait()
        work = sitting.window.pages.work
        assert work is not None, name
        sitting.assert_fits()
        work.go_away()
        sitting.wait()
    sitting.leave()


def test_titles_of_tabs_stand_closer_before_they_are_cut_and_are_read_in_their_tool_tips(
    qtbot: QtBot, demo_folder: Path, tmp_path: Path
) -> None:
    speak("fr")
    sitting = SmallSitting(Home(shutil.copytree(demo_folder, tmp_path / "home")), qtbot)
    bar = sitting.window.tabs.tabBar()
    assert (bar.property("narrow"), bar.tabToolTip(1)) == (False, "")
    wide = bar.tabRect(1).width()
    sitting.window.help.toggle()
    sitting.wait()
    assert (bar.property("narrow"), bar.tabToolTip(1)) == (True, "<qt>Services</qt>")
    assert bar.tabRect(1).width() < wide
    sitting.leave()
