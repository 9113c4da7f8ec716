from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from referent_desk.domain.procedures import ProcedureText, Revision, RevisionState
from referent_desk.domain.upper_texts import UpperText
from referent_desk.errors import RefusedInput
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.procedures.upper_pages import UpperTextPage
from referent_desk.gui.saving import Saver
from referent_desk.language import speak
from tests.gui.key_clashes import visible_keys
from tests.gui.stand_in_approvals import StandInApprovals
from tests.gui.stand_in_records import StandInRecords

MARCH, APRIL = date(2026, 3, 12), date(2026, 4, 2)
UPPER = UpperText(
    "p1",
    Revision(
        "ours", "p1", RevisionState.APPROVED, ProcedureText("T", stops=("a",)), 4,
        approved_on=MARCH,
    ),
    Revision(
        "theirs", "p2", RevisionState.APPROVED, ProcedureText("T", stops=("b",)), 2,
        approved_on=APRIL,
    ),
    "Hôpital <Nord>",
    True,
)  # fmt: skip


class Seat:
    def __init__(self, page: UpperTextPage, asked: StandInApprovals, opened: list[Path]) -> None:
        self.page = page
        self.asked = asked
        self.opened = opened


def sit_down(qtbot: QtBot, jobs: Jobs, *, writing: bool = True, code: str = "en") -> Seat:
    speak(code)
    editing = Editing(StandInRecords().questions(), Saver(jobs, ChangeBus()), jobs)
    editing.saver.let_save(writing)
    asked, opened = StandInApprovals(), list[Path]()

    def show(path: Path) -> bool:
        opened.append(path)
        return True

    page = UpperTextPage(UPPER, asked.questions(), asked.papers(jobs, show), editing)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    page.begin()
    return Seat(page, asked, opened)


@pytest.fixture
def seat(qtbot: QtBot, jobs: Jobs) -> Seat:
    return sit_down(qtbot, jobs)


def test_both_texts_are_compared_ours_first(seat: Seat) -> None:
    assert "Hôpital <Nord>" in seat.page.heading.text()
    assert "− a" in seat.page.view.shown.toPlainText()
    assert "+ b" in seat.page.view.shown.toPlainText()


@pytest.mark.parametrize(("button", "done"), [("keep", "keep"), ("take", "take")])
def test_a_decision_needs_a_name_and_ends_the_page(
    qtbot: QtBot, seat: Seat, button: str, done: str
) -> None:
    press = getattr(seat.page, button).click
    press()
    assert seat.page.trouble.label.said().startswith("Nobody is named")
    assert seat.asked.done == []
    seat.page.who.show_name("Claire Lemaire")
    with qtbot.waitSignal(seat.page.finished):
        press()
    assert seat.asked.done == [(done, "p1", "theirs", "Claire Lemaire")]


def test_closing_ours_is_asked_of_whoever_opened_the_page(qtbot: QtBot, seat: Seat) -> None:
    closed: list[str] = []
    seat.page.close_asked.connect(closed.append)
    with qtbot.waitSignal(seat.page.finished):
        seat.page.close_ours.click()
    assert closed == ["p1"]


def test_what_is_refused_is_said_and_the_page_stays(qtbot: QtBot, seat: Seat) -> None:
    seat.asked.refusal = RefusedInput("A draft of our text is being written already.")
    seat.page.who.show_name("Claire Lemaire")
    seat.page.take.click()
    qtbot.waitUntil(lambda: "being written" in seat.page.trouble.label.said())
    seat.asked.refusal = None
    with qtbot.waitSignal(seat.page.finished):
        seat.page.keep.click()


def test_the_difference_is_written_as_a_file_and_opened(qtbot: QtBot, seat: Seat) -> None:
    seat.page.paper.click()
    qtbot.waitUntil(lambda: seat.opened == [Path("differences.pdf")])
    assert seat.asked.done == [("differences", "ours", "theirs", Path("differences.pdf"))]


def test_in_a_home_that_is_only_read_nothing_is_decided(qtbot: QtBot, jobs: Jobs) -> None:
    page = sit_down(qtbot, jobs, writing=False).page
    assert not page.keep.isVisible()
    assert page.view.shown.isVisible()


@pytest.mark.parametrize("code", ["en", "fr"])
def test_no_two_keys_of_the_page_clash(qtbot: QtBot, jobs: Jobs, code: str) -> None:
    assert visible_keys(sit_down(qtbot, jobs, code=code).page) == []
