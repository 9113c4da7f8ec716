"""The grid of skills itself: arrows go, a letter states a level, Enter asks for its day."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from referent_desk.domain.skills import Skill, SkillLevel
from referent_desk.gui.row_delegates import PADDING, row_height
from referent_desk.gui.rows_model import Index
from referent_desk.gui.shapes import SIDE, Shape, paint_shape
from referent_desk.gui.skills.models import ENDS, SKILL, SkillsModel
from referent_desk.gui.skills.words import level_of
from referent_desk.gui.themes import theme_of
from referent_desk.language import _

_NAMES_WIDTH, _COLUMN_WIDTH = 236, 156  # pixels
_HEAD_LINES, _HEAD_MARGIN = 3, 10  # the margin in pixels
_SHAPES = {
    SkillLevel.USES: Shape.RING,
    SkillLevel.HELPS: Shape.DISC,
    SkillLevel.TRAINS: Shape.DIAMOND,
}
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Minus)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def shape_of(skill: Skill, *, ends: bool) -> Shape | None:
    """What ends is told by its shape before its level is: the word says both."""
    if ends:
        return Shape.HOLLOW_TRIANGLE
    return _SHAPES[skill.level] if skill.level is not None else None


class CellDelegate(QStyledItemDelegate):
    """A shape before its word."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = theme_of(QApplication.palette())
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        skill = index.data(SKILL)
        painter.save()
        if is_selected:
            painter.fillRect(option.rect, QColor(theme.selection))
        painter.setPen(QColor(theme.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        inner = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        ends = bool(index.data(ENDS))
        shape = shape_of(skill, ends=ends) if isinstance(skill, Skill) else None
        plain = theme.text if shape is not None else theme.muted
        colour = QColor(theme.selection_text if is_selected else plain)
        if shape is not None:
            top = inner.y() + (inner.height() - SIDE) / 2
            paint_shape(painter, shape, QRectF(inner.x(), top, SIDE, SIDE), colour)
        inner.setLeft(inner.left() + SIDE + PADDING)
        painter.setFont(option.font)
        painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        room = option.fontMetrics.elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, int(side), room)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(_COLUMN_WIDTH, row_height(option.fontMetrics))


class SkillGrid(QTableView):
    """`stated` brings a level, or None for none; `asked` a press of Enter or a double click."""

    stated = Signal(object)
    asked = Signal()
    moved = Signal()

    def __init__(self, model: SkillsModel) -> None:
        super().__init__()
        self.grid = model
        self.is_editable = True
        self.setModel(model)
        self.setAccessibleName(_("Who can do what with which software"))
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._set_heads()
        self.doubleClicked.connect(lambda _index: self.asked.emit())
        self.selectionModel().currentChanged.connect(lambda _new, _old: self.moved.emit())

    def _set_heads(self) -> None:
        names, titles = self.verticalHeader(), self.horizontalHeader()
        names.setFixedWidth(_NAMES_WIDTH)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setDefaultSectionSize(row_height(self.fontMetrics()))
        titles.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        titles.setDefaultSectionSize(_COLUMN_WIDTH)
        titles.setFixedHeight(self.fontMetrics().lineSpacing() * _HEAD_LINES + _HEAD_MARGIN)
        for head in (names, titles):
            head.setHighlightSections(False)
            head.setSectionsClickable(False)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        titles.setDefaultAlignment(side | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value))

    def go_to(self, row: int, column: int) -> None:
        """The nearest line and column that there are."""
        last = self.grid.rowCount() - 1, self.grid.columnCount() - 1
        if min(last) >= 0:
            index = self.grid.index(min(max(row, 0), last[0]), min(max(column, 0), last[1]))
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letters are those of the words: `u`, `a`, `f` in French, `u`, `h`, `t` in English."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not self.currentIndex().isValid() or not plain:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.asked.emit()
        elif self.is_editable and event.key() in _CLEARING:
            self.stated.emit(None)
        elif self.is_editable and (level := level_of(event.text())) is not None:
            self.stated.emit(level)
        else:
            super().keyPressEvent(event)
