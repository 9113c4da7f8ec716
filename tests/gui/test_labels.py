from __future__ import annotations

import html

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from referent_desk.gui.labels import (
    ElidedLabel,
    FieldLabel,
    PlainLabel,
    breakable,
    escaped_mnemonic,
    shortened,
    tooltip,
)
from tests.gui.stand_ins import HOSTILE


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_shows_a_text_letter_by_letter(qtbot: QtBot, text: str) -> None:
    label = PlainLabel(text)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.said() == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tool_tip_says_a_text_letter_by_letter(text: str) -> None:
    inside = tooltip(text).removeprefix("<qt>").removesuffix("</qt>")
    assert html.unescape(inside.replace("<br>", "\n")) == text


def test_a_tool_tip_of_nothing_is_none() -> None:
    assert tooltip("") == ""


def test_a_word_of_300_letters_does_not_widen_the_window(qtbot: QtBot) -> None:
    label = PlainLabel("x" * 300)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 200


@pytest.mark.parametrize(
    "text",
    ["", "a short text", "Anesthésie-réanimation", "Marie-Antoinette-Bernadette-Philomène Aubry"],
)
def test_an_ordinary_text_is_not_broken(text: str) -> None:
    assert breakable(text) == text


def test_an_ampersand_in_a_name_is_no_key() -> None:
    assert escaped_mnemonic("R&D") == "R&&D"


def test_a_cut_line_says_the_whole_in_its_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("a very long folder " * 20)
    qtbot.addWidget(label)
    label.resize(80, 20)
    assert label.minimumSizeHint().width() < 80
    assert label.toolTip() == tooltip(label.text())


def test_the_name_of_a_field_leads_to_it(qtbot: QtBot) -> None:
    field = QLineEdit()
    label = FieldLabel("&Name:", field)
    qtbot.addWidget(field)
    qtbot.addWidget(label)
    assert label.buddy() is field
    assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("text", "shown"), [("short", "short"), ("ten letter", "ten letter"), ("x" * 300, "xxxxxxxxx…")]
)
def test_a_name_without_end_is_cut_where_the_whole_stands_elsewhere(text: str, shown: str) -> None:
    assert shortened(text, 10) == shown
