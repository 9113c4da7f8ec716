from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.errors import RefusedField
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.presences.hours_forms import AbsenceForm, HoursForm
from referent_desk.gui.saving import Saver
from referent_desk.language import speak
from tests.gui.stand_in_presences import MONDAY, StandInPresences
from tests.gui.stand_in_records import StandInRecords

Form = HoursForm | AbsenceForm
Open = Callable[[type[Form], StandInPresences], Form]


@pytest.fixture
def open_form(qtbot: QtBot, jobs: Jobs) -> Open:
    speak("en")
    saver = Saver(jobs, ChangeBus())
    saver.let_save(True)
    editing = Editing(StandInRecords().questions(), saver, jobs)

    def open_it(kind: type[Form], stand_in: StandInPresences) -> Form:
        questions = stand_in.questions()
        form = kind(questions.hours_of("anne"), questions, editing)
        qtbot.addWidget(form)
        form.show()
        form.focus_first()
        return form

    return open_it


def hours_form(open_form: Open, stand_in: StandInPresences) -> HoursForm:
    form = open_form(HoursForm, stand_in)
    assert isinstance(form, HoursForm)
    return form


def test_weeks_stand_one_under_the_other_as_they_are_known(open_form: Open) -> None:
    form = hours_form(open_form, StandInPresences())
    assert [week.typed() for week in form.weeks] == ["Mon–Fri 8:00–12:00", "Mon–Fri 12:00–18:00"]
    assert form.first.typed() == f"{MONDAY:%d/%m/%Y}"


def test_while_every_week_is_the_same_there_is_one_line(open_form: Open, qtbot: QtBot) -> None:
    stand_in = StandInPresences(hours="1-5 08:00-12:00")
    form = hours_form(open_form, stand_in)
    assert len(form.weeks) == 1
    assert not form.first.isVisible()
    assert not form.copy.isVisible()
    with qtbot.waitSignal(form.created):
        qtbot.keyClick(form.weeks[0], Qt.Key.Key_Return)
    assert stand_in.said == [("hours", "anne", ("Mon–Fri 8:00–12:00",), None)]


def test_tab_goes_from_a_further_week_to_what_stands_beneath_it(
    open_form: Open, qtbot: QtBot
) -> None:
    form = hours_form(open_form, StandInPresences(hours="1-5 08:00-12:00"))
    qtbot.mouseClick(form.more, Qt.MouseButton.LeftButton)
    met = [form.focusWidget()]
    for _step in range(5):
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        met.append(form.focusWidget())
    assert met == [
        form.weeks[1], form.more, form.copy, form.first, form.create_button, form.leave_button
    ]  # fmt: skip


def test_what_is_typed_first_takes_the_place_of_the_hours_known(
    open_form: Open, qtbot: QtBot
) -> None:
    form = hours_form(open_form, StandInPresences(hours="1-5 08:00-12:00"))
    qtbot.keyClicks(form.focusWidget(), "24h/24")
    assert form.weeks[0].typed() == "24h/24"


def test_a_further_week_is_added_and_the_first_copied_into_it(
    open_form: Open, qtbot: QtBot
) -> None:
    stand_in = StandInPresences()
    form = hours_form(open_form, stand_in)
    qtbot.mouseClick(form.more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(form.copy, Qt.MouseButton.LeftButton)
    assert form.weeks[2].typed() == form.weeks[0].typed()
    assert form.weeks[1].typed() == "Mon–Fri 12:00–18:00"
    with qtbot.waitSignal(form.created):
        form.finish()
    typed = ("Mon–Fri 8:00–12:00", "Mon–Fri 12:00–18:00", "Mon–Fri 8:00–12:00")
    assert stand_in.said == [("hours", "anne", typed, MONDAY)]


def test_there_are_never_more_than_twelve_weeks(open_form: Open, qtbot: QtBot) -> None:
    form = hours_form(open_form, StandInPresences())
    for _ in range(20):
        qtbot.mouseClick(form.more, Qt.MouseButton.LeftButton)
    assert len(form.weeks) == 12


def test_a_week_that_is_refused_gets_the_keyboard_back(open_form: Open, qtbot: QtBot) -> None:
    fault = RefusedField("1", "hours_not_understood", "Not understood.", "Type it again.")
    form = hours_form(open_form, StandInPresences(fault=fault))
    form.finish()
    qtbot.waitUntil(form.trouble.isVisible)
    assert "Not understood. Type it again." in form.trouble.label.said()
    qtbot.waitUntil(form.weeks[1].hasFocus)


def test_a_monday_that_is_no_day_is_said_before_anything_is_sent(open_form: Open) -> None:
    stand_in = StandInPresences()
    form = hours_form(open_form, stand_in)
    form.first.put("soon")
    form.finish()
    assert form.trouble.isVisible()
    assert stand_in.said == []


def test_an_absence_is_one_line_and_enter(open_form: Open, qtbot: QtBot) -> None:
    stand_in = StandInPresences()
    form = open_form(AbsenceForm, stand_in)
    assert isinstance(form, AbsenceForm)
    qtbot.keyClicks(form.days, "du 3 au 14 juin")
    with qtbot.waitSignal(form.created):
        qtbot.keyClick(form.days, Qt.Key.Key_Return)
    assert stand_in.said == [("absence", "anne", "du 3 au 14 juin")]


def test_days_that_are_refused_stay_typed(open_form: Open, qtbot: QtBot) -> None:
    fault = RefusedField("absence", "month_missing", "The month is missing.", "Type it.")
    form = open_form(AbsenceForm, StandInPresences(fault=fault))
    assert isinstance(form, AbsenceForm)
    qtbot.keyClicks(form.days, "3 au 14")
    qtbot.keyClick(form.days, Qt.Key.Key_Return)
    qtbot.waitUntil(form.trouble.isVisible)
    assert form.days.typed() == "3 au 14"
    assert form.days.hasFocus()
