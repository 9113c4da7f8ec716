from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.gui.empty_pages import EmptyPage
from referent_desk.gui.empty_texts import (
    EmptyText,
    NextStep,
    departments_empty,
    no_department,
    procedures_empty,
    referents_empty,
    software_empty,
    step_text,
    without_adding,
)
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.list_tabs import ListTab
from referent_desk.gui.software import subjects as software
from tests.gui.editings import editing_on
from tests.gui.stand_ins import HOSTILE, StandInHome

TEXTS = (departments_empty(), software_empty(), referents_empty(), procedures_empty())


@pytest.fixture
def home() -> StandInHome:
    home = StandInHome()
    home.software.rows = []
    return home


@pytest.fixture
def tab(qtbot: QtBot, jobs: Jobs, home: StandInHome) -> ListTab:
    lists = home.questions().lists
    editing = editing_on(home.records, jobs)
    asked = lists.list_software, lists.read_software
    subject = software.subject(*asked, editing, lambda: None, lambda _software: None)
    tab = ListTab(subject, jobs)
    qtbot.addWidget(tab)
    tab.choose_department("d1")
    tab.begin()
    tab.show()
    qtbot.waitUntil(tab.pane.empty_page.isVisible)
    return tab


def offered(tab: ListTab) -> list[str]:
    return [button.text() for button in tab.pane.empty_page.buttons]


def test_the_buttons_of_an_empty_list_do_the_next_step(
    qtbot: QtBot, home: StandInHome, tab: ListTab
) -> None:
    assert offered(tab) == ["New…", "Import a file…", "Look in all departments"]
    new, bring, everywhere = tab.pane.empty_page.buttons
    with qtbot.waitSignal(tab.pane.new_asked):
        qtbot.keyClick(new, Qt.Key.Key_Space)
    with qtbot.waitSignal(tab.step_asked) as asked:
        qtbot.keyClick(bring, Qt.Key.Key_Space)
    assert asked.args == [NextStep.IMPORT]
    home.software.rows = StandInHome().software.rows
    qtbot.keyClick(everywhere, Qt.Key.Key_Space)
    qtbot.waitUntil(tab.pane.table.isVisible)
    assert tab.pane.scope.isChecked()


def test_all_departments_are_not_offered_where_they_are_shown(qtbot: QtBot, tab: ListTab) -> None:
    tab.pane.scope.setChecked(True)
    qtbot.waitUntil(lambda: "Look in all departments" not in offered(tab))


def test_a_home_that_is_only_read_offers_nothing_that_writes(qtbot: QtBot, tab: ListTab) -> None:
    tab.pane.can_add = lambda: False
    tab.refresh()
    qtbot.waitUntil(lambda: offered(tab) == ["Look in all departments"])
    assert "only read" in tab.pane.empty_page.next_step.said()


def test_a_filter_that_fits_nothing_is_emptied_by_its_button(
    qtbot: QtBot, home: StandInHome, tab: ListTab
) -> None:
    home.software.rows = StandInHome().software.rows
    qtbot.keyClicks(tab.pane.filter, "<b>")
    qtbot.waitUntil(lambda: offered(tab) == ["Show all the rows"])
    qtbot.keyClick(tab.pane.empty_page.buttons[0], Qt.Key.Key_Space)
    qtbot.waitUntil(tab.pane.table.isVisible)
    assert tab.pane.filter.text() == ""


@pytest.mark.parametrize("text", [*TEXTS, no_department(True), no_department(False)])
def test_every_empty_text_says_why_and_what_next(text: EmptyText) -> None:
    assert text.why
    assert text.next_step
    assert text.steps
    assert all(step_text(step) for step in text.steps)
    assert not {NextStep.START, NextStep.IMPORT, NextStep.NEW} & set(without_adding(text).steps)


def test_the_page_is_said_anew_with_other_buttons(qtbot: QtBot) -> None:
    page = EmptyPage()
    qtbot.addWidget(page)
    page.show()
    page.say(EmptyText("Why.", "Next.", (NextStep.START, NextStep.IMPORT)))
    assert page.take_focus()
    page.say(EmptyText("Why.", "Next."))
    assert page.buttons == []
    assert not page.take_focus()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_said_letter_by_letter(qtbot: QtBot, text: str) -> None:
    page = EmptyPage()
    qtbot.addWidget(page)
    page.say(EmptyText(text, text))
    assert (page.why.said(), page.next_step.said()) == (text, text)


def test_buttons_that_have_no_room_beside_one_another_stand_below_and_are_not_cut(
    qtbot: QtBot,
) -> None:
    page = EmptyPage()
    qtbot.addWidget(page)
    page.say(software_empty())
    wide = max(button.sizeHint().width() for button in page.buttons)
    page.resize(wide + 60, 400)
    page.show()
    for button in page.buttons:
        assert button.width() >= button.sizeHint().width()
        assert page.rect().contains(button.geometry())
