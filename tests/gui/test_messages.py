from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from referent_desk.errors import NoRoom
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.messages import BugReports, ErrorDialog, ReportDialog
from referent_desk.gui.notices import NoticeStrip, sentence_of


def texts(widget: QWidget) -> list[str]:
    return [label.said() for label in widget.findChildren(PlainLabel)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_that_has_the_keyboard_is_pressed_by_enter_too(qtbot: QtBot, key: Qt.Key) -> None:
    button = IconButton("Start")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_an_error_says_what_happened_and_what_to_do(qtbot: QtBot) -> None:
    dialog = ErrorDialog(NoRoom("The disk <b>C:</b> is full.", "Free some space."))
    qtbot.addWidget(dialog)
    assert texts(dialog) == ["The disk <b>C:</b> is full.", "Free some space."]


def test_a_report_can_be_copied_and_says_that_something_may_be_lost(qtbot: QtBot) -> None:
    dialog = ReportDialog()
    qtbot.addWidget(dialog)
    dialog.add("Traceback\nValueError: <boom>")
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    assert "ValueError: <boom>" in copied
    assert "Referent Desk" in copied
    assert "perhaps not saved" in " ".join(texts(dialog))


def test_a_program_that_repeats_its_mistake_does_not_fill_the_memory(qtbot: QtBot) -> None:
    dialog = ReportDialog()
    qtbot.addWidget(dialog)
    for _number in range(5):
        dialog.add("x" * 100_000)
    assert len(dialog.report()) <= 200_000


def test_mistakes_met_in_any_thread_are_reported_in_one_dialog(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reports = BugReports(window)
    thread = threading.Thread(target=lambda: reports.take("from a thread"))
    thread.start()
    thread.join()
    reports.take("from the window")

    def is_told() -> bool:
        dialog = reports.dialog
        return dialog is not None and "from the window" in dialog.report()

    qtbot.waitUntil(is_told)
    dialog = reports.dialog
    assert dialog is not None
    assert "from a thread" in dialog.report()
    dialog.findChildren(IconButton)[-1].click()
    qtbot.waitUntil(lambda: reports.dialog is None)


def test_a_mistake_of_the_program_is_no_sentence_of_its_own() -> None:
    assert "KeyError" not in sentence_of(KeyError("id"))
    assert sentence_of(NoRoom("Full.", "Free some.")) == "Full. Free some."


def test_notices_can_be_hidden_one_by_one(qtbot: QtBot) -> None:
    strip = NoticeStrip()
    qtbot.addWidget(strip)
    strip.say(("one", "two"))
    assert strip.isVisible()
    for bar in strip.bars():
        assert strip.isVisible()
        bar.close_button.click()
    assert not strip.isVisible()
    strip.say(())
    assert not strip.isVisible()
