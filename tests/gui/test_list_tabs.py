from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.changes import Kind
from referent_desk.domain.listings import Listing, Page
from referent_desk.errors import Busy
from referent_desk.gui import typing_pauses
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import Look, PlainLabel, tooltip
from referent_desk.gui.list_tabs import ListTab, Scope, Subject
from referent_desk.gui.places import Key
from referent_desk.gui.procedures import subjects as procedures
from referent_desk.gui.procedures.starter_offers import StarterOffers
from referent_desk.gui.software import subjects as software
from referent_desk.gui.themes import LIGHT
from tests.gui.editings import editing_on
from tests.gui.stand_ins import Asked, StandInHome, department_row


@pytest.fixture
def home() -> StandInHome:
    return StandInHome()


def software_subject(home: StandInHome, jobs: Jobs) -> Subject:
    lists = home.questions().lists
    editing = editing_on(home.records, jobs)
    asked = lists.list_software, lists.read_software
    return software.subject(*asked, editing, lambda: None, lambda _software: None)


def open_tab(subject: Subject, jobs: Jobs, qtbot: QtBot) -> ListTab:
    tab = ListTab(subject, jobs)
    qtbot.addWidget(tab)
    tab.resize(1000, 600)
    tab.show()
    tab.begin()
    qtbot.waitUntil(lambda: jobs.is_idle)
    return tab


def shown(widget: QWidget) -> list[str]:
    return [label.said() for label in widget.findChildren(PlainLabel) if label.isVisible()]


def title(tab: ListTab) -> str:
    labels = tab.detail.findChildren(PlainLabel)
    return next((x.said() for x in labels if x.property("look") == Look.TITLE.value), "")


def test_a_list_says_how_many_of_how_many(qtbot: QtBot, jobs: Jobs, home: StandInHome) -> None:
    tab = open_tab(software_subject(home, jobs), jobs, qtbot)
    assert tab.pane.count.said() == "2 of 2"
    qtbot.keyClicks(tab.pane.filter, "zeb")
    qtbot.waitUntil(lambda: tab.pane.count.said() == "1 of 2")
    assert home.software.listings[-1].text == "zeb"


def test_every_key_narrows_the_list_and_the_detail_waits_until_typing_rests(
    qtbot: QtBot, jobs: Jobs, home: StandInHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typing_pauses, "TYPING_PAUSE", 600_000)  # typing does not rest by itself
    read: list[object] = []
    subject = software_subject(home, jobs)

    def read_too(key: Key, department_id: str | None) -> object:
        read.append(key)
        return subject.read(key, department_id)

    tab = open_tab(replace(subject, read=read_too), jobs, qtbot)
    read.clear()
    for letter, text in zip("zeb", ("z", "ze", "zeb"), strict=True):
        qtbot.keyClicks(tab.pane.filter, letter)
        qtbot.waitUntil(lambda: jobs.is_idle and tab.pane.count.said() == "1 of 2")
        assert home.software.listings[-1].text == text
        assert read == []
    [typing] = [t for t in tab.findChildren(QTimer) if t.isActive() and t.interval() == 600_000]
    typing.setInterval(0)
    qtbot.waitUntil(lambda: title(tab) == "Zebra")
    assert read == [("s2",)]


def test_a_click_on_a_header_sorts_and_a_second_one_turns_the_order(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(software_subject(home, jobs), jobs, qtbot)
    header = tab.pane.table.horizontalHeader()
    place = QPoint(header.sectionPosition(0) + 20, header.height() // 2)
    orders = []
    for _click in range(2):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.waitUntil(lambda: jobs.is_idle)
        orders.append((home.software.listings[-1].sort, home.software.listings[-1].descending))
    assert orders == [("name", False), ("name", True)]
    assert tab.pane.table.model().index(0, 0).data() == "Zebra (closed)"


def test_the_first_row_is_shown_in_full_at_once(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(software_subject(home, jobs), jobs, qtbot)
    assert title(tab) == "Dossier+"
    tab.pane.table.choose(1)
    qtbot.waitUntil(lambda: title(tab) == "Zebra")


def test_a_filter_that_nothing_fits_offers_all_the_rows(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(software_subject(home, jobs), jobs, qtbot)
    qtbot.keyClicks(tab.pane.filter, "<b>")
    qtbot.waitUntil(tab.pane.empty_page.isVisible)
    assert shown(tab.pane.empty_page)[:2] == [
        "No row holds “<b>”.",
        "2 rows are known without the filter.",
    ]
    qtbot.keyClick(tab.pane.filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(tab.pane.table.isVisible)
    assert tab.pane.count.said() == "2 of 2"


def test_an_empty_list_says_why_and_what_next(qtbot: QtBot, jobs: Jobs, home: StandInHome) -> None:
    home.software.rows = []
    tab = open_tab(software_subject(home, jobs), jobs, qtbot)
    why, next_step = shown(tab.pane.empty_page)
    assert why == "No software is known here."
    assert "bring in the list" in next_step


def test_a_list_that_cannot_be_read_says_so_in_its_place(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    def refuse(_listing: Listing) -> Page[object]:
        raise Busy("Another PC is writing.", "Try again in a moment.")

    subject = replace(software_subject(home, jobs), list_rows=refuse)
    tab = open_tab(subject, jobs, qtbot)
    assert shown(tab.pane.empty_page) == [
        "The list cannot be read.",
        "Another PC is writing. Try again in a moment.",
    ]


def test_a_row_that_has_gone_says_so_where_it_would_be_read(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    def gone(_key: object, _department: object) -> object:
        raise Busy("This software is not here any more.", "Choose another one.")

    tab = open_tab(replace(software_subject(home, jobs), read=gone), jobs, qtbot)
    assert "This software is not here any more. Choose another one." in shown(tab.detail)


def test_a_tab_reads_nothing_before_it_is_seen(qtbot: QtBot, jobs: Jobs, home: StandInHome) -> None:
    tab = ListTab(software_subject(home, jobs), jobs)
    qtbot.addWidget(tab)
    tab.begin()
    tab.choose_department("d1")
    assert jobs.is_idle
    assert home.software.listings == []
    tab.show()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)


def test_another_department_is_read_at_once_where_it_matters(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(software_subject(home, jobs), jobs, qtbot)
    tab.choose_department("d2")
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert home.software.listings[-1].department_id == "d2"
    qtbot.mouseClick(tab.pane.scope, Qt.MouseButton.LeftButton, pos=QPoint(12, 16))
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert home.software.listings[-1].department_id is None


def test_degraded_modes_wait_for_a_department(qtbot: QtBot, jobs: Jobs, home: StandInHome) -> None:
    lists = home.questions().lists
    starters = StarterOffers(home.questions().starters, jobs, jobs)
    subject = procedures.subject(lists.list_procedures, lists.read_procedure, starters)
    assert subject.scope is Scope.CHOSEN_ONLY
    tab = open_tab(subject, jobs, qtbot)
    assert home.procedures.listings == []
    assert "No department is chosen." in shown(tab.pane)
    tab.choose_department("d1")
    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)


def test_no_white_sheet_lies_beside_an_empty_list(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(software_subject(home, jobs), jobs, qtbot)
    inside = tab.detail.rect().center()
    assert tab.detail.grab().toImage().pixelColor(inside).name() == LIGHT.surface
    qtbot.keyClicks(tab.pane.filter, "zzz")
    qtbot.waitUntil(lambda: tab.pane.count.said() == "0 of 2")
    assert tab.grab().toImage().pixelColor(tab.detail.geometry().center()).name() == LIGHT.window


def test_what_changed_is_read_again_and_nothing_else(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(software_subject(home, jobs), jobs, qtbot)
    before = len(home.software.listings)
    tab.take_change(frozenset({Kind.DIRECTORY}))
    assert jobs.is_idle
    tab.take_change(frozenset({Kind.SOFTWARE}))
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert len(home.software.listings) == before + 1


def test_reading_again_keeps_the_chosen_row(qtbot: QtBot, jobs: Jobs, home: StandInHome) -> None:
    tab = open_tab(software_subject(home, jobs), jobs, qtbot)
    tab.pane.table.choose(1)
    tab.refresh()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert tab.pane.table.chosen_row().id == "s2"


def test_a_place_is_shown_though_the_filter_hides_its_row(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(software_subject(home, jobs), jobs, qtbot)
    qtbot.keyClicks(tab.pane.filter, "dossier")
    qtbot.waitUntil(lambda: tab.pane.count.said() == "1 of 2")
    tab.show_key(("s2",))
    qtbot.waitUntil(lambda: title(tab) == "Zebra")
    assert not tab.pane.table.selectionModel().hasSelection()


def test_a_reading_that_takes_its_time_is_shown(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    rows = Asked([department_row(1)], lambda row: str(row.name))

    def slow(listing: Listing) -> Page[object]:
        gate.wait(5)
        return rows(listing)

    home = StandInHome()
    tab = ListTab(replace(software_subject(home, jobs), list_rows=slow, columns=()), jobs)
    qtbot.addWidget(tab)
    tab.show()
    tab.begin()
    qtbot.waitUntil(tab.pane.busy.isVisible)
    gate.set()
    qtbot.waitUntil(lambda: not tab.pane.busy.isVisible())


@pytest.mark.parametrize(("text", "tells"), [("A long <b>name</b> " * 9, True), ("Short", False)])
def test_a_cell_too_narrow_for_its_text_has_it_whole_in_its_tool_tip(
    qtbot: QtBot, jobs: Jobs, text: str, tells: bool
) -> None:
    tab = open_tab(software_subject(StandInHome(text=text), jobs), jobs, qtbot)
    table = tab.pane.table
    spot = table.visualRect(table.model().index(0, 0)).center()
    QToolTip.hideText()
    ask = QHelpEvent(QEvent.Type.ToolTip, spot, table.viewport().mapToGlobal(spot))
    QApplication.sendEvent(table.viewport(), ask)
    assert QToolTip.text() == (tooltip(" ".join(text.split())) if tells else "")


def degraded_modes(home: StandInHome, jobs: Jobs, qtbot: QtBot) -> ListTab:
    questions = home.questions()
    starters = StarterOffers(questions.starters, jobs, jobs)
    lists = questions.lists
    tab = ListTab(procedures.subject(lists.list_procedures, lists.read_procedure, starters), jobs)
    qtbot.addWidget(tab)
    tab.resize(1000, 600)
    tab.choose_department("d1")
    tab.show()
    tab.begin()
    qtbot.waitUntil(lambda: jobs.is_idle)
    return tab


def test_another_department_is_shown_from_its_first_row_after_a_row_was_named_by_a_place(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    """The place named the row that was chosen already, as when one goes back."""
    bugs: list[str] = []
    jobs.bug_met.connect(bugs.append)
    tab = degraded_modes(home, jobs, qtbot)
    tab.show_key(("f1", "s1"))
    qtbot.waitUntil(lambda: jobs.is_idle)
    tab.choose_department("d2")
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert bugs == []
    assert tab.key == ("f1", "s1")
    assert title(tab) == "Dossier+"


def test_the_first_row_can_be_chosen_after_something_that_is_not_in_the_list(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(software_subject(home, jobs), jobs, qtbot)
    qtbot.keyClicks(tab.pane.filter, "dossier")
    qtbot.waitUntil(lambda: tab.pane.count.said() == "1 of 2" and jobs.is_idle)
    tab.show_key(("s2",))
    qtbot.waitUntil(lambda: title(tab) == "Zebra")
    spot = tab.pane.table.visualRect(tab.model.index(0, 0)).center()
    qtbot.mouseClick(tab.pane.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: title(tab) == "Dossier+")
