from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.domain.presence_weeks import Absence, PersonHours
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.presence_sections import show_hours
from referent_desk.language import speak
from tests.gui.editings import editing_on
from tests.gui.stand_in_presences import StandInPresences
from tests.gui.stand_in_records import StandInRecords

AWAY = Absence("x", date(2027, 8, 3), date(2027, 8, 14))
DAY_OFF = Absence("y", date(2027, 9, 1), date(2027, 9, 1))


@pytest.fixture
def pane(qtbot: QtBot) -> DetailPane:
    speak("en")
    made = DetailPane()
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    return made


def shown(
    pane: DetailPane, jobs: Jobs, hours: PersonHours, stand_in: StandInPresences, *, can_save: bool
) -> tuple[str, list[QPushButton]]:
    editing = editing_on(StandInRecords(), jobs, can_save=can_save)
    pane.begin()
    show_hours(pane, hours, stand_in.questions(), editing)
    pane.end()
    said = "\n".join(label.said() for label in pane.findChildren(PlainLabel))
    return said, pane.findChildren(QPushButton)


def test_hours_and_absences_are_said_and_can_be_corrected(
    pane: DetailPane, jobs: Jobs, qtbot: QtBot
) -> None:
    stand_in = StandInPresences()
    hours = replace(stand_in.questions().hours_of("anne"), absences=(AWAY, DAY_OFF))
    said, buttons = shown(pane, jobs, hours, stand_in, can_save=True)
    for text in (
        "Week 1: Monday to Friday, 8:00 to 12:00",
        "2 weeks in turn; the first began on Monday 23/11/2026.",
        "Absent from 03/08/2027 to 14/08/2027.",
        "Absent on 01/09/2027.",
    ):
        assert text in said
    back = next(b for b in buttons if "14/08/2027" in b.text())
    back.click()
    qtbot.waitUntil(lambda: stand_in.said == [("back", "x")])


def test_in_a_home_that_is_only_read_nothing_is_offered(pane: DetailPane, jobs: Jobs) -> None:
    stand_in = StandInPresences()
    hours = replace(stand_in.questions().hours_of("anne"), absences=(AWAY,))
    said, buttons = shown(pane, jobs, hours, stand_in, can_save=False)
    assert "Absent from 03/08/2027" in said
    assert buttons == []


def test_hours_that_nobody_said_or_that_are_not_understood_are_said_so(
    pane: DetailPane, jobs: Jobs
) -> None:
    stand_in = StandInPresences(hours="")
    hours = stand_in.questions().hours_of("anne")
    assert "Nobody has said when they work." in shown(pane, jobs, hours, stand_in, can_save=True)[0]
    odd = replace(hours, text="souvent le matin")
    said, _buttons = shown(pane, jobs, odd, stand_in, can_save=True)
    assert "These working hours are not understood: souvent le matin" in said
