"""Grids: heads that stay, one cell at a time, in most a shape before its word."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from referent_desk.gui.row_delegates import PADDING, row_height
from referent_desk.gui.rows_model import Index
from referent_desk.gui.shapes import SIDE, Shape, paint_shape
from referent_desk.gui.themes import theme_of

CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Minus)
_HEAD_MARGIN = 10  # pixels
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ShapedDelegate(QStyledItemDelegate):
    """A shape before its word; a cell without a shape is muted."""

    column_width = 0  # pixels

    def shape_at(self, _index: Index) -> Shape | None:
        return None

    def font_at(self, option: QStyleOptionViewItem, _index: Index) -> QFont:
        return option.font

    def text_at(self, _option: QStyleOptionViewItem, index: Index, _width: int) -> str:
        return str(index.data() or "")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = theme_of(QApplication.palette())
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_selected:
            painter.fillRect(option.rect, QColor(theme.selection))
        painter.setPen(QColor(theme.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        inner: QRect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        shape = self.shape_at(index)
        plain = theme.text if shape is not None else theme.muted
        colour = QColor(theme.selection_text if is_selected else plain)
        if shape is not None:
            top = inner.y() + (inner.height() - SIDE) / 2
            paint_shape(painter, shape, QRectF(inner.x(), top, SIDE, SIDE), colour)
        inner.setLeft(inner.left() + SIDE + PADDING)
        painter.setFont(self.font_at(option, index))
        painter.setPen(colour)
        painter.drawText(inner, int(_LEFT), self.text_at(option, index, inner.width()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self.column_width, row_height(option.fontMetrics))


class CellGrid(QTableView):
    """One cell is chosen, never a row; Tab leaves the grid."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)

    def set_heads(self, names_width: int, column_width: int, lines: int) -> None:
        """Widths in pixels; the titles of the columns have room for that many lines."""
        names, titles = self.verticalHeader(), self.horizontalHeader()
        names.setFixedWidth(names_width)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        names.setDefaultSectionSize(row_height(self.fontMetrics()))
        titles.setDefaultSectionSize(column_width)
        titles.setFixedHeight(self.fontMetrics().lineSpacing() * lines + _HEAD_MARGIN)
        for head in (names, titles):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setHighlightSections(False)
            head.setSectionsClickable(False)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        titles.setDefaultAlignment(side | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value))
