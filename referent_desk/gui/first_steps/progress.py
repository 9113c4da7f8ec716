"""Where one stands among the steps: all of them named, the present one in bold."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.themes import Tone
from referent_desk.language import _


class StepsBar(QWidget):
    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.said: list[str] = []
        self.show_step(0)

    def show_step(self, present: int) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, name in enumerate(self._names):
            self._add(place, name, present)
        self._row.addStretch(1)
        self.setAccessibleName(
            _("Step {step} of {count}: {name}").format(
                step=present + 1, count=len(self._names), name=self._names[present]
            )
        )

    def _add(self, place: int, name: str, present: int) -> None:
        mark = ShapeMark(
            Shape.TICK if place < present else Shape.DISC if place == present else Shape.RING,
            Tone.GOOD if place < present else Tone.NEUTRAL,
            self,
        )
        text = _("{step}. {name}").format(step=place + 1, name=name)
        label = PlainLabel(text, Look.STRONG if place == present else Look.MUTED, self)
        label.setWordWrap(False)
        self._row.addWidget(mark)
        self._row.addWidget(label)
        self._row.addSpacing(16)
