from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.gui.parts import HOLE, PART, WantedPart, asked_about, focus_part


@pytest.fixture
def page(qtbot: QtBot) -> QScrollArea:
    """A long page with two parts at its end, and a third that is hidden."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    inside = QWidget()
    column = QVBoxLayout(inside)
    for number in range(40):
        column.addWidget(QLabel(f"line {number}"))
    for name in ("numbers", "values", "hidden"):
        box = QWidget()
        box.setProperty(PART, name)
        row = QVBoxLayout(box)
        row.addWidget(QLabel(name))
        row.addWidget(QLineEdit(name))
        row.addWidget(QLineEdit("after"))
        column.addWidget(box)
        box.setVisible(name != "hidden")
    area.setWidget(inside)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    return area


def text_in_focus(page: QWidget) -> str:
    widget = page.focusWidget()
    return widget.text() if isinstance(widget, QLineEdit) else ""


def test_a_part_takes_the_keyboard_and_comes_into_sight(page: QScrollArea) -> None:
    assert focus_part(page, "values")
    assert text_in_focus(page) == "values"
    assert page.verticalScrollBar().value() > 0


def test_what_is_still_to_be_filled_in_comes_before_what_is_there(page: QScrollArea) -> None:
    for line in page.findChildren(QLineEdit):
        line.setProperty(HOLE, line.text() == "after")
    assert focus_part(page, "values")
    assert text_in_focus(page) == "after"


@pytest.mark.parametrize("name", ["hidden", "nowhere"])
def test_a_part_that_is_not_there_changes_nothing(page: QScrollArea, name: str) -> None:
    assert focus_part(page, "numbers")
    assert not focus_part(page, name)
    assert text_in_focus(page) == "numbers"


def test_a_part_wanted_early_is_found_once_when_it_is_there(
    qtbot: QtBot, page: QScrollArea
) -> None:
    wanted = WantedPart(page)
    wanted.seek()
    wanted.want("values")
    wanted.seek()
    qtbot.waitUntil(lambda: text_in_focus(page) == "values")
    focus_part(page, "numbers")
    wanted.seek()
    assert text_in_focus(page) == "numbers"


def test_a_button_that_is_a_part_is_pressed_and_knows_what_about(
    qtbot: QtBot, page: QScrollArea
) -> None:
    button = QPushButton("Add", page.widget())
    button.setProperty(PART, "add")
    button.show()
    heard: list[str] = []
    button.clicked.connect(lambda: heard.append(asked_about(button)))
    assert focus_part(page, "add:switchboard")
    qtbot.waitUntil(lambda: heard == ["switchboard"])
    button.click()
    assert heard == ["switchboard", ""]
    assert asked_about(None) == ""
