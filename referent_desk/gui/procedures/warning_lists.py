"""What would be hard to follow, each leading to its place; it never keeps anybody from anything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from referent_desk.domain.draft_warnings import DraftWarning, Part
from referent_desk.domain.procedures import Step
from referent_desk.domain.step_marks import step_marks
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel, escaped_mnemonic
from referent_desk.gui.procedures.edit_histories import Spot
from referent_desk.gui.procedures.words import warning_sentence
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.themes import Tone
from referent_desk.language import ngettext

_MOST_SHOWN = 30
_HIGHEST = 132  # pixels: three warnings and the edge of the next
_FIELDS = {"unknown_form": "forms", "unknown_means": "means"}


class WarningList(QWidget):
    """`followed` tells the place of a warning."""

    followed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heading = PlainLabel("", Look.STRONG)
        self.buttons: list[IconButton] = []
        self._said: tuple[str, ...] = ()
        box = QFrame()
        box.setProperty("look", "page")
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setProperty("look", "detail")
        self._area.setWidget(box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self._area)
        self.hide()

    def show_warnings(self, warnings: Sequence[DraftWarning], steps: Sequence[Step]) -> None:
        marks = step_marks(steps)
        said = tuple(warning_sentence(w, _mark(w, marks)) for w in warnings)
        if said == self._said:
            return
        self._said = said
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons.clear()
        for warning, sentence in list(zip(warnings, said, strict=True))[:_MOST_SHOWN]:
            self._add(warning, sentence)
        self.heading.say(
            ngettext(
                "{count} thing to look at; it prints all the same",
                "{count} things to look at; it prints all the same",
                len(said),
            ).format(count=len(said))
        )
        self._area.setFixedHeight(min(_HIGHEST, 40 * len(self.buttons) + 8))
        self.setVisible(bool(said))

    def _add(self, warning: DraftWarning, sentence: str) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(4, 0, 4, 0)
        line.setSpacing(8)
        line.addWidget(ShapeMark(Shape.TRIANGLE, Tone.WARNING))
        button = IconButton(escaped_mnemonic(sentence))
        button.setProperty("look", "link")
        spot = Spot(warning.part, warning.row, _FIELDS.get(warning.code, ""))
        button.clicked.connect(lambda _on: self.followed.emit(spot))
        line.addWidget(button)
        line.addStretch(1)
        self._column.addWidget(row)
        self.buttons.append(button)


def _mark(warning: DraftWarning, marks: Sequence[str]) -> str:
    """A step below another is named with the number that it stands under."""
    if warning.part is not Part.STEPS or warning.row >= len(marks):
        return ""
    own = marks[warning.row]
    number = next((m for m in reversed(marks[: warning.row + 1]) if m.isdigit()), "")
    return own if own == number else f"{number}\u00a0{own}".strip()
