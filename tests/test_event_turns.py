"""The tests wait for what is seen, not only for what is known."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.exceptions import TimeoutError as QtBotTimeout
from pytestqt.qtbot import QtBot

from referent_desk.gui.jobs import Jobs
from tests.event_turns import settle, turn


@pytest.fixture
def column(qtbot: QtBot) -> Iterator[QVBoxLayout]:
    page = QWidget()
    qtbot.addWidget(page)
    made = QVBoxLayout(page)
    page.show()
    turn()
    yield made
    page.hide()


def test_what_is_added_to_a_page_is_shown_a_turn_later(column: QVBoxLayout) -> None:
    button = QPushButton("Add it")
    column.addWidget(button)
    assert not button.isVisible(), "else nobody need wait for it"
    turn()
    assert button.isVisible()


def test_what_the_last_answer_brings_is_seen(column: QVBoxLayout, jobs: Jobs) -> None:
    button = QPushButton("Add it")
    held = threading.Event()

    def ask_again(_held: bool) -> None:
        jobs.run(bool, lambda _no: column.addWidget(button))

    jobs.run(held.wait, ask_again)
    held.set()
    settle(jobs)
    assert button.isVisible()


def test_what_never_comes_is_told(qtbot: QtBot) -> None:
    with pytest.raises(QtBotTimeout):
        qtbot.waitUntil(lambda: False, timeout=20)


def test_what_is_asserted_is_waited_for(qtbot: QtBot) -> None:
    looks: list[int] = []

    def third_look() -> None:
        looks.append(1)
        assert len(looks) == 3

    qtbot.waitUntil(third_look)
    assert len(looks) == 3
