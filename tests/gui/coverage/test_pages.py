from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.coverage.glances import Glance
from referent_desk.gui.coverage.grid_models import GridModel
from referent_desk.gui.coverage.pages import CoveragePage
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions import FileQuestions
from referent_desk.language import speak
from tests.gui.stand_in_coverage import STAND_IN_COVERAGE


@pytest.fixture
def page(qtbot: QtBot, jobs: Jobs) -> Iterator[CoveragePage]:
    speak("en")
    files = FileQuestions(lambda _parent, suggested: suggested, lambda _path: True)
    page = CoveragePage(STAND_IN_COVERAGE, Glance(department_id="b"), files, jobs)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.begin()
    qtbot.waitUntil(lambda: page.group is not None and jobs.is_idle)
    yield page
    page.end()


def words(page: CoveragePage) -> list[list[str]]:
    model = page.view.model()
    assert isinstance(model, GridModel)
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_each_cell_has_a_word_and_each_department_says_how_it_is_covered(
    page: CoveragePage,
) -> None:
    assert words(page) == [
        ["not covered", "verified", "nobody’s"],
        ["covered", "verified", "to verify again"],
    ]
    assert "1 of 2 departments covered: 50 %." in page.totals.text()


def test_the_department_of_the_window_is_chosen_first(page: CoveragePage) -> None:
    assert page.cell.text() == "Dialysis, Coverage: covered"
    assert page.view.hasFocus()


def test_arrows_move_and_the_lines_below_explain(page: CoveragePage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: "Dossier+: verified" in page.lines.text())
    assert page.cell.text() == "Dialysis, Prescription: verified"
    qtbot.keyClick(page.view, Qt.Key.Key_Up)
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: "no software: nobody’s" in page.lines.text())


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (
            [Qt.Key.Key_Right],
            Place(
                TabName.PROCEDURES,
                ("pre", "plus"),
                DepartmentChoice("b", "Dialysis", "0413", "Hospital"),
            ),
        ),
        (
            [Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right],
            Place(
                TabName.PROCEDURES,
                ("lab", None),
                DepartmentChoice("a", "Cardiology", "0412", "Hospital"),
            ),
        ),
        (
            [],
            Place(
                TabName.DEPARTMENTS, ("b",), DepartmentChoice("b", "Dialysis", "0413", "Hospital")
            ),
        ),
    ],
)
def test_enter_leads_to_the_procedure_of_that_department(
    page: CoveragePage, qtbot: QtBot, keys: list[Qt.Key], place: Place
) -> None:
    asked: list[object] = []
    page.place_asked.connect(asked.append)
    for key in (*keys, Qt.Key.Key_Return):
        qtbot.keyClick(page.view, key)
    assert asked == [place]


def test_filters_leave_what_was_asked_for_and_totals_follow_the_names(
    page: CoveragePage, qtbot: QtBot
) -> None:
    page.only_holes.setChecked(True)
    assert words(page) == [["not covered", "", "nobody’s"], ["covered", "", "to verify again"]]
    page.only_critical.setChecked(True)
    assert words(page) == [["not covered", "", "nobody’s"]]
    page.only_holes.setChecked(False)
    page.functions.setCurrentIndex(2)
    assert words(page) == [["not covered", "nobody’s"]]
    page.functions.setCurrentIndex(0)
    qtbot.keyClicks(page.filter, "dial")
    assert words(page) == [["covered", "verified", ""]]
    assert "1 of 1 department covered: 100 %." in page.totals.text()
    qtbot.keyClicks(page.filter, "zzz")
    assert words(page) == []
    assert "No department fits." in page.lines.text()


def test_a_screen_reader_is_told_department_function_and_state(page: CoveragePage) -> None:
    model = page.view.model()
    told = model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Dialysis, Laboratory: to verify again"
    assert "66 %" in page.bar.accessibleDescription()


def test_printing_says_where_the_file_lies(page: CoveragePage, qtbot: QtBot) -> None:
    page.printing.click()
    qtbot.waitUntil(lambda: "coverage.pdf" in page.told.label.text())
    page.exporting.click()
    qtbot.waitUntil(lambda: "coverage.xlsx" in page.told.label.text())
