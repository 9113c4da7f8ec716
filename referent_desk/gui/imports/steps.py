"""The steps of the guide, named above it: one goes back to any, and on as far as is settled."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.language import _

_EDGES = 24  # pixels of padding and border on both sides


class StepName(StrEnum):
    FILE = "file"
    SHEET = "sheet"
    TITLES = "titles"
    COLUMNS = "columns"
    LINES = "lines"
    DONE = "done"


class Step(Protocol):
    """A page of the guide."""

    @property
    def widget(self) -> QWidget: ...

    def take_focus(self) -> None:
        """Give the keyboard to what is worked with first."""
        ...


def step_titles() -> Mapping[StepName, str]:
    return {
        StepName.FILE: _("File"),
        StepName.SHEET: _("Sheet"),
        StepName.TITLES: _("Titles"),
        StepName.COLUMNS: _("Columns"),
        StepName.LINES: _("Lines"),
        StepName.DONE: _("Done"),
    }


def _width_in_bold(button: QPushButton) -> int:
    """The step one is at is set in bold: it must not push the others aside."""
    font = QFont(button.font())
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(button.text()) + _EDGES


class StepBar(QWidget):
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Steps of the import"))
        self.buttons: dict[StepName, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, (name, title) in enumerate(step_titles().items(), start=1):
            if number > 1:
                arrow = PlainLabel("›", Look.MUTED)
                arrow.setWordWrap(False)
                layout.addWidget(arrow)
            button = QPushButton(f"{number} {title}")
            button.setProperty("look", "step")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on, n=name: self._choose(n))
            button.setMinimumWidth(_width_in_bold(button))
            self.buttons[name] = button
            layout.addWidget(button)
        layout.addStretch(1)
        self._current = StepName.FILE

    def show_step(self, current: StepName, reachable: frozenset[StepName]) -> None:
        self._current = current
        for name, button in self.buttons.items():
            button.setChecked(name is current)
            button.setEnabled(name is current or name in reachable)
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if name in reachable else Qt.FocusPolicy.NoFocus
            )

    def _choose(self, name: StepName) -> None:
        self.buttons[self._current].setChecked(True)
        self.buttons[name].setChecked(name is self._current)
        if name is not self._current:
            self.chosen.emit(name)
