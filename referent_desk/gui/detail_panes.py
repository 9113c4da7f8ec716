"""The right half of a tab: one thing read from top to bottom, headings by weight, plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.procedures import DEEPEST_LEVEL, Step
from referent_desk.gui.columns import Column
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.places import Place
from referent_desk.gui.row_tables import LinesTable
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import sentence_case
from referent_desk.language import _

# Pixels of a line of steps: its mark, who does it, and how far in the levels below begin.
_GAP = 8
_MARK_WIDTH = 20
_WHO_WIDTH = 112
_BELOW = _MARK_WIDTH + _WHO_WIDTH + 2 * _GAP
_INDENT = 24
_LABEL_WIDTH = 168  # pixels of the names of facts


class DetailPane(QScrollArea):
    """Filled anew for each thing that is shown; `followed` tells which place a row led to."""

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("look", "detail")
        self.setAccessibleName(_("Detail"))
        self.verticalScrollBar().setSingleStep(24)
        self._column: QVBoxLayout
        self.clear()

    def clear(self) -> None:
        """Nothing is shown: no sheet lies there either."""
        self._lay_sheet(False)
        self._begin_page()

    def begin(self) -> None:
        self._lay_sheet(True)
        self._begin_page()

    def _lay_sheet(self, filled: bool) -> None:
        if self.property("filled") is not filled:
            self.setProperty("filled", filled)
            self.style().polish(self)

    def _begin_page(self) -> None:
        page = QWidget()
        page.setProperty("look", "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(24, 16, 24, 24)
        self._column.setSpacing(4)
        self.setWidget(page)

    def end(self) -> None:
        """Nothing more comes: what there is stands at the top."""
        self._column.addStretch(1)

    def add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()

    def title(self, text: str, state: State | None = None) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(text, Look.TITLE), 1)
        if state is not None:
            mark = QHBoxLayout()
            mark.setContentsMargins(0, 4, 0, 0)
            mark.setSpacing(4)
            mark.addWidget(ShapeMark(state.shape, state.tone))
            word = PlainLabel(state.word, Look.STRONG)
            word.setWordWrap(False)
            mark.addWidget(word)
            row.addLayout(mark)
            row.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def muted(self, text: str) -> None:
        if text:
            self.add(PlainLabel(text, Look.MUTED))

    def text(self, text: str) -> None:
        if text:
            self.add(PlainLabel(text))

    def heading(self, text: str) -> None:
        self._column.addSpacing(12)
        self.add(PlainLabel(text, Look.HEADING))

    def notice(self, text: str, tone: Tone = Tone.WARNING, shape: Shape = Shape.TRIANGLE) -> None:
        self._column.addSpacing(4)
        self.add(NoticeBar(text, tone, shape))

    def gap(self) -> None:
        self._column.addSpacing(8)

    def section(self, heading: str, paragraphs: Iterable[str]) -> None:
        """Nothing at all where there is nothing to say."""
        said = [paragraph for paragraph in paragraphs if paragraph]
        if said:
            self.heading(heading)
            for paragraph in said:
                self.text(paragraph)

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Names and values in two columns; a value that nobody knows is left out."""
        known = [(name, value) for name, value in pairs if value]
        if not known:
            return
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(known):
            label = PlainLabel(sentence_case(name), Look.MUTED)
            label.setFixedWidth(_LABEL_WIDTH)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(PlainLabel(value), row, 1, Qt.AlignmentFlag.AlignTop)
        self.add(box)

    def button(self, text: str, press: Callable[[], None], icon_name: str = "") -> None:
        self._column.addSpacing(12)
        button = IconButton(text, icon_name)
        button.clicked.connect(lambda _checked: press())
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def lines(
        self,
        name: str,
        columns: tuple[Column, ...],
        rows: tuple[Any, ...],
        leads_to: Callable[[Any], Place | None],
    ) -> None:
        """A table as high as its rows; a double click or Enter goes where the row leads."""
        table = LinesTable(name, columns, rows)

        def follow(row: Any) -> None:
            place = leads_to(row)
            if place is not None:
                self.followed.emit(place)

        def keep_in_sight(_row: Any) -> None:
            corner = table.visualRect(table.currentIndex()).center()
            page = self.widget()
            if page is not None:
                spot = table.viewport().mapTo(page, QPoint(0, corner.y()))
                self.ensureVisible(0, spot.y(), 0, 56)

        table.row_followed.connect(follow)
        table.row_chosen.connect(keep_in_sight)
        self.add(table)

    def steps(self, steps: tuple[Step, ...]) -> None:
        """Numbered as on paper, each level indented: who, what, with which form, where it goes."""
        box = QFrame()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (mark, step) in enumerate(zip(step_marks(steps), steps, strict=True)):
            _add_step(grid, row, mark, step)
        self.add(box)


def step_marks(steps: Iterable[Step]) -> list[str]:
    """As on paper: `1 2 a b – 3`; letters begin again under each number."""
    marks = []
    number = letter = 0
    for step in steps:
        if step.level <= 1 or number == 0:
            number, letter = number + 1, 0
            marks.append(str(number))
        elif step.level == 2:
            letter += 1
            marks.append(chr(ord("a") + (letter - 1) % 26) * (1 + (letter - 1) // 26))
        else:
            marks.append("–")
    return marks


def _add_step(grid: QGridLayout, row: int, mark: str, step: Step) -> None:
    """A step below another stands under what that one does, a level further in."""
    deeper = min(max(step.level, 1), DEEPEST_LEVEL) - 1 if not mark.isdigit() else 0
    line = QHBoxLayout()
    line.setContentsMargins(_BELOW + _INDENT * (deeper - 1) if deeper else 0, 0, 0, 0)
    line.setSpacing(_GAP)
    count = PlainLabel(mark, Look.MUTED if deeper else Look.STRONG)
    count.setWordWrap(False)
    count.setMinimumWidth(_MARK_WIDTH)
    line.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
    if step.who or not deeper:
        who = PlainLabel(step.who, Look.STRONG)
        who.setFixedWidth(_WHO_WIDTH)
        line.addWidget(who, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(PlainLabel(step.what))
    if step.where:
        where = _("Goes to: {place}").format(place=step.where)
        words.addWidget(PlainLabel(where, Look.MUTED))
    words.addStretch(1)
    line.addLayout(words, 1)
    grid.addLayout(line, row, 0, 1, 2)
    forms = PlainLabel("\n".join(step.forms), Look.MUTED)
    forms.setWordWrap(False)
    grid.addWidget(forms, row, 2, Qt.AlignmentFlag.AlignTop)
