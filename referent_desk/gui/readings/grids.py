"""The grid itself: arrows go, Space or a click goes on, a letter says what is written there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from referent_desk.domain.acknowledgements import Known, Level
from referent_desk.gui.cell_grids import CLEARING, CellGrid, ShapedDelegate
from referent_desk.gui.readings.models import CELL, IS_TYPED, ReadingModel
from referent_desk.gui.readings.words import taken_back_sentence
from referent_desk.gui.rows_model import Index
from referent_desk.gui.shapes import Shape
from referent_desk.language import _

_NAMES_WIDTH, _COLUMN_WIDTH = 264, 164  # pixels
_HEAD_LINES = 5
_SHAPES = {
    Known.READ: Shape.TICK,
    Known.PRACTISED: Shape.DISC,
    Known.EARLIER: Shape.HOLLOW_TRIANGLE,
}


class CellDelegate(ShapedDelegate):
    """What is not saved yet is bold."""

    column_width = _COLUMN_WIDTH

    def shape_at(self, index: Index) -> Shape | None:
        return _SHAPES.get(index.data(CELL))

    def font_at(self, option: QStyleOptionViewItem, index: Index) -> QFont:
        font = option.font
        font.setBold(bool(index.data(IS_TYPED)))
        return font


class ReadingGrid(CellGrid):
    """`pasted` brings the text of a list of names, `taken_back` what was undone."""

    pasted = Signal(str)
    taken_back = Signal(str)

    def __init__(self, model: ReadingModel) -> None:
        super().__init__(_("Who has read or practised what"))
        self.grid = model
        self.is_editable = True
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.set_heads(_NAMES_WIDTH, _COLUMN_WIDTH, _HEAD_LINES)
        self.clicked.connect(self._take_click)

    def go_to(self, row: int, column: int) -> None:
        if 0 <= row < self.grid.rowCount() and 0 <= column < self.grid.columnCount():
            self.setCurrentIndex(self.grid.index(row, column))
            self.scrollTo(self.currentIndex())

    def show_gaps_only(self, only: bool) -> None:
        for row in range(self.grid.rowCount()):
            self.setRowHidden(row, only and not self.grid.lacks(row))

    def event(self, event: QEvent) -> bool:
        """What is typed and not saved is taken back before what the window did."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._takes_back(event):
            event.accept()
            return True
        return super().event(event)

    def _takes_back(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) and self.grid.can_take_back

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letters are those of the words: `l` and `p` in French, `r` and `p` in English."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QApplication.clipboard().text())
        elif self._takes_back(event):
            row, column = self.grid.take_back()
            self.go_to(row, column)
            reader, taught = self.grid.readers[row], self.grid.register.taught[column]
            self.taken_back.emit(taken_back_sentence(reader, taught))
        elif not index.isValid() or not self.is_editable:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self.grid.cycle(index.row(), index.column())
        elif event.key() in CLEARING:
            self.grid.put(index.row(), index.column(), None)
        elif (level := _level_of(event.text())) is not None:
            self.grid.put(index.row(), index.column(), level)
        else:
            super().keyPressEvent(event)

    def _take_click(self, index: Index) -> None:
        if self.is_editable:
            self.grid.cycle(index.row(), index.column())


def _level_of(letter: str) -> Level | None:
    """Where both words begin alike, the first one holds."""
    typed = letter.casefold()
    if typed and typed == _("read")[:1].casefold():
        return Level.READ
    return Level.PRACTISED if typed and typed == _("practised")[:1].casefold() else None
