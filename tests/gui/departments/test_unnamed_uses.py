from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from referent_desk.domain.departments import CoverageRow
from referent_desk.gui.departments.unnamed_uses import show_remarks
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.labels import PlainLabel
from referent_desk.language import speak


def row(function: str, software: str, purpose: str) -> CoverageRow:
    return CoverageRow(function, function, software, software, "", f"u-{function}", purpose)


@pytest.mark.parametrize(
    ("purpose", "said"),
    [
        ("Slow on Mondays", ["Dx: Slow on Mondays (printed with: Orders, Meals)"]),
        ("MDP: azerty", ["Dx: MDP: azerty (not printed: it names a password)"]),
        ("", []),
    ],
)
def test_what_the_list_remarks_of_a_program_is_said_once_with_where_it_is_printed(
    qtbot: QtBot, purpose: str, said: list[str]
) -> None:
    speak("en")
    pane = DetailPane()
    qtbot.addWidget(pane)
    show_remarks(pane, [row("Orders", "Dx", purpose), row("Meals", "Dx", purpose)])
    assert [label.said() for label in pane.findChildren(PlainLabel)] == said


def test_what_has_no_function_says_it_where_its_function_is_asked(qtbot: QtBot) -> None:
    pane = DetailPane()
    qtbot.addWidget(pane)
    show_remarks(pane, [row("", "Dx", "Slow on Mondays")])
    assert pane.findChildren(PlainLabel) == []
