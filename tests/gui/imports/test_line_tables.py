from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from referent_desk.domain.imports.answers import Answers
from referent_desk.domain.imports.guides import GuideLine, GuidePlan
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.reports import (
    Concern,
    ImportReport,
    LineReport,
    Outcome,
    remark,
)
from referent_desk.exchange.import_names import field_name
from referent_desk.exchange.import_words import remark_sentence
from referent_desk.gui.imports.line_steps import LinesStep
from referent_desk.gui.imports.line_tables import LineTable
from referent_desk.gui.questions_imports import ImportWords


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


def plan_of(left: frozenset[int]) -> GuidePlan:
    """Lines 2 to 6, of which some were left out."""
    lines = []
    for row in range(2, 7):
        remarks = (remark(Concern.NOTE, "left_by_hand"),) if row in left else ()
        outcome = Outcome.REFUSED if left & {row} else Outcome.ADDED
        lines.append(GuideLine(row, f"line {row}", LineReport(row, outcome, remarks), ()))
    told = tuple(line.report for line in lines)
    report = ImportReport("f", ImportKind.STAFF, "", "", 1, (), (), told, (), dry_run=True)
    return GuidePlan(report, tuple(lines))


def step_with(qtbot: QtBot, left: frozenset[int] = frozenset()) -> LinesStep:
    step = LinesStep(ImportWords(remark_sentence, field_name))
    qtbot.addWidget(step)
    step.answers = Answers(left=left)
    step.show_plan(plan_of(left))
    step.answers_changed.connect(lambda answers: step.show_plan(plan_of(answers.left)))
    return step


PLAIN = Qt.KeyboardModifier.NoModifier


def press(step: LinesStep, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    step.table.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, held))


SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("start", "keys", "left"),
    [
        (1, [], {3}),
        (1, [(Qt.Key.Key_Down, SHIFT)], {3, 4}),
        (1, [(Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_Down, SHIFT)], {3, 4, 5}),
        (1, [(Qt.Key.Key_Up, SHIFT)], {2, 3}),
        (1, [(Qt.Key.Key_End, SHIFT)], {3, 4, 5, 6}),
        (3, [(Qt.Key.Key_Home, SHIFT)], {2, 3, 4, 5}),
        (3, [(Qt.Key.Key_A, CONTROL)], {2, 3, 4, 5, 6}),
        (1, [(Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_Up, SHIFT)], {3}),
        (1, [(Qt.Key.Key_End, SHIFT), (Qt.Key.Key_Up, SHIFT)], {3, 4, 5}),
        (4, [(Qt.Key.Key_Down, SHIFT)], {6}),
        (1, [(Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_Down, PLAIN)], {5}),
        (1, [(Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_End, PLAIN)], {6}),
    ],
)
def test_space_leaves_out_all_the_rows_that_are_chosen(
    qtbot: QtBot, start: int, keys: list[tuple[Qt.Key, Qt.KeyboardModifier]], left: set[int]
) -> None:
    step = step_with(qtbot)
    step.table.choose(start)
    for key, held in keys:
        press(step, key, held)
    press(step, Qt.Key.Key_Space)
    assert step.answers.left == left
    press(step, Qt.Key.Key_Space)  # they are still chosen: taken again
    assert step.answers.left == set()


def test_rows_of_which_some_are_left_are_all_left_first(qtbot: QtBot) -> None:
    step = step_with(qtbot, frozenset({3}))
    step.table.choose(0)
    press(step, Qt.Key.Key_End, SHIFT)
    press(step, Qt.Key.Key_Space)
    assert step.answers.left == {2, 3, 4, 5, 6}


def test_the_lines_that_are_chosen_are_counted_where_they_are_several(qtbot: QtBot) -> None:
    step = step_with(qtbot)
    step.table.choose(0)
    press(step, Qt.Key.Key_Down, SHIFT)
    assert step.count.text() == "2 lines chosen: Space leaves them out"
    press(step, Qt.Key.Key_Down)
    assert step.count.text() == "5 of 5"
