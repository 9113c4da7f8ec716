from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox
from pytestqt.qtbot import QtBot

from referent_desk.domain.deeds import Saved
from referent_desk.domain.handovers import (
    AfterSigning,
    DepartmentHandovers,
    Given,
    Handover,
    HandoverItem,
    SheetAhead,
)
from referent_desk.domain.successions import (
    Answer,
    Follower,
    Follows,
    LeavesBecause,
    Leaving,
    Orphan,
    OrphanKind,
    SoleKnower,
    Succession,
)
from referent_desk.gui.handovers.forms import GiveForm, SignForm
from referent_desk.gui.handovers.pages import HandoverPage
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.wrapping_ticks import WrappingTick
from tests.gui.editings import editing_on
from tests.gui.key_clashes import visible_keys
from tests.gui.seated_pages import SeatedPage
from tests.gui.stand_in_handovers import DAY, STAND_IN_HANDOVERS
from tests.gui.stand_in_records import StandInRecords

LONG = "Wilhelmine-Éléonore de Saint-Exupéry-Montgolfier d’Aubigny-Lavallière"
SOON = DAY + timedelta(days=20)
FILES = FileQuestions(lambda _parent, _path: Path("handover.pdf"), lambda _path: True)


def a_handover(successor: str = "Bea Roux") -> Handover:
    items = (
        HandoverItem("i1", "binder_shown", "", DAY),
        HandoverItem("i2", "tips_read", "", None),
        HandoverItem("i3", "", "The key of the cupboard & the stamp", None),
    )
    who = "bea" if successor else ""
    return Handover("h1", "d1", "ada", LONG, who, successor, SOON, "Safe", "", None, None, items)


def a_succession(name: str = LONG) -> Succession:
    return Succession(
        "d1",
        leavings=(
            Leaving(
                *("d1", "ada", name, LeavesBecause.DEPARTURE, SOON),
                answers=(Answer("a", "software", "main", "s", "Dossier+"),),
                followers=(Follower("bea", "Bea Roux", Follows.DEPUTY),),
            ),
        ),
        sole_knowers=(SoleKnower("s", "Dossier+", "ada", name, SOON),),
        orphans=(Orphan(OrphanKind.COPY, "d1", "c", "2 · Desk", "old", "Old Hand", DAY),),
    )


def a_page(**said: object) -> DepartmentHandovers:
    ahead = (SheetAhead(SOON + timedelta(days=1), "PRE-01", "Prescription"),)
    empty = DepartmentHandovers("d1", "Cardiology", DAY, Succession("d1"), (), {}, ahead)
    return replace(empty, **said)  # type: ignore[arg-type]


class Seat(SeatedPage[HandoverPage]):
    def __init__(
        self, qtbot: QtBot, jobs: Jobs, shown: DepartmentHandovers, *, can_save: bool
    ) -> None:
        super().__init__(qtbot, jobs)
        self.told: list[tuple[object, ...]] = []

        def note(name: str) -> Callable[..., Saved]:
            def take(*asked: object) -> Saved:
                self.told.append((name, *asked))
                return STAND_IN_HANDOVERS.give_up("")

            return take

        questions = replace(
            STAND_IN_HANDOVERS,
            list_handovers=lambda _id: shown,
            tick=note("tick"),
            give=note("give"),
            sign=note("sign"),
        )
        editing = editing_on(StandInRecords(), jobs, can_save=can_save)
        self.seat(HandoverPage(questions, ("d1", "Cardiology"), editing, FILES), 1334)

    def said(self) -> str:
        return "\n".join(
            label.said() for label in self.page.pane.findChildren(PlainLabel) if label.isVisible()
        )

    def button(self, words: str) -> QAbstractButton | None:
        found = self.page.pane.findChildren(QAbstractButton)
        fitting = (b for b in found if words in b.text().replace("&", "") and b.isVisible())
        return next(fitting, None)

    def press(self, words: str) -> None:
        button = self.button(words)
        assert button is not None, words
        button.click()
        self.wait()


Open = Callable[..., Seat]


@pytest.fixture
def open_page(qtbot: QtBot, jobs: Jobs) -> Open:
    def open_on(shown: DepartmentHandovers, *, can_save: bool = True) -> Seat:
        return Seat(qtbot, jobs, shown, can_save=can_save)

    return open_on


def test_an_empty_page_says_why_and_offers_to_begin(open_page: Open) -> None:
    seat = open_page(a_page(ahead=()))
    assert "Nobody within 60 days." in seat.said()
    assert seat.button("Begin another handover") is not None


def test_who_leaves_is_told_with_who_could_follow_and_the_sheets(open_page: Open) -> None:
    seat = open_page(a_page(succession=a_succession()))
    said = seat.said()
    assert f"{LONG} leaves" in said
    assert "Bea Roux (deputy)" in said
    assert "PRE-01" in said
    assert "Only one person knows this" in said
    assert "Left behind" in said


def test_the_form_begins_with_who_leaves_and_the_first_who_could_follow(open_page: Open) -> None:
    seat = open_page(a_page(succession=a_succession("Ada Moreau")))
    seat.press("Begin the handover of Ada Moreau")
    form = seat.page.form
    assert form is not None
    rows = form.rows  # type: ignore[attr-defined]
    assert rows["leaving_id"].control.text() == "Ada Moreau"
    assert rows["successor_id"].control.text() == "Bea Roux"


def test_no_two_buttons_have_one_key(open_page: Open) -> None:
    given = {"h1": (Given(OrphanKind.ACTION, "a", "Tidy up", SOON),)}
    shown = a_page(handovers=(a_handover(),), given=given, succession=a_succession())
    assert visible_keys(open_page(shown).page) == []


def test_a_tick_is_saved_at_once(open_page: Open) -> None:
    seat = open_page(a_page(handovers=(a_handover(),)))
    boxes = seat.page.pane.findChildren(QCheckBox)
    assert [box.isChecked() for box in boxes] == [True, False, False]
    boxes[1].click()
    seat.wait()
    assert seat.told == [("tick", "h1", "i2", True)]


def test_what_is_unticked_is_not_given(open_page: Open) -> None:
    given = (Given(OrphanKind.ACTION, "a", "Tidy up"), Given(OrphanKind.COPY, "c", "2"))
    seat = open_page(a_page(handovers=(a_handover(),), given={"h1": given}))
    seat.press("Give over open tasks (2)")
    form = seat.page.form
    assert isinstance(form, GiveForm)
    form.boxes[0][1].setChecked(False)
    form.finish()
    seat.wait()
    assert seat.told == [("give", "h1", given[1:])]


def test_the_day_of_the_signatures_is_asked(open_page: Open) -> None:
    seat = open_page(a_page(handovers=(a_handover(),)))
    seat.press("Both have signed")
    form = seat.page.form
    assert isinstance(form, SignForm)
    form.finish()
    seat.wait()
    assert seat.told == [("sign", "h1", date(2026, 11, 22), AfterSigning.APPOINT)]


def test_a_successor_who_has_not_accepted_can_be_proposed(open_page: Open) -> None:
    seat = open_page(a_page(handovers=(a_handover(),)))
    seat.press("Both have signed")
    form = seat.page.form
    assert isinstance(form, SignForm)
    words = next(one for one in form.findChildren(WrappingTick) if "Propose" in one.words.text())
    seat.qtbot.mouseClick(words.words, Qt.MouseButton.LeftButton)
    form.finish()
    seat.wait()
    assert seat.told == [("sign", "h1", date(2026, 11, 22), AfterSigning.PROPOSE)]


def test_without_a_successor_nothing_can_be_signed(open_page: Open) -> None:
    seat = open_page(a_page(handovers=(a_handover(""),)))
    assert seat.button("Both have signed") is None
    assert "not named yet" in seat.said()


def test_a_home_that_is_only_read_offers_the_file_and_no_change(open_page: Open) -> None:
    shown = a_page(handovers=(a_handover(),), succession=a_succession())
    seat = open_page(shown, can_save=False)
    assert "only read here" in seat.said()
    assert seat.button("Handover file") is not None
    for words in ("Begin", "Both have", "Give"):
        assert seat.button(words) is None
    assert not any(box.isEnabled() for box in seat.page.pane.findChildren(QCheckBox))
