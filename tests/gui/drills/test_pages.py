from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.drills import Outcome, TypedRun
from referent_desk.domain.records import Unfinished
from referent_desk.errors import RefusedInput
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.drills.pages import DrillPage
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.saving import Saver
from referent_desk.language import speak
from tests.gui.seated_pages import SeatedPage
from tests.gui.stand_in_drills import NOW, StandInDrills
from tests.gui.stand_in_records import StandInRecords

KEY = "drill:d-planned"


class Played(SeatedPage[DrillPage]):
    """A drill on the screen, and the keyboard in front of it."""

    def __init__(self, qtbot: QtBot, jobs: Jobs, records: StandInRecords | None = None) -> None:
        super().__init__(qtbot, jobs)
        speak("en")
        self.drills = StandInDrills()
        self.records = records or StandInRecords("Prescription")
        self.saver = Saver(jobs, ChangeBus())
        self.saver.let_save(True)
        self.editing = Editing(self.records.questions(), self.saver, jobs)

    def open(self, *, live: bool = True, height: int = 700) -> Played:
        detail = self.drills.read("d-planned")
        self.seat(DrillPage(self.drills.questions(), detail, self.editing, is_live=live), height)
        self.qtbot.waitUntil(self.page.isActiveWindow)
        return self

    def press(self, key: Qt.Key, after: float = 0) -> None:
        self.drills.go_on(after)
        self.qtbot.keyClick(self.focus, key)
        self.wait()

    @property
    def recorded(self) -> TypedRun:
        [said] = [one for one in self.drills.said if isinstance(one, tuple)]
        assert said[0] == "recorded"
        assert isinstance(said[2], TypedRun)
        return said[2]


def test_a_drill_is_played_and_recorded_by_keys_alone(qtbot: QtBot, jobs: Jobs) -> None:
    played = Played(qtbot, jobs).open()
    played.press(Qt.Key.Key_Space)
    for key, after in (
        (Qt.Key.Key_Space, 90),
        (Qt.Key.Key_2, 100),
        (Qt.Key.Key_3, 110),
        (Qt.Key.Key_1, 120),
        (Qt.Key.Key_Space, 130),
    ):
        played.press(key, after)
    page = played.page
    assert page.panels.currentWidget() is page.run
    page.run.led_by.setFocus()
    qtbot.keyClicks(page.run.led_by, "A. Roy")
    page.run.findings.rows[0].what.setFocus()
    qtbot.keyClicks(page.run.findings.rows[0].what, "Locked away")
    qtbot.keyClick(page.run.findings.rows[0].what, Qt.Key.Key_Return)
    qtbot.keyClicks(page.run.findings.rows[0].action, "Move it")
    page.run.record.setFocus()
    played.press(Qt.Key.Key_Return)
    run = played.recorded
    assert [one.outcome for one in run.results] == [
        *(Outcome.DONE, Outcome.PARTLY, Outcome.NOT_DONE, Outcome.DONE, Outcome.DONE),
    ]
    assert [one.seconds for one in run.results] == [90, 100, 110, 120, 130]
    assert (run.seconds, run.stopped_because) == (550, "")
    assert (run.findings[0].what, run.findings[0].action) == ("Locked away", "Move it")
    assert KEY not in played.records.unfinished


def test_a_pause_stops_the_clock_and_a_slip_is_taken_back(qtbot: QtBot, jobs: Jobs) -> None:
    played = Played(qtbot, jobs).open()
    played.press(Qt.Key.Key_Space)
    played.press(Qt.Key.Key_P, 30)
    played.press(Qt.Key.Key_P, 500)
    played.press(Qt.Key.Key_3, 10)
    watch = played.page.watch.watch
    assert watch.results()[0].seconds == 40
    played.press(Qt.Key.Key_Backspace, 5)
    assert played.page.watch.watch.present == 0


def test_a_drill_is_stopped_half_way_with_a_reason_and_keeps_what_was_played(
    qtbot: QtBot, jobs: Jobs
) -> None:
    played = Played(qtbot, jobs).open()
    played.press(Qt.Key.Key_Space)
    played.press(Qt.Key.Key_Space, 60)
    played.press(Qt.Key.Key_E, 30)
    page = played.page
    assert played.has_keyboard(page.watch.reason)
    played.press(Qt.Key.Key_Return)
    assert "reason" in page.watch.trouble.label.said()
    qtbot.keyClicks(page.watch.reason, "1 more patient, 2 beds")
    played.press(Qt.Key.Key_Return, 300)
    page.run.led_by.show_name("A. Roy")
    page.run.record.click()
    played.wait()
    run = played.recorded
    assert run.stopped_because == "1 more patient, 2 beds"
    assert [one.seconds for one in run.results] == [60, None, None, None, None]
    assert run.seconds == 90


def test_a_killed_program_finds_the_drill_where_it_is_by_then(qtbot: QtBot, jobs: Jobs) -> None:
    played = Played(qtbot, jobs).open()
    played.press(Qt.Key.Key_Space)
    played.press(Qt.Key.Key_Space, 60)
    again = Played(qtbot, jobs, played.records)
    again.drills.moment = NOW
    again.drills.go_on(200)
    again.open()
    watch = again.page.watch.watch
    assert (watch.present, watch.of_task(again.drills.now())) == (1, 140)
    assert again.page.brought_back is not None
    again.page.brought_back.clear.click()
    again.wait()
    assert KEY not in again.records.unfinished


def test_what_was_typed_from_the_grid_comes_back(qtbot: QtBot, jobs: Jobs) -> None:
    records = StandInRecords("Prescription")
    typed = {
        "outcome:find": "partly",
        "time:find": "1’30",
        "finding:1:0": "Dark",
        "side:led_by": "B",
    }
    records.unfinished[KEY] = Unfinished(typed, NOW)
    page = Played(qtbot, jobs, records).open(live=False).page
    assert page.run.results.outcomes["find"].typed() == "partly"
    assert page.run.results.times["find"].typed() == "1’30"
    assert page.run.findings.rows[1].what.typed() == "Dark"
    assert page.run.led_by.typed() == "B"


def test_a_printed_grid_is_typed_in(qtbot: QtBot, jobs: Jobs) -> None:
    played = Played(qtbot, jobs).open(live=False)
    run = played.page.run
    for code, time in zip(run.results.times, ("1:30", "1'30", "90 s", "2 min", ""), strict=True):
        qtbot.keyClicks(run.results.times[code], time)
    run.results.outcomes["return"].put("not_done")
    run.led_by.show_name("A. Roy")
    qtbot.keyClicks(run.participants, "4")
    qtbot.keyClicks(run.starts_at, "14 h 30")
    run.record.click()
    played.wait()
    recorded = played.recorded
    assert [one.seconds for one in recorded.results] == [90, 90, 90, 120, None]
    assert recorded.results[0].outcome is Outcome.DONE
    assert (recorded.participants, recorded.starts_at) == (4, "14:30")
    assert (recorded.day, recorded.seconds) == (date(2026, 3, 12), None)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("time", "90", "Minutes or seconds"),
        ("time", "long", "not a time"),
        ("led_by", "", "Nobody is named"),
        ("day", "31/02/2026", "no such day"),
        ("starts_at", "late", "time of the day"),
        ("participants", "four", "not a whole number"),
        ("until", "someday", "not a whole date"),
        ("outcome", "", "Say how this task went"),
    ],
)
def test_a_slip_is_said_kindly_and_its_field_gets_the_keyboard(
    qtbot: QtBot, jobs: Jobs, field: str, typed: str, said: str
) -> None:
    played = Played(qtbot, jobs).open(live=False)
    run = played.page.run
    for outcome in run.results.outcomes.values():
        outcome.put("done")
    run.led_by.show_name("A. Roy")
    fields = {
        "time": run.results.times["warn"],
        "until": run.findings.rows[0].until,
        "led_by": run.led_by,
        "day": run.day,
        "starts_at": run.starts_at,
        "participants": run.participants,
    }
    if field == "outcome":
        run.results.outcomes["warn"].put("")
    else:
        fields[field].put(typed)
    run.record.click()
    played.wait()
    assert said in run.trouble.label.said()
    wanted = run.results.outcomes["warn"] if field == "outcome" else fields[field]
    assert played.has_keyboard(wanted)
    assert played.drills.said == []


def test_a_refusal_is_said_on_the_page_and_nothing_is_lost(qtbot: QtBot, jobs: Jobs) -> None:
    played = Played(qtbot, jobs).open(live=False)
    run = played.page.run
    for outcome in run.results.outcomes.values():
        outcome.put("done")
    run.led_by.show_name("A. Roy")
    played.drills.refuses = RefusedInput("This drill was given up.", "Plan a new one.")
    run.record.click()
    played.wait()
    assert "given up" in run.trouble.label.said()
    assert run.record.isEnabled()


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        (Qt.Key.Key_Ampersand, Outcome.DONE),
        (Qt.Key.Key_Eacute, Outcome.PARTLY),
        (Qt.Key.Key_QuoteDbl, Outcome.NOT_DONE),
    ],
)
def test_the_digits_of_a_french_keyboard_need_no_shift(
    qtbot: QtBot, jobs: Jobs, key: Qt.Key, outcome: Outcome
) -> None:
    played = Played(qtbot, jobs).open()
    played.press(Qt.Key.Key_Space)
    played.press(key, 10)
    assert played.page.watch.watch.results()[0].outcome is outcome

    typed = Played(qtbot, jobs).open(live=False)
    chosen = typed.page.run.results.outcomes["find"]
    chosen.setFocus()
    typed.press(key)
    assert chosen.typed() == str(outcome)


def test_the_reason_of_stopping_has_room_on_a_low_screen(qtbot: QtBot, jobs: Jobs) -> None:
    played = Played(qtbot, jobs).open()
    played.press(Qt.Key.Key_Space)
    before = played.page.minimumSizeHint().height()
    played.press(Qt.Key.Key_E, 30)
    watch = played.page.watch
    assert watch.reason.isVisible()
    played.press(Qt.Key.Key_Return)
    assert watch.trouble.isVisible()
    assert played.page.minimumSizeHint().height() <= before + 32
    watch.go_on.click()
    assert watch.done.isVisible()


def test_the_day_of_a_finding_is_headed_as_that_of_any_action(qtbot: QtBot, jobs: Jobs) -> None:
    """Until when somebody is appointed is another thing, said in other words in French."""
    findings = Played(qtbot, jobs).open(live=False).page.run.findings
    heads = [label.said() for label in findings.findChildren(PlainLabel)]
    assert heads == ["What was seen", "What is done about it", "By whom", "Due on"]


def test_enter_goes_through_a_finding_field_by_field(qtbot: QtBot, jobs: Jobs) -> None:
    played = Played(qtbot, jobs).open(live=False)
    row = played.page.run.findings.rows[0]
    row.what.setFocus()
    for field, typed in ((row.what, "Locked"), (row.action, "Move it"), (row.owner, "A. Roy")):
        assert played.has_keyboard(field)
        qtbot.keyClicks(field, typed)
        played.press(Qt.Key.Key_Return)
    assert played.has_keyboard(row.until)
    assert row.owner.typed() == "A. Roy"
