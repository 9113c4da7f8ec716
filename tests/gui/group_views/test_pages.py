from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.group_offices import GroupOffices
from referent_desk.gui.group_views.heads import Shown
from referent_desk.gui.group_views.pages import GroupViewPage
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.procedures.comparisons import ComparisonView
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_group_views import GroupViewQuestions
from referent_desk.language import speak
from tests.gui.stand_in_group_views import OFFICES, STAND_IN_GROUP_VIEWS

FILES = FileQuestions(lambda _parent, suggested: suggested, lambda _path: True)


def opened(qtbot: QtBot, jobs: Jobs, questions: GroupViewQuestions) -> GroupViewPage:
    speak("en")
    page = GroupViewPage(questions, FILES, jobs, ComparisonView)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.begin()
    qtbot.waitUntil(lambda: page.offices is not None and jobs.is_idle)
    return page


@pytest.fixture
def page(qtbot: QtBot, jobs: Jobs) -> Iterator[GroupViewPage]:
    page = opened(qtbot, jobs, STAND_IN_GROUP_VIEWS)
    yield page
    page.end()


def column(page: GroupViewPage, number: int) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def show(page: GroupViewPage, qtbot: QtBot, jobs: Jobs, shown: Shown) -> None:
    page.narrowing.lists.setCurrentIndex(list(Shown).index(shown))
    qtbot.waitUntil(lambda: jobs.is_idle)


def test_each_department_says_how_it_is_answered_for(page: GroupViewPage) -> None:
    assert column(page, 2) == ["referent", "orphan", "deputy alone"]
    assert "1 of 3 departments have a main referent for all their software: 33 %" in (
        page.totals.text()
    )
    assert page.count.text() == "3 of 3"
    assert "Main: Anne Roy · Deputy: Luc Petit" in page.detail.text()


def test_state_establishment_and_text_narrow_the_list(page: GroupViewPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.narrowing.filter, "luc card")
    assert column(page, 0) == ["North", "South"]
    line = page.narrowing
    line.establishments.setCurrentIndex(line.establishments.findData("s"))
    assert column(page, 0) == ["South"]
    line.answerings.setCurrentIndex(line.answerings.findText("orphan"))
    assert column(page, 0) == []
    assert page.detail.text() == "Nothing fits. Change the filter, or what is shown."


def test_a_department_leads_to_its_detail(page: GroupViewPage, qtbot: QtBot) -> None:
    page.table.choose(1)
    assert "The last main referent left on" in column(page, 4)[1]
    with qtbot.waitSignal(page.place_asked) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert isinstance(asked.args, list)
    place = asked.args[0]
    assert isinstance(place, Place)
    assert (place.tab, place.key) == (TabName.DEPARTMENTS, ("b",))


def test_software_is_shown_by_function(page: GroupViewPage, qtbot: QtBot, jobs: Jobs) -> None:
    show(page, qtbot, jobs, Shown.SPREADS)
    assert column(page, 1) == ["Dossier+", "Dossier-"]
    assert page.totals.text() == "1 of 1 function is served by several programs."
    assert page.detail.text() == "North (1), South (1)"
    page.narrowing.filter.setText("south")
    assert column(page, 1) == ["Dossier+"]


def test_two_texts_are_compared_and_escape_leads_back_to_the_list(
    page: GroupViewPage, qtbot: QtBot, jobs: Jobs
) -> None:
    show(page, qtbot, jobs, Shown.PAIRS)
    assert column(page, 3) == ["2 steps"]
    assert "4 texts were compared with the most widespread" in page.totals.text()
    qtbot.mouseClick(page.compare, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.comparison is not None and page.comparison.isVisible())
    assert "Take the [+red] binder" in page.comparison.shown.toPlainText()
    qtbot.keyClick(page.leave, Qt.Key.Key_Escape)
    assert page.table.isVisible()
    with qtbot.waitSignal(page.finished):
        qtbot.keyClick(page.table, Qt.Key.Key_Escape)


def test_evidence_is_written_of_the_chosen_establishment(qtbot: QtBot, jobs: Jobs) -> None:
    asked: list[tuple[Path, str]] = []

    def write(path: Path, establishment_id: str) -> Path:
        asked.append((path, establishment_id))
        return path

    page = opened(qtbot, jobs, replace(STAND_IN_GROUP_VIEWS, write_evidence=write))
    line = page.narrowing
    line.establishments.setCurrentIndex(line.establishments.findData("s"))
    for button in (page.evidence, page.book):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: jobs.is_idle)
    assert asked == [(Path("evidence.pdf"), "s"), (Path("evidence.xlsx"), "s")]
    assert page.told.isVisible()
    page.end()


def test_a_home_without_departments_says_where_to_add_one(qtbot: QtBot, jobs: Jobs) -> None:
    empty = replace(STAND_IN_GROUP_VIEWS, read_offices=lambda: GroupOffices(OFFICES.today, ()))
    page = opened(qtbot, jobs, empty)
    assert page.detail.text() == "There is no department yet. Add one in the tab Departments."
    assert not page.exporting.isEnabled()
    page.end()
