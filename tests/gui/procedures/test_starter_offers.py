from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.domain.changes import Kind
from referent_desk.domain.procedures import (
    ProcedureDetail,
    ProcedureState,
    ProcedureStatus,
    Reason,
)
from referent_desk.errors import NoRoom
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.procedures.starter_offers import StarterNotice, StarterOffers
from referent_desk.gui.procedures.subjects import show
from tests.gui.stand_ins import StandInHome, StandInOffer, procedure_detail

FUNCTIONS = frozenset({"f1", "f2", "f3"})


@pytest.fixture
def home() -> StandInHome:
    return StandInHome()


@pytest.fixture
def offers(home: StandInHome, jobs: Jobs) -> StarterOffers:
    return StarterOffers(home.questions().starters, jobs, jobs)


@pytest.fixture
def notice(qtbot: QtBot, offers: StarterOffers) -> StarterNotice:
    made = StarterNotice(offers)
    qtbot.addWidget(made)
    return made


def read(offers: StarterOffers, qtbot: QtBot, jobs: Jobs) -> None:
    offers.read()
    qtbot.waitUntil(lambda: jobs.is_idle)


@pytest.mark.parametrize(
    ("functions", "is_first", "shown"),
    [(FUNCTIONS, True, True), (FUNCTIONS, False, False), (frozenset(), True, False)],
)
def test_only_a_home_without_any_procedure_is_told_of_those_that_are_brought(
    qtbot: QtBot, jobs: Jobs, home: StandInHome, offers: StarterOffers, notice: StarterNotice,
    functions: frozenset[str], is_first: bool, shown: bool,
) -> None:  # fmt: skip
    home.offer = StandInOffer(functions, is_first)
    read(offers, qtbot, jobs)
    assert notice.isHidden() is not shown


def test_a_click_takes_them_once_and_says_what_becomes_of_them(
    qtbot: QtBot, jobs: Jobs, home: StandInHome, offers: StarterOffers, notice: StarterNotice
) -> None:
    home.offer = StandInOffer(FUNCTIONS, True)
    read(offers, qtbot, jobs)
    notice.show()
    assert notice.take.text() == "Take 3 starter procedures as drafts"
    with qtbot.waitSignal(offers.taken) as taken:
        qtbot.mouseClick(notice.take, Qt.MouseButton.LeftButton)
        assert not notice.take.isEnabled()
        offers.take()
    assert taken.args == [frozenset({Kind.PROCEDURES}), 3]
    read(offers, qtbot, jobs)
    assert home.calls == ["starters"]
    assert not notice.offer.isVisible()
    assert "3 starter procedures are now drafts" in notice.told.label.said()
    assert "DRAFT, NOT APPROVED" in notice.told.label.said()
    qtbot.mouseClick(notice.told.close_button, Qt.MouseButton.LeftButton)
    assert not notice.isVisible()


def test_a_taking_that_fails_says_why_and_can_be_tried_again(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    def refuse() -> frozenset[Kind]:
        raise NoRoom("The disk is full.", "Free some room.")

    home.offer = StandInOffer(FUNCTIONS, True)
    offers = StarterOffers(replace(home.questions().starters, adopt=refuse), jobs, jobs)
    notice = StarterNotice(offers)
    qtbot.addWidget(notice)
    read(offers, qtbot, jobs)
    notice.show()
    with qtbot.waitSignal(offers.refused):
        qtbot.keyClick(notice.take, Qt.Key.Key_Space)
    assert "The disk is full." in notice.trouble.label.said()
    assert notice.take.isEnabled()


def missing(function: str = "Transfusion") -> ProcedureDetail:
    status = ProcedureStatus(ProcedureState.MISSING, (Reason("no_procedure", {}),))
    return replace(procedure_detail("x"), revision=None, status=status, function=function)


@pytest.mark.parametrize(
    ("detail", "offered", "buttons"),
    [
        (missing(), True, ["Take 3 starter procedures as drafts"]),
        (missing(), False, []),
        (procedure_detail("x"), True, []),
    ],
)
def test_a_function_without_procedure_offers_those_that_are_brought(
    qtbot: QtBot, jobs: Jobs, home: StandInHome, offers: StarterOffers,
    detail: ProcedureDetail, offered: bool, buttons: list[str],
) -> None:  # fmt: skip
    home.offer = StandInOffer(FUNCTIONS, False)
    read(offers, qtbot, jobs)
    pane = DetailPane()
    qtbot.addWidget(pane)
    show(pane, detail, offers if offered else None)
    assert [button.text() for button in pane.findChildren(QPushButton)] == buttons


def test_a_program_that_serves_no_named_function_says_what_to_do(qtbot: QtBot) -> None:
    pane = DetailPane()
    qtbot.addWidget(pane)
    show(pane, missing(""), None)
    said = [label.said() for label in pane.findChildren(PlainLabel)]
    assert said[0] == "Function to be named"
    assert any(sentence.startswith("Nobody has said what") for sentence in said)
