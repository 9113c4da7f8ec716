from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from referent_desk.gui.welcome_pages import WelcomePage


@pytest.mark.parametrize("width", [500, 911, 1366])
def test_the_first_words_are_read_whole_beside_the_help_too(qtbot: QtBot, width: int) -> None:
    page = WelcomePage()
    qtbot.addWidget(page)
    page.resize(width, 400)
    page.show()
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    column = _column(area)
    assert abs(column.width() - min(width, 640)) <= 2
    assert abs(column.left() - (page.width() - 1 - column.right())) <= 2, "in the middle"


def _column(area: QScrollArea) -> QRect:
    page = area.widget()
    layout = page.layout() if page is not None else None
    item = layout.itemAt(1) if layout is not None else None
    assert item is not None
    return item.geometry()
