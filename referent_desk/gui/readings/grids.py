"""The grid itself: arrows go, Space or a click goes on, a letter says what is written there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from referent_desk.domain.acknowledgements import Known, Level
from referent_desk.gui.readings.models import CELL, IS_TYPED, ReadingModel
from referent_desk.gui.readings.words import taken_back_sentence
from referent_desk.gui.row_delegates import PADDING, row_height
from referent_desk.gui.rows_model import Index
from referent_desk.gui.shapes import SIDE, Shape, paint_shape
from referent_desk.gui.themes import theme_of
from referent_desk.language import _

_NAMES_WIDTH, _COLUMN_WIDTH = 264, 164  # pixels
_HEAD_LINES, _HEAD_MARGIN = 5, 10  # the margin in pixels
_SHAPES = {
    Known.READ: Shape.TICK,
    Known.PRACTISED: Shape.DISC,
    Known.EARLIER: Shape.HOLLOW_TRIANGLE,
}
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Minus)


class CellDelegate(QStyledItemDelegate):
    """A shape before its word; what is not saved yet is bold."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = theme_of(QApplication.palette())
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        known, is_typed = index.data(CELL), bool(index.data(IS_TYPED))
        painter.save()
        if is_selected:
            painter.fillRect(option.rect, QColor(theme.selection))
        painter.setPen(QColor(theme.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        inner = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        plain = theme.text if known in _SHAPES else theme.muted
        colour = QColor(theme.selection_text if is_selected else plain)
        shape = _SHAPES.get(known)
        if shape is not None:
            top = inner.y() + (inner.height() - SIDE) / 2
            paint_shape(painter, shape, QRectF(inner.x(), top, SIDE, SIDE), colour)
        inner.setLeft(inner.left() + SIDE + PADDING)
        font = option.font
        font.setBold(is_typed)
        painter.setFont(font)
        painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(side), str(index.data() or ""))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(_COLUMN_WIDTH, row_height(option.fontMetrics))


class ReadingGrid(QTableView):
    """`pasted` brings the text of a list of names, `taken_back` what was undone."""

    pasted = Signal(str)
    taken_back = Signal(str)

    def __init__(self, model: ReadingModel) -> None:
        super().__init__()
        self.grid = model
        self.is_editable = True
        self.setModel(model)
        self.setAccessibleName(_("Who has read or practised what"))
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._set_heads()
        self.clicked.connect(self._take_click)

    def _set_heads(self) -> None:
        names, titles = self.verticalHeader(), self.horizontalHeader()
        names.setFixedWidth(_NAMES_WIDTH)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setDefaultSectionSize(row_height(self.fontMetrics()))
        names.setHighlightSections(False)
        names.setSectionsClickable(False)
        titles.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        titles.setDefaultSectionSize(_COLUMN_WIDTH)
        titles.setFixedHeight(self.fontMetrics().lineSpacing() * _HEAD_LINES + _HEAD_MARGIN)
        titles.setHighlightSections(False)
        titles.setSectionsClickable(False)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        titles.setDefaultAlignment(side | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value))

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
        elif event.key() in _CLEARING:
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
