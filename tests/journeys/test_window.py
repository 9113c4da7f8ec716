"""A person at the window, on the demo hospital, from the first click to the saved binder."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.clock import Clock, FixedClock
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.main_window import MainWindow, Surroundings
from referent_desk.gui.parts import PART
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.procedures.starter_offers import StarterNotice
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.row_tables import LinesTable
from referent_desk.gui.settings import WindowSettings
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.demo_drills import fill_demo_drills
from referent_desk.usecases.demo_help import fill_demo_help
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.imports import ImportOptions, import_file
from referent_desk.wiring.questions import questions_of
from tests.event_turns import LONGEST, settle, turn
from tests.gui.clicks import double_click

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
WARD = "Cardiologie — hospitalisation"


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Filled once; each test works on a copy."""
    speak("fr")
    home = Home(tmp_path_factory.mktemp("demo") / "home")
    home.make()
    desk = open_desk(home, FixedClock(datetime(2026, 11, 9, 13, 2, tzinfo=UTC)))
    fill_demo(desk)
    fill_demo_drills(desk)
    fill_demo_help(desk)
    assert desk.close() is None
    return home.root


class Sitting:
    """One sitting at the window: what is seen, in words."""

    def __init__(
        self, home: Home, clock: Clock, qtbot: QtBot, tab: TabName = TabName.DEPARTMENTS
    ) -> None:
        """`tab` is where the sitting before it was left."""
        self.home = home
        self.has_left = False
        self.saved = home.prints / "classeur.pdf"
        self.jobs = Jobs()
        self.bugs: list[str] = []
        self.jobs.bug_met.connect(self.bugs.append)
        files = FileQuestions(lambda _parent, _suggested: self.saved, lambda _path: True)
        around = Surroundings(home.root, (), files, lambda _choice: None)
        self.questions = questions_of(home, clock)
        settings = WindowSettings(home.root)
        settings.tab = settings.tab or tab
        self.window = MainWindow(self.questions, around, settings, self.jobs)
        self.qtbot = qtbot
        self.window.show()
        self.jobs.start()
        self.window.open_home()
        self.wait()

    def wait(self) -> None:
        settle(self.jobs)

    def come_to_front(self) -> None:
        """As a window does where a list or a dialog over it has closed; not so offscreen."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=LONGEST)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """A shortcut: it is heard by the window in front."""
        turn()
        self.come_to_front()
        self.qtbot.keyClick(self.window, key, modifier)
        self.wait()

    def keyboard(self) -> QWidget:
        """What hears the keys now. Offscreen, a list that closes gives them to nobody, and then
        neither does a window that comes to the front by itself."""

        def is_heard() -> bool:
            if QApplication.activePopupWidget() is None and not self.window.isActiveWindow():
                self.window.activateWindow()
            return QApplication.focusWidget() is not None

        turn()
        self.qtbot.waitUntil(is_heard, timeout=LONGEST)
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def tap(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """A key, heard by whatever has the keyboard now."""
        self.qtbot.keyClick(self.keyboard(), key, modifier)
        self.wait()

    def go_to(self, number: int) -> None:
        self.press(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)

    def choose(self, typed: str) -> None:
        chooser = self.window.top.chooser
        self.qtbot.keyClick(chooser, Qt.Key.Key_Down)
        self.qtbot.keyClicks(chooser.popup.filter, typed)
        self.qtbot.keyClick(chooser.popup.filter, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not chooser.popup.isVisible(), timeout=LONGEST)
        self.wait()
        self.come_to_front()

    def be_on_the_ward(self) -> None:
        """The demo hospital opens on it; what a test has filled in may lead elsewhere."""
        choice = self.window.tabs.department
        if choice is None or choice.name != WARD:
            self.choose("cardiologie hosp")

    def rows(self) -> list[list[str]]:
        model = self.window.tabs.list_page.model
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def tab(self) -> TabName:
        return self.window.tabs.list_page.subject.name

    def title(self) -> str:
        labels = self.window.tabs.list_page.detail.findChildren(PlainLabel)
        return next(x.said() for x in labels if x.property("look") == Look.TITLE.value)

    def said(self) -> str:
        labels = self.window.tabs.list_page.detail.findChildren(PlainLabel)
        return "\n".join(label.said() for label in labels)

    def leave(self) -> None:
        """Once: the window is closed, its worker has ended, and what it drew is let go."""
        if self.has_left:
            return
        self.has_left = True
        self.window.close()
        self.qtbot.waitUntil(lambda: not self.window.isVisible(), timeout=20_000)
        assert self.jobs.wait()
        self.window.deleteLater()
        assert self.bugs == []


SitDown = Callable[[Home], Sitting]


@pytest.fixture
def sit_down(qtbot: QtBot, clock: FixedClock, tmp_path: Path) -> Iterator[SitDown]:
    """The window is left before the folder of its home goes."""
    speak("fr")
    sittings: list[Sitting] = []

    def sit(home: Home) -> Sitting:
        sittings.append(Sitting(home, clock, qtbot))
        return sittings[-1]

    yield sit
    for sitting in sittings:
        sitting.leave()


@pytest.fixture
def demo(demo_folder: Path, tmp_path: Path) -> Home:
    return Home(Path(shutil.copytree(demo_folder, tmp_path / "home")))


@pytest.fixture
def ward(sit_down: SitDown, demo: Home) -> Sitting:
    sitting = sit_down(demo)
    sitting.be_on_the_ward()
    return sitting


def test_an_empty_home_becomes_the_demo_hospital_at_one_click(
    sit_down: SitDown, tmp_path: Path
) -> None:
    home = Home(tmp_path / "new")
    home.make()
    sitting = sit_down(home)
    assert sitting.window.pages.welcome.isVisible()
    sitting.window.pages.welcome.demo.click()
    sitting.wait()
    assert sitting.window.tabs.isVisible()
    assert len(sitting.rows()) >= 10
    assert sitting.title() == WARD
    sitting.leave()
    assert list(home.backups.iterdir()) != []


def test_the_demo_hospital_opens_on_the_ward_that_shows_most(demo: Home, sit_down: SitDown) -> None:
    sitting = sit_down(demo)
    choice = sitting.window.top.chooser.choice
    assert choice is not None
    assert (choice.name, sitting.title()) == (WARD, WARD)


def test_every_tab_shows_the_ward_and_one_thing_of_it_in_full(ward: Sitting) -> None:
    assert ward.title() == WARD
    for number, name in enumerate(TabName, start=1):
        if name is TabName.TODAY:
            continue
        ward.go_to(number)
        assert ward.tab() is name
        assert ward.rows() != []
        assert ward.title()


def test_a_degraded_mode_reads_from_when_to_who_to_call(ward: Sitting) -> None:
    ward.go_to(5)
    page = ward.window.tabs.list_page
    ward.qtbot.keyClicks(page.pane.filter, "prescription")
    ward.qtbot.waitUntil(lambda: len(ward.rows()) == 1)
    ward.wait()
    said = ward.said()
    headings = ("Quand passer au papier", "Qui décide", "Ce qui ne marche plus", "Étapes")
    assert [said.find(heading) > 0 for heading in headings] == [True] * 4
    assert "Qui appeler" in said


def test_from_the_department_to_the_degraded_mode_to_the_software_and_back(ward: Sitting) -> None:
    window = ward.window
    coverage = window.tabs.list_page.detail.findChildren(LinesTable)[0]
    double_click(ward.qtbot, coverage, 1)  # the hole stands first
    ward.wait()
    assert ward.tab() is TabName.PROCEDURES
    software = window.tabs.list_page.pane.table.chosen_row().software
    ward.qtbot.keyClick(window.tabs.list_page.pane.table, Qt.Key.Key_Return)
    ward.wait()
    assert ward.tab() is TabName.SOFTWARE
    assert ward.title() == software
    for name in (TabName.PROCEDURES, TabName.DEPARTMENTS):
        ward.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert ward.tab() is name


def waits(row: Sequence[str]) -> bool:
    """Whom one waits for an answer of stands first, however the others are sorted."""
    return any(cell.startswith("proposé le ") for cell in row)


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_every_column_that_can_be_sorted_sorts_both_ways(ward: Sitting, number: int) -> None:
    ward.go_to(number)
    page = ward.window.tabs.list_page
    if page.pane.scope.isVisible():
        page.pane.scope.click()
        ward.wait()
    header = page.pane.table.horizontalHeader()
    everything = sorted(ward.rows())
    for column, shown in enumerate(page.subject.columns):
        if shown.sort:
            header.setSortIndicator(column, Qt.SortOrder.AscendingOrder)
            ward.wait()
            up = [row[column] for row in ward.rows() if not waits(row)]
            header.setSortIndicator(column, Qt.SortOrder.DescendingOrder)
            ward.wait()
            assert [row[column] for row in ward.rows() if not waits(row)] == up[::-1]
            assert sorted(ward.rows()) == everything


def test_the_binder_is_seen_saved_and_whole(ward: Sitting) -> None:
    ward.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = ward.window.dialog
    assert dialog is not None
    ward.qtbot.waitUntil(dialog.save.isEnabled, timeout=20_000)
    ward.wait()
    pages = dialog.preview.page_count
    assert f"({pages} pages)" in dialog.save.text()
    ward.qtbot.keyClick(dialog.save, Qt.Key.Key_Space)
    ward.qtbot.waitUntil(dialog.saved.isVisible, timeout=20_000)
    document = pypdfium2.PdfDocument(ward.saved.read_bytes())
    assert len(document) == pages
    assert WARD in document[0].get_textpage().get_text_range()
    document.close()
    ward.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    ward.go_to(2)
    ward.qtbot.waitUntil(lambda: "9\u00a0novembre\u00a02026" in ward.said())


def test_a_form_laid_out_sideways_is_turned_for_the_reader(ward: Sitting) -> None:
    ward.window.print_binder()
    dialog = ward.window.dialog
    assert dialog is not None
    ward.qtbot.waitUntil(dialog.save.isEnabled, timeout=20_000)
    ward.wait()
    shapes = set()
    for page in range(dialog.preview.page_count - 16, dialog.preview.page_count):
        dialog.preview.turn_to(page)
        ward.wait()
        picture = dialog.preview.picture()
        shapes.add(picture.width() > picture.height())
        assert picture.height() <= dialog.preview.area.height()
    assert shapes == {False, True}


@pytest.fixture
def without_procedures(tmp_path: Path, clock: FixedClock) -> Home:
    """Two wards of a hospital that has only its spreadsheet."""
    speak("fr")
    sheet = tmp_path / "usages.csv"
    sheet.write_text(
        "Établissement;Service;Logiciel;Fonction\n"
        "CH de la Vallée;Cardiologie;Dossier+;Prescription\n"
        "CH de la Vallée;Pneumologie;LaboNet;Analyses de laboratoire\n",
        encoding="utf-8",
    )
    home = Home(tmp_path / "bare")
    home.make()
    desk = open_desk(home, clock)
    import_file(desk, sheet, ImportOptions())
    assert desk.close() is None
    return home


def states(sitting: Sitting) -> list[str]:
    return [row[2] for row in sitting.rows()]


def test_a_hospital_without_procedures_takes_those_that_are_brought_at_a_click(
    sit_down: SitDown, without_procedures: Home
) -> None:
    sitting = sit_down(without_procedures)
    sitting.go_to(5)
    notice = sitting.window.tabs.list_page.findChildren(StarterNotice)[0]
    assert states(sitting) == ["sans procédure"]
    assert notice.offer.isVisible()
    assert re.fullmatch(r"Reprendre \d\d procédures de départ comme projets", notice.take.text())
    sitting.qtbot.mouseClick(notice.take, Qt.MouseButton.LeftButton)
    sitting.qtbot.waitUntil(notice.told.isVisible)
    sitting.wait()
    assert states(sitting) == ["projet, non approuvé"]
    assert not notice.offer.isVisible()
    sitting.choose("pneumo")
    assert states(sitting) == ["projet, non approuvé"]
    sitting.window.print_binder()
    assert sitting.window.dialog is not None
    sitting.qtbot.waitUntil(sitting.window.dialog.save.isEnabled, timeout=20_000)
    sitting.window.dialog.save.click()
    sitting.qtbot.waitUntil(sitting.window.dialog.saved.isVisible, timeout=20_000)
    document = pypdfium2.PdfDocument(sitting.saved.read_bytes())
    assert any("PROJET, NON APPROUVÉ" in p.get_textpage().get_text_range() for p in document)
    document.close()


def test_a_function_without_procedure_is_filled_from_the_keyboard(
    sit_down: SitDown, without_procedures: Home
) -> None:
    sitting = sit_down(without_procedures)
    sitting.go_to(5)
    page = sitting.window.tabs.list_page
    page.pane.table.setFocus()

    def offered() -> list[QPushButton]:
        seen = [b for b in page.detail.findChildren(QPushButton) if b.isVisible()]
        return [b for b in seen if b.text().startswith("Reprendre")]

    sitting.qtbot.waitUntil(lambda: len(offered()) == 1)
    for _step in range(20):
        if sitting.keyboard() not in offered():
            sitting.tap(Qt.Key.Key_Tab)
    assert sitting.keyboard() in offered()
    sitting.tap(Qt.Key.Key_Space)
    assert states(sitting) == ["projet, non approuvé"]
    assert "Quand passer au papier" in sitting.said()


def test_nothing_is_offered_in_a_home_that_is_only_read(
    sit_down: SitDown, without_procedures: Home
) -> None:
    sit_down(without_procedures)
    reader = sit_down(without_procedures)
    assert reader.window.status.is_read_only
    reader.go_to(5)
    page = reader.window.tabs.list_page
    assert states(reader) == ["sans procédure"]
    assert not page.findChildren(StarterNotice)[0].isVisible()
    ways = [button.property(PART) for button in page.detail.findChildren(QPushButton)]
    assert ways == ["actions"], "a list that may be read"


def test_the_ward_of_last_time_is_there_again(ward: Sitting, sit_down: SitDown) -> None:
    ward.leave()
    again = sit_down(ward.home)
    choice = again.window.top.chooser.choice
    assert choice is not None
    assert choice.name == WARD


def test_a_hospital_without_a_group_is_named_after_the_ward_of_last_time(
    sit_down: SitDown, without_procedures: Home
) -> None:
    first = sit_down(without_procedures)
    choice = first.window.top.chooser.choice
    assert choice is not None
    assert choice.establishment == "CH de la Vallée"
    first.leave()
    again = sit_down(without_procedures)
    assert again.window.top.chooser.choice == choice
    buttons = again.window.tabs.list_page.detail.findChildren(QPushButton)
    work = "&Choisir ce service"  # not offered: the ward that is shown is the chosen one
    assert work not in {button.text() for button in buttons}


def test_a_second_window_only_reads_and_still_prints(ward: Sitting, sit_down: SitDown) -> None:
    other = sit_down(ward.home)
    assert other.window.status.is_read_only
    assert len(other.window.notices.bars()) == 1
    other.window.follow(Place(TabName.TODAY))
    other.wait()
    said = (x.said() for x in other.window.findChildren(PlainLabel) if x.isVisible())
    assert len([text for text in said if "est ici en lecture seule" in text]) == 1
    other.window.print_binder()
    dialog = other.window.dialog
    assert dialog is not None
    other.qtbot.waitUntil(dialog.save.isEnabled, timeout=20_000)
    dialog.save.click()
    other.qtbot.waitUntil(dialog.saved.isVisible, timeout=20_000)
    assert other.saved.is_file()


def test_a_file_that_is_no_home_says_so_and_the_window_stays(
    sit_down: SitDown, tmp_path: Path
) -> None:
    home = Home(tmp_path / "broken")
    home.make()
    home.database.write_bytes(b"this is no database" * 100)
    sitting = sit_down(home)
    assert sitting.window.pages.trouble.isVisible()
    sentences = [x.said() for x in sitting.window.pages.trouble.findChildren(PlainLabel)]
    assert all("Traceback" not in sentence for sentence in sentences)
    assert len([sentence for sentence in sentences if sentence]) == 3
