"""Stands where rows would be: why there are none, and a button for what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.gui.empty_texts import EmptyText, step_icon, step_text
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.wrapping_rows import WrappingRow


class EmptyPage(QWidget):
    step_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.why = PlainLabel("", Look.STRONG)
        self.next_step = PlainLabel("", Look.MUTED)
        self.buttons: list[IconButton] = []
        self._row = WrappingRow()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addWidget(self.why)
        layout.addWidget(self.next_step)
        layout.addLayout(self._row)
        layout.addStretch(1)

    def say(self, text: EmptyText) -> None:
        self.why.say(text.why)
        self.next_step.say(text.next_step)
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for step in text.steps:
            button = IconButton(step_text(step), step_icon(step), parent=self)
            button.clicked.connect(lambda _checked, s=step: self.step_asked.emit(s))
            self._row.addWidget(button)
            button.show()
            self.buttons.append(button)

    def take_focus(self) -> bool:
        """Whether there is something to press."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self.buttons)
