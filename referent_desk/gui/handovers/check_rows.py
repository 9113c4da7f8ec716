"""The list of what is handed over: each tick is saved at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from referent_desk.domain.handovers import HandoverItem
from referent_desk.gui.wordings import sentence_case, short_day
from referent_desk.gui.wrapping_ticks import WrappingTick
from referent_desk.language import _, spoken
from referent_desk.words.handovers import item_text

_COLUMNS = 2
"""So that the whole list is seen beside the fields on a small screen."""


class CheckRows(QWidget):
    """`tick` is given the item and whether it was done."""

    def __init__(self, tick: Callable[[str, bool], None]) -> None:
        super().__init__()
        self._tick = tick
        self.ticks: dict[str, WrappingTick] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setHorizontalSpacing(24)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def show_items(self, items: tuple[HandoverItem, ...], possible: bool) -> None:
        for item in items:
            tick = self.ticks.get(item.id) or self._add(item.id)
            words = sentence_case(item_text(item, spoken()))
            if item.done_on is not None:
                words = _("{what} – {day}").format(what=words, day=short_day(item.done_on))
            tick.say(words)
            tick.button.blockSignals(True)
            tick.button.setChecked(item.done_on is not None)
            tick.button.blockSignals(False)
            tick.setEnabled(possible)

    def _add(self, item_id: str) -> WrappingTick:
        box = QCheckBox()
        box.toggled.connect(lambda on: self._tick(item_id, on))
        tick = self.ticks[item_id] = WrappingTick(box)
        row, column = divmod(len(self.ticks) - 1, _COLUMNS)
        self._grid.addWidget(tick, row, column, Qt.AlignmentFlag.AlignTop)
        return tick
