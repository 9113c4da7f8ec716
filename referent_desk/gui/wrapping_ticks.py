"""A box to tick whose words go on beneath one another; a click on the words ticks too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from referent_desk.gui.labels import breakable


class _Words(QLabel):
    def __init__(self, button: QAbstractButton) -> None:
        super().__init__()
        self._button = button
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_here = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and is_here:
            self._button.click()


class WrappingTick(QWidget):
    """`button` is a box or a round one without a text of its own."""

    def __init__(self, button: QAbstractButton, text: str = "") -> None:
        super().__init__()
        self.button = button
        self.words = _Words(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)  # the frame of the one in focus touches no word
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.say(text)

    def say(self, text: str) -> None:
        self.words.setText(breakable(text))
        self.button.setAccessibleName(text)
