from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.drill_details import WantedDrill
from referent_desk.domain.drills import Shift
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.drills.drill_tabs import DrillTab
from referent_desk.gui.drills.lesson_forms import LessonForm
from referent_desk.gui.drills.pages import DrillPage
from referent_desk.gui.drills.plan_forms import PlanForm
from referent_desk.gui.drills.programme_pages import ProgrammePage
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.pane_fields import ReasonForm
from referent_desk.gui.places import Key
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.saving import Saver
from referent_desk.language import speak
from tests.gui.stand_in_drills import StandInDrills
from tests.gui.stand_in_records import StandInRecords

CHOICE = DepartmentChoice("d1", "Cardiology", "0412", "North Hospital")


class Seat:
    """The tab on its department, with what was shown and begun."""

    def __init__(self, qtbot: QtBot, jobs: Jobs, *, can_save: bool = True) -> None:
        speak("en")
        self.qtbot, self.jobs = qtbot, jobs
        self.drills = StandInDrills()
        self.opened: list[Path] = []
        self.begun: list[QWidget] = []
        bus = ChangeBus()
        saver = Saver(jobs, bus)
        saver.let_save(can_save)
        editing = Editing(StandInRecords("Prescription").questions(), saver, jobs)
        files = FileQuestions(lambda _over, path: path, self._open)
        self.tab = DrillTab(self.drills.questions(), editing, jobs, files, lambda: CHOICE)
        bus.changed.connect(self.tab.take_change)
        self.tab.work_begun.connect(self.begun.append)
        qtbot.addWidget(self.tab)
        self.tab.resize(1366, 700)
        self.tab.choose_department("d1")
        self.tab.show()
        self.tab.begin()
        self.wait()

    def _open(self, path: Path) -> bool:
        self.opened.append(path)
        return True

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle)

    def show(self, *key: str) -> None:
        wanted: Key = key
        self.tab.show_key(wanted)
        self.wait()

    def buttons(self) -> list[str]:
        found = self.tab.detail.findChildren(QPushButton)
        return [b.text().replace("&", "") for b in found if not b.isHidden()]

    def press(self, text: str) -> None:
        found = self.tab.findChildren(QPushButton)
        button = next(b for b in found if b.text().replace("&", "") == text and not b.isHidden())
        button.click()
        self.wait()

    def said(self) -> str:
        labels = self.tab.detail.findChildren(PlainLabel)
        return "\n".join(label.said() for label in labels)


@pytest.fixture
def seat(qtbot: QtBot, jobs: Jobs) -> Seat:
    return Seat(qtbot, jobs)


def test_the_list_says_what_is_to_come_what_was_held_and_what_is_behind(seat: Seat) -> None:
    model = seat.tab.model
    states = [model.index(row, 4).data() for row in range(model.rowCount())]
    assert states == ["soon", "announced", "lessons to write"]
    assert "2 critical functions are behind" in seat.tab.behind.said()


def test_one_key_plans_what_is_proposed(seat: Seat) -> None:
    seat.tab.begin_new()
    seat.wait()
    form = seat.tab.form
    assert isinstance(form, PlanForm)
    assert seat.tab.focusWidget() is form.create_button
    seat.qtbot.keyClick(form.create_button, Qt.Key.Key_Return)
    seat.wait()
    [said] = seat.drills.said
    assert isinstance(said, tuple)
    wanted = said[1]
    assert isinstance(wanted, WantedDrill)
    assert (wanted.function_id, wanted.software_id) == ("f1", "s1")
    assert (wanted.shift, wanted.complication) == (Shift.NIGHT, "no_telephone")


def test_another_proposal_is_one_click_away_and_anything_can_be_chosen(seat: Seat) -> None:
    seat.tab.begin_new()
    seat.wait()
    form = seat.tab.form
    assert isinstance(form, PlanForm)
    form.other.click()
    seat.wait()
    assert form.function.typed() == "f2"
    assert "no approved procedure yet" in form.about.said()
    form.complication.put("no_light")
    assert form.asks.said() == "By torch"
    form.day.put("")
    form.create_button.click()
    assert "empty" in form.trouble.label.said()
    assert seat.drills.said == []


def test_the_grid_is_written_and_opened(seat: Seat) -> None:
    seat.show("d-planned")
    seat.press("Print the grid…")
    assert seat.drills.said == [("written", "grid", "d1", "d-planned")]
    assert "F31.pdf" in seat.tab.written.label.said()
    seat.tab.written.open.click()
    assert seat.opened == [Path("F31.pdf")]


@pytest.mark.parametrize(
    ("key", "button", "form"),
    [
        ("d-planned", "Change…", PlanForm),
        ("d-planned", "Give it up…", ReasonForm),
        ("d-held", "Write the lessons…", LessonForm),
        ("d-held", "Take it back…", ReasonForm),
    ],
)
def test_what_is_done_with_a_drill_lies_over_its_detail(
    seat: Seat, key: str, button: str, form: type[QWidget]
) -> None:
    seat.show(key)
    seat.press(button)
    assert isinstance(seat.tab.form, form)


def test_a_drill_is_given_up_and_taken_back_with_a_reason_only(seat: Seat) -> None:
    seat.show("d-planned")
    seat.press("Give it up…")
    form = seat.tab.form
    assert isinstance(form, ReasonForm)
    assert "Why it is not &held" in [label.text() for label in form.findChildren(QLabel)]
    form.create_button.click()
    assert seat.drills.said == []
    form.reason.put("too few people")
    form.create_button.click()
    seat.wait()
    assert seat.drills.said == [("given up", "d-planned", "too few people")]


def test_the_lessons_are_written_in_sight_in_a_low_window(seat: Seat) -> None:
    seat.tab.resize(911, 320)
    seat.show("d-held")
    seat.press("Write the lessons…")
    form, pane = seat.tab.form, seat.tab.detail.viewport()
    assert isinstance(form, LessonForm)
    text = form.text
    assert seat.tab.focusWidget() is text
    seat.qtbot.waitUntil(
        lambda: text.mapTo(pane, text.rect().bottomLeft()).y() < pane.height(), timeout=2_000
    )


def test_lessons_are_kept_with_the_name_of_who_wrote_them(seat: Seat) -> None:
    seat.show("d-held")
    seat.press("Write the lessons…")
    form = seat.tab.form
    assert isinstance(form, LessonForm)
    assert form.times.said().split("\n")[0] == "Prescription find: done, 1:00"
    assert "–" in form.findings.said()
    assert form.text.height() >= 6 * form.text.fontMetrics().lineSpacing()
    form.text.put("Two copies")
    form.create_button.click()
    assert "Nobody is named" in form.trouble.label.said()
    form.who.show_name("A. Roy")
    form.create_button.click()
    seat.wait()
    assert seat.drills.said == [("lessons", "r1", "Two copies", "A. Roy")]


@pytest.mark.parametrize(
    ("button", "is_live"), [("Play it now", True), ("Type in the grid", False)]
)
def test_a_drill_is_played_or_typed_in_on_a_page(seat: Seat, button: str, is_live: bool) -> None:
    seat.show("d-planned")
    seat.press(button)
    [page] = seat.begun
    assert isinstance(page, DrillPage)
    seat.qtbot.addWidget(page)
    assert (page.panels.currentWidget() is page.watch) is is_live


def test_a_stop_becomes_a_drill_here_or_in_all_departments(seat: Seat) -> None:
    seat.show("stop", "m1")
    assert "2 departments use it" in seat.said()
    seat.press("Make it a drill")
    seat.press("Make it a drill in all 2 departments")
    assert seat.drills.said == [("played", "m1", "d1"), ("played", "m1", None)]


def test_a_stop_is_announced_and_shown(seat: Seat) -> None:
    seat.press("Announce a stop…")
    form = seat.tab.form
    assert form is not None
    assert "Announce a stop of a software" in seat.said()


def test_the_register_is_written_of_the_department(seat: Seat) -> None:
    seat.press("Register as PDF…")
    assert seat.drills.said == [("written", "register", "d1", "")]


def test_a_part_that_today_leads_to_is_pressed(seat: Seat) -> None:
    seat.tab.show_key(("d-held",))
    seat.tab.part.want("lessons")
    seat.tab.refresh()
    seat.qtbot.waitUntil(lambda: isinstance(seat.tab.form, LessonForm))


def test_a_home_that_is_only_read_offers_paper_and_nothing_else(qtbot: QtBot, jobs: Jobs) -> None:
    seat = Seat(qtbot, jobs, can_save=False)
    seat.show("d-planned")
    assert seat.buttons() == ["Print the grid…"]
    assert "only read" in seat.said()
    seat.show("d-held")
    assert seat.buttons() == ["Report as PDF…"]
    seat.show("stop", "m1")
    assert seat.buttons() == []
    assert seat.tab.stop.isHidden()


def programme(seat: Seat) -> ProgrammePage:
    seat.press("Programme of three years…")
    [page] = seat.begun
    assert isinstance(page, ProgrammePage)
    seat.qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    page.begin()
    seat.wait()
    return page


def test_the_programme_takes_what_is_behind_and_the_space_bar_leaves_a_line(seat: Seat) -> None:
    page = programme(seat)
    assert "1 behind" in page.count.said()
    assert page.accept.text().replace("&", "") == "Plan 1 drill"
    seat.qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert not page.accept.isEnabled()
    page.all.click()
    page.accept.click()
    seat.wait()
    [said] = seat.drills.said
    assert isinstance(said, tuple)
    assert [line.candidate.function_id for line in said[1]] == ["f1"]
    assert "1 drill is planned" in page.told.label.said()


def test_the_programme_says_how_a_line_is_left_out_or_that_it_is_only_read(
    seat: Seat, qtbot: QtBot, jobs: Jobs
) -> None:
    assert "space bar" in said_on(programme(seat))
    read = Seat(qtbot, jobs, can_save=False)
    read.show("d-planned")
    assert "only read" in said_on(programme(read))


def said_on(page: ProgrammePage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_a_line_that_is_planned_already_is_never_taken(seat: Seat) -> None:
    page = programme(seat)
    page.table.choose(1)
    seat.qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.model is not None
    assert len(page.model.taken()) == 1


def test_all_departments_are_shown_with_their_names(seat: Seat) -> None:
    page = programme(seat)
    page.everywhere.click()
    seat.wait()
    assert page.model is not None
    heads = [page.model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert heads[1] == "Department"
