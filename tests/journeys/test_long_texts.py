"""The window in a language longer than English, on the screen of a ward PC: every text is
translated, and each can be read whole, in its place or in its tool tip."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as QtBotTimeout
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.errors import RefusedInput
from referent_desk.gui.help.topic_lists import TopicList
from referent_desk.gui.help.topic_views import TopicView
from referent_desk.gui.imports.steps import StepName
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import ZERO_WIDTH_SPACE, ElidedLabel
from referent_desk.gui.main_window import MainWindow, Surroundings
from referent_desk.gui.messages import ErrorDialog
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.procedures.editor_pages import EditorPage
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.settings import WindowSettings
from referent_desk.home import Home
from referent_desk.language import _, speak, speak_as
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.desks import open_desk
from referent_desk.wiring.questions import questions_of
from tests.pseudo_language import pseudo_language, untranslated

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SCREEN = QSize(1366, 768)
ENLARGED = 1093  # pixels of that screen's width at 125 %
CLOCK = FixedClock(datetime(2026, 11, 9, 13, 2, tzinfo=UTC))
_WORD = re.compile(r"[^\W\d_]+")
_KEYS = frozenset({"ctrl", "alt", "maj", "shift", "f", "n", "k"})
_SLACK = 2  # pixels that rounding may take


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    speak("fr")
    home = Home(tmp_path_factory.mktemp("long") / "home")
    home.make()
    desk = open_desk(home, CLOCK)
    fill_demo(desk)
    assert desk.close() is None
    return home.root


@pytest.fixture(scope="module")
def data_words(demo_folder: Path) -> frozenset[str]:
    """Every word of the home: names are not translated."""
    with closing(sqlite3.connect(Home(demo_folder).database)) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        known = [name for (name,) in tables if not name.startswith("sqlite")]
        cells = [
            str(cell)
            for table in known
            for row in database.execute(f"SELECT * FROM {table}").fetchall()
            for cell in row
            if isinstance(cell, str)
        ]
    return frozenset(word.casefold() for text in cells for word in _WORD.findall(text))


class LongSitting:
    def __init__(self, home: Home, qtbot: QtBot) -> None:
        speak_as(pseudo_language())
        self.qtbot = qtbot
        self.jobs = Jobs()
        self.bugs: list[str] = []
        self.jobs.bug_met.connect(self.bugs.append)
        files = FileQuestions(lambda _parent, _suggested: None, lambda _path: True)
        around = Surroundings(home.root, (), files, lambda _choice: None)
        self.window = MainWindow(
            questions_of(home, CLOCK), around, WindowSettings(home.root), self.jobs
        )
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(SCREEN)
        self.window.show()
        self.jobs.start()
        self.window.open_home()
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=20_000)

    def leave(self) -> None:
        self.window.close()
        self.qtbot.waitUntil(lambda: not self.window.isVisible(), timeout=20_000)
        assert self.jobs.wait()
        self.window.deleteLater()
        assert self.bugs == []


@pytest.fixture
def sitting(qtbot: QtBot, demo_folder: Path, tmp_path: Path) -> Iterator[LongSitting]:
    home = Home(shutil.copytree(demo_folder, tmp_path / "home"))
    made = LongSitting(home, qtbot)
    yield made
    made.leave()


def seen(root: QWidget) -> list[QWidget]:
    return [w for w in root.findChildren(QWidget) if w.isVisible() and w.window() is root.window()]


def texts_of(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QTabBar():
            yield from (widget.tabText(number) for number in range(widget.count()))
        case QComboBox():
            yield from (widget.itemText(number) for number in range(widget.count()))
        case QTableView():
            model = widget.model()
            columns = range(model.columnCount())
            for column in columns:
                yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            for row in range(min(model.rowCount(), 40)):
                yield from (str(model.index(row, column).data() or "") for column in columns)


def strange_words(root: QWidget, data_words: frozenset[str]) -> list[str]:
    """What is shown, was not translated, and is not of the home either."""
    found = set()
    for widget in (root, *seen(root)):
        if isinstance(widget.parent(), QLineEdit) or _is_of_the_manual(widget):
            continue  # Qt's own button to clear the field; what is written in two languages only
        for text in texts_of(widget):
            plain = re.sub(r"<[^>]*>|&\w+;", " ", text).replace(ZERO_WIDTH_SPACE, "")
            plain = untranslated(plain).replace("&", "")
            words = {word.casefold() for word in _WORD.findall(plain)}
            if words - data_words - _KEYS:
                found.add(f"{type(widget).__name__}: {text[:90]}")
    return sorted(found)


def _is_of_the_manual(widget: QWidget) -> bool:
    while (parent := widget.parentWidget()) is not None:
        if isinstance(widget, (TopicView, TopicList)):
            return True
        widget = parent
    return False


def clipped(root: QWidget) -> list[str]:
    """Texts with less room than they need, and no tool tip that has them whole."""
    found = []
    for widget in seen(root):
        if not widget.toolTip() and (reason := _clipping(widget)):
            found.append(f"{type(widget).__name__} {reason}")
    return sorted(found)


def _clipping(widget: QWidget) -> str:
    if isinstance(widget.parent(), (QLineEdit, QComboBox, QTabBar)):
        return ""
    match widget:
        case ElidedLabel():
            return ""  # its tool tip has the whole text, or it has none
        case QLabel() if widget.text() and widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            short = needed > widget.height() + _SLACK
            return f"{needed} > {widget.height()} high: {widget.text()[:60]}" if short else ""
        case QLabel() | QAbstractButton() if widget.text():
            needed = widget.minimumSizeHint().width()
            if isinstance(widget, QToolButton):
                needed = widget.sizeHint().width()
            return _too_narrow(widget, needed, widget.text())
        case QLineEdit() if not widget.text():
            needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText()) + 24
            return _too_narrow(widget, needed, widget.placeholderText())
        case QComboBox():
            needed = widget.fontMetrics().horizontalAdvance(widget.currentText()) + 40
            return _too_narrow(widget, needed, widget.currentText())
        case QHeaderView() if widget.orientation() == Qt.Orientation.Horizontal:
            return _narrow_section(widget)
        case QTabBar():
            right = max((widget.tabRect(n).right() for n in range(widget.count())), default=0)
            return _too_narrow(widget, right, "the last tab")
    return ""


def _too_narrow(widget: QWidget, needed: int, text: str) -> str:
    if needed > widget.width() + _SLACK:
        return f"{needed} > {widget.width()} wide: {text[:60]}"
    return ""


def _narrow_section(header: QHeaderView) -> str:
    model = header.model()
    for column in range(header.count()):
        text = str(model.headerData(column, header.orientation()) or "")
        tip = model.headerData(column, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        needed = header.fontMetrics().horizontalAdvance(text)
        if not header.isSectionHidden(column) and needed > header.sectionSize(column) and not tip:
            return f"{needed} > {header.sectionSize(column)}: {text}"
    return ""


def overflowing(root: QWidget) -> list[str]:
    """Areas that must be scrolled sideways to be read; the picture of a page may be."""
    return [
        f"{type(area).__name__} {area.accessibleName()}"
        for area in seen(root)
        if isinstance(area, QAbstractScrollArea)
        and area.property("look") != "preview"
        and area.horizontalScrollBar().isVisible()
        and area.horizontalScrollBar().maximum() > 0
    ]


def assert_bears(root: QWidget, data_words: frozenset[str], qtbot: QtBot) -> None:
    """Labels take their height when the window next lays itself out: that is waited for."""
    with suppress(QtBotTimeout):
        qtbot.waitUntil(lambda: not clipped(root))
    assert root.minimumSizeHint().width() <= SCREEN.width()
    assert root.width() <= SCREEN.width()
    assert strange_words(root, data_words) == []
    assert clipped(root) == []
    assert overflowing(root) == []


@pytest.mark.parametrize("name", list(TabName))
def test_each_tab_bears_long_texts(
    qtbot: QtBot, sitting: LongSitting, data_words: frozenset[str], name: TabName
) -> None:
    sitting.window.follow(Place(name))
    sitting.wait()
    assert_bears(sitting.window, data_words, qtbot)


def test_the_help_bears_long_texts(
    qtbot: QtBot, sitting: LongSitting, data_words: frozenset[str]
) -> None:
    """The manual itself has two languages only; what stands around it is translated."""
    sitting.window.help.toggle()
    sitting.wait()
    panel = sitting.window.help.panel
    assert panel is not None
    assert_bears(sitting.window, data_words, qtbot)
    panel.show_contents()
    panel.search.setText("xylophone")
    assert_bears(sitting.window, data_words, qtbot)


def test_the_editor_bears_long_texts(
    qtbot: QtBot, sitting: LongSitting, data_words: frozenset[str]
) -> None:
    """Its first page, then the steps with the sheet beside them, then the approval."""
    sitting.window.follow(Place(TabName.PROCEDURES))
    sitting.wait()
    tabs = sitting.window.tabs
    row = tabs.list_page.chosen_row()
    assert tabs.department is not None
    tabs.doors.procedures.write(tabs.department.id, row.function_id, row.software_id)
    sitting.wait()
    assert_bears(sitting.window, data_words, qtbot)
    page = sitting.window.pages.work
    assert isinstance(page, EditorPage)
    if page.editor is None:
        assert page.sources is not None
        page.sources.sources[0][1].click()
        sitting.wait()
    assert page.editor is not None
    assert_bears(sitting.window, data_words, qtbot)
    assert sitting.window.minimumSizeHint().width() <= ENLARGED
    page.approve.click()
    assert_bears(sitting.window, data_words, qtbot)
    assert sitting.window.minimumSizeHint().width() <= ENLARGED
    page.end()
    sitting.wait()


def test_each_step_of_the_import_bears_long_texts(
    qtbot: QtBot, sitting: LongSitting, tmp_path: Path, data_words: frozenset[str]
) -> None:
    path = tmp_path / "services.csv"
    text = "Pôle;Service;UF;Lits\nPôle femme-enfant;Maternites;0501;x\n"
    path.write_text(text, "utf-8-sig")
    of_the_file = {word.casefold() for word in _WORD.findall(f"{path} {text}")}
    sitting.window.imports.begin(path)
    sitting.wait()
    page = sitting.window.imports.page
    assert page is not None
    for step in StepName:
        page.go(step)
        sitting.wait()
        assert_bears(sitting.window, data_words | of_the_file, qtbot)
        assert sitting.window.minimumSizeHint().width() <= ENLARGED
    page.end()


def test_the_first_steps_bear_long_texts(
    qtbot: QtBot, sitting: LongSitting, data_words: frozenset[str]
) -> None:
    sitting.window.steps.begin_first_steps()
    sitting.wait()
    assert_bears(sitting.window, data_words, qtbot)
    page = sitting.window.pages.work
    assert page is not None
    page.end()
    sitting.wait()


def test_what_is_found_bears_long_texts(
    qtbot: QtBot, sitting: LongSitting, data_words: frozenset[str]
) -> None:
    finder = sitting.window.top.finder
    finder.open("card")
    sitting.wait()
    assert_bears(finder.palette_popup, data_words, qtbot)
    finder.palette_popup.close()


def test_the_window_for_printing_bears_long_texts(
    qtbot: QtBot, sitting: LongSitting, data_words: frozenset[str]
) -> None:
    sitting.window.print_binder()
    dialog = sitting.window.dialog
    assert dialog is not None
    sitting.wait()
    assert_bears(dialog, data_words, qtbot)
    dialog.reject()


def test_an_error_bears_long_texts(
    qtbot: QtBot, sitting: LongSitting, data_words: frozenset[str]
) -> None:
    dialog = ErrorDialog(RefusedInput(_("There is no room left."), ""), sitting.window)
    dialog.open()
    assert_bears(dialog, data_words, qtbot)
    dialog.reject()


def test_the_first_screen_bears_long_texts(
    qtbot: QtBot, tmp_path: Path, data_words: frozenset[str]
) -> None:
    home = Home(tmp_path / "empty")
    home.make()
    sitting = LongSitting(home, qtbot)
    assert_bears(sitting.window, data_words, qtbot)
    sitting.leave()
