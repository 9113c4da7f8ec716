from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.gui.wrapping_rows import WrappingRow


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    row = WrappingRow()
    for text in ("Show the department", "Move up", "Take this number out"):
        row.addWidget(QPushButton(text))
    column.addLayout(row)
    column.addStretch(1)
    qtbot.addWidget(page)
    return page


def shown(page: QWidget, width: int) -> list[QPushButton]:
    page.resize(width, 300)
    page.show()
    return page.findChildren(QPushButton)


def test_what_has_room_stands_on_one_line(page: QWidget) -> None:
    buttons = shown(page, 900)
    assert len({b.y() for b in buttons}) == 1
    assert [b.x() for b in buttons] == sorted(b.x() for b in buttons)


def test_a_label_stands_in_the_middle_of_the_buttons_beside_it(qtbot: QtBot) -> None:
    page = QWidget()
    row = WrappingRow(page)
    button, label = QPushButton("Print"), QLabel("Paper")
    for widget in (label, button):
        row.addWidget(widget)
    qtbot.addWidget(page)
    page.resize(300, 60)
    page.show()
    assert label.height() < button.height()
    assert abs(label.geometry().center().y() - button.geometry().center().y()) <= 1


def test_what_has_no_room_goes_to_the_next_line_and_is_never_cut(page: QWidget) -> None:
    wide = max(b.sizeHint().width() for b in page.findChildren(QPushButton))
    buttons = shown(page, wide + 4)
    assert len({b.y() for b in buttons}) == 3
    assert all(b.x() + b.width() <= page.width() for b in buttons)
    assert all(b.width() >= b.sizeHint().width() for b in buttons)


def test_the_room_around_it_is_kept(page: QWidget) -> None:
    row = page.findChild(WrappingRow)
    assert isinstance(row, WrappingRow)
    row.setContentsMargins(0, 8, 0, 0)
    alone = shown(page, 900)
    assert {b.y() for b in alone} == {8}


def test_it_asks_for_the_room_of_its_widest_item_only(page: QWidget) -> None:
    wide = max(b.minimumSizeHint().width() for b in page.findChildren(QPushButton))
    assert page.minimumSizeHint().width() == wide
