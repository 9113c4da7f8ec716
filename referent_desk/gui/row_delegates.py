"""How a cell is drawn: one left edge with its header, shape before word, cut with an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from referent_desk.gui.colour_dots import DOT_SIDE, paint_dot
from referent_desk.gui.labels import tooltip
from referent_desk.gui.rows_model import Role
from referent_desk.gui.shapes import SIDE, paint_shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import theme_of

PADDING = 8  # pixels left and right of a cell's text; the style sheet gives headers the same
_FOCUS_BAR = 4
Index = QModelIndex | QPersistentModelIndex


def row_height(metrics: QFontMetrics) -> int:
    return max(36, metrics.height() + 16)


class RowDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = theme_of(QApplication.palette())
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = QRect(option.rect)
        painter.save()
        if is_selected or is_hovered:
            painter.fillRect(box, QColor(theme.selection if is_selected else theme.hover))
        painter.setPen(QColor(theme.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if is_selected and index.column() == 0 and self._has_focus(option):
            painter.fillRect(
                QRect(box.x(), box.y(), _FOCUS_BAR, box.height()), QColor(theme.accent)
            )
        inner = box.adjusted(PADDING, 0, -PADDING, 0)
        state = index.data(Role.STATE)
        if isinstance(state, State):
            colour = QColor(theme.selection_text if is_selected else theme.tone(state.tone))
            if is_selected and theme.selection != theme.accent:
                colour = QColor(theme.tone(state.tone))
            top = inner.y() + (inner.height() - SIDE) / 2
            paint_shape(painter, state.shape, QRectF(inner.x(), top, SIDE, SIDE), colour)
            inner.setLeft(inner.left() + SIDE + PADDING)
        if dot := index.data(Role.DOT):
            paint_dot(painter, dot, inner.x() - 2, inner.y() + inner.height() / 2)
            inner.setLeft(inner.left() + DOT_SIDE + PADDING)
        painter.setPen(QColor(theme.selection_text if is_selected else theme.text))
        painter.setFont(option.font)
        self.draw_text(painter, inner, index)
        painter.restore()

    def draw_text(self, painter: QPainter, inner: QRect, index: Index) -> None:
        text = painter.fontMetrics().elidedText(
            str(index.data() or ""), index.data(Role.ELIDE), inner.width()
        )
        painter.drawText(inner, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = str(index.data() or "")
        width = option.fontMetrics.horizontalAdvance(text) + 2 * PADDING
        shape = SIDE + PADDING if isinstance(index.data(Role.STATE), State) else 0
        dot = DOT_SIDE + PADDING if index.data(Role.DOT) else 0
        return QSize(width + shape + dot, row_height(option.fontMetrics))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The whole text, where the cell had no room for it."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        if self.sizeHint(option, index).width() > option.rect.width():
            QToolTip.showText(event.globalPos(), tooltip(str(index.data())), view)
        else:
            QToolTip.hideText()
        return True

    @staticmethod
    def _has_focus(option: QStyleOptionViewItem) -> bool:
        view = option.widget
        return view is not None and view.hasFocus()
