"""Two windows on one home: who writes, what the other one sees, and when it may write itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.messages import ErrorDialog
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.record_editors import RecordEditor
from referent_desk.language import speak
from tests.journeys.test_window import Sitting
from tests.usecases.homes import LATER, demo_content, home_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NONE = Qt.KeyboardModifier.NoModifier
BED = "47"


SitDown = Callable[[], Sitting]


@pytest.fixture
def sit_down(qtbot: QtBot, tmp_path: Path) -> Iterator[SitDown]:
    """The first window that is opened writes; each shows the ward it begins with."""
    speak("fr")
    home = home_of(demo_content(), tmp_path)
    sittings: list[Sitting] = []

    def sit() -> Sitting:
        sittings.append(Sitting(home, LATER, qtbot))
        return sittings[-1]

    yield sit
    for sitting in reversed(sittings):
        sitting.leave()


def editors(sitting: Sitting) -> list[RecordEditor]:
    detail = sitting.window.tabs.list_page.detail
    return [found for found in detail.findChildren(RecordEditor) if found.isVisible()]


def type_beds(sitting: Sitting, beds: str) -> QLineEdit:
    """Into the field of the ward that is chosen; saved with Enter."""
    choice = sitting.window.top.chooser.choice
    assert choice is not None
    if not editors(sitting):
        sitting.window.follow(Place(TabName.DEPARTMENTS, (choice.id,)))
        sitting.qtbot.waitUntil(lambda: bool(editors(sitting)), timeout=20_000)
    field = next(e for e in editors(sitting) if "beds" in e.editors).row("beds").control
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    sitting.qtbot.keyClicks(field, beds)
    sitting.qtbot.keyClick(field, Qt.Key.Key_Return)
    sitting.wait()
    return field


def read_again(sitting: Sitting) -> None:
    sitting.press(Qt.Key.Key_F5, NONE)
    sitting.wait()


def buttons(sitting: Sitting) -> list[QPushButton]:
    """What the notices of the window offer."""
    bars = sitting.window.notices.bars()
    return [button for bar in bars for button in bar.findChildren(QPushButton)]


def notices(sitting: Sitting) -> list[str]:
    return [bar.label.said() for bar in sitting.window.notices.bars()]


def test_the_second_window_says_who_writes_and_offers_nothing_that_edits(sit_down: SitDown) -> None:
    sit_down()
    reader = sit_down()
    assert reader.window.status.is_read_only
    assert "en lecture seule" in notices(reader)[0]
    assert [button.text() for button in buttons(reader)] == ["Modifier ici (F5)"]
    for number in (2, 3, 4, 5):
        reader.go_to(number)
        assert editors(reader) == []


def test_the_reading_window_shows_at_f5_what_the_other_one_has_saved(sit_down: SitDown) -> None:
    writer, reader = sit_down(), sit_down()
    reader.go_to(2)
    assert BED not in reader.said()
    type_beds(writer, BED)
    read_again(reader)
    reader.qtbot.waitUntil(lambda: BED in reader.said())
    assert reader.window.status.is_read_only
    assert len(notices(reader)) == 1


def test_a_notice_that_was_closed_does_not_come_back_at_f5(sit_down: SitDown) -> None:
    sit_down()
    reader = sit_down()
    bar = reader.window.notices.bars()[0]
    reader.qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    read_again(reader)
    assert notices(reader) == []


def test_while_the_other_one_writes_asking_to_edit_says_by_whom(sit_down: SitDown) -> None:
    sit_down()
    reader = sit_down()
    reader.qtbot.mouseClick(buttons(reader)[0], Qt.MouseButton.LeftButton)
    reader.wait()
    dialog = reader.window.findChild(ErrorDialog)
    assert dialog is not None
    said = [label.said() for label in dialog.findChildren(PlainLabel)]
    assert notices(reader)[0] in said
    dialog.accept()
    assert reader.window.status.is_read_only
    assert [button.text() for button in buttons(reader)] == ["Modifier ici (F5)"]


@pytest.mark.parametrize("by", ["the button of the notice", "F5"])
def test_once_the_writer_has_closed_the_reading_window_takes_over(
    sit_down: SitDown, by: str
) -> None:
    writer, reader = sit_down(), sit_down()
    reader.go_to(2)
    writer.leave()
    if by == "F5":
        read_again(reader)
    else:
        reader.qtbot.mouseClick(buttons(reader)[0], Qt.MouseButton.LeftButton)
        reader.wait()
    assert not reader.window.status.is_read_only
    assert notices(reader) == []
    type_beds(reader, BED)
    assert reader.window.status.saved.isVisible()
    late = sit_down()
    assert late.window.status.is_read_only
    late.go_to(2)
    late.qtbot.waitUntil(lambda: BED in late.said())


def test_after_taking_over_every_tab_edits(sit_down: SitDown) -> None:
    writer, reader = sit_down(), sit_down()
    for number in (2, 3, 4, 5):
        reader.go_to(number)
    writer.leave()
    read_again(reader)
    for number in (2, 3, 4):
        reader.go_to(number)
        reader.qtbot.waitUntil(lambda: bool(editors(reader)), timeout=20_000)
    assert reader.window.top.department.isEnabled()


def test_a_killed_writer_does_not_keep_the_others_from_writing(
    sit_down: SitDown, tmp_path: Path
) -> None:
    """Its note stays behind; the lock does not."""
    writer, reader = sit_down(), sit_down()
    note = writer.home.lock.with_suffix(".json")
    left = note.read_bytes()
    writer.leave()
    note.write_bytes(left)
    read_again(reader)
    assert not reader.window.status.is_read_only
