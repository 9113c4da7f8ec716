"""The right half of a tab: one thing read from top to bottom, headings by weight, plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from referent_desk.domain.procedures import Step
from referent_desk.domain.records import Record
from referent_desk.gui.columns import Column
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.kept_pages import KeptPage
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.parts import PART
from referent_desk.gui.places import Place
from referent_desk.gui.record_editors import RecordEditor, said_facts
from referent_desk.gui.row_tables import LinesTable
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.states import State
from referent_desk.gui.step_rows import StepRows
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import sentence_case
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _

_LABEL_WIDTH = 168  # pixels of the names of facts


class PaneButton(IconButton):
    """Stays while the page around it is shown anew; does what it was last told."""

    def __init__(self, text: str, icon_name: str) -> None:
        super().__init__(text, icon_name)
        self._press: Callable[[], None] = lambda: None
        self.clicked.connect(lambda _checked: self._press())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def does(self, press: Callable[[], None]) -> None:
        self._press = press


class DetailPane(KeptPage):
    """`followed` tells which place a row led to."""

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Detail"))
        self.verticalScrollBar().setSingleStep(24)
        self._leads: dict[QWidget, Callable[[Any], Place | None]] = {}

    def edit(
        self, record: Record, editing: Editing, names: tuple[str, ...] = ()
    ) -> RecordEditor | None:
        """The fields of a record, edited in place; only read where nothing can be saved."""
        if not editing.is_possible:
            self.facts(said_facts(record, names))
            return None

        def make() -> RecordEditor:
            made = RecordEditor(record, editing, names)
            made.followed.connect(self.followed)
            return made

        editor = self.keep(f"{record.kind}:{record.id}:{' '.join(names)}", make)
        editor.show_record(record)
        return editor

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

    def button(
        self, text: str, press: Callable[[], None], icon_name: str = "", part: str = ""
    ) -> QWidget:
        """`part` is the name by which other tabs lead here; see `parts`."""
        self.buttons(((text, press, icon_name),))
        made = self.kept(f"button:{text}")
        assert made is not None
        made.setProperty(PART, part)
        return made

    def buttons(self, offered: Iterable[tuple[str, Callable[[], None], str]]) -> None:
        """Buttons beside one another, each a text, what it does, and an icon's name or nothing."""
        self._column.addSpacing(12)
        row = WrappingRow()
        for text, press, icon_name in offered:
            button = self.keep(f"button:{text}", partial(PaneButton, text, icon_name))
            self._column.removeWidget(button)
            button.does(press)
            row.addWidget(button)
        self._column.addLayout(row)

    def lines(
        self,
        name: str,
        columns: tuple[Column, ...],
        rows: tuple[Any, ...],
        leads_to: Callable[[Any], Place | None],
    ) -> LinesTable:
        """A table as high as its rows; a double click or Enter goes where the row leads."""
        made: list[LinesTable] = []

        def make() -> LinesTable:
            made.append(LinesTable(name, columns, rows))
            return made[0]

        table = self.keep(f"lines:{name}", make)
        if not made:
            table.show_rows(columns, rows)
        else:
            table.row_chosen.connect(lambda _row: self._keep_in_sight(table))
            table.row_followed.connect(lambda row: self._follow(table, row))
        self._leads[table] = leads_to
        return table

    def _follow(self, table: LinesTable, row: Any) -> None:
        place = self._leads[table](row)
        if place is not None:
            self.followed.emit(place)

    def _keep_in_sight(self, table: LinesTable) -> None:
        page = self.widget()
        if page is not None and self.updatesEnabled():
            centre = table.visualRect(table.currentIndex()).center()
            spot = table.viewport().mapTo(page, QPoint(0, centre.y()))
            self.ensureVisible(0, spot.y(), 0, 56)

    def steps(self, steps: tuple[Step, ...]) -> None:
        """Numbered as on paper, each level indented: who, what, with which form, where it goes."""
        self.add(StepRows(steps))
