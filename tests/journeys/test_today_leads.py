"""Whatever Today asks for is one press away, on the demo hospital as it is shipped."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import vobject
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.domain.fallbacks import FallbackRow
from referent_desk.domain.means import Standing
from referent_desk.domain.tasks import Urgency
from referent_desk.gui.actions.pages import ActionsPage
from referent_desk.gui.failures.pages import FailurePage
from referent_desk.gui.places import TabName
from referent_desk.gui.readings.pages import ReadingPage
from referent_desk.gui.record_forms import PaneForm
from referent_desk.gui.record_lines import RecordLines
from referent_desk.gui.today.tabs import TodayTab
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.demo_advice import fill_demo_advice
from referent_desk.usecases.demo_approvals import fill_demo_approvals
from referent_desk.usecases.demo_drills import fill_demo_drills
from referent_desk.usecases.demo_handovers import fill_demo_handovers
from referent_desk.usecases.demo_help import fill_demo_help
from referent_desk.usecases.demo_practice import fill_demo_practice
from referent_desk.usecases.demo_shelves import fill_demo_shelf
from referent_desk.usecases.demo_skills import fill_demo_skills
from referent_desk.usecases.desks import Desk, open_desk
from tests.journeys.test_window import Sitting

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CLOCK = FixedClock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
PAGES = {
    "verification_failed": "VerificationPage",
    "verify_again": "VerificationPage",
    "never_verified": "VerificationPage",
    "action_overdue": "ActionsPage",
    "review_due": "EditorPage",
    "approval_waits": "EditorPage",
    "upper_text": "UpperTextPage",
    "dial_check": "DialPage",
    "reading_low": "ReadingPage",
    "newcomers_unread": "ReadingPage",
    "fallback_falls": "FailurePage",
}
"""The page of work that each opens."""


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As the command `demo` fills it, without what referents do for one another."""
    speak("fr")
    home = Home(tmp_path_factory.mktemp("demo") / "home")
    home.make()
    desk = open_desk(home, CLOCK)
    fill_demo(desk)
    for fill in (fill_demo_shelf, fill_demo_approvals, fill_demo_drills, fill_demo_practice):
        fill(desk)
    assert desk.close() is None
    return home.root


@pytest.fixture
def sit(demo_folder: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[..., Sitting]]:
    """A window on the ward, after what else is filled in; it is left before its folder goes."""
    speak("fr")
    home = Home(Path(shutil.copytree(demo_folder, tmp_path / "home")))
    seated: list[Sitting] = []

    def begin(*fills: Callable[[Desk], None]) -> Sitting:
        desk = open_desk(home, CLOCK)
        for fill in fills:
            fill(desk)
        assert desk.close() is None
        seated.append(Sitting(home, CLOCK, qtbot, TabName.TODAY))
        seated[0].be_on_the_ward()
        seated[0].come_to_front()
        return seated[0]

    yield begin
    for one in seated:
        one.leave()


@pytest.fixture
def sitting(sit: Callable[..., Sitting]) -> Sitting:
    return sit()


def today(sitting: Sitting) -> TodayTab:
    page = sitting.window.tabs.page
    assert isinstance(page, TodayTab)
    return page


def press(sitting: Sitting, code: str) -> None:
    """From the keyboard: the card is held, Enter does it."""
    tab = today(sitting)
    card = next(card for card in tab.list.cards if card.task.code == code)
    assert tab.list.hold(code)
    assert card.button.hasFocus()
    sitting.qtbot.keyClick(card.button, Qt.Key.Key_Return)
    sitting.wait()
    sitting.wait()


def work(sitting: Sitting) -> str:
    page = sitting.window.pages.work
    return type(page).__name__ if page is not None else ""


@pytest.mark.parametrize(
    "fills",
    [(), (fill_demo_skills, fill_demo_advice, fill_demo_help, fill_demo_handovers)],
    ids=["bare", "whole"],
)
def test_the_demo_ward_is_asked_no_more_than_a_handful_at_once(
    sit: Callable[..., Sitting], fills: tuple[Callable[[Desk], None], ...]
) -> None:
    sitting = sit(*fills)
    pressing = [card for card in today(sitting).list.cards if card.task.urgency < Urgency.LATER]
    assert 1 <= len(pressing) <= 9
    shown = [card for card in today(sitting).list.cards if card.isVisible()]
    assert len(shown) <= 9
    assert today(sitting).list.later.isVisible()


@pytest.mark.parametrize(("code", "page"), PAGES.items())
def test_one_press_opens_the_page_on_which_it_is_done(
    sitting: Sitting, code: str, page: str
) -> None:
    press(sitting, code)
    sitting.qtbot.waitUntil(lambda: work(sitting) == page)


def test_lessons_of_a_drill_are_typed_after_one_press(sitting: Sitting) -> None:
    press(sitting, "lessons_unwritten")
    tabs = sitting.window.tabs
    sitting.qtbot.waitUntil(lambda: tabs.page.name is TabName.DRILLS)
    sitting.qtbot.waitUntil(lambda: bool(tabs.page.widget.findChildren(PaneForm)))


def test_the_grid_of_the_next_drill_is_written_after_one_press(sitting: Sitting) -> None:
    press(sitting, "drill_near")
    sitting.qtbot.waitUntil(sitting.saved.exists)
    assert sitting.saved.read_bytes().startswith(b"%PDF-")


def test_what_is_due_is_a_calendar_after_two_clicks_and_the_same_twice(sitting: Sitting) -> None:
    sitting.saved = sitting.saved.with_suffix(".ics")
    calendar = today(sitting).calendar
    calendar.button.click()
    sitting.qtbot.waitUntil(calendar.told.isVisible)
    first = sitting.saved.read_bytes()
    events = vobject.readOne(first.decode()).vevent_list
    titles = {event.summary.value for event in events}
    assert "À vérifier\xa0: Prescription · Dossier+" in titles
    assert "Exercice\xa0: Analyses de laboratoire" in titles
    assert all(event.valarm.trigger.value.days == -7 for event in events)
    assert len({event.uid.value for event in events}) == len(events)
    calendar.button.click()
    sitting.wait()
    assert sitting.saved.read_bytes() == first


@pytest.mark.parametrize("code", ["action_overdue", "reading_low", "fallback_falls", "dial_check"])
def test_leaving_the_work_leads_back_to_the_card(sitting: Sitting, code: str) -> None:
    press(sitting, code)
    sitting.qtbot.waitUntil(lambda: work(sitting) == PAGES[code])
    for _key in range(2 if code == "action_overdue" else 1):  # the open line first
        sitting.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        sitting.wait()
    tabs = sitting.window.tabs
    sitting.qtbot.waitUntil(lambda: tabs.page.name is TabName.TODAY)
    sitting.qtbot.waitUntil(lambda: today(sitting).list.held is not None)
    held = today(sitting).list.held
    assert held is not None
    assert held[0] == code


def test_late_actions_are_open_on_the_first(sitting: Sitting) -> None:
    press(sitting, "action_overdue")
    sitting.qtbot.waitUntil(lambda: work(sitting) == "ActionsPage")
    page = sitting.window.pages.work
    assert isinstance(page, ActionsPage)
    sitting.qtbot.waitUntil(lambda: page.pane.kept("open") is not None)
    lines = page.pane.kept("open")
    assert isinstance(lines, RecordLines)
    sitting.qtbot.waitUntil(lambda: lines.open_line is not None)
    assert lines.open_line is lines.lines[0]
    sitting.qtbot.waitUntil(lambda: lines.isAncestorOf(page.focusWidget()))


def test_newcomers_are_asked_about_on_their_own_line(sitting: Sitting) -> None:
    card = next(c for c in today(sitting).list.cards if c.task.code == "newcomers_unread")
    press(sitting, "newcomers_unread")
    sitting.qtbot.waitUntil(lambda: work(sitting) == "ReadingPage")
    page = sitting.window.pages.work
    assert isinstance(page, ReadingPage)
    sitting.qtbot.waitUntil(lambda: page.grid.currentIndex().isValid())
    row = page.grid.currentIndex().row()
    assert page.model.readers[row].person_id == card.task.key[0]


def test_what_falls_is_chosen_first(sitting: Sitting) -> None:
    press(sitting, "fallback_falls")
    sitting.qtbot.waitUntil(lambda: work(sitting) == "FailurePage")
    page = sitting.window.pages.work
    assert isinstance(page, FailurePage)
    sitting.qtbot.waitUntil(lambda: page.table.chosen_row() is not None)
    row = page.table.chosen_row()
    assert isinstance(row, FallbackRow)
    assert row.standing is Standing.FALLS
