"""When a referent is absent: said in one line, seen in the week, asked for by Today, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from referent_desk.domain.people import PersonRow
from referent_desk.gui.places import EVERYBODY, Place, TabName
from referent_desk.gui.presences.hours_forms import AbsenceForm, HoursForm
from referent_desk.gui.presences.pages import PresencePage
from referent_desk.gui.today.tabs import TodayTab
from referent_desk.language import speak
from tests.journeys.test_window import Sitting
from tests.paper.pdfs import page_texts
from tests.usecases.homes import CLOCK, demo_content, home_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def sitting(tmp_path: Path, qtbot: QtBot) -> Iterator[Sitting]:
    speak("en")
    home = home_of(demo_content(), tmp_path)
    home.make()
    seated = Sitting(home, CLOCK, qtbot)
    seated.be_on_the_ward()
    yield seated
    seated.leave()


def press(sitting: Sitting, text: str) -> None:
    found = [
        button
        for button in sitting.window.findChildren(QAbstractButton)
        if button.isVisible() and button.text().replace("&", "").startswith(text)
    ]
    assert found, text
    sitting.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    sitting.wait()


def show_person(sitting: Sitting, name: str) -> None:
    sitting.window.tabs.show_place(Place(TabName.REFERENTS, (), None, EVERYBODY))
    sitting.wait()
    page = sitting.window.tabs.list_page
    number = page.model.find(lambda row: isinstance(row, PersonRow) and row.person == name)
    assert number is not None
    page.pane.table.choose(number)
    sitting.qtbot.waitUntil(lambda: sitting.title() == name)
    sitting.wait()


def form(sitting: Sitting, kind: type[AbsenceForm] | type[HoursForm]) -> AbsenceForm | HoursForm:
    found = sitting.window.findChildren(kind)
    sitting.qtbot.waitUntil(lambda: any(each.isVisible() for each in found))
    return next(each for each in found if each.isVisible())


def opened_week(sitting: Sitting) -> PresencePage:
    sitting.qtbot.waitUntil(lambda: isinstance(sitting.window.pages.work, PresencePage))
    sitting.wait()
    page = sitting.window.pages.work
    assert isinstance(page, PresencePage)
    sitting.qtbot.waitUntil(lambda: page.week is not None)
    return page


def test_an_absence_is_typed_seen_asked_for_and_printed(sitting: Sitting) -> None:
    show_person(sitting, "Maryse Aubry")
    press(sitting, "Absent…")
    absence = form(sitting, AbsenceForm)
    assert isinstance(absence, AbsenceForm)
    sitting.qtbot.keyClicks(absence.days, "23 to 27 November")
    sitting.qtbot.keyClick(absence.days, Qt.Key.Key_Return)
    sitting.qtbot.waitUntil(lambda: "Absent from 23/11/2026 to 27/11/2026." in sitting.said())

    sitting.window.tabs.show_place(Place(TabName.TODAY))
    sitting.wait()
    page = sitting.window.tabs.page
    assert isinstance(page, TodayTab)
    sitting.qtbot.waitUntil(lambda: bool(page.list.cards))
    tasks = [card.task for card in page.list.cards]
    page.do(next(task for task in tasks if task.code == "hours_uncovered"))
    sitting.wait()
    week = opened_week(sitting)
    week.go(1)
    sitting.wait()
    assert all("Maryse Aubry" not in row.who for row in week.picture.rows)
    press(sitting, "Print the week")
    sitting.qtbot.waitUntil(sitting.saved.exists)
    assert len(page_texts(sitting.saved.read_bytes())) == 1
    week.go_away()


def test_weeks_that_rotate_are_typed_and_said_and_undone(sitting: Sitting) -> None:
    show_person(sitting, "Maryse Aubry")
    press(sitting, "Working hours…")
    hours = form(sitting, HoursForm)
    assert isinstance(hours, HoursForm)
    hours.more.click()
    hours.weeks[1].put("Mon-Fri 12:00-20:00")
    sitting.qtbot.keyClick(hours.weeks[1], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sitting.qtbot.waitUntil(lambda: "Week 2: Monday to Friday, 12:00 to 20:00" in sitting.said())
    assert "2 weeks in turn" in sitting.said()
    sitting.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    sitting.qtbot.waitUntil(lambda: "2 weeks in turn" not in sitting.said())


def test_the_detail_of_a_department_leads_to_its_week(sitting: Sitting) -> None:
    sitting.window.tabs.show_place(Place(TabName.DEPARTMENTS))
    sitting.wait()
    page = sitting.window.tabs.list_page
    number = page.model.find(lambda row: row.name == "Pneumologie")
    assert number is not None
    page.pane.table.choose(number)
    sitting.qtbot.waitUntil(lambda: sitting.title() == "Pneumologie")
    press(sitting, "Who is there when…")
    week = opened_week(sitting)
    assert week.week is not None
    assert week.week.department == "Pneumologie"
    week.go_away()
