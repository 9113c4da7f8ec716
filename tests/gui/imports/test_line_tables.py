from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from referent_desk.gui.imports.line_tables import LineTable


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "answers"),
    [
        (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", [1]),
        (Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier, "2", [2]),
        (Qt.Key.Key_1, Qt.KeyboardModifier.ShiftModifier, "1", [1]),
        (Qt.Key.Key_Ampersand, Qt.KeyboardModifier.NoModifier, "&", [1]),
        (Qt.Key.Key_Eacute, Qt.KeyboardModifier.NoModifier, "é", [2]),
        (Qt.Key.Key_0, Qt.KeyboardModifier.NoModifier, "0", [0]),
        (Qt.Key.Key_Agrave, Qt.KeyboardModifier.NoModifier, "à", [0]),
        (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier, "1", []),
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", []),
    ],
)
def test_a_question_is_answered_on_every_keyboard(
    qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, answers: list[int]
) -> None:
    table = LineTable()
    qtbot.addWidget(table)
    given: list[int] = []
    table.answered.connect(given.append)
    table.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))
    assert given == answers
