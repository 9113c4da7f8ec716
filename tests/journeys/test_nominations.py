"""From the proposal to the letter, in the window on the demo hospital."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.gui.appoint_forms import NewcomerForm
from referent_desk.gui.link_fields import LinkField
from referent_desk.gui.list_tabs import ListTab
from referent_desk.gui.nominations.letter_forms import LetterForm
from referent_desk.gui.places import Place, TabName
from referent_desk.language import speak
from tests.journeys.test_window import Sitting
from tests.usecases.homes import LATER, demo_content, home_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def ward(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    speak("fr")
    sitting = Sitting(home_of(demo_content(), tmp_path), LATER, qtbot)
    sitting.be_on_the_ward()
    sitting.come_to_front()
    sitting.window.follow(Place(TabName.REFERENTS))
    sitting.wait()
    yield sitting
    sitting.leave()


def page(sitting: Sitting) -> ListTab:
    return sitting.window.tabs.list_page


def press(sitting: Sitting, text: str) -> None:
    found = [b for b in page(sitting).findChildren(QPushButton) if b.isVisible()]
    next(b for b in found if b.text().replace("&", "") == text).click()
    sitting.wait()


def tap(sitting: Sitting, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    sitting.qtbot.keyClick(sitting.keyboard(), key, modifier)
    sitting.wait()


def states(sitting: Sitting) -> list[str]:
    return [row[-1] for row in sitting.rows()]


def test_somebody_is_proposed_accepts_and_has_a_letter(ward: Sitting) -> None:
    press(ward, "Désigner…")
    form = page(ward).form
    assert isinstance(form, NewcomerForm)
    assert form.candidates.isVisible()
    for _field in range(8):
        if form.candidates.isAncestorOf(ward.keyboard()):
            break
        tap(ward, Qt.Key.Key_Tab)
    tap(ward, Qt.Key.Key_Down)
    tap(ward, Qt.Key.Key_Return)
    chosen = form.rows["person_id"].control
    assert isinstance(chosen, LinkField)
    name = chosen.text()
    press(ward, "Proposer")
    assert ward.title() == name
    assert states(ward)[0] == "proposé le 22/11/2026"
    press(ward, "Accepte")
    assert "proposé le 22/11/2026" not in states(ward)
    press(ward, "Lettre de désignation…")
    letter = page(ward).form
    assert isinstance(letter, LetterForm)
    assert name in letter.text.toPlainText()


def test_an_accepted_proposal_is_taken_back_by_ctrl_z(ward: Sitting) -> None:
    ward.choose("pneumo")
    assert states(ward)[0].startswith("proposé le")
    tap(ward, Qt.Key.Key_Home)
    press(ward, "Accepte")
    after = states(ward)
    assert not any(state.startswith("proposé") for state in after)
    tap(ward, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert states(ward)[0].startswith("proposé le")
