from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.records import FieldKind, Link, RecordField
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.link_fields import LinkField, link_text
from tests.gui.editings import editing_on
from tests.gui.stand_in_records import StandInRecords

FIELD = RecordField("parent_id", FieldKind.LINK, to="node")
PLACES = (Link("p1", "Pole coeur", "P1"), Link("p2", "Pole femme", "P4"))


class Finder:
    """Finds by the beginning of a name, and remembers what was asked."""

    def __init__(self, jobs: Jobs) -> None:
        self.asked: list[str] = []
        editing = editing_on(StandInRecords(), jobs)
        self.editing = Editing(
            replace(editing.records, links=self.find), editing.saver, editing.jobs
        )

    def find(self, _to: str, text: str) -> tuple[Link, ...]:
        self.asked.append(text)
        return tuple(x for x in PLACES if x.name.casefold().startswith(text.casefold()))


@pytest.fixture
def finder(jobs: Jobs) -> Finder:
    return Finder(jobs)


@pytest.fixture
def field(qtbot: QtBot, finder: Finder) -> LinkField:
    made = LinkField(FIELD, finder.editing)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def test_nothing_is_asked_before_the_second_letter(
    qtbot: QtBot, jobs: Jobs, finder: Finder, field: LinkField
) -> None:
    qtbot.keyClicks(field, "p")
    assert finder.asked == []
    qtbot.keyClicks(field, "o")
    qtbot.waitUntil(lambda: len(field.found) == 2)
    assert field.popup.isVisible()


def test_enter_takes_the_first_and_arrows_another(qtbot: QtBot, field: LinkField) -> None:
    qtbot.keyClicks(field, "po")
    qtbot.waitUntil(field.popup.isVisible)
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.popup, Qt.Key.Key_Return)
    assert (field.typed(), field.text()) == ("p1", "Pole coeur")
    field.clear()
    qtbot.keyClicks(field, "po")
    qtbot.waitUntil(field.popup.isVisible)
    qtbot.keyClick(field.popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.popup, Qt.Key.Key_Return)
    assert field.typed() == "p2"


def test_down_on_the_last_row_stays_on_it(qtbot: QtBot, field: LinkField) -> None:
    qtbot.keyClicks(field, "pole f")
    qtbot.waitUntil(field.popup.isVisible)
    qtbot.keyClick(field.popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.popup, Qt.Key.Key_Return)
    assert field.typed() == "p2"


def test_enter_before_the_answer_takes_its_first_row(qtbot: QtBot, field: LinkField) -> None:
    qtbot.keyClicks(field, "pole f")
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.typed() == "p2"


def test_a_name_that_was_not_chosen_is_a_fault(qtbot: QtBot, jobs: Jobs, field: LinkField) -> None:
    qtbot.keyClicks(field, "Laboratoire")
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert (field.typed(), field.local_fault()) == ("", "not_chosen")
    field.clear()
    assert field.local_fault() == ""


def test_a_name_typed_to_its_end_is_taken_when_the_field_is_left(
    qtbot: QtBot, jobs: Jobs, field: LinkField
) -> None:
    qtbot.keyClicks(field, "pole femme".replace("o", "o", 1))
    qtbot.waitUntil(field.popup.isVisible)
    qtbot.keyClick(field.popup, Qt.Key.Key_Escape)
    assert field.text() == "pole femme"
    field.clearFocus()
    assert field.typed() == "p2"


def test_escape_brings_the_link_back(qtbot: QtBot, field: LinkField) -> None:
    field.show_typed("p1", PLACES[0])
    field.selectAll()
    qtbot.keyClicks(field, "x")
    assert field.typed() == ""
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.typed(), field.text(), field.is_changed) == ("p1", "Pole coeur", False)


def test_a_link_can_be_emptied(qtbot: QtBot, field: LinkField) -> None:
    field.show_typed("p1", PLACES[0])
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert (field.typed(), field.local_fault(), field.is_changed) == ("", "", True)


def test_the_down_key_shows_what_there_is(qtbot: QtBot, finder: Finder, field: LinkField) -> None:
    field.show_typed("p1", PLACES[0])
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.waitUntil(field.popup.isVisible)
    assert finder.asked == [""]
    assert field.typed() == "p1"


def test_a_line_tells_namesakes_apart() -> None:
    assert link_text(Link("x", "Cardiologie", "0412\nNord")) == "Cardiologie — 0412 Nord"
    assert link_text(Link("x", "<b>A</b>")) == "<b>A</b>"
