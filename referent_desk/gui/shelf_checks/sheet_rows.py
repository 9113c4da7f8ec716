"""The sheets of a check, one below the other: which one is looked at, what was found of each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from referent_desk.gui.labels import PlainLabel, escaped_mnemonic, show_tip
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.shelf_checks.words import NOT_READ
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.language import _

_LEAST_NAME, _LEAST_STATE = 160, 130  # pixels


class SheetButton(QPushButton):
    """Code and title, cut where there is no room; the one that is looked at stays pressed."""

    def __init__(self, code: str, title: str) -> None:
        super().__init__()
        self._whole = f"{code}  {title}"
        self.setProperty("look", "answer")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(f"{code} {title}")
        show_tip(self, self._whole)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_NAME, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_NAME, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In bold, as the one that is looked at is written, no more fits than this."""
        room = max(self.width() - 24, _LEAST_NAME - 24)
        bold = QFont(self.font())
        bold.setBold(True)
        elided = QFontMetrics(bold).elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(escaped_mnemonic(elided))


class SheetRows(QScrollArea):
    """`chosen` carries the place of a sheet that the reader wants to go to."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[SheetButton] = []
        self.words: list[PlainLabel] = []
        self._marks: list[ShapeMark] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("look", "cards")

    def show_sheets(self, sheets: Iterable[tuple[str, str]]) -> None:
        """Code and title of each."""
        page = QWidget()
        page.setProperty("look", "cards")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        card = QFrame()
        card.setProperty("look", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        grid.setColumnMinimumWidth(2, _LEAST_STATE)
        self.buttons, self.words, self._marks = [], [], []
        for row, (code, title) in enumerate(sheets):
            self._add(grid, row, code, title)
        column.addWidget(card)
        column.addStretch(1)
        self.setWidget(page)

    def _add(self, grid: QGridLayout, row: int, code: str, title: str) -> None:
        mark, button, word = (
            ShapeMark(Shape.RING, Tone.NEUTRAL),
            SheetButton(code, title),
            PlainLabel(""),
        )
        button.clicked.connect(lambda _on: self._choose(row))
        for place, widget in enumerate((mark, button, word)):
            grid.addWidget(widget, row, place)
        self._marks.append(mark)
        self.buttons.append(button)
        self.words.append(word)

    def _choose(self, row: int) -> None:
        self.mark(row)
        self.chosen.emit(row)

    def mark(self, present: int | None) -> None:
        """Which one is looked at now."""
        for row, button in enumerate(self.buttons):
            button.setChecked(row == present)
        if present is not None:
            self.ensureWidgetVisible(self.buttons[present], 0, 24)

    def show_state(self, row: int, state: State) -> None:
        self._marks[row].show_shape(state.shape, state.tone)
        self.words[row].say(state.word)
        said = state.word or _("not read yet")
        self.buttons[row].setAccessibleDescription(said)

    def clear_states(self) -> None:
        for row in range(len(self.buttons)):
            self.show_state(row, NOT_READ)
