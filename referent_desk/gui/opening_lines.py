"""Lines that open: what stands beneath one is seen when it is asked for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QToolTip, QWidget

from referent_desk.gui.columns import Column
from referent_desk.gui.labels import tooltip
from referent_desk.gui.row_delegates import PADDING, row_height
from referent_desk.gui.row_tables import column_widths
from referent_desk.gui.shapes import SIDE, paint_shape
from referent_desk.gui.themes import theme_of
from referent_desk.language import _

ARROW_ROOM = 24  # pixels before the first column
_FOCUS_BAR = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHUTTING = (Qt.Key.Key_Left, Qt.Key.Key_Escape)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def cell_boxes(columns: tuple[Column, ...], box: QRect) -> list[QRect]:
    """Where each column stands in a line; an empty box for one that had to go."""
    left = box.x() + ARROW_ROOM
    boxes = []
    for width in column_widths(columns, max(box.width() - ARROW_ROOM, 1)):
        boxes.append(QRect(left, box.y(), width, box.height()))
        left += width
    return boxes


class LinesHeader(QWidget):
    """The titles of the columns, set as those of a table."""

    def __init__(self, columns: tuple[Column, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self.setFixedHeight(row_height(self.fontMetrics()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(QApplication.palette())
        painter = QPainter(self)
        painter.setPen(QColor(theme.edge))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        for column, box in zip(self._columns, cell_boxes(self._columns, self.rect()), strict=True):
            inner = box.adjusted(PADDING, 0, -PADDING, 0)
            text = painter.fontMetrics().elidedText(
                column.title, Qt.TextElideMode.ElideRight, inner.width()
            )
            painter.drawText(inner, _alignment(column), text)


class OpeningLine(QAbstractButton):
    """Space and the arrows to the right and left open and close it, Enter follows it.

    `stepped` asks for the line before or after; `focused` tells that the keyboard came, or that a
    click is over: nothing moves between press and release.
    """

    stepped = Signal(int)
    followed = Signal()
    focused = Signal()

    def __init__(self, columns: tuple[Column, ...], row: Any, parent: QWidget | None = None):
        super().__init__(parent)
        self._columns = columns
        self.row = row
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(_("Space opens or shuts the line; Enter follows it."))
        self.clicked.connect(self.focused)
        self.show_row(row)

    def show_row(self, row: Any) -> None:
        self.row = row
        said = [(column.title, column.text(row)) for column in self._columns]
        self.setAccessibleName(
            "; ".join(
                _("{title}: {text}").format(title=title, text=text) for title, text in said if text
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, row_height(self.fontMetrics()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Right:
            self.setChecked(True)
        elif event.key() in _SHUTTING and self.isChecked():
            self.setChecked(False)
        elif event.key() in _SHUTTING:
            event.ignore()
        elif event.key() in _ENTER:
            self.followed.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.followed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.focused.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_whole(event)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(QApplication.palette())
        painter = QPainter(self)
        box = self.rect()
        is_marked = self.isChecked() or self.hasFocus()
        if is_marked or self.underMouse():
            painter.fillRect(box, QColor(theme.selection if is_marked else theme.hover))
        painter.setPen(QColor(theme.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if self.hasFocus():
            painter.fillRect(QRect(0, 0, _FOCUS_BAR, box.height()), QColor(theme.accent))
        ink = QColor(theme.selection_text if is_marked else theme.text)
        self._paint_arrow(painter, ink)
        for column, cell in zip(self._columns, cell_boxes(self._columns, box), strict=True):
            if cell.width():
                self._paint_cell(painter, column, cell, ink, is_marked)

    def _paint_cell(
        self, painter: QPainter, column: Column, cell: QRect, ink: QColor, is_marked: bool
    ) -> None:
        theme = theme_of(QApplication.palette())
        inner = cell.adjusted(PADDING, 0, -PADDING, 0)
        if column.state is not None:
            state = column.state(self.row)
            colour = QColor(theme.tone(state.tone))
            if is_marked and theme.selection == theme.accent:
                colour = ink
            top = inner.y() + (inner.height() - SIDE) / 2
            paint_shape(painter, state.shape, QRectF(inner.x(), top, SIDE, SIDE), colour)
            inner.setLeft(inner.left() + SIDE + PADDING)
        painter.setPen(ink)
        text = painter.fontMetrics().elidedText(
            _one_line(column.text(self.row)), column.elide, inner.width()
        )
        painter.drawText(inner, _alignment(column), text)

    def _paint_arrow(self, painter: QPainter, ink: QColor) -> None:
        """To the right while closed, downwards while open."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1.6))
        middle = QPointF(ARROW_ROOM / 2 + 2, self.height() / 2)
        if self.isChecked():
            places = (QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2))
        else:
            places = (QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4))
        painter.drawPolyline(QPolygonF([middle + place for place in places]))
        painter.restore()

    def _show_whole(self, event: QHelpEvent) -> None:
        """The whole text, where its cell had no room for it."""
        for column, cell in zip(self._columns, cell_boxes(self._columns, self.rect()), strict=True):
            text = _one_line(column.text(self.row))
            shape = SIDE + PADDING if column.state is not None else 0
            wanted = self.fontMetrics().horizontalAdvance(text) + 2 * PADDING + shape
            if cell.contains(event.pos()) and wanted > cell.width():
                QToolTip.showText(event.globalPos(), tooltip(text), self)
                return
        QToolTip.hideText()


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _one_line(text: str) -> str:
    return " ".join(text.split())
