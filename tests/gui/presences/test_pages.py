from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.presences import SECURITY
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.presences.pages import PresencePage
from referent_desk.gui.questions import FileQuestions
from referent_desk.language import speak
from tests.gui.stand_in_presences import MONDAY, NEXT, StandInPresences

Open = Callable[[StandInPresences], PresencePage]


@pytest.fixture
def open_page(qtbot: QtBot, jobs: Jobs) -> Iterator[Open]:
    speak("en")
    files = FileQuestions(lambda _parent, suggested: suggested, lambda _path: True)
    opened = []

    def open_it(stand_in: StandInPresences) -> PresencePage:
        page = PresencePage(stand_in.questions(), ("car", "Cardiology"), files, jobs)
        qtbot.addWidget(page)
        page.resize(911, 600)
        page.show()
        page.begin()
        qtbot.waitUntil(lambda: page.week is not None and jobs.is_idle)
        opened.append(page)
        return page

    yield open_it
    for page in opened:
        page.end()


def lines(page: PresencePage) -> list[tuple[str, ...]]:
    model = page.table.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_the_list_says_in_words_what_the_picture_shows(open_page: Open) -> None:
    page = open_page(StandInPresences())
    assert lines(page)[:2] == [
        ("Monday 23/11", "8:00 to 12:00", "main referent", "Anne; as deputy: Bruno for Dossier+"),
        (
            *("Monday 23/11", "12:00 to 18:00", "in part"),
            "as deputy: Bruno for Dossier+; for LaboNet call: IT on call: 4444",
        ),
    ]
    assert page.totals.said() == (
        "Nobody is there for 18\u00a0h of the opening hours. "
        "For 12\u00a0h somebody is there, but not for every software."
    )
    assert page.totals.said() in page.picture.accessibleDescription()
    assert page.table.chosen_row().hours == "12:00 to 18:00"
    assert not page.hint.isVisible()


def test_a_software_and_security_are_asked_for_alone(open_page: Open) -> None:
    page = open_page(StandInPresences())
    page.subjects.setCurrentIndex(page.subjects.findData("dpi"))
    assert ("Monday 23/11", "12:00 to 18:00", "deputy", "Bruno") in lines(page)
    page.subjects.setCurrentIndex(page.subjects.findData(SECURITY))
    assert page.totals.said() == "Nobody answers for this: the department is open 50\u00a0h a week."


def test_one_goes_from_week_to_week_and_what_was_chosen_stays(
    open_page: Open, qtbot: QtBot, jobs: Jobs
) -> None:
    page = open_page(StandInPresences())
    page.subjects.setCurrentIndex(page.subjects.findData("labo"))
    qtbot.mouseClick(page.after, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.week is not None and page.week.monday == NEXT and jobs.is_idle)
    assert page.subject == "labo"
    assert lines(page)[0] == ("Monday 30/11", "8:00 to 12:00", "nobody", "IT on call: 4444")
    qtbot.mouseClick(page.this_week, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.week is not None and page.week.monday == MONDAY)
    qtbot.mouseClick(page.before, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.week is not None and page.week.monday < MONDAY)


@pytest.mark.parametrize(
    ("stand_in", "said"),
    [
        (StandInPresences(appointed=False), "Appoint somebody in the tab Referents."),
        (StandInPresences(hours=""), "Say when the referents work"),
        (StandInPresences(opening=""), "Say when the department is open"),
    ],
)
def test_where_nothing_is_known_it_is_said_why_and_what_next(
    open_page: Open, stand_in: StandInPresences, said: str
) -> None:
    page = open_page(stand_in)
    assert said in page.hint.said()
    assert page.hint.isVisible()
    assert page.totals.said()


def test_the_week_is_printed_as_it_is_shown(open_page: Open, qtbot: QtBot, jobs: Jobs) -> None:
    stand_in = StandInPresences()
    page = open_page(stand_in)
    page.subjects.setCurrentIndex(page.subjects.findData("dpi"))
    qtbot.mouseClick(page.printing, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.told.label.said()) and jobs.is_idle)
    assert stand_in.said == [("print", "car", MONDAY, "dpi")]
    assert Path(f"presence-{MONDAY}.pdf").name in page.told.label.said()


def test_the_chosen_line_is_said_whole_beneath_the_list(open_page: Open) -> None:
    page = open_page(StandInPresences())
    assert page.chosen.said() == (
        "Monday 23/11, 12:00 to 18:00: as deputy: Bruno for Dossier+; "
        "for LaboNet call: IT on call: 4444"
    )
    page.table.choose(0)
    assert page.chosen.said().startswith("Monday 23/11, 8:00 to 12:00: Anne")
    assert page.chosen.isVisible()


def test_where_no_number_is_known_the_line_says_what_is_missing(open_page: Open) -> None:
    page = open_page(StandInPresences(appointed=False, on_call=""))
    assert "No number is known: add the IT on call" in page.chosen.said()
    assert not open_page(StandInPresences(hours="")).chosen.isVisible()


def test_it_fits_into_a_narrow_window(open_page: Open) -> None:
    page = open_page(StandInPresences())
    assert page.minimumSizeHint().width() <= 911
