from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from referent_desk.domain.imports.answers import (
    Asked,
    Choice,
    Offer,
    Question,
    Reply,
    Tick,
    chosen,
    same_or_other,
)
from referent_desk.domain.imports.guides import GuideLine
from referent_desk.domain.imports.reports import Concern, LineReport, Outcome, Remark
from referent_desk.exchange.import_names import field_name
from referent_desk.exchange.import_words import remark_sentence
from referent_desk.gui.imports.line_details import LineDetail
from referent_desk.gui.imports.question_boxes import QuestionBox
from referent_desk.gui.questions_imports import ImportWords
from tests.gui.wheels import turn_wheel

WORDS = ImportWords(remark_sentence, field_name)
NAMES = (("name", "Bloc B"), ("near", "Bloc A"), ("value", "x"), ("code", "73"), ("row", "4"))
TWO = chosen((("a", "Soins A"), ("b", "Soins B")))
PART, OTHER = Offer(Reply(Choice.PART)), Offer(Reply(Choice.OTHER))
SAME = Offer(Reply(Choice.SAME))


def question(code: str, *offers: Offer) -> Question:
    return Question(code, NAMES, offers)


@pytest.mark.parametrize(
    ("asked", "zero", "others"),
    [
        (question("near_name", *same_or_other()), Choice.OTHER, [Choice.SAME]),
        (question("code_of_several", *TWO, OTHER), Choice.OTHER, ["a", "b"]),
        (question("unknown_function", *TWO, PART), Choice.PART, ["a", "b"]),
        (question("unknown_purpose", PART, OTHER, *TWO), Choice.PART, [Choice.OTHER, "a", "b"]),
        (question("finess_zero_lost", SAME, PART), Choice.PART, [Choice.SAME]),
        (question("title_in_name", OTHER), Choice.OTHER, []),
        (question("ambiguous", *TWO), None, ["a", "b"]),
        (question("vendor_or_department", SAME), None, [Choice.SAME]),
        (question("no_number", Offer(Reply(Choice.TYPED), "04")), None, []),
    ],
)
def test_zero_is_always_another_one_or_left_out_and_what_is_proposed_follows(
    qtbot: QtBot, asked: Question, zero: Choice | None, others: list[str]
) -> None:
    box = QuestionBox(Asked(asked, None), WORDS, ())
    qtbot.addWidget(box)
    told: list[str | None] = []
    box.answered.connect(lambda _question, reply: told.append(reply.value or reply.choice))
    box.left.connect(lambda: told.append(None))
    assert sorted(box.buttons) == list(range(len(others) + 1))
    for digit in sorted(box.buttons):
        box.buttons[digit].click()
    assert told == [zero, *others]
    shown = sorted(box.buttons.values(), key=lambda button: button.y())
    assert [button.text().split()[0] for button in shown] == [str(d) for d in sorted(box.buttons)]


def line(*replies: Reply | None) -> GuideLine:
    asked = tuple(
        Asked(Question("near_name", (("name", str(n)), ("near", "y")), same_or_other()), reply)
        for n, reply in enumerate(replies)
    )
    return GuideLine(2, "Soins", LineReport(2, Outcome.DOUBTFUL, (), asked), ("Soins",))


@pytest.mark.parametrize(
    ("replies", "answered"),
    [
        ((None, None), "0"),
        ((Reply(Choice.OTHER), None), "1"),
        ((None, Reply(Choice.SAME)), "0"),
        ((Reply(Choice.OTHER), Reply(Choice.OTHER)), "1"),
    ],
)
def test_the_digits_answer_the_first_open_question_and_only_that_one_shows_them(
    qtbot: QtBot, replies: tuple[Reply | None, ...], answered: str
) -> None:
    detail = LineDetail(WORDS)
    qtbot.addWidget(detail)
    told: list[str] = []
    detail.answered.connect(lambda _row, asked, _reply: told.append(asked.value("name")))
    detail.show_line(line(*replies), {}, lambda _asked: ())
    with_digits = [n for n, box in enumerate(detail.boxes) if box.buttons[1].text()[0] == "1"]
    assert with_digits == [int(answered)]
    detail.answer(1)
    detail.answer(7)
    assert told == [answered]


def test_the_wheel_over_an_answered_list_answers_nothing_else(qtbot: QtBot) -> None:
    many = chosen((str(number), f"Function {number}") for number in range(12))
    reply = Reply(Choice.CHOSEN, "4")
    box = QuestionBox(Asked(question("unknown_function", *many, PART), reply), WORDS, ())
    qtbot.addWidget(box)
    told: list[object] = []
    box.answered.connect(lambda _question, said: told.append(said))
    (listed,) = box.findChildren(QComboBox)
    assert not turn_wheel(listed)
    assert (listed.currentData(), told) == ("4", [])


def test_each_function_that_was_guessed_is_a_tick_that_keys_reach_and_turn(qtbot: QtBot) -> None:
    said = (("name", "Xplore"), ("function", "Imaging"), ("function", "Dictation"))
    left = (("name", "Xplore"), ("value", "Diet"), ("function", "Diet"))
    remarks = (
        Remark(Concern.NOTE, "functions_of_purpose", said),
        Remark(Concern.NOTE, "functions_left", left),
    )
    detail = LineDetail(WORDS)
    qtbot.addWidget(detail)
    told: list[Tick] = []
    detail.turned.connect(told.append)
    report = LineReport(2, Outcome.ADDED, remarks)
    detail.show_line(GuideLine(2, "Xplore", report, ()), {}, lambda _asked: ())
    shown = [(tick.text(), tick.isChecked()) for tick in detail.ticks]
    assert shown == [("Dictation", True), ("Diet", False), ("Imaging", True)]
    for tick in detail.ticks[:2]:
        assert tick.focusPolicy() & Qt.FocusPolicy.TabFocus
        qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert told == [Tick(2, "function", "Dictation"), Tick(2, "function", "Diet")]
