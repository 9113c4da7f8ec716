"""The line above a list: the filter, and beside it what goes beneath where it would squeeze it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.gui.filter_fields import FilterField
from referent_desk.gui.wrapping_rows import WrappingRow

LEAST_FILTER = 160  # pixels: two words can be read in it
_LEAST_LINE = 320


class ListHead(QHBoxLayout):
    """What yields most goes beneath first: the filter must hold two words."""

    def __init__(self, field: FilterField, beneath: QBoxLayout | WrappingRow) -> None:
        super().__init__()
        self._beneath = beneath
        self._beside: dict[int, tuple[int, QWidget]] = {}
        field.setMinimumWidth(LEAST_FILTER)
        self.setSpacing(12)
        self.addWidget(field, 1)

    def offer(self, widget: QWidget, *, place: int, yields: int) -> None:
        """`place`: where it stands among the others as one reads."""
        self._beside[place] = (yields, widget)
        before = sum(other < place for other in self._beside)
        self.insertWidget(1 + before, widget)

    def fit(self, width: int) -> None:
        """Lay what is offered out anew for so much room."""
        room = width - LEAST_FILTER
        staying: list[QWidget] = []
        for _yields, widget in sorted(self._beside.values(), key=lambda pair: pair[0]):
            room -= 0 if widget.isHidden() else widget.sizeHint().width() + self.spacing()
            if room >= 0:
                staying.append(widget)
        self._lay_out(staying)

    def _lay_out(self, staying: list[QWidget]) -> None:
        here = beneath = 0
        for _place, (_yields, widget) in sorted(self._beside.items()):
            stays, is_here = widget in staying, self.indexOf(widget) >= 0
            here += stays
            if stays and not is_here:
                self._beneath.removeWidget(widget)
                self.insertWidget(here, widget)
            elif not stays and is_here:
                self.removeWidget(widget)
                self._beneath.insertWidget(beneath, widget)
            beneath += not stays


class HeadLine(QWidget):
    """Such a line over a page of its own: what goes beneath takes as many lines as it needs."""

    def __init__(self, field: FilterField) -> None:
        super().__init__()
        beneath = WrappingRow(spacing=12)
        self._head = ListHead(field, beneath)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addLayout(beneath)
        self.setMinimumWidth(_LEAST_LINE)

    def offer(self, widget: QWidget, *, place: int, yields: int) -> None:
        self._head.offer(widget, place=place, yields=yields)

    def fit(self) -> None:
        self._head.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
