from __future__ import annotations

from pytestqt.qtbot import QtBot

from referent_desk.gui.imports.answer_buttons import AnswerButton

ANSWER = "C'est le même : son nom est maintenant Hospitalisation de pneumologie et allergologie"


def test_an_answer_takes_the_lines_that_it_needs_at_its_width(qtbot: QtBot) -> None:
    button = AnswerButton(2, ANSWER)
    qtbot.addWidget(button)
    button.show()
    lines = {}
    for width in (200, 400, 1200):
        button.resize(width, button.sizeHint().height())
        lines[width] = button.text().count("\n") + 1
    assert lines[200] > lines[400] > lines[1200] == 1
    assert " ".join(button.text().split()) == f"2 {ANSWER}"
