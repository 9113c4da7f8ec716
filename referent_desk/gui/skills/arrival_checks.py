"""The list of one newcomer: each line is ticked at once, and says when and by whom it was."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from referent_desk.domain.arrivals import Arrival, ArrivalItem
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.wordings import short_day
from referent_desk.gui.wrapping_ticks import WrappingTick
from referent_desk.language import _

_WIDEST = 640  # pixels of a line: beside it stands when it was done


class ArrivalChecks(QWidget):
    """`ticked` brings the line and whether it is done."""

    ticked = Signal(str, bool)

    def __init__(self, *, is_editable: bool) -> None:
        super().__init__()
        self._is_editable = is_editable
        self.boxes: dict[str, QCheckBox] = {}
        self._ticks: dict[str, WrappingTick] = {}
        self._said: dict[str, PlainLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 1)

    def settle(self) -> None:
        return None

    def let_go(self) -> None:
        return None

    def show_list(self, items: tuple[ArrivalItem, ...], arrival: Arrival) -> None:
        """Lines that are still there stay, with the keyboard."""
        wanted = [item.id for item in items]
        for gone in self.boxes.keys() - set(wanted):
            del self.boxes[gone]
            for widget in (self._ticks.pop(gone), self._said.pop(gone)):
                widget.hide()
                widget.deleteLater()
        before: QCheckBox | None = None
        for row, item in enumerate(items):
            box = self._box(item, row)
            tick = arrival.ticks.get(item.id)
            box.blockSignals(True)
            box.setChecked(tick is not None)
            box.blockSignals(False)
            said = ""
            if tick is not None:
                said = _("{day}, {who}") if tick.who else "{day}"
                said = said.format(day=short_day(tick.day), who=tick.who)
            self._said[item.id].say(said)
            box.setAccessibleDescription(said or _("not done yet"))
            if before is not None:
                QWidget.setTabOrder(before, box)
            before = box

    def _box(self, item: ArrivalItem, row: int) -> QCheckBox:
        if item.id not in self.boxes:
            box = QCheckBox()
            box.setEnabled(self._is_editable)
            box.toggled.connect(lambda on, key=item.id: self.ticked.emit(key, on))
            self.boxes[item.id], self._ticks[item.id] = box, WrappingTick(box)
            self._ticks[item.id].setMaximumWidth(_WIDEST)
            self._said[item.id] = PlainLabel("", Look.MUTED)
        self._ticks[item.id].say(item.what)
        for column, widget in enumerate((self._ticks[item.id], self._said[item.id])):
            self._grid.addWidget(widget, row, column)
        return self.boxes[item.id]
