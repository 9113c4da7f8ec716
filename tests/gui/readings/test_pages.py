from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from referent_desk.domain.acknowledgements import Acknowledgement, Level, Mark, Reader
from referent_desk.domain.records import Link
from referent_desk.errors import RefusedInput
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.readings.pages import ReadingPage
from referent_desk.gui.readings.words import column_title
from tests.gui.editings import editing_on
from tests.gui.seated_pages import SeatedPage
from tests.gui.stand_in_practice import ADA, BEA, LABORATORY, PRESCRIPTION, StandInPractice
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_ins import HOSTILE

DAY = date(2026, 11, 20)
Open = Callable[..., "Grid"]


class Grid(SeatedPage[ReadingPage]):
    """A ward in memory, and the keyboard in front of its grid."""

    def __init__(
        self,
        qtbot: QtBot,
        jobs: Jobs,
        records: StandInRecords,
        practice: StandInPractice,
        can_save: bool = True,
        about: str = "",
    ) -> None:
        super().__init__(qtbot, jobs)
        self.practice = practice
        self.editing = editing_on(records, jobs, can_save=can_save)
        self.editing.signer.remember("Maryse Aubry")
        files = FileQuestions(lambda _parent, suggested: suggested, lambda _path: True)
        questions = practice.questions().readings
        self.seat(ReadingPage(questions, ("d", "Ward"), self.editing, files, about), 700)

    def keys(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            if isinstance(key, str):
                self.qtbot.keyClicks(self.page.grid, key)
            else:
                self.qtbot.keyClick(self.page.grid, key)

    def save(self) -> None:
        self.qtbot.mouseClick(self.page.record, Qt.MouseButton.LeftButton)
        self.wait()

    def words(self) -> list[list[str]]:
        model = self.page.model
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def lines(self) -> list[str]:
        return [reader.name for reader in self.page.model.readers]

    @property
    def trouble(self) -> str:
        return self.page.trouble.label.said() if self.page.trouble.isVisible() else ""


@pytest.fixture
def records() -> StandInRecords:
    return StandInRecords()


@pytest.fixture
def practice() -> StandInPractice:
    return StandInPractice()


@pytest.fixture
def open_grid(qtbot: QtBot, jobs: Jobs, records: StandInRecords, practice: StandInPractice) -> Open:
    return lambda **more: Grid(qtbot, jobs, records, practice, **more)


@pytest.fixture
def grid(open_grid: Open) -> Grid:
    return open_grid()


def test_the_keyboard_alone_types_a_sheet_in(grid: Grid, practice: StandInPractice) -> None:
    assert grid.has_keyboard(grid.page.grid)
    grid.keys("r", Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down, "p")
    assert grid.words() == [["read", "read"], ["–", "practised"]]
    assert grid.page.record.text().replace("&", "") == "Record 3 marks"
    grid.page.asked.day.show_typed("20/11/2026")
    grid.save()

    [(marks, day, who)] = practice.recorded
    assert (day, who) == (DAY, "Maryse Aubry")
    assert set(marks) == {
        Mark(PRESCRIPTION.revision_id, ADA.name, "ada", Level.READ),
        Mark(LABORATORY.revision_id, ADA.name, "ada", Level.READ),
        Mark(LABORATORY.revision_id, BEA.name, "bea", Level.PRACTISED),
    }
    assert grid.page.told.label.said() == "3 marks recorded."
    assert not grid.page.record.isEnabled()
    assert grid.words() == [["read", "read"], ["–", "practised"]]


def test_space_and_a_click_go_on_from_word_to_word(grid: Grid) -> None:
    for word in ("read", "practised", "–"):
        grid.keys(Qt.Key.Key_Space)
        assert grid.words()[0][0] == word
    place = grid.page.grid.visualRect(grid.page.model.index(1, 1)).center()
    grid.qtbot.mouseClick(
        grid.page.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y())
    )
    assert grid.words()[1][1] == "read"
    grid.keys(Qt.Key.Key_Delete)
    assert grid.words()[1][1] == "–"
    assert not grid.page.model.typed


def test_an_earlier_revision_is_told_from_the_one_in_force(
    open_grid: Open, practice: StandInPractice
) -> None:
    practice.said = (
        Acknowledgement("x", "p", "pre-1", "ada", ADA.name, Level.PRACTISED, DAY),
        Acknowledgement("y", "l", "lab-1", "ada", ADA.name, Level.READ, DAY),
    )
    grid = open_grid()
    assert grid.words()[0] == ["rev. –", "read"]
    heads = grid.page.model.headerData(1, Qt.Orientation.Horizontal)
    assert heads.splitlines() == ["LAB-01", "Laboratory", "rev. 1 · 7K2M", "1/2 · 50 %"]
    grid.page.asked.gaps.setChecked(True)
    assert [grid.page.grid.isRowHidden(row) for row in (0, 1)] == [False, False]


def test_only_those_who_lack_something_are_shown(
    open_grid: Open, practice: StandInPractice
) -> None:
    practice.taught = (LABORATORY,)
    practice.said = (Acknowledgement("y", "l", "lab-1", "ada", ADA.name, Level.READ, DAY),)
    grid = open_grid()
    grid.page.asked.gaps.setChecked(True)

    assert [grid.page.grid.isRowHidden(row) for row in (0, 1)] == [True, False]


def test_a_pasted_list_of_names_has_read_the_text_of_the_column(grid: Grid) -> None:
    QApplication.clipboard().setText("ROUX\tBéa\nZoé Inconnue\n")
    grid.page.grid.go_to(0, 1)
    grid.qtbot.keyClick(grid.page.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    grid.wait()

    assert grid.lines() == [ADA.name, BEA.name, "Zoé Inconnue"]
    assert [row[1] for row in grid.words()] == ["–", "read", "read"]
    assert "1 of the department" in grid.page.told.label.said()


def test_somebody_without_a_line_is_added_by_two_letters_or_as_written(
    grid: Grid, records: StandInRecords
) -> None:
    grid.qtbot.keyClicks(grid.page.reader.name, "Zoe Inconnue")
    grid.qtbot.mouseClick(grid.page.reader.add, Qt.MouseButton.LeftButton)
    grid.wait()
    assert grid.lines()[-1] == "Zoe Inconnue"
    assert grid.has_keyboard(grid.page.grid)
    grid.keys("r")
    assert grid.words()[-1][0] == "read"
    grid.page.reader.name.choose(Link("pool", "Cléo Petit"))
    grid.qtbot.mouseClick(grid.page.reader.add, Qt.MouseButton.LeftButton)
    grid.wait()
    assert grid.page.model.readers[-1] == Reader("Cléo Petit", "pool")


def test_a_written_name_is_said_to_be_somebody(open_grid: Open, practice: StandInPractice) -> None:
    practice.readers += (Reader("Zoé Inconnue"),)
    practice.said = (Acknowledgement("z", "l", "lab-1", None, "Zoé Inconnue", Level.READ, DAY),)
    grid = open_grid()
    assert not grid.page.reader.match.isVisible()
    grid.page.grid.go_to(2, 0)
    assert grid.page.reader.match.isVisible()
    grid.page.reader.name.choose(Link("zoe", "Zoé Connue"))
    grid.qtbot.mouseClick(grid.page.reader.match, Qt.MouseButton.LeftButton)
    grid.wait()

    assert practice.matches == [("Zoé Inconnue", "zoe")]


def test_what_is_missing_is_said_and_nothing_is_lost(grid: Grid, practice: StandInPractice) -> None:
    grid.keys("r")
    grid.page.asked.who.show_name("")
    grid.save()
    assert grid.trouble
    assert grid.has_keyboard(grid.page.asked.who)
    grid.page.asked.who.show_name("Maryse Aubry")
    practice.refusal = RefusedInput("Another text is in force.", "Open it anew.")
    grid.save()
    assert grid.trouble == "Another text is in force. Open it anew."
    assert grid.words()[0][0] == "read"
    assert grid.page.record.isEnabled()
    practice.refusal = None
    grid.save()
    assert len(practice.recorded) == 1


def test_a_long_name_in_a_title_leaves_room_for_the_lines(grid: Grid) -> None:
    register = grid.page.model.register
    taught = replace(register.taught[0], sheet_code="", software="Dossier " * 9)
    title = column_title(register, register.cells(), taught)
    assert len(title.splitlines()[0]) <= 16
    assert title.splitlines()[0].endswith("…")


def test_what_was_typed_comes_back_after_the_page_was_left(
    open_grid: Open, records: StandInRecords
) -> None:
    grid = open_grid()
    grid.page.paste("Zoé Inconnue")
    grid.wait()
    grid.keys(Qt.Key.Key_Up, "p")
    grid.page.end()
    grid.wait()
    again = open_grid()
    assert [row[0] for row in again.words()] == ["–", "practised", "read"]
    assert again.page.brought_back is not None
    again.page.brought_back.clear.click()
    again.wait()
    assert again.lines() == [ADA.name, BEA.name]
    assert not records.unfinished


def test_the_sheet_to_sign_is_written_and_can_be_opened(
    grid: Grid, practice: StandInPractice
) -> None:
    grid.qtbot.mouseClick(grid.page.print, Qt.MouseButton.LeftButton)
    grid.wait()

    assert practice.papers == [Path("F33.pdf")]
    assert "F33.pdf" in grid.page.paper.told.label.said()


def test_a_ward_without_texts_or_people_says_what_to_do(
    open_grid: Open, practice: StandInPractice
) -> None:
    practice.taught = ()
    assert "Approve a procedure first." in open_grid().page.totals.said()
    practice.taught, practice.readers = (LABORATORY,), ()
    assert "type names below" in open_grid().page.totals.said()


def test_a_home_that_is_only_read_offers_no_change(open_grid: Open) -> None:
    grid = open_grid(can_save=False)
    grid.keys("r", Qt.Key.Key_Space)
    grid.page.paste("Zoé Inconnue")
    grid.wait()

    assert grid.words() == [["–", "–"], ["–", "–"]]
    assert not grid.page.record.isVisible()
    assert not grid.page.reader.isVisible()


def test_hostile_names_are_shown_letter_by_letter(
    open_grid: Open, practice: StandInPractice
) -> None:
    practice.readers = tuple(Reader(name, str(n), is_staff=True) for n, name in enumerate(HOSTILE))
    grid = open_grid()
    shown = [
        grid.page.model.headerData(row, Qt.Orientation.Vertical) for row in range(len(HOSTILE))
    ]
    assert shown[0] == HOSTILE[0]
    assert all(len(name) <= 34 for name in shown)


def test_what_was_typed_last_is_taken_back_before_it_is_saved(grid: Grid) -> None:
    grid.keys("r", Qt.Key.Key_Right, "p")
    assert grid.words()[0] == ["read", "practised"]
    grid.qtbot.keyClick(grid.page.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert grid.words()[0] == ["read", "–"]
    assert "Undone: Ada Moreau, Laboratory" in grid.page.told.label.said()
    grid.qtbot.keyClick(grid.page.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert grid.words()[0] == ["–", "–"]
    assert not grid.page.model.can_take_back


def test_a_list_of_names_is_taken_back_at_once(grid: Grid) -> None:
    grid.page.paste("Ada Moreau\nBéa Roux")
    grid.wait()
    assert [row[0] for row in grid.words()] == ["read", "read"]
    grid.qtbot.keyClick(grid.page.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [row[0] for row in grid.words()] == ["–", "–"]


@pytest.mark.parametrize(
    ("about", "place"), [("bea", (1, 0)), ("lab-1", (0, 1)), ("gone", (0, 0)), ("", (0, 0))]
)
def test_the_grid_opens_where_it_was_asked_for(
    open_grid: Open, about: str, place: tuple[int, int]
) -> None:
    index = open_grid(about=about).page.grid.currentIndex()
    assert (index.row(), index.column()) == place
