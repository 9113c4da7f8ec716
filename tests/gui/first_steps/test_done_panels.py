from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from referent_desk.domain.deeds import Saved
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.first_steps import FirstDone
from referent_desk.gui.first_steps.done_panels import DonePanel
from referent_desk.language import speak

SAVED = Saved(frozenset(), "d", datetime(2026, 3, 1, tzinfo=UTC))
WARD = DepartmentChoice("d", "Cardiology", "", "Hospital")


@pytest.mark.parametrize(
    ("functions", "procedures", "first", "said"),
    [
        (3, 2, "print", "can be printed now"),
        (3, 0, "today", "First take or write procedures"),
        (0, 0, "today", "First say in the tab Today what the department does, then print"),
    ],
)
def test_printing_is_proposed_first_only_where_there_is_something_to_print(
    qtbot: QtBot, functions: int, procedures: int, first: str, said: str
) -> None:
    speak("en")
    panel = DonePanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.say(FirstDone(SAVED, WARD, functions, 0, procedures))
    panel.take_focus()
    looks = {name: getattr(panel, name).property("look") for name in ("print", "today")}
    assert [name for name, look in looks.items() if look == "main"] == [first]
    assert panel.focusWidget() is getattr(panel, first)
    assert said in panel.next_step.said()
