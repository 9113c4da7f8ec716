from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import FieldKind, RecordField, RecordKind
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.record_fields import ChoiceField, LineField, TextField
from referent_desk.gui.record_rows import TypedField, make_field
from referent_desk.gui.ticks_fields import TicksField
from referent_desk.gui.typed_words import typed_words
from referent_desk.language import speak
from tests.gui.editings import editing_on
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_ins import HOSTILE
from tests.gui.wheels import turn_wheel

CONTROL = Qt.KeyboardModifier.ControlModifier
WRITTEN = (FieldKind.LINE, FieldKind.TEXT, FieldKind.CODE, FieldKind.FINESS, FieldKind.TELEPHONE,
           FieldKind.COUNT, FieldKind.MINUTES, FieldKind.DAY, FieldKind.HOURS,
           FieldKind.LINK)  # fmt: skip


def field_of(kind: FieldKind, jobs: Jobs, qtbot: QtBot) -> TypedField:
    field = RecordField("name", kind, choices=("1", "2"), to="software")
    made = make_field(RecordKind.SOFTWARE, field, editing_on(StandInRecords(), jobs))
    qtbot.addWidget(made)
    made.show()
    return made


def text_in(field: TypedField) -> str:
    assert not isinstance(field, ChoiceField | TicksField)
    return field.toPlainText() if isinstance(field, TextField) else field.text()


def paste(field: TypedField, text: str) -> None:
    assert not isinstance(field, ChoiceField | TicksField)
    QGuiApplication.clipboard().setText(text)
    field.paste()


def focused_in_a_window(field: TypedField, qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(field)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    return window


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_pasted_stands_there_letter_by_letter(
    qtbot: QtBot, jobs: Jobs, kind: FieldKind, text: str
) -> None:
    field = field_of(kind, jobs, qtbot)
    line = text if kind is FieldKind.TEXT else text.replace("\n", " ")
    paste(field, line)
    assert text_in(field) == line
    assert field.is_changed


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_text_that_is_too_long_is_refused_whole_and_nothing_is_cut(
    qtbot: QtBot, jobs: Jobs, kind: FieldKind
) -> None:
    field = field_of(kind, jobs, qtbot)
    paste(field, "before")
    with qtbot.waitSignal(field.refused) as refused:
        paste(field, "x" * 100_000)
    assert refused.args == ["too_long"]
    assert text_in(field) == "before"


def test_escape_brings_back_what_was_and_a_second_one_is_for_the_page(
    qtbot: QtBot, jobs: Jobs
) -> None:
    field = field_of(FieldKind.LINE, jobs, qtbot)
    field.show_typed("4312")
    qtbot.keyClicks(field, "9")
    with qtbot.waitSignal(field.given_up):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert text_in(field) == "4312"
    with qtbot.assertNotEmitted(field.given_up):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


@pytest.mark.parametrize("kind", [FieldKind.LINE, FieldKind.TEXT])
def test_undo_is_the_fields_while_something_is_typed_and_then_the_windows(
    qtbot: QtBot, jobs: Jobs, kind: FieldKind
) -> None:
    field = field_of(kind, jobs, qtbot)
    window = focused_in_a_window(field, qtbot)
    heard: list[bool] = []
    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(lambda: heard.append(True))
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert (text_in(field), heard) == ("", [])
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert heard == [True]


def test_what_is_shown_again_keeps_the_cursor(qtbot: QtBot, jobs: Jobs) -> None:
    field = field_of(FieldKind.LINE, jobs, qtbot)
    window = focused_in_a_window(field, qtbot)
    assert window.isVisible()
    assert isinstance(field, LineField)
    field.show_typed("Laboratory")
    field.setCursorPosition(3)
    field.show_typed("Laboratory")
    assert field.cursorPosition() == 3


def test_a_wheel_never_changes_a_choice(qtbot: QtBot, jobs: Jobs) -> None:
    field = field_of(FieldKind.CHOICE, jobs, qtbot)
    field.show_typed("1")
    turn_wheel(field)
    assert field.typed() == "1"


def test_the_arrows_show_a_choice_and_enter_takes_it(qtbot: QtBot, jobs: Jobs) -> None:
    field = field_of(FieldKind.CHOICE, jobs, qtbot)
    field.show_typed("1")
    with qtbot.assertNotEmitted(field.entered):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert (field.typed(), field.is_changed) == ("2", True)
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.typed() == "1"


@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize(
    "stored",
    [
        "1-5 08:00-18:00; 6 09:00-12:00",
        "1-7 00:00-24:00",
        "1-5 00:00-24:00",
        "3 22:00-06:00",
        "7 08:00-24:00",
    ],
)
def test_hours_stand_as_one_types_them_and_are_read_back_the_same(code: str, stored: str) -> None:
    speak(code)
    field = RecordField("opening_hours", FieldKind.HOURS)
    words = typed_words(field, stored)
    assert words != stored
    assert read_typed(field, words) == stored


def test_a_text_without_room_is_whole_in_its_tool_tip(qtbot: QtBot, jobs: Jobs) -> None:
    field = field_of(FieldKind.LINE, jobs, qtbot)
    assert isinstance(field, LineField)
    field.resize(120, 32)
    field.show_typed("Service de médecine physique et de réadaptation <Nord>")
    assert "&lt;Nord&gt;" in field.toolTip()
    field.show_typed("Nord")
    assert field.toolTip() == ""


@pytest.mark.parametrize("width", [240, 480])
def test_a_long_text_is_as_high_as_the_lines_it_takes(qtbot: QtBot, width: int) -> None:
    field = TextField(RecordField("text", FieldKind.TEXT))
    qtbot.addWidget(field)
    field.resize(width, 60)
    field.show()
    field.show_typed("Choose “Landscape” before printing, else the last column is lost. " * 3)
    qtbot.waitUntil(lambda: not field.verticalScrollBar().isVisible())
    assert field.document().lineCount() > 2
    assert field.height() >= field.document().lineCount() * field.fontMetrics().lineSpacing()
