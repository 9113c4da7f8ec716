"""What goes wrong around the window: it is said in words, nothing typed is lost, work goes on."""

from __future__ import annotations

import ast
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from referent_desk import errors
from referent_desk.clock import Clock, FixedClock
from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import RecordKind
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.messages import BugReports, ErrorDialog
from referent_desk.gui.questions import Questions
from referent_desk.gui.record_editors import FieldEditor
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.records import edit_field, list_links
from referent_desk.wiring import questions as wiring
from tests.journeys.test_two_windows import editors, notices, read_again, type_beds
from tests.journeys.test_window import Sitting
from tests.usecases.homes import LATER, demo_content, home_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
BED = "47"


@dataclass
class TurnedClock:
    """A clock that somebody sets."""

    instant: datetime

    def now(self) -> datetime:
        return self.instant

    def today(self) -> date:
        return self.instant.date()


SitDown = Callable[..., Sitting]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_of(demo_content(), tmp_path)


@pytest.fixture
def sit_down(qtbot: QtBot, home: Home) -> Iterator[SitDown]:
    speak("fr")
    sittings: list[Sitting] = []

    def sit(clock: Clock = LATER) -> Sitting:
        sittings.append(Sitting(home, clock, qtbot))
        return sittings[-1]

    yield sit
    for sitting in reversed(sittings):
        sitting.leave()


def beds_editor(sitting: Sitting) -> FieldEditor:
    return next(e.editors["beds"] for e in editors(sitting) if "beds" in e.editors)


def kept_beds(home: Home) -> set[str]:
    with closing(sqlite3.connect(f"file:{home.database}?mode=ro", uri=True)) as database:
        return {str(beds) for (beds,) in database.execute("SELECT beds FROM node")}


def pull_out(home: Home) -> None:
    home.root.rename(home.root.with_name("pulled"))


def put_back(home: Home) -> None:
    home.root.with_name("pulled").rename(home.root)


def take_copy_away(home: Home) -> None:
    shutil.copytree(home.root, home.root.with_name("pulled"))
    shutil.rmtree(home.root)


def empty(home: Home) -> None:
    """The mount point of a stick stays behind, without anything in it."""
    pull_out(home)
    home.root.mkdir()


def fill_again(home: Home) -> None:
    home.root.rmdir()
    put_back(home)


def break_off(home: Home) -> None:
    """Every file that is open on the stick is dead from now on, as the system makes it."""
    folder = os.open("/", os.O_RDONLY)
    for number in list(Path("/proc/self/fd").iterdir()):
        if number.exists() and number.readlink() == home.database:
            os.dup2(folder, int(number.name))
    os.close(folder)
    pull_out(home)


PULLED = {
    "the folder goes and comes back": (pull_out, put_back),
    "another copy comes back": (take_copy_away, put_back),
    "an empty folder stays": (empty, fill_again),
    "what is open is dead": (break_off, put_back),
}


@pytest.mark.parametrize("how", PULLED)
def test_a_stick_pulled_out_is_said_and_what_was_typed_is_saved_once_it_is_back(
    sit_down: SitDown, home: Home, how: str
) -> None:
    spoil, mend = PULLED[how]
    sitting = sit_down()
    type_beds(sitting, "12")
    spoil(home)
    field = type_beds(sitting, BED)
    editor = beds_editor(sitting)
    assert "n’est plus là" in editor.refusal
    assert "F5" in editor.refusal
    read_again(sitting)
    assert len(notices(sitting)) == 1
    assert "n’est plus là" in notices(sitting)[0]
    assert field.isVisible()
    assert field.text() == BED
    mend(home)
    read_again(sitting)
    assert notices(sitting) == []
    sitting.qtbot.waitUntil(lambda: editor.refusal == "", timeout=20_000)
    sitting.wait()
    assert field.isVisible()
    assert field.text() == BED
    assert BED in kept_beds(home)
    assert sitting.window.findChildren(ErrorDialog) == []
    assert sitting.bugs == []


def test_while_the_stick_is_out_every_tab_answers_in_words(sit_down: SitDown, home: Home) -> None:
    sitting = sit_down()
    break_off(home)
    for number in range(1, 6):
        sitting.go_to(number)
    sitting.window.print_binder()
    sitting.wait()
    said = [label.said() for label in sitting.window.findChildren(PlainLabel) if label.isVisible()]
    assert any("F5" in sentence for sentence in said)
    assert sitting.bugs == []
    put_back(home)
    if sitting.window.dialog is not None:
        sitting.window.dialog.reject()
    for dialog in sitting.window.findChildren(ErrorDialog):
        dialog.accept()
    read_again(sitting)
    for number in range(2, 6):
        sitting.go_to(number)
        assert sitting.rows()


def test_f5_is_heard_over_a_page_that_lies_over_the_tabs(sit_down: SitDown, home: Home) -> None:
    sitting = sit_down()
    sitting.window.top.department.trigger()
    sitting.wait()
    work = sitting.window.pages.work
    pull_out(home)
    read_again(sitting)
    assert "n’est plus là" in notices(sitting)[0]
    put_back(home)
    read_again(sitting)
    assert notices(sitting) == []
    assert work is not None
    assert sitting.window.pages.work is work


def test_closing_while_the_stick_is_out_says_that_nothing_was_backed_up(
    sit_down: SitDown, home: Home
) -> None:
    sitting = sit_down()
    type_beds(sitting, BED)
    pull_out(home)
    sitting.window.close()
    sitting.qtbot.waitUntil(lambda: bool(sitting.window.findChildren(ErrorDialog)), timeout=20_000)
    dialog = sitting.window.findChildren(ErrorDialog)[0]
    said = " ".join(label.said() for label in dialog.findChildren(PlainLabel))
    assert "sauvegarde" in said
    assert not home.root.exists()
    dialog.accept()
    sitting.qtbot.waitUntil(lambda: not sitting.window.isVisible(), timeout=20_000)
    put_back(home)
    assert BED in kept_beds(home)


def test_what_was_typed_is_brought_back_even_when_one_goes_elsewhere_without_the_stick(
    sit_down: SitDown, home: Home
) -> None:
    sitting = sit_down()
    type_beds(sitting, "12")
    pull_out(home)
    type_beds(sitting, BED)
    sitting.choose("pneumo")
    sitting.wait()
    assert not home.root.exists()
    for dialog in sitting.window.findChildren(ErrorDialog):
        dialog.accept()
    put_back(home)
    sitting.be_on_the_ward()
    read_again(sitting)
    assert beds_editor(sitting).row.control.typed() == BED
    sitting.qtbot.keyClick(beds_editor(sitting).row.control, Qt.Key.Key_Return)
    sitting.wait()
    assert BED in kept_beds(home)


@pytest.fixture
def full_disk(home: Home) -> Iterator[Callable[[], None]]:
    """Called, it lets no file grow nor be written beyond a part of the database's size."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda: resource.setrlimit(
        resource.RLIMIT_FSIZE, (home.database.stat().st_size // 4, before[1])
    )
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_keeps_what_was_typed_and_saves_it_once_there_is_room(
    sit_down: SitDown, home: Home, full_disk: Callable[[], None]
) -> None:
    sitting = sit_down()
    type_beds(sitting, "12")
    room = resource.getrlimit(resource.RLIMIT_FSIZE)
    full_disk()
    field = type_beds(sitting, BED)
    editor = beds_editor(sitting)
    assert "place" in editor.refusal
    assert field.text() == BED
    resource.setrlimit(resource.RLIMIT_FSIZE, room)
    sitting.qtbot.keyClick(field, Qt.Key.Key_Return)
    sitting.wait()
    assert editor.refusal == ""
    assert BED in kept_beds(home)


def audit(home: Home) -> list[tuple[int, str]]:
    with closing(sqlite3.connect(f"file:{home.database}?mode=ro", uri=True)) as database:
        return list(database.execute("SELECT seq, recorded_at FROM audit ORDER BY seq"))


def test_a_clock_set_back_during_a_run_keeps_the_order_and_tells_the_hour_it_shows(
    sit_down: SitDown, home: Home
) -> None:
    clock = TurnedClock(LATER.instant)
    sitting = sit_down(clock)
    type_beds(sitting, "12")
    before = sitting.window.status.saved.said()
    clock.instant -= timedelta(days=365, hours=3)
    type_beds(sitting, BED)
    after = sitting.window.status.saved.said()
    hour = clock.instant.astimezone().hour
    assert before != after
    assert f"{hour}\u00a0h" in after
    entries = audit(home)
    assert [seq for seq, _at in entries] == list(range(1, len(entries) + 1))
    assert entries[-1][1] < entries[-2][1]
    sitting.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert BED not in kept_beds(home)
    for number in range(1, 6):
        sitting.go_to(number)
    assert sitting.window.findChildren(ErrorDialog) == []
    assert sitting.bugs == []


def test_a_clock_set_back_between_two_runs_loses_neither_work_nor_its_backup(
    sit_down: SitDown, home: Home
) -> None:
    for number in range(11):
        desk = open_desk(home, FixedClock(LATER.instant + timedelta(minutes=number)))
        ward = list_links(desk, "department", "cardiologie")[0].id
        edit_field(desk, RecordKind.NODE, ward, "beds", str(60 + number))
        assert desk.close() is None
    sitting = sit_down(FixedClock(LATER.instant - timedelta(days=365)))
    assert not sitting.window.status.is_read_only
    type_beds(sitting, BED)
    for number in range(1, 6):
        sitting.go_to(number)
    sitting.leave()
    newest = max(home.backups.glob("*.sqlite"), key=lambda path: path.stat().st_mtime_ns)
    with closing(sqlite3.connect(f"file:{newest}?mode=ro", uri=True)) as database:
        assert (int(BED),) in set(database.execute("SELECT beds FROM node"))
    again = sit_down(LATER)
    assert notices(again) == []
    assert BED in kept_beds(home)


def test_a_mistake_of_the_program_in_a_save_is_reported_and_the_field_keeps_its_text(
    sit_down: SitDown, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = [True]

    def questions_of(home: Home, clock: Clock) -> Questions:
        asked = wiring.questions_of(home, clock)

        def edit(kind: RecordKind, record_id: str, field: str, typed: str) -> Saved:
            if broken[0]:
                raise RuntimeError("the program is wrong")
            return asked.records.edit(kind, record_id, field, typed)

        return replace(asked, records=replace(asked.records, edit=edit))

    monkeypatch.setattr("tests.journeys.test_window.questions_of", questions_of)
    sitting = sit_down()
    reports = BugReports(sitting.window)
    sitting.jobs.bug_met.connect(reports.take)
    field = type_beds(sitting, BED)
    sitting.qtbot.waitUntil(lambda: reports.dialog is not None)
    dialog = reports.dialog
    assert dialog is not None
    said = " ".join(label.said() for label in dialog.findChildren(PlainLabel))
    assert "pas été enregistré" in said
    dialog.copy()
    assert "RuntimeError: the program is wrong" in QGuiApplication.clipboard().text()
    dialog.accept()
    assert field.text() == BED
    assert beds_editor(sitting).refusal
    assert BED not in kept_beds(home)
    broken[0] = False
    sitting.qtbot.keyClick(field, Qt.Key.Key_Return)
    sitting.wait()
    assert BED in kept_beds(home)
    sitting.go_to(3)
    assert sitting.rows()
    assert [bug for bug in sitting.bugs if "the program is wrong" not in bug] == []
    sitting.bugs.clear()


NOTICES_OF_A_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from referent_desk.app import run_window
from referent_desk.gui.lost_runs import LostRunNotice
from referent_desk.home import Home

def look(timer):
    for window in QApplication.topLevelWidgets():
        notice = window.findChild(LostRunNotice)
        if notice is not None and notice.isVisible():
            print(notice.label.said(), flush=True)
            timer.stop()
            window.close()

def begin():
    timer = QTimer(QApplication.instance())
    timer.timeout.connect(lambda: look(timer))
    timer.start(20)

sys.exit(run_window(Home(Path(sys.argv[1])), "fr", after_paint=begin))
"""


def test_a_program_that_was_killed_is_told_at_the_next_start(home: Home, qtbot: QtBot) -> None:
    program = [sys.executable, "-m", "referent_desk", "--home", str(home.root)]
    run = subprocess.Popen(program, stderr=subprocess.DEVNULL)
    qtbot.waitUntil(lambda: bool(list(home.logs.glob("run-*.txt"))), timeout=30_000)
    run.send_signal(signal.SIGKILL)
    assert run.wait(timeout=30) == -signal.SIGKILL
    said = subprocess.run(
        [sys.executable, "-c", NOTICES_OF_A_WINDOW, str(home.root)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout
    assert "ne s’est pas fermé normalement" in said
    assert list(home.logs.glob("run-*")) == []


def test_every_error_for_people_says_what_to_do() -> None:
    """In the order of its arguments: what happened, then what to do, as whole sentences."""
    kinds = {"DeskError"} | {kind.__name__ for kind in all_kinds(errors.DeskError)}
    silent = [
        f"{path.name}:{call.lineno}"
        for path in Path(errors.__file__).parent.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in kinds
        if len(call.args) + len(call.keywords) < (4 if call.func.id == "RefusedField" else 2)
        if not any(isinstance(given, ast.Starred) for given in call.args)
    ]
    assert silent == []


def all_kinds(kind: type[Exception]) -> Iterator[type[Exception]]:
    for below in kind.__subclasses__():
        yield below
        yield from all_kinds(below)
