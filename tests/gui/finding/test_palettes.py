from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.finding import Found, Hit, HitGroup, HitKind, Lead
from referent_desk.errors import NotFound
from referent_desk.gui.finding.finders import Finder
from referent_desk.gui.finding.found_models import FoundModel, heading_text
from referent_desk.gui.finding.palettes import FindPalette
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions_finding import FindingQuestions
from tests.gui.conftest import OpenWindow
from tests.gui.stand_in_finding import StandInFinding
from tests.gui.stand_ins import HOSTILE, StandInHome


class Desk:
    """A finder beside another field, on a few things in memory."""

    def __init__(self, finding: FindingQuestions, jobs: Jobs, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.other = QLineEdit()
        self.finder = Finder(finding, jobs)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.finder)
        layout.addWidget(self.other)
        layout.addStretch()
        qtbot.addWidget(self.window)
        self.window.resize(900, 600)
        self.window.show()
        self.window.activateWindow()
        self.qtbot = qtbot
        self.jobs = jobs
        self.places: list[Place] = []
        self.binders: list[object] = []
        self.finder.place_followed.connect(self.places.append)
        self.finder.binder_asked.connect(self.binders.append)
        self.finder.department_id = "d1"

    @property
    def palette(self) -> FindPalette:
        return self.finder.palette_popup

    def open(self, typed: str = "") -> None:
        self.finder.open(typed)
        self.wait()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.palette.field, text)
        self.wait()

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.palette.field, key)
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle)

    def rows(self) -> list[str]:
        model = self.palette.model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def chosen(self) -> str:
        hit = self.palette.current()
        return hit.title if hit is not None else ""


@pytest.fixture
def finding() -> StandInFinding:
    return StandInFinding()


@pytest.fixture
def desk(finding: StandInFinding, jobs: Jobs, qtbot: QtBot) -> Desk:
    return Desk(finding.questions(), jobs, qtbot)


def test_what_is_found_stands_under_the_name_of_its_kind(desk: Desk) -> None:
    desk.open("0")
    assert desk.rows() == [
        "Departments",
        "Department 0001 — North Hospital",
        "Department 0002 — North Hospital",
    ]
    assert desk.palette.count.said() == "2 found"
    desk.type("5")
    assert desk.rows() == []


def test_every_key_asks_at_once_in_the_chosen_department(
    desk: Desk, finding: StandInFinding
) -> None:
    desk.open()
    for letter in "zeb":
        desk.type(letter)
    assert finding.asked == [("", "d1"), ("z", "d1"), ("ze", "d1"), ("zeb", "d1")]
    assert desk.rows() == ["Software", "Zebra (closed)"]


def test_the_arrows_pass_over_the_headings_and_stay_within_the_list(desk: Desk) -> None:
    desk.open("d")
    seen = []
    for _step in range(9):
        hit = desk.palette.current()
        assert hit is not None
        seen.append(hit.id)
        desk.press(Qt.Key.Key_Down)
    assert seen == ["d1", "d2", "s1", "p1", "p1", "p1", "p1", "p1", "p1"]
    desk.press(Qt.Key.Key_PageUp)
    assert desk.chosen() == "Department 0001"
    desk.press(Qt.Key.Key_Up)
    assert desk.chosen() == "Department 0001"


def test_enter_leads_to_the_chosen_hit_and_closes(desk: Desk) -> None:
    desk.open("department")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert desk.places == [Place(TabName.DEPARTMENTS, ("d2",))]
    assert not desk.palette.isVisible()


def test_enter_typed_before_the_answer_takes_the_first_of_the_answer(
    jobs: Jobs, qtbot: QtBot, finding: StandInFinding
) -> None:
    gate = threading.Event()

    def slow(text: str, department_id: str | None) -> Found:
        gate.wait(5)
        return finding.find(text, department_id)

    desk = Desk(FindingQuestions(slow, finding.lead), jobs, qtbot)
    desk.finder.open("zebra")
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_Return)
    gate.set()
    qtbot.waitUntil(lambda: desk.places == [Place(TabName.SOFTWARE, ("s2",))])


def test_an_old_answer_never_overwrites_a_newer_one(
    jobs: Jobs, qtbot: QtBot, finding: StandInFinding
) -> None:
    gate = threading.Event()

    def slow_at_first(text: str, department_id: str | None) -> Found:
        if text == "d":
            gate.wait(5)
        return finding.find(text, department_id)

    desk = Desk(FindingQuestions(slow_at_first, finding.lead), jobs, qtbot)
    desk.finder.open("d")
    shown: list[list[str]] = []
    desk.palette.model.modelReset.connect(lambda: shown.append(desk.rows()))
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(desk.palette.field, "zeb")
    gate.set()
    desk.wait()
    assert shown[-1] == ["Software", "Zebra (closed)"]
    assert all("Department 0001 — North Hospital" not in rows for rows in shown)


def test_escape_closes_and_gives_the_keyboard_back(desk: Desk) -> None:
    desk.other.setFocus()
    desk.qtbot.waitUntil(desk.other.hasFocus)
    desk.open("zeb")
    desk.press(Qt.Key.Key_Escape)
    assert not desk.palette.isVisible()
    desk.qtbot.waitUntil(desk.other.hasFocus)
    assert desk.places == []
    desk.open()
    assert desk.palette.field.text() == ""


def test_nothing_found_says_so_and_what_to_try(desk: Desk) -> None:
    desk.open("<b>xyzzy</b>")
    assert desk.palette.message.said() == "Nothing is called “<b>xyzzy</b>”."
    assert "Try fewer letters" in desk.palette.hint.said()
    assert desk.palette.count.said() == "0 found"
    assert not desk.palette.list.isVisible()
    desk.press(Qt.Key.Key_Return)
    assert desk.places == []


def test_an_empty_field_tells_what_can_be_found_and_what_was_found_lately(desk: Desk) -> None:
    desk.open()
    assert "in any spelling" in desk.palette.hint.said()
    assert not desk.palette.count.isVisible()
    desk.type("zebra")
    assert desk.palette.count.isVisible()
    desk.press(Qt.Key.Key_Return)
    desk.open()
    assert desk.rows() == ["Found lately", "Zebra (closed)"]
    desk.press(Qt.Key.Key_Return)
    assert desk.places == [Place(TabName.SOFTWARE, ("s2",))] * 2


def test_a_form_leads_to_the_binder(desk: Desk) -> None:
    desk.open("f05")
    desk.press(Qt.Key.Key_Return)
    assert (desk.binders, desk.places) == ([None], [])


def test_what_leads_nowhere_is_said_and_the_list_stays(
    jobs: Jobs, qtbot: QtBot, finding: StandInFinding
) -> None:
    def refuse(_kind: HitKind, _key: str, _department_id: str | None) -> Lead:
        raise NotFound("No department uses it.", "Choose another one.")

    desk = Desk(FindingQuestions(finding.find, refuse), jobs, qtbot)
    desk.open("zebra")
    desk.press(Qt.Key.Key_Return)
    assert desk.palette.message.said() == "No department uses it. Choose another one."
    assert desk.palette.isVisible()


def test_a_click_leads_there_too(desk: Desk) -> None:
    desk.open("department")
    at = desk.palette.list.visualRect(desk.palette.model.index(2, 0)).center()
    desk.qtbot.mouseClick(
        desk.palette.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    desk.wait()
    assert desk.places == [Place(TabName.DEPARTMENTS, ("d2",))]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_shown_letter_by_letter(jobs: Jobs, qtbot: QtBot, text: str) -> None:
    desk = Desk(StandInFinding(text).questions(), jobs, qtbot)
    desk.open(" ".join(text.split())[:20])
    line = " ".join(text.split())
    assert f"{line} — {line}" in desk.rows()
    assert not desk.palette.grab().isNull()
    index = desk.rows().index(f"{line} — {line}")
    desk.palette.list.setCurrentIndex(desk.palette.model.index(index, 0))
    assert desk.palette.whole.isVisible() is (len(line) > 80)


def test_a_screen_reader_hears_what_is_moved_to_and_how_many_there_are(desk: Desk) -> None:
    desk.open("department")
    interface = QAccessible.queryAccessibleInterface(desk.palette.field)
    assert interface.text(QAccessible.Text.Name) == "Search everywhere"
    said = interface.text(QAccessible.Text.Description)
    assert said == "2 found. Department 0001 — North Hospital"
    desk.press(Qt.Key.Key_Down)
    assert "0002" in interface.text(QAccessible.Text.Description)
    named = desk.palette.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert named == "Departments: Department 0001 — North Hospital"


def test_qt_finds_no_fault_with_the_list(qtbot: QtBot, finding: StandInFinding) -> None:
    model: QAbstractItemModel = FoundModel()
    assert isinstance(model, FoundModel)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    for text in ("e", "zebra", "", "nothing at all"):
        model.show_found(finding.find(text, None))
    model.show_recent(finding.hits())
    assert model.rowCount() == 7


@pytest.mark.parametrize(
    ("total", "is_more", "text"),
    [
        (1, False, "Software"),
        (7, False, "Software — the first 1 of 7"),
        (1000, True, "Software — the first 1 of more than 1,000"),
    ],
)
def test_a_heading_says_how_many_of_how_many(total: int, is_more: bool, text: str) -> None:
    hit = Hit(HitKind.SOFTWARE, "s", "Zebra")
    said = heading_text(HitGroup(HitKind.SOFTWARE, (hit,), total, is_more))
    assert said.replace("\N{NO-BREAK SPACE}", ",") == text


def test_a_letter_typed_on_the_field_opens_the_list_with_it(desk: Desk) -> None:
    desk.finder.setFocus()
    desk.qtbot.keyClick(desk.finder, Qt.Key.Key_Z)
    desk.wait()
    assert desk.palette.field.text() == "z"
    assert desk.rows() == ["Software", "Zebra (closed)"]


def test_ctrl_k_finds_from_the_window_and_back_goes_back(
    qtbot: QtBot, jobs: Jobs, open_window: OpenWindow
) -> None:
    home = StandInHome()
    window = open_window(home.questions())
    before = window.tabs.place()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    popup = window.top.finder.palette_popup
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClicks(popup.field, "zebra")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not popup.isVisible() and jobs.is_idle)
    assert window.tabs.place().tab is TabName.SOFTWARE
    assert window.tabs.place().key == ("s2",)
    assert home.finding.asked[-1] == ("zebra", "d1")
    window.go_back()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert window.tabs.place().tab is before.tab
