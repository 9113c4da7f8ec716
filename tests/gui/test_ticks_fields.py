from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.records import FieldKind, Link, RecordField
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.saving import Saver
from referent_desk.gui.ticks_fields import TicksField
from tests.gui.stand_in_records import StandInRecords

FIELD = RecordField("leans_on", FieldKind.TICKS, to="failure_domain")
OFFERED = (Link("n", "network"), Link("p", "power & light"), Link("t", "telephony"))


@pytest.fixture
def make(qtbot: QtBot, jobs: Jobs) -> Callable[[], TicksField]:
    def made() -> TicksField:
        questions = replace(StandInRecords().questions(), links=lambda _to, _text: OFFERED)
        field = TicksField(FIELD, Editing(questions, Saver(jobs, ChangeBus()), jobs))
        qtbot.addWidget(field)
        field.show()
        qtbot.waitUntil(lambda: jobs.is_idle and are_apart(field))
        return field

    return made


def are_apart(field: TicksField) -> bool:
    """They come one upon the other, and are laid out a moment later."""
    return len({tick.pos() for tick in field.ticks.values()}) == len(OFFERED)


def test_each_thing_has_a_tick_and_what_is_ticked_crosses_as_text(
    make: Callable[[], TicksField], qtbot: QtBot
) -> None:
    field = make()
    field.show_typed("t")
    assert [tick.text() for tick in field.ticks.values()] == [
        "network",
        "power && light",
        "telephony",
    ]
    with qtbot.waitSignals([field.edited, field.left]):
        qtbot.mouseClick(field.ticks["n"], Qt.MouseButton.LeftButton)
    assert field.typed() == "n t"
    assert field.is_changed
    field.give_up()
    assert (field.typed(), field.is_changed) == ("t", False)


def test_what_is_no_longer_offered_is_not_lost(
    make: Callable[[], TicksField], qtbot: QtBot
) -> None:
    field = make()
    field.show_typed("t gone")
    qtbot.mouseClick(field.ticks["t"], Qt.MouseButton.LeftButton)
    assert field.typed() == "gone"


def test_keys_tick_and_enter_goes_on(make: Callable[[], TicksField], qtbot: QtBot) -> None:
    field = make()
    field.show_typed("")
    qtbot.keyClick(field.ticks["p"], Qt.Key.Key_Space)
    assert field.typed() == "p"
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.ticks["p"], Qt.Key.Key_Return)


def test_the_order_of_what_is_ticked_makes_no_difference(make: Callable[[], TicksField]) -> None:
    field = make()
    field.show_typed("t n")
    field.put("n t")
    assert not field.is_changed
