from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.people import (
    AppointmentKind,
    AppointmentRank,
    AppointmentRow,
    AppointmentState,
    PersonRow,
)
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.list_tabs import ListTab
from referent_desk.gui.people import subjects as people
from referent_desk.gui.people.everybody import Everybody
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions_handovers import HandoverQuestions
from referent_desk.gui.record_forms import RecordForm
from referent_desk.gui.record_lines import RecordLines
from tests.gui.editings import editing_on
from tests.gui.stand_in_handovers import STAND_IN_HANDOVERS
from tests.gui.stand_ins import Asked, StandInHome

CHOSEN = DepartmentChoice("d9", "Maternity", "0500", "North")


def open_tab(
    home: StandInHome,
    jobs: Jobs,
    qtbot: QtBot,
    *,
    can_save: bool = True,
    chosen: DepartmentChoice | None = CHOSEN,
    handovers: HandoverQuestions = STAND_IN_HANDOVERS,
) -> ListTab:
    lists = home.questions().lists
    editing = editing_on(home.records, jobs, can_save=can_save)
    everybody = Everybody()
    subject = people.subject(
        everybody.either(lists.list_appointments, lists.list_people),
        lists.read_person,
        editing,
        lambda: chosen,
        home.questions().presences,
        handovers=handovers,
    )
    tab = ListTab(subject, jobs, editing)
    everybody.offer(tab)
    qtbot.addWidget(tab)
    tab.resize(1200, 700)
    tab.show()
    tab.begin()
    qtbot.waitUntil(lambda: jobs.is_idle)
    return tab


def names(tab: ListTab) -> list[str]:
    return [str(tab.model.index(n, 0).data()) for n in range(tab.model.rowCount())]


def tick_everybody(tab: ListTab, qtbot: QtBot, jobs: Jobs) -> None:
    tick = next(t for t in tab.pane.findChildren(QCheckBox) if "Everybody" in t.text())
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: jobs.is_idle)


@pytest.fixture
def home() -> StandInHome:
    return StandInHome()


def test_what_somebody_answers_for_stands_before_what_they_are_of_it() -> None:
    """Where there is too little room the end is cut, and a long role would hide the program."""
    column = people.columns()[1]
    row = AppointmentRow(
        "a", "p", "Ada", "", "", "d", "Ward", AppointmentKind.SOFTWARE, AppointmentRank.DEPUTY,
        "Cyberlab", None, None, AppointmentState.CURRENT,
    )  # fmt: skip
    assert column.text(row) == "Cyberlab: deputy"
    assert column.text(replace(row, software="")) == "deputy software referent"
    security = replace(row, kind=AppointmentKind.SECURITY)
    assert column.text(security) == "Cyberlab: deputy security referent"
    assert column.elide is Qt.TextElideMode.ElideRight


def test_who_leaves_is_in_office_until_then() -> None:
    """Without an end of its own the office ends with the person's last day, and soon."""
    until = people.columns()[3]
    row = AppointmentRow(
        "a", "p", "Ada", "", "", "d", "Ward", AppointmentKind.SOFTWARE, AppointmentRank.MAIN,
        "", None, None, AppointmentState.EXPIRES_SOON, left_on=date(2026, 12, 4),
    )  # fmt: skip
    assert until.text(row) == "04/12/2026"
    assert until.text(replace(row, until=date(2026, 12, 1))) == "01/12/2026"
    assert until.text(replace(row, left_on=None)) == "no end"


def test_a_tick_lists_everybody_and_says_who_is_no_referent(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(home, jobs, qtbot)
    assert names(tab) == [home.text]
    tick_everybody(tab, qtbot, jobs)
    assert names(tab) == [home.text, "Zoé"]
    states = [str(tab.model.index(n, 4).data()) for n in range(2)]
    assert states == ["referent", "not a referent"]
    tick_everybody(tab, qtbot, jobs)
    assert names(tab) == [home.text]


def test_who_has_left_is_told_from_who_is_no_referent() -> None:
    state = people.columns()[-1].state
    assert state is not None
    row = PersonRow("p", "Ada", "", None, "", 0, None, True)
    assert state(row).word == "has left"


def test_an_empty_list_of_everybody_says_what_to_do(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    home.people = Asked([], str)
    home.appointments = Asked([], str)
    tab = open_tab(home, jobs, qtbot)
    tick_everybody(tab, qtbot, jobs)
    assert tab.pane.empty_page.isVisible()
    said = [label.text() for label in tab.pane.empty_page.findChildren(type(tab.pane.count))]
    assert "Nobody is known here yet." in said


def test_a_person_is_appointed_from_their_page_for_the_chosen_department(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(home, jobs, qtbot)
    buttons = {b.text(): b for b in tab.detail.findChildren(QPushButton) if b.isVisible()}
    buttons["Appoint this person…"].click()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert isinstance(tab.form, RecordForm)
    assert tab.form.rows["department_id"].control.typed() == CHOSEN.id
    assert "person_id" not in tab.form.rows


def test_what_somebody_answers_for_leads_to_the_department(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(home, jobs, qtbot)
    lines = tab.detail.findChild(RecordLines)
    assert isinstance(lines, RecordLines)
    with qtbot.waitSignal(tab.place_followed) as caught:
        qtbot.keyClick(lines.lines[0], Qt.Key.Key_Return)
    assert caught.args == [Place(TabName.DEPARTMENTS, ("d1",))]


@pytest.mark.parametrize(
    ("chosen", "led_to"),
    [(None, "d1"), (CHOSEN, "d1"), (DepartmentChoice("d1", "Cardiology", "0412", "North"), None)],
)
def test_a_handover_leads_to_a_department_in_which_the_person_is_in_office(
    qtbot: QtBot,
    jobs: Jobs,
    home: StandInHome,
    chosen: DepartmentChoice | None,
    led_to: str | None,
) -> None:
    tab = open_tab(home, jobs, qtbot, chosen=chosen)
    buttons = {b.text(): b for b in tab.detail.findChildren(QPushButton) if b.isVisible()}
    with qtbot.waitSignal(tab.place_followed) as caught:
        buttons["Handover…"].click()
    (place,) = caught.args
    assert place.part == "handovers"
    assert (place.department.id if place.department else None) == led_to


def test_in_a_home_only_read_nobody_is_appointed(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(home, jobs, qtbot, can_save=False)
    shown = [b.text() for b in tab.findChildren(QPushButton) if b.isVisible()]
    assert not any("ppoint" in text or "Leaves" in text for text in shown)


def test_an_erased_record_says_why_it_is_closed_and_offers_nothing(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    day = date(2026, 11, 1)
    handovers = replace(STAND_IN_HANDOVERS, days=lambda _id: (None, day, day))
    tab = open_tab(home, jobs, qtbot, handovers=handovers)
    assert sum("erased" in label.text() for label in tab.detail.findChildren(QLabel)) == 1
    assert [b.text() for b in tab.detail.findChildren(QPushButton) if b.isVisible()] == []
    assert tab.detail.findChildren(QLineEdit) == []
    assert tab.detail.findChild(RecordLines) is not None
