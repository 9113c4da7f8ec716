from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.domain.changes import Kind
from referent_desk.domain.tasks import Due, Lead, Task, Today, Urgency
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.empty_texts import NextStep
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.main_window import MainWindow
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.saving import Saver
from referent_desk.gui.today.cards import TaskCard
from referent_desk.gui.today.tabs import TodayTab
from referent_desk.gui.today.task_lists import MOST_AT_ONCE
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_in_tasks import DAY, StandInTasks, task
from tests.gui.stand_ins import HOSTILE, StandInHome

OpenTab = Callable[..., TodayTab]


@pytest.fixture
def asked() -> StandInTasks:
    return StandInTasks(StandInRecords())


@pytest.fixture
def open_tab(qtbot: QtBot, jobs: Jobs, asked: StandInTasks) -> OpenTab:
    def open_on(
        tasks: Iterable[Task] | None = None,
        *,
        department: str | None = "d1",
        can_save: bool = True,
        width: int = 1366,
    ) -> TodayTab:
        if tasks is not None:
            asked.tasks = tuple(tasks)
        saver = Saver(jobs, ChangeBus())
        saver.let_save(can_save)
        files = FileQuestions(lambda _parent, _suggested: asked.saved_as, lambda _path: True)
        tab = TodayTab(asked.questions(), saver, jobs, files)
        qtbot.addWidget(tab)
        tab.resize(width, 640)
        tab.choose_department(department)
        tab.show()
        tab.begin()
        tab.take_focus()
        qtbot.waitUntil(lambda: jobs.is_idle)
        return tab

    return open_on


def shown(tab: TodayTab) -> list[TaskCard]:
    return [card for card in tab.list.cards if card.isVisible()]


def seen(window: MainWindow) -> str:
    return str(window.tabs.page.name)


def held(tab: TodayTab) -> str:
    assert tab.list.held is not None
    return tab.list.held[0]


def test_the_heading_counts_what_is_to_be_done(open_tab: OpenTab) -> None:
    tab = open_tab()
    assert tab.heading.said() == "Monday 16\xa0March\xa02026 — 2 things to do, about 6 minutes"
    assert tab.list.later.said() == "When there is time: 1 thing, about 3 minutes"
    assert shown(tab)[1].geometry().bottom() < tab.list.later.geometry().top()
    assert tab.list.later.geometry().bottom() < shown(tab)[2].geometry().top()
    assert [card.title.said() for card in shown(tab)] == [
        "The binder has never been prepared",
        "The emergency directory is empty",
        "The referent has no deputy",
    ]


def test_keys_alone_go_through_the_cards_and_do_one(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab()
    assert held(tab) == "never_printed"
    for key, code in (
        (Qt.Key.Key_Down, "directory_empty"),
        (Qt.Key.Key_Down, "no_deputy"),
        (Qt.Key.Key_Down, "no_deputy"),
        (Qt.Key.Key_Up, "directory_empty"),
    ):
        qtbot.keyClick(tab.focusWidget(), key)
        assert held(tab) == code
        assert tab.key == (code,)
    with qtbot.waitSignal(tab.place_followed) as followed:
        qtbot.keyClick(tab.focusWidget(), Qt.Key.Key_Return)
    assert followed.args == [Place(TabName.DEPARTMENTS, ("d1",), None, "add_number")]


PROCEDURES = TabName.PROCEDURES


@pytest.mark.parametrize(
    ("lead", "key", "place"),
    [
        (Lead.FUNCTIONS, (), Place(TabName.DEPARTMENTS, ("d1",), None, "tick")),
        (Lead.USES, ("f1", None), Place(TabName.DEPARTMENTS, ("d1",), None, "functions")),
        (Lead.LOCAL_VALUES, ("x",), Place(TabName.DEPARTMENTS, ("d1",), None, "local_values")),
        (Lead.APPOINTMENT, ("main",), Place(TabName.DEPARTMENTS, ("d1",), None, "appoint:main")),
        (Lead.PROCEDURE, ("f1", "s1"), Place(PROCEDURES, ("f1", "s1"), None, "write")),
        (Lead.COPY, ("c1", "next"), Place(TabName.BINDERS, ("c1",), None, "next")),
        (Lead.COPY, (), Place(TabName.BINDERS)),
        (Lead.APPROVAL, ("f1", None), Place(PROCEDURES, ("f1", None), None, "approve")),
        (Lead.VERIFICATION, ("f1", "s1"), Place(PROCEDURES, ("f1", "s1"), None, "verify")),
        (Lead.UPPER_TEXT, ("f1", None), Place(PROCEDURES, ("f1", None), None, "upper")),
        (Lead.ACTIONS, ("a1",), Place(PROCEDURES, (), None, "actions:a1")),
        (Lead.READING, ("p1",), Place(PROCEDURES, (), None, "readings:p1")),
        (Lead.DIALLING, ("n1",), Place(TabName.DEPARTMENTS, ("d1",), None, "dialling")),
        (Lead.MEANS, (), Place(PROCEDURES, (), None, "means")),
        (Lead.FAILURES, ("f1", None), Place(PROCEDURES, (), None, "failures")),
        (Lead.DRILL, ("d1", "lessons"), Place(TabName.DRILLS, ("d1",), None, "lessons")),
        (Lead.DRILL, ("", "propose"), Place(TabName.DRILLS, (), None, "propose")),
    ],
)
def test_each_button_leads_to_where_it_is_done(
    qtbot: QtBot, open_tab: OpenTab, lead: Lead, key: tuple[str | None, ...], place: Place
) -> None:
    tab = open_tab([replace(task("no_deputy", lead), key=key)])
    with qtbot.waitSignal(tab.place_followed) as followed:
        qtbot.mouseClick(shown(tab)[0].button, Qt.MouseButton.LeftButton)
    assert followed.args == [place]


def test_the_use_of_a_program_that_is_no_more_is_ended_beside_it(
    qtbot: QtBot, open_tab: OpenTab
) -> None:
    gone = replace(task("software_retired", Lead.USES), key=("s1",), names=("LaboFil",))
    tab = open_tab([gone])
    with qtbot.waitSignal(tab.place_followed) as followed:
        shown(tab)[0].button.click()
    assert followed.args == [Place(TabName.SOFTWARE, ("s1",))]


def test_the_binder_is_printed_from_here(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab()
    with qtbot.waitSignal(tab.print_asked):
        shown(tab)[0].button.click()


def test_starters_are_taken_at_once_for_the_functions_named(
    qtbot: QtBot, jobs: Jobs, open_tab: OpenTab, asked: StandInTasks
) -> None:
    tab = open_tab([replace(task("starters", Lead.STARTERS), key=("f1", "f2"), names=("a", "b"))])
    shown(tab)[0].button.click()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert asked.taken == [frozenset({"f1", "f2"})]
    assert not tab.trouble.isVisible()


def test_what_is_due_is_saved_as_a_calendar_where_one_says(
    qtbot: QtBot, jobs: Jobs, open_tab: OpenTab, asked: StandInTasks
) -> None:
    tab = open_tab()
    asked.saved_as = Path("mine.ics")
    tab.calendar.button.click()
    qtbot.waitUntil(tab.calendar.told.isVisible)
    assert asked.calendars == [("d1", Path("mine.ics"))]
    told = "Saved as mine.ics: 3 things that are due. Open it with your calendar."
    assert tab.calendar.told.label.said() == told
    tab.choose_department("d2")
    assert not tab.calendar.told.isVisible()


def test_whoever_gives_up_naming_a_file_has_no_calendar(
    qtbot: QtBot, jobs: Jobs, open_tab: OpenTab, asked: StandInTasks
) -> None:
    tab = open_tab()
    tab.calendar.button.click()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert asked.calendars == []
    assert not tab.calendar.told.isVisible()


def test_why_a_calendar_was_not_saved_is_said(
    qtbot: QtBot, jobs: Jobs, open_tab: OpenTab, asked: StandInTasks
) -> None:
    tab = open_tab()
    asked.saved_as, asked.refusal = Path("mine.txt"), RefusedInput("No.", "Another name.")
    tab.calendar.button.click()
    qtbot.waitUntil(tab.calendar.trouble.isVisible)
    assert tab.calendar.trouble.label.said() == "No. Another name."


def test_a_calendar_is_of_a_department(open_tab: OpenTab) -> None:
    assert not open_tab(department=None).calendar.button.isVisible()
    assert open_tab().calendar.button.isVisible()


def test_what_hinders_is_said_above_the_cards(
    qtbot: QtBot,
    jobs: Jobs,
    open_tab: OpenTab,
    asked: StandInTasks,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_department: str, _functions: frozenset[str]) -> None:
        raise RefusedInput("No room.", "Make some.")

    monkeypatch.setattr(asked, "take_starters", refuse)
    tab = open_tab([task("starters", Lead.STARTERS)])
    shown(tab)[0].button.click()
    qtbot.waitUntil(tab.trouble.isVisible)
    assert tab.trouble.label.said() == "No room. Make some."


def test_what_is_done_vanishes_and_the_keyboard_stays_in_its_place(
    qtbot: QtBot, jobs: Jobs, open_tab: OpenTab, asked: StandInTasks
) -> None:
    tab = open_tab()
    qtbot.keyClick(tab.focusWidget(), Qt.Key.Key_Down)
    asked.tasks = (asked.tasks[0], asked.tasks[2])
    tab.take_change(frozenset({Kind.DIRECTORY}))
    qtbot.waitUntil(lambda: len(shown(tab)) == 2)
    assert held(tab) == "no_deputy"
    asked.tasks = (task("no_referent"), *asked.tasks)
    tab.take_change(frozenset({Kind.PEOPLE}))
    qtbot.waitUntil(lambda: len(shown(tab)) == 3)
    assert held(tab) == "no_deputy"


def test_coming_back_finds_the_same_card(qtbot: QtBot, jobs: Jobs, open_tab: OpenTab) -> None:
    tab = open_tab()
    tab.show_key(("no_deputy",))
    tab.take_focus()
    assert held(tab) == "no_deputy"


def many(count: int) -> list[Task]:
    return [task(f"code-{number}", urgency=Urgency.SOON) for number in range(count)]


@pytest.mark.parametrize(("count", "at_once"), [(1, 1), (12, 12), (13, 13), (14, 12), (25, 12)])
def test_beyond_a_dozen_the_rest_waits_behind_a_button(
    qtbot: QtBot, open_tab: OpenTab, count: int, at_once: int
) -> None:
    tab = open_tab(many(count))
    assert len(shown(tab)) == at_once
    assert tab.list.more.isVisible() is (at_once < count)
    if at_once < count:
        assert tab.list.more.text() == f"See the {count - MOST_AT_ONCE} others"
        for _step in range(MOST_AT_ONCE):
            qtbot.keyClick(tab.focusWidget(), Qt.Key.Key_Down)
        assert tab.focusWidget() is tab.list.more
        qtbot.keyClick(tab.list.more, Qt.Key.Key_Space)
        assert len(shown(tab)) == count
        assert held(tab) == f"code-{MOST_AT_ONCE}"


def test_what_can_wait_is_folded_beyond_eight_cards(qtbot: QtBot, open_tab: OpenTab) -> None:
    waiting = [task(f"later-{number}", urgency=Urgency.LATER) for number in range(6)]
    tab = open_tab([*many(7), *waiting])
    assert [card.task.code for card in shown(tab)][-2:] == ["code-6", "later-0"]
    assert tab.list.later.said().startswith("When there is time: 6 things")
    assert tab.list.more.text() == "See the 5 others"
    tab.show_key(("later-3",))
    tab.take_focus()
    assert held(tab) == "later-3"
    assert len(shown(tab)) == 13


def test_all_that_presses_is_shown_and_what_waits_is_counted(open_tab: OpenTab) -> None:
    tab = open_tab([*many(10), task("a", urgency=Urgency.LATER), task("b", urgency=Urgency.LATER)])
    assert len(shown(tab)) == 10
    assert tab.list.later.isVisible()
    assert tab.list.more.text() == "See the 2 others"


def test_another_department_begins_with_its_most_urgent_things(
    qtbot: QtBot, jobs: Jobs, open_tab: OpenTab, asked: StandInTasks
) -> None:
    tab = open_tab(many(20))
    tab.list.more.click()
    tab.choose_department("d2")
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert asked.asked[-1] == "d2"
    assert len(shown(tab)) == MOST_AT_ONCE


@pytest.mark.parametrize(
    ("today", "comes"),
    [
        (Today(DAY, ()), "Look in again when something changes in the department."),
        (
            Today(DAY, (), DAY),
            "The binder was prepared on 16\xa0March\xa02026. Look in again when something changes.",
        ),
        (
            Today(DAY, (), DAY, Due("appointment_ends", date(2027, 1, 5), "Ada Moreau")),
            "Next: the appointment of Ada Moreau ends on 5\xa0January\xa02027.",
        ),
    ],
)
def test_nothing_to_do_is_said_kindly_with_what_comes_next(
    open_tab: OpenTab,
    asked: StandInTasks,
    monkeypatch: pytest.MonkeyPatch,
    today: Today,
    comes: str,
) -> None:
    monkeypatch.setattr(asked, "list_tasks", lambda _department: today)
    tab = open_tab()
    assert tab.heading.said() == "Monday 16\xa0March\xa02026"
    assert tab.empty.why.said() == "Nothing to do today in this department."
    assert tab.empty.next_step.said() == comes


def test_without_a_department_one_is_chosen_or_made(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab(department=None)
    assert [button.text() for button in tab.empty.buttons] == [
        "Choose a department",
        "Start with my department…",
    ]
    with qtbot.waitSignal(tab.step_asked) as asked_for:
        qtbot.keyClick(tab.empty.buttons[1], Qt.Key.Key_Space)
    assert asked_for.args == [NextStep.START]


def test_a_department_that_is_gone_leaves_a_way_on(
    open_tab: OpenTab, asked: StandInTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_department: str) -> Today:
        raise NotFound("It is not here any more.", "Choose another one.")

    monkeypatch.setattr(asked, "list_tasks", gone)
    tab = open_tab()
    assert tab.empty.why.said() == "It is not here any more."
    assert len(tab.empty.buttons) == 2


def test_a_home_that_is_only_read_offers_nothing_that_writes(open_tab: OpenTab) -> None:
    tab = open_tab(can_save=False)
    assert [b for b in tab.list.findChildren(QPushButton) if b.isVisible()] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_shown_letter_by_letter_and_wrap(open_tab: OpenTab, text: str) -> None:
    fields = {"person": text, "day": DAY, "kind": "software", "rank": "main", "count": 1}
    found = replace(task("appointment_ends"), fields=fields, names=(text,))
    tab = open_tab([found, replace(found, code="no_software")], width=1000)
    said = [label.said() for card in shown(tab) for label in card.findChildren(PlainLabel)]
    assert f"{text}: appointment ends on 16\xa0March\xa02026" in said
    assert tab.list.horizontalScrollBar().maximum() == 0
    for card in shown(tab):
        assert card.button.width() >= card.button.sizeHint().width()


def test_the_window_opens_on_what_there_is_to_do(
    qtbot: QtBot, jobs: Jobs, open_window: Callable[..., MainWindow]
) -> None:
    home = StandInHome()
    window = open_window(home.questions(), tab=TabName.TODAY)
    assert seen(window) == "today"
    assert home.tasks.asked == ["d1"]
    window.activateWindow()
    page = window.tabs.page
    assert isinstance(page, TodayTab)
    page.list.cards[1].button.click()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert seen(window) == "departments"
    window.go_back()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert seen(window) == "today"
    page.list.cards[0].button.click()
    assert window.dialog is not None


def test_no_word_of_a_card_is_cut_where_the_cards_are_scrolled(
    qtbot: QtBot, open_tab: OpenTab
) -> None:
    """The sentence fits into one line of the window, but not of a card, which is narrower."""
    names = tuple(f"Fonction de longue haleine {n}" for n in range(2))
    fields = {"count": 2}
    tab = open_tab([replace(task("no_software"), names=names, fields=fields) for _n in range(9)])
    qtbot.waitUntil(lambda: tab.list.verticalScrollBar().maximum() > 0)

    def is_whole(said: PlainLabel) -> bool:
        return said.height() >= said.heightForWidth(said.width())

    qtbot.waitUntil(lambda: all(is_whole(card.reason) for card in tab.list.cards))


def test_the_card_that_has_the_keyboard_is_in_sight(open_tab: OpenTab, qtbot: QtBot) -> None:
    many = [task(f"code{n}", urgency=Urgency.NOW) for n in range(12)]
    tab = open_tab(many)
    bar = tab.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    tab.take_focus()
    qtbot.waitUntil(lambda: bar.value() == 0)
    assert held(tab) == "code0"
    tab.show_key(("code11",))
    tab.take_focus()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())


@pytest.mark.parametrize("elsewhere", [False, True], ids=["seen", "hidden meanwhile"])
def test_a_first_thing_that_is_new_is_in_sight(
    open_tab: OpenTab, qtbot: QtBot, asked: StandInTasks, jobs: Jobs, elsewhere: bool
) -> None:
    tab = open_tab([task(f"code{n}") for n in range(12)])
    bar = tab.list.verticalScrollBar()
    tab.show_key(("code11",))
    tab.take_focus()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
    tab.setVisible(not elsewhere)
    asked.tasks = (task("pressing"), *asked.tasks)
    for kind in (Kind.DIRECTORY, Kind.PEOPLE):
        tab.take_change(frozenset({kind}))
        qtbot.waitUntil(lambda: jobs.is_idle)
    tab.show()
    tab.take_focus()
    qtbot.waitUntil(lambda: jobs.is_idle)
    qtbot.waitUntil(lambda: bar.value() == 0 and tab.list.cards[0].task.code == "pressing")
    tab.show_key(("code11",))
    tab.take_focus()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
