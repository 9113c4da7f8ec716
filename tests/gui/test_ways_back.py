from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from referent_desk.domain.records import RecordKind
from referent_desk.domain.tasks import Lead, Task, Urgency
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.main_window import MainWindow
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.today.tabs import TodayTab
from tests.gui.conftest import OpenWindow
from tests.gui.stand_ins import StandInHome

TICK = Task("functions_unsaid", Urgency.NOW, 3, Lead.FUNCTIONS)


class Seat:
    def __init__(self, window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
        self.window, self.jobs, self.qtbot = window, jobs, qtbot
        window.choose_department(StandInHome().choices.rows[0])
        window.tabs.show_place(Place(TabName.TODAY))
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle)

    def begin(self) -> None:
        page = self.window.tabs.page
        assert isinstance(page, TodayTab)
        page.do(TICK)
        self.wait()
        assert self.window.tabs.page.name is TabName.DEPARTMENTS

    def save(self) -> None:
        records = self.window.tabs.editing.records
        self.window.saver.save(lambda: records.add(RecordKind.PERSON, {"last_name": "Roux"}))
        self.wait()

    def is_offered(self) -> bool:
        return not self.window.status.back.isHidden()


@pytest.fixture
def seat(open_window: OpenWindow, jobs: Jobs, qtbot: QtBot) -> Seat:
    return Seat(open_window(tab=TabName.TODAY), jobs, qtbot)


def test_who_came_from_today_and_saved_something_is_offered_the_way_back(seat: Seat) -> None:
    seat.begin()
    assert not seat.is_offered(), "nothing is done yet"
    seat.save()
    assert seat.is_offered()
    seat.window.status.back.click()
    seat.wait()
    assert seat.window.tabs.page.name is TabName.TODAY
    assert not seat.is_offered()


def test_who_came_by_themselves_or_went_on_is_not_sent_to_today(seat: Seat) -> None:
    seat.window.tabs.show_place(Place(TabName.DEPARTMENTS))
    seat.save()
    assert not seat.is_offered(), "they did not come from a card"
    seat.window.tabs.show_place(Place(TabName.TODAY))
    seat.begin()
    seat.save()
    seat.window.tabs.show_place(Place(TabName.SOFTWARE))
    assert not seat.is_offered(), "they went elsewhere"
    seat.save()
    assert not seat.is_offered()


def test_the_way_back_stays_where_it_is_whatever_the_line_says(seat: Seat, qtbot: QtBot) -> None:
    seat.window.resize(1366, 768)
    seat.window.show()
    seat.begin()
    seat.save()
    status = seat.window.status
    layout = status.layout()
    assert layout is not None
    layout.activate()
    place = status.back.geometry()
    assert place.isValid()
    for said in ("Undone: telephone – Laboratory of the North", "Saved"):
        status.tell(said)
        status.show_sheets("3 sheets are out of date" if said == "Saved" else "")
        layout.activate()
        assert status.back.geometry() == place
    status.back.hide()
    layout.activate()
    others = (status.undo, status.sheets, status.saved)
    assert not any(one.geometry().intersects(place) for one in others if one.isVisible())
