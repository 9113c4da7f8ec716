from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.gui.yielding_areas import YieldingArea

_LINE = 40  # pixels


def lines(count: int) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for number in range(count):
        label = QLabel(str(number))
        label.setFixedHeight(_LINE)
        column.addWidget(label)
    return inside


def shown_over_a_button(
    qtbot: QtBot, area: YieldingArea, height: int
) -> tuple[QWidget, QPushButton]:
    """The page is kept by who asked for it."""
    page, button = QWidget(), QPushButton("below")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(area, 100)
    column.addWidget(button)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(300, height)
    page.show()
    return page, button


def test_where_there_is_room_it_is_as_high_as_what_is_in_it(qtbot: QtBot) -> None:
    area = YieldingArea(lines(3), least=_LINE)
    page, _button = shown_over_a_button(qtbot, area, 600)
    qtbot.waitUntil(lambda: area.height() == 3 * _LINE)
    assert page.height() == 600


def test_on_a_low_screen_it_scrolls_and_what_is_below_stays_seen(qtbot: QtBot) -> None:
    area = YieldingArea(lines(9), least=_LINE)
    page, button = shown_over_a_button(qtbot, area, 200)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert button.geometry().bottom() <= page.height()
    assert area.height() > _LINE


def test_it_takes_no_more_than_the_room_that_it_is_given(qtbot: QtBot) -> None:
    area = YieldingArea(lines(9), room=lambda: 2 * _LINE)
    page, _button = shown_over_a_button(qtbot, area, 600)
    qtbot.waitUntil(lambda: area.height() == 2 * _LINE)
    assert page.height() == 600
