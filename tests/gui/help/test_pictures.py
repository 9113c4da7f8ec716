from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from referent_desk.domain.manuals import Picture
from referent_desk.gui.help.pictures import PictureButton

WORDS = "The window, with <b>all</b> its tabs."


@pytest.fixture
def button(qtbot: QtBot, tmp_path: Path) -> PictureButton:
    whole = QPixmap(1366, 768)
    whole.fill(Qt.GlobalColor.white)
    whole.save(str(tmp_path / "screen.png"))
    made = PictureButton(Picture(tmp_path / "screen.png", WORDS))
    qtbot.addWidget(made)
    made.resize(320, made.heightForWidth(320))
    made.show()
    return made


def test_a_picture_keeps_its_shape_and_says_what_it_shows(button: PictureButton) -> None:
    assert button.height() == 320 * 768 // 1366
    assert button.accessibleName() == WORDS
    assert "full size" in button.accessibleDescription()


def test_the_keyboard_shows_it_whole_and_escape_goes_back(
    qtbot: QtBot, button: PictureButton
) -> None:
    dialog = button.enlarge()
    shown = next(x for x in dialog.findChildren(QLabel) if not x.pixmap().isNull())
    assert (shown.pixmap().width(), shown.pixmap().height()) == (1366, 768)
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
