"""A drill, from the click to the printed grid in less than a minute; then held and recorded."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.gui.drills.pages import DrillPage
from referent_desk.gui.drills.plan_forms import PlanForm
from referent_desk.gui.places import Place, TabName
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.demo_drills import fill_demo_drills
from referent_desk.usecases.desks import open_desk
from tests.journeys.test_window import Sitting
from tests.usecases.homes import demo_content, home_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NOW = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)


class Moving(FixedClock):
    """A clock that is put on by hand."""

    ahead = timedelta(0)

    def now(self) -> datetime:
        return self.instant + type(self).ahead


@pytest.fixture
def home(tmp_path: Path) -> Home:
    speak("fr")
    found = home_of(demo_content(), tmp_path)
    desk = open_desk(found, FixedClock(NOW))
    fill_demo_drills(desk)
    assert desk.close() is None
    return found


@pytest.fixture
def sitting(home: Home, qtbot: QtBot) -> Iterator[Sitting]:
    Moving.ahead = timedelta(0)
    made = Sitting(home, Moving(NOW), qtbot)
    made.choose("0412")
    made.window.follow(Place(TabName.DRILLS))
    made.wait()
    yield made
    made.leave()


def press(sitting: Sitting, text: str) -> None:
    found = sitting.window.tabs.list_page.findChildren(QPushButton)
    button = next(b for b in found if b.text().replace("&", "") == text and not b.isHidden())
    button.click()
    sitting.wait()


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(" ".join(p.get_textpage().get_text_range().split()) for p in pdf)


def test_from_a_click_to_the_grid_takes_less_than_a_minute(sitting: Sitting) -> None:
    begun = time.monotonic()
    press(sitting, "Proposer un exercice")
    form = sitting.window.tabs.list_page.form
    assert isinstance(form, PlanForm)
    sitting.qtbot.keyClick(form.create_button, Qt.Key.Key_Return)
    sitting.wait()
    press(sitting, "Imprimer la grille…")
    assert time.monotonic() - begun < 60
    grid = text_of(sitting.saved)
    assert "F31" in grid
    assert sitting.title() in grid
    assert grid.count("visé") == 5


def test_a_drill_is_played_recorded_and_reported(sitting: Sitting) -> None:
    assert sitting.rows()[0][1] == "Analyses de laboratoire"
    press(sitting, "Jouer maintenant")
    page = sitting.window.pages.work
    assert isinstance(page, DrillPage)
    page.watch.start.click()
    for button in (page.watch.done, page.watch.done, page.watch.partly, page.watch.done):
        Moving.ahead += timedelta(seconds=100)
        button.click()
    Moving.ahead += timedelta(seconds=100)
    page.watch.failed.click()
    page.run.led_by.show_name("Maryse Aubry")
    page.run.lessons.put("Le classeur doit rester au poste de soins.")
    page.run.record.click()
    sitting.wait()
    assert sitting.window.pages.work is None
    assert "3 tâches sur 5 faites" in sitting.said()
    press(sitting, "Compte rendu en PDF…")
    report = text_of(sitting.saved)
    assert "Le classeur doit rester au poste de soins." in report
    assert "1:40" in report


def test_a_stop_that_was_announced_becomes_a_drill_with_one_button(sitting: Sitting) -> None:
    assert sitting.rows()[1][1] == "Arrêt de Dossier+"
    page = sitting.window.tabs.list_page
    page.pane.table.choose(1)
    sitting.wait()
    press(sitting, "En faire un exercice")
    rows = sitting.rows()
    assert [row[1] for row in rows[:2]] == ["Analyses de laboratoire", "Prescription"]
    assert "de nuit" in rows[1]


def test_a_killed_program_comes_back_to_a_running_drill(home: Home, qtbot: QtBot) -> None:
    Moving.ahead = timedelta(0)
    first = Sitting(home, Moving(NOW), qtbot)
    first.choose("0412")
    first.window.follow(Place(TabName.DRILLS))
    first.wait()
    press(first, "Jouer maintenant")
    page = first.window.pages.work
    assert isinstance(page, DrillPage)
    page.watch.start.click()
    Moving.ahead = timedelta(seconds=80)
    page.watch.done.click()
    first.wait()
    kept = sorted(home.unfinished.glob("*.json"))
    assert len(kept) == 1
    first.leave()
    Moving.ahead = timedelta(seconds=200)
    second = Sitting(home, Moving(NOW), qtbot)
    second.window.follow(Place(TabName.DRILLS))
    second.wait()
    press(second, "Jouer maintenant")
    page = second.window.pages.work
    assert isinstance(page, DrillPage)
    watch = page.watch.watch
    assert watch.results()[0].seconds == 80
    assert watch.of_task(NOW + Moving.ahead) == 120
    second.leave()


def test_the_command_lists_what_is_planned_and_held(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    import json

    from referent_desk.cli import main

    assert (
        main(["--home", str(home.root), "drills", "--department", "0412", "--format", "json"]) == 0
    )
    drills = json.loads(capsys.readouterr().out)
    assert [drill["state"] for drill in drills] == ["held", "held", "near"]
    assert drills[0]["tasks_done"] == 4
