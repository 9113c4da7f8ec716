from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from referent_desk.errors import RefusedInput
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.skills.arrival_checks import ArrivalChecks
from referent_desk.gui.skills.arrival_forms import ArrivalListForm
from referent_desk.gui.skills.arrival_pages import ArrivalsPage
from referent_desk.language import speak, speak_as, spoken
from tests.gui.editings import editing_on
from tests.gui.key_clashes import visible_keys
from tests.gui.seated_pages import SeatedPage
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_in_skills import TODAY, USUAL, StandInSkills

Open = Callable[..., "Seat"]


class Seat(SeatedPage[ArrivalsPage]):
    def __init__(
        self, qtbot: QtBot, jobs: Jobs, skills: StandInSkills, *, can_save: bool = True
    ) -> None:
        super().__init__(qtbot, jobs)
        editing = editing_on(StandInRecords(), jobs, can_save=can_save)
        editing.signer.remember("Maryse Aubry")
        files = FileQuestions(lambda _parent, suggested: suggested, lambda _path: True)
        self.seat(ArrivalsPage(skills.questions(), ("d", "Ward"), editing, files), 690)

    @property
    def checks(self) -> ArrivalChecks:
        found = self.page.pane.kept("checks")
        assert isinstance(found, ArrivalChecks)
        return found

    def make_list(self) -> None:
        self.page.edit_list()
        assert isinstance(self.page.form, ArrivalListForm)
        self.page.form.finish()
        self.wait()


@pytest.fixture
def skills() -> StandInSkills:
    return StandInSkills()


@pytest.fixture
def open_page(qtbot: QtBot, jobs: Jobs, skills: StandInSkills) -> Open:
    return lambda **more: Seat(qtbot, jobs, skills, **more)


def test_the_usual_list_is_taken_and_ticked_line_by_line(
    open_page: Open, skills: StandInSkills
) -> None:
    seat = open_page()
    assert not seat.page.print.isEnabled()
    seat.make_list()
    assert tuple(item.what for item in skills.items) == USUAL
    first, second = seat.checks.boxes.values()
    seat.page.day.show_typed("20/11/2026")
    first.click()
    seat.wait()
    assert (skills.ticks["i0"].day, skills.ticks["i0"].who) == (date(2026, 11, 20), "Maryse Aubry")
    assert first.accessibleDescription() == "20/11/2026, Maryse Aubry"
    assert second.accessibleDescription() == "not done yet"
    first.click()
    seat.wait()
    assert skills.ticks == {}


def test_nobody_named_ticks_nothing(open_page: Open, skills: StandInSkills) -> None:
    seat = open_page()
    seat.make_list()
    seat.page.who.show_name("")
    (first, *_others) = seat.checks.boxes.values()
    first.click()
    seat.wait()
    assert skills.ticks == {}
    assert not first.isChecked()
    assert "Nobody is named" in seat.page.trouble.label.said()
    assert seat.has_keyboard(seat.page.who)


def test_the_usual_lines_come_beneath_those_that_stand(
    open_page: Open, skills: StandInSkills
) -> None:
    seat = open_page()
    skills.write_list("d", ("Meet the team",))
    seat.page._ask()
    seat.wait()
    seat.page.edit_list()
    form = seat.page.form
    assert isinstance(form, ArrivalListForm)
    form.usual.click()
    assert form.text.toPlainText().splitlines() == ["Meet the team", *USUAL]
    seat.page.escape()
    assert seat.page.form is None
    seat.wait()
    assert len(skills.items) == 1


def test_the_sheet_is_that_of_the_chosen_person(open_page: Open, skills: StandInSkills) -> None:
    seat = open_page()
    seat.make_list()
    seat.page.people.choose(1)
    seat.page.print.click()
    seat.wait()
    assert skills.written == [("d", "ada")]


def test_a_home_that_is_only_read_shows_what_was_done(
    open_page: Open, skills: StandInSkills
) -> None:
    skills.write_list("d", USUAL)
    skills.tick("clo", ("i0",), TODAY, "Ada", True)
    seat = open_page(can_save=False)
    assert not seat.page.edit.isVisible()
    assert [box.isEnabled() for box in seat.checks.boxes.values()] == [False, False]
    assert [box.isChecked() for box in seat.checks.boxes.values()] == [True, False]


def test_a_tick_that_fails_is_taken_off_again(open_page: Open, skills: StandInSkills) -> None:
    seat = open_page()
    seat.make_list()
    skills.error = RefusedInput("Gone.", "Open it anew.")
    (first, *_others) = seat.checks.boxes.values()
    first.click()
    seat.wait()
    assert not first.isChecked()
    assert "Gone." in seat.page.trouble.label.said()


@pytest.mark.parametrize("speaks", ["fr", "en"])
def test_no_two_things_that_are_seen_have_the_same_key(open_page: Open, speaks: str) -> None:
    before = spoken()
    speak(speaks)
    try:
        seat = open_page()
        assert visible_keys(seat.page) == []
        seat.page.edit_list()
        assert visible_keys(seat.page) == []
    finally:
        speak_as(before)
