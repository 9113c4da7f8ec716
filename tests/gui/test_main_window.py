from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from referent_desk.domain.changes import ALL_KINDS, Kind
from referent_desk.errors import NewerData, NoRoom
from referent_desk.gui.binders.print_dialogs import PrintDialog
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.main_window import MainWindow
from referent_desk.gui.messages import ErrorDialog, ReportDialog
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.row_tables import LinesTable
from referent_desk.gui.settings import WindowSettings
from referent_desk.gui.themes import ThemeChoice
from referent_desk.language import speak
from tests.gui.clicks import double_click
from tests.gui.conftest import OpenWindow, let_close
from tests.gui.stand_ins import HOSTILE, StandInHome, surroundings, with_home

CONTROLS = (QAbstractButton, QLineEdit, QSpinBox, QComboBox, QTableView)


def title(window: MainWindow) -> str:
    labels = window.tabs.list_page.detail.findChildren(PlainLabel)
    return next((x.said() for x in labels if x.property("look") == "title"), "")


def tab(window: MainWindow) -> TabName:
    return window.tabs.list_page.subject.name


def go_through_tabs(window: MainWindow, qtbot: QtBot, jobs: Jobs) -> Iterable[QWidget]:
    for number in range(window.tabs.count()):
        window.tabs.setCurrentIndex(number)
        qtbot.waitUntil(lambda: jobs.is_idle)
        yield window.tabs.page.widget


def open_dialogs(window: MainWindow, qtbot: QtBot, jobs: Jobs) -> list[QWidget]:
    window.print_binder()
    qtbot.waitUntil(lambda: jobs.is_idle)
    dialog = window.dialog
    assert isinstance(dialog, PrintDialog)
    error = ErrorDialog(NoRoom("No room.", "Free some."), window)
    report = ReportDialog(window)
    report.add("Traceback")
    return [window, dialog, error, report, window.top.chooser.popup]


def test_the_first_department_is_chosen_and_shown(open_window: OpenWindow) -> None:
    window = open_window()
    window.resize(1366, 768)
    assert window.top.chooser.text() == "Department 0001 — North Hospital (0001)"
    assert title(window) == "Department 0001"


def test_every_label_of_every_part_is_plain_text(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    window = open_window(warnings=("The folder lies on a network drive.",))
    labels: list[QLabel] = []
    for page in go_through_tabs(window, qtbot, jobs):
        labels += page.findChildren(QLabel)
    for widget in open_dialogs(window, qtbot, jobs):
        labels += widget.findChildren(QLabel)
    assert len(labels) > 100
    rich = {x.text() for x in labels if x.textFormat() is not Qt.TextFormat.PlainText}
    assert rich == set()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_letter_by_letter_everywhere(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow, text: str
) -> None:
    window = open_window(StandInHome(text=text, name=text).questions())
    line = " ".join(text.split())
    for page in go_through_tabs(window, qtbot, jobs):
        if window.tabs.page.name is TabName.TODAY:
            continue
        said = [label.said() for label in page.findChildren(PlainLabel)]
        said += [field.text() for field in page.findChildren(QLineEdit)]
        assert text in said or line in said
        table = window.tabs.list_page.pane.table
        assert line in {str(table.model().index(0, c).data()) for c in range(5)}
        assert window.tabs.list_page.detail.horizontalScrollBar().maximum() == 0
    assert window.width() <= 1366
    choice = window.tabs.department
    assert choice is not None
    assert choice.name == text


def test_every_control_has_a_name_for_a_screen_reader(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    window = open_window(warnings=("A warning.",))
    nameless = []
    for widget in (*go_through_tabs(window, qtbot, jobs), *open_dialogs(window, qtbot, jobs)):
        for control in widget.findChildren(QWidget):
            inner = isinstance(control.parent(), (QSpinBox, QLineEdit, QTableView))
            if isinstance(control, CONTROLS) and not inner:
                text = control.text() if isinstance(control, QAbstractButton) else ""
                if not (control.accessibleName() or text):
                    nameless.append(repr(control))
    assert nameless == []


@pytest.mark.parametrize("code", ["en", "fr"])
def test_no_two_keys_of_one_window_clash(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow, code: str
) -> None:
    speak(code)
    window = open_window()
    for number in range(window.tabs.count()):
        window.tabs.setCurrentIndex(number)
        qtbot.waitUntil(lambda: jobs.is_idle)
        assert clashes(visible_texts(window)) == []
    menu = window.top.menu_button.menu()
    assert clashes([action.text() for action in menu.actions()]) == []
    for dialog in open_dialogs(window, qtbot, jobs)[1:]:
        dialog.show()
        assert clashes(visible_texts(dialog)) == []


def test_the_last_line_counts_what_is_out_of_date_and_leads_there(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    home = StandInHome()
    window = open_window(home.questions())
    button = window.status.sheets
    qtbot.waitUntil(button.isVisible)
    assert button.text() == "3 sheets out of date"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert tab(window) is TabName.BINDERS
    home.copies.copies = ()
    window.bus.tell(frozenset({Kind.BINDERS}))
    qtbot.waitUntil(lambda: not button.isVisible())


def visible_texts(window: QWidget) -> list[str]:
    here = [w for w in window.findChildren(QWidget) if w.isVisible() and w.window() is window]
    pressed = [w.text() for w in here if isinstance(w, (QPushButton, QCheckBox, QRadioButton))]
    named = [w.text() for w in here if isinstance(w, QLabel) and w.buddy() is not None]
    return pressed + named


def clashes(texts: list[str]) -> list[str]:
    keys = Counter(
        found.group(1).casefold()
        for text in texts
        if (found := re.search(r"(?<!&)&(?!&)(\w)", text))
    )
    return [key for key, count in keys.items() if count > 1]


def test_whatever_is_pressed_is_at_least_32_pixels_high(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    window = open_window(warnings=("A warning.",))
    small = []
    for widget in open_dialogs(window, qtbot, jobs):
        widget.show()
        for control in widget.findChildren(QWidget):
            inner = isinstance(control.parent(), (QLineEdit, QSpinBox, QTableView))
            if inner or not control.isVisible():
                continue
            if isinstance(control, (QPushButton, QToolButton, QLineEdit, QSpinBox, QCheckBox)):
                if control.height() < 32:
                    small.append((repr(control), control.height()))
            elif isinstance(control, QTableView) and not isinstance(control, LinesTable):
                assert control.verticalHeader().defaultSectionSize() >= 32
    assert small == []


def test_keys_alone_lead_through_the_window(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_3, alt)
    assert tab(window) is TabName.SOFTWARE
    qtbot.waitUntil(lambda: title(window) == "Dossier+")
    qtbot.keyClick(window, Qt.Key.Key_F, control)
    assert window.tabs.list_page.pane.filter.hasFocus()
    qtbot.keyClicks(window.tabs.list_page.pane.filter, "zeb")
    qtbot.waitUntil(lambda: title(window) == "Zebra")
    qtbot.keyClick(window, Qt.Key.Key_Left, alt)
    assert tab(window) is TabName.DEPARTMENTS
    qtbot.keyClick(window.tabs, Qt.Key.Key_Tab, control)
    assert tab(window) is TabName.SOFTWARE


def test_a_tab_seen_for_the_first_time_takes_nothing_from_the_window(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    """A part shown before it has its place flashes as a window of its own and takes the keys."""
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for _page in go_through_tabs(window, qtbot, jobs):
        assert window.isActiveWindow()


def test_f5_reads_again(qtbot: QtBot, jobs: Jobs, open_window: OpenWindow) -> None:
    home = StandInHome()
    window = open_window(home.questions())
    before = len(home.departments.listings)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: len(home.departments.listings) == before + 1)


def test_the_tab_key_goes_as_one_reads(open_window: OpenWindow) -> None:
    window = open_window()
    page = window.tabs.list_page
    wanted = [window.top.chooser, window.top.print, window.top.menu_button, window.tabs.tabBar(),
              page.pane.filter, page.pane.table, page.detail]  # fmt: skip
    met: list[QWidget] = []
    widget: QWidget | None = window.top.chooser
    for _step in range(120):
        assert widget is not None
        if widget in wanted and widget not in met:
            met.append(widget)
        widget = widget.nextInFocusChain()
    assert met == wanted


def test_a_row_of_what_a_department_does_leads_to_its_degraded_mode_and_back(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    home = StandInHome()
    window = open_window(home.questions())
    coverage = window.tabs.list_page.detail.findChildren(LinesTable)[0]
    double_click(qtbot, coverage, 1)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert tab(window) is TabName.PROCEDURES
    assert window.tabs.page.key == ("f1", "s1")
    assert window.top.back.isEnabled()
    qtbot.mouseClick(window.top.back, Qt.MouseButton.LeftButton)
    assert tab(window) is TabName.DEPARTMENTS
    assert not window.top.back.isEnabled()


def test_a_hole_stands_first_and_leads_to_its_degraded_mode(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    window = open_window()
    coverage = window.tabs.list_page.detail.findChildren(LinesTable)[0]
    double_click(qtbot, coverage, 0)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert (tab(window), window.tabs.page.key) == (TabName.PROCEDURES, ("f2", None))


def work_buttons(window: MainWindow) -> list[QPushButton]:
    """The buttons that make a department the one that the window speaks of."""
    buttons = window.tabs.list_page.detail.findChildren(QPushButton)
    return [button for button in buttons if button.text() == "&Work on this department"]


def test_choosing_a_department_changes_every_tab(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    home = StandInHome()
    window = open_window(home.questions())
    window.follow(Place(TabName.DEPARTMENTS, ("d3",)))
    qtbot.waitUntil(lambda: title(window) == "Department 0003")
    [button] = work_buttons(window)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.top.chooser.choice == home.choices.rows[2]
    for name, asked in ((TabName.SOFTWARE, home.software), (TabName.PROCEDURES, home.procedures)):
        window.follow(Place(name))
        qtbot.waitUntil(lambda: jobs.is_idle)
        assert asked.listings[-1].department_id == "d3"


def test_the_chosen_department_offers_no_button_to_choose_it(open_window: OpenWindow) -> None:
    window = open_window()
    assert work_buttons(window) == []


def test_the_department_and_the_theme_are_remembered(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow, tmp_path: Path
) -> None:
    home = StandInHome()
    window = open_window(home.questions())
    window.choose_department(home.choices.rows[1])
    action: QAction = window.top.themes[ThemeChoice.DARK]
    action.trigger()
    window.close()
    kept = WindowSettings(tmp_path)
    assert (kept.department_id, kept.theme) == ("d2", ThemeChoice.DARK)


def test_a_home_that_can_only_be_read_says_so(open_window: OpenWindow) -> None:
    home = StandInHome()
    home.opened = replace(home.opened, read_only=True, notices=("Another PC is writing here.",))
    window = open_window(home.questions(), warnings=("The folder lies on a network drive.",))
    assert [bar.label.said() for bar in window.notices.bars()] == [
        "Another PC is writing here.",
        "The folder lies on a network drive.",
    ]
    said = [x.said() for x in window.status.findChildren(PlainLabel) if x.isVisible()]
    assert "Read only" in said


def test_a_home_that_cannot_be_opened_says_why_and_can_be_tried_again(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    home = StandInHome()
    refusals = [NewerData("The file is of a newer version.", "Install the newer version.")]

    def open_home(_remembered: str | None) -> object:
        if refusals:
            raise refusals.pop()
        return home.opened

    window = open_window(with_home(home.questions(), open_home=open_home))
    page = window.pages.trouble
    assert page.isVisible()
    said = [label.said() for label in page.findChildren(PlainLabel)]
    assert {"The file is of a newer version.", "Install the newer version."} <= set(said)
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: title(window) == "Department 0001")


def test_an_empty_home_offers_the_demo_hospital_and_fills_it(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    empty, full = StandInHome(0).opened, StandInHome()
    filled: list[bool] = []

    def fill() -> frozenset[Kind]:
        filled.append(True)
        return ALL_KINDS

    questions = with_home(
        full.questions(),
        open_home=lambda _remembered: full.opened if filled else empty,
        fill_demo=fill,
    )
    window = open_window(questions)
    assert window.pages.welcome.isVisible()
    assert not window.top.print.isEnabled()
    assert window.pages.welcome.start.hasFocus()
    qtbot.keyClick(window.pages.welcome.demo, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: title(window) == "Department 0001")


def test_a_demo_hospital_that_cannot_be_filled_says_why(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    home = StandInHome(0)

    def refuse() -> frozenset[Kind]:
        raise NoRoom("The disk is full.", "Free some space.")

    window = open_window(with_home(home.questions(), fill_demo=refuse))
    qtbot.mouseClick(window.pages.welcome.demo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs.is_idle)
    said = [x.said() for x in window.pages.welcome.findChildren(PlainLabel) if x.isVisible()]
    assert "The disk is full. Free some space." in said
    assert window.pages.welcome.demo.isEnabled()


def test_an_empty_home_that_can_only_be_read_offers_nothing_it_cannot_do(
    open_window: OpenWindow,
) -> None:
    home = StandInHome(0)
    home.opened = replace(home.opened, read_only=True)
    window = open_window(home.questions())
    assert window.pages.welcome.isVisible()
    assert not window.pages.welcome.demo.isVisible()


@pytest.fixture
def own_jobs(qtbot: QtBot) -> Jobs:
    """A worker that the window itself ends."""
    return Jobs()


def test_closing_waits_until_the_home_is_closed_and_says_what_it_waits_for(
    qtbot: QtBot, own_jobs: Jobs, tmp_path: Path
) -> None:
    home = StandInHome()
    backed_up = threading.Event()
    questions = with_home(home.questions(), close_home=lambda: backed_up.wait(5))
    window = MainWindow(questions, surroundings(tmp_path), WindowSettings(tmp_path), own_jobs)
    qtbot.addWidget(window, before_close_func=let_close)
    window.show()
    own_jobs.start()
    window.open_home()
    qtbot.waitUntil(lambda: own_jobs.is_idle)
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: window.status.work.said() == "Closing: backing up…")
    backed_up.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert own_jobs.wait()


def test_what_goes_wrong_at_the_last_moment_is_still_said(
    qtbot: QtBot, own_jobs: Jobs, tmp_path: Path
) -> None:
    def refuse() -> None:
        raise NoRoom("The home could not be backed up.", "Free some space.")

    questions = with_home(StandInHome().questions(), close_home=refuse)
    window = MainWindow(questions, surroundings(tmp_path), WindowSettings(tmp_path), own_jobs)
    qtbot.addWidget(window, before_close_func=let_close)
    window.show()
    own_jobs.start()
    window.close()
    qtbot.waitUntil(lambda: len(window.findChildren(ErrorDialog)) == 1)
    dialog = window.findChildren(ErrorDialog)[0]
    assert "The home could not be backed up." in [
        label.said() for label in dialog.findChildren(PlainLabel)
    ]
    dialog.accept()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert own_jobs.wait()


def test_closing_before_the_home_was_opened_closes_at_once(
    qtbot: QtBot, own_jobs: Jobs, tmp_path: Path
) -> None:
    questions = StandInHome().questions()
    window = MainWindow(questions, surroundings(tmp_path), WindowSettings(tmp_path), own_jobs)
    qtbot.addWidget(window, before_close_func=let_close)
    window.show()
    window.close()
    assert not window.isVisible()


def test_the_whole_home_is_named_in_the_last_line(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    assert str(tmp_path) in window.status.shown.toolTip()


def test_the_window_opens_no_larger_than_the_screen(open_window: OpenWindow) -> None:
    """The screen of these tests is smaller than the window wants to be."""
    window = open_window(wait=False)
    room = window.screen().availableSize()
    assert room.width() < 1366
    assert window.isMaximized()
    assert window.size() == window.size().boundedTo(room)
