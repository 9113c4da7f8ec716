"""The same life at the window: asked by keys, accepted, about to leave, handed over, succeeded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.gui.appoint_forms import NewcomerForm
from referent_desk.gui.handovers.check_rows import CheckRows
from referent_desk.gui.handovers.forms import SignForm
from referent_desk.gui.handovers.pages import HandoverPage
from referent_desk.gui.list_tabs import ListTab
from referent_desk.gui.office_sections import ProposalBox
from referent_desk.gui.parts import PART
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.record_editors import RecordEditor
from referent_desk.gui.record_forms import RecordForm
from referent_desk.language import speak
from tests.journeys.test_window import Sitting
from tests.usecases.filed_copies import Calendar, filed_home

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
LOU = "Lou Kervran"
W = TypeVar("W", bound=QWidget)


class Desk(Sitting):
    @property
    def page(self) -> ListTab:
        return self.window.tabs.list_page

    def tap(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.keyboard(), key, modifier)
        self.wait()

    def write(self, text: str) -> None:
        self.qtbot.keyClicks(self.keyboard(), text)
        self.wait()

    def only(self, kind: type[W], part: str = "", within: QWidget | None = None) -> W:
        """The first one that is seen, of that part where one is named."""
        found = (within or self.window).findChildren(kind)
        seen = (w for w in found if w.isVisible() and (not part or w.property(PART) == part))
        return next(seen)

    def click(self, button: QAbstractButton) -> None:
        button.click()
        self.wait()

    def people(self) -> list[str]:
        return [row[0] for row in self.rows()]

    def show_person(self, name: str) -> None:
        number = self.page.model.find(lambda row: row.person == name)
        assert number is not None
        self.page.pane.table.choose(number)
        self.wait()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    sitting = Desk(filed_home(tmp_path), Calendar(date(2026, 11, 23)), qtbot)
    sitting.be_on_the_ward()
    sitting.come_to_front()
    sitting.window.follow(Place(TabName.REFERENTS, ()))
    sitting.wait()
    yield sitting
    sitting.leave()


def propose_lou(desk: Desk) -> None:
    """Somebody whom nobody knows yet is asked to be referent of all software."""
    desk.tap(Qt.Key.Key_N, CONTROL)
    desk.write(LOU)
    desk.tap(Qt.Key.Key_Tab)
    desk.tap(Qt.Key.Key_Space)
    form = desk.page.form
    assert isinstance(form, NewcomerForm)
    desk.click(form.propose_button)
    assert desk.page.form is None


def accept(desk: Desk) -> None:
    desk.show_person(LOU)
    desk.click(desk.only(ProposalBox).buttons[0])


def say_last_day(desk: Desk, day: str) -> None:
    desk.show_person(LOU)
    field = desk.only(RecordEditor, within=desk.page.detail).row("left_on").control
    field.setFocus()
    desk.write(day)
    desk.tap(Qt.Key.Key_Return)


def test_who_is_asked_becomes_referent_when_they_say_yes(desk: Desk) -> None:
    before = desk.people()
    propose_lou(desk)
    assert LOU in desk.people()
    accept(desk)
    with pytest.raises(StopIteration):
        desk.only(ProposalBox)
    states = {row[0]: row[-1] for row in desk.rows()}
    assert states[LOU] == "en fonction"
    desk.tap(Qt.Key.Key_Z, CONTROL)
    desk.show_person(LOU)
    assert desk.only(ProposalBox)
    desk.tap(Qt.Key.Key_Z, CONTROL)
    assert desk.people() == before


def test_a_departure_is_handed_over_and_succeeded_at_the_window(desk: Desk) -> None:
    propose_lou(desk)
    accept(desk)
    say_last_day(desk, "31/12/2026")
    desk.click(desk.only(QAbstractButton, "handovers"))
    page = desk.window.pages.work
    assert isinstance(page, HandoverPage)
    assert page.shown is not None
    (leaving,) = [one for one in page.shown.succession.leavings if one.person == LOU]
    begin = next(
        b for b in page.findChildren(QAbstractButton)
        if b.property(PART) == "begin_handover" and LOU in b.text()
    )  # fmt: skip
    desk.click(begin)
    form = page.form
    assert isinstance(form, RecordForm)
    desk.click(form.create_button)
    (handover,) = page.shown.open
    assert (handover.leaving, handover.successor) == (LOU, leaving.followers[0].person)
    desk.click(desk.only(CheckRows).findChildren(QAbstractButton)[0])
    assert page.shown.open[0].done == 1
    texts = {b.text().replace("&", ""): b for b in page.findChildren(QAbstractButton)}
    desk.click(next(button for text, button in texts.items() if re.search(r"\bsign", text)))
    assert isinstance(page.form, SignForm)
    desk.click(page.form.create_button)
    assert [one.leaving for one in page.shown.signed] == [LOU]
    page.go_away()
    desk.wait()
    assert states(desk, LOU) == {("référent logiciel", "bientôt terminée")}
    assert ("référent logiciel", "pas encore commencée") in states(desk, handover.successor)
    desk.leave()
    new_year = Desk(desk.home, Calendar(date(2027, 1, 2)), desk.qtbot)
    new_year.window.follow(Place(TabName.REFERENTS, ()))
    new_year.wait()
    assert states(new_year, LOU) == {("référent logiciel", "terminée")}
    assert ("référent logiciel", "en fonction") in states(new_year, handover.successor)
    new_year.leave()


def states(desk: Desk, person: str) -> set[tuple[str, str]]:
    """What somebody answers for, and the state of it."""
    return {(row[1], row[-1]) for row in desk.rows() if row[0] == person}
