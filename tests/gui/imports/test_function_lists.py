from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from referent_desk.domain.imports.answers import Tick
from referent_desk.domain.imports.guesses import tick_of, tick_of_added
from referent_desk.domain.imports.guides import GuideLine
from referent_desk.domain.imports.reports import Concern, LineReport, Outcome, remark
from referent_desk.exchange.import_names import field_name
from referent_desk.exchange.import_words import remark_sentence
from referent_desk.gui.imports.function_lists import FunctionList
from referent_desk.gui.imports.line_details import LineDetail
from referent_desk.gui.questions_imports import ImportWords

WORDS = ImportWords(remark_sentence, field_name)


def shown_list(qtbot: QtBot) -> tuple[FunctionList, list[str]]:
    box = FunctionList(("Imagerie", "Prescription", "Transfusion"))
    qtbot.addWidget(box)
    box.show()
    told: list[str] = []
    box.added.connect(told.append)
    return box, told


def test_a_function_is_added_by_keys_alone_and_none_on_the_way_to_it(qtbot: QtBot) -> None:
    box, told = shown_list(qtbot)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert (box.view().isVisible(), box.currentIndex(), told) == (True, -1, [])
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert told == ["Prescription"]


def test_a_letter_opens_the_list_at_the_functions_that_begin_so(qtbot: QtBot) -> None:
    box, told = shown_list(qtbot)
    QTest.keyClick(box, Qt.Key.Key_T)
    assert (box.view().isVisible(), told) == (True, [])
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert told == ["Transfusion"]


def test_nothing_is_added_where_the_list_is_closed_again(qtbot: QtBot) -> None:
    box, told = shown_list(qtbot)
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Escape)
    assert (told, box.currentIndex()) == ([], -1)


def test_a_line_offers_what_was_not_guessed_and_ticks_what_was_added(qtbot: QtBot) -> None:
    remarks = (
        remark(Concern.NOTE, "functions_of_purpose", name="Dx", function="Imagerie"),
        remark(Concern.NOTE, "functions_added", name="Dx", function_added="Transfusion"),
    )
    report = LineReport(2, Outcome.ADDED, remarks, addable=("Dialyse", "Prescription"))
    detail = LineDetail(WORDS)
    qtbot.addWidget(detail)
    turned: list[Tick] = []
    detail.turned.connect(turned.append)
    detail.show_line(GuideLine(2, "Dx", report, ("Dx",)), {}, lambda _asked: ())
    assert detail.functions is not None
    assert [detail.functions.itemData(place) for place in range(detail.functions.count())] == [
        "Dialyse",
        "Prescription",
    ]
    detail.functions.added.emit("Dialyse")
    ticks: list[QCheckBox] = detail.ticks
    assert [(box.accessibleName(), box.isChecked()) for box in ticks] == [
        ("Imagerie", True),
        ("Transfusion", True),
    ]
    for box in ticks:
        box.click()
    assert turned == [
        tick_of_added(2, "Dialyse"),
        tick_of(2, "Imagerie"),
        tick_of_added(2, "Transfusion"),
    ]


def test_a_line_without_use_offers_no_function(qtbot: QtBot) -> None:
    detail = LineDetail(WORDS)
    qtbot.addWidget(detail)
    detail.show_line(GuideLine(2, "Dx", LineReport(2, Outcome.ADDED), ("Dx",)), {}, lambda _a: ())
    assert detail.functions is None
