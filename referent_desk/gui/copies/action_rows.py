"""What can be done with a copy now: the next thing first, as the one marked button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QSizePolicy, QWidget

from referent_desk.gui.copies.actions import Step
from referent_desk.gui.icons import IconButton
from referent_desk.gui.parts import PART
from referent_desk.gui.wrapping_rows import WrappingRow

_ICONS = {Step.REPLACE: "printer", Step.WHOLE: "printer", Step.CONFIRM: "check", Step.FILE: "check"}


@dataclass(frozen=True, slots=True)
class Offered:
    step: Step
    text: str
    press: Callable[[], None]


class ActionRow(QWidget):
    """Buttons stay, with the keyboard on them, as long as the same is offered in the same order."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Step, IconButton] = {}
        self._presses: dict[Step, Callable[[], None]] = {}
        self._is_urgent = False
        self.setProperty(PART, "next")  # the keyboard goes to the first of them
        self._row = WrappingRow(self)
        self._row.setContentsMargins(0, 8, 0, 0)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_actions(self, offered: tuple[Offered, ...], *, is_urgent: bool) -> None:
        """The first one is marked where it is what is to be done."""
        steps = [action.step for action in offered]
        if steps != list(self.buttons) or is_urgent is not self._is_urgent:
            self._make_anew(steps, is_urgent)
        for action in offered:
            self._presses[action.step] = action.press
            self.buttons[action.step].setText(action.text)
        self.setVisible(bool(offered))

    def _make_anew(self, steps: list[Step], is_urgent: bool) -> None:
        """In the order in which they stand, for the keyboard too."""
        held = next((step for step, button in self.buttons.items() if button.hasFocus()), None)
        while self._row.count():
            self._row.takeAt(0)
        before, self.buttons, self._is_urgent = self.buttons, {}, is_urgent
        last: QWidget = self
        for place, step in enumerate(steps):
            button = self._make(step, is_urgent and place == 0)
            self._row.addWidget(button)
            button.show()
            QWidget.setTabOrder(last, button)
            last = button
        if held is not None and steps:
            self.buttons.get(held, self.buttons[steps[0]]).setFocus()
        for gone in before.values():
            gone.hide()
            gone.deleteLater()

    def _make(self, step: Step, main: bool) -> IconButton:
        button = IconButton("", _ICONS[step], main=main, parent=self)
        button.setProperty(PART, step.value)
        button.clicked.connect(lambda _on: self._presses[step]())
        self.buttons[step] = button
        return button
