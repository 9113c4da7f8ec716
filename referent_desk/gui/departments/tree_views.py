"""The tree of departments on the screen: opened, walked, moved by mouse and by keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTreeView, QWidget

from referent_desk.gui.departments.trees import TreeModel
from referent_desk.gui.icons import icon
from referent_desk.gui.row_delegates import RowDelegate, row_height
from referent_desk.gui.row_tables import column_widths
from referent_desk.gui.rows_model import Index, Role
from referent_desk.gui.themes import theme_of

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_INDENT = 20
_SIGN = 16  # pixels of the sign that a branch can be opened


class DepartmentTree(QTreeView):
    """Enter or a double click follows a row; Ctrl+X takes one, Ctrl+V moves it below another."""

    row_chosen = Signal(object)
    row_followed = Signal(object)
    taken = Signal(object)
    moved = Signal(str, str)

    def __init__(self, name: str, model: TreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = model
        self.taken_id = ""
        self._is_entered = False
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setModel(model)
        self._lay_header()
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(self._follow)
        model.modelReset.connect(self.fit_columns)
        model.dropped.connect(self.moved)

    def _lay_header(self) -> None:
        header = self.header()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setFixedHeight(row_height(self.fontMetrics()))
        header.setMinimumSectionSize(40)
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def let_move(self, possible: bool) -> None:
        self.tree.can_move = possible
        self.setDragEnabled(possible)
        self.setAcceptDrops(possible)
        self.setDropIndicatorShown(possible)
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.InternalMove if possible else mode.NoDragDrop)

    def opened(self) -> frozenset[str]:
        return frozenset(
            node_id for node_id in self.tree.ids() if self.isExpanded(self.tree.index_of(node_id))
        )

    def open_all(self, ids: frozenset[str]) -> None:
        for node_id in ids:
            index = self.tree.index_of(node_id)
            if index.isValid() and self.tree.rowCount(index):
                self.setExpanded(index, True)

    def choose(self, node_id: str) -> bool:
        """Whether it is in the tree; what leads to it is opened."""
        index = self.tree.index_of(node_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def choose_first(self) -> None:
        self.setCurrentIndex(self.tree.index(0, 0))

    def choose_none(self) -> None:
        self.setCurrentIndex(QModelIndex())

    def chosen_row(self) -> Any:
        return self.currentIndex().data(Role.ROW)

    def fit_columns(self) -> None:
        available = self.viewport().width()
        for number, width in enumerate(column_widths(self.tree.columns, available)):
            self.setColumnHidden(number, width == 0)
            if width:
                self.setColumnWidth(number, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A tree without a current row takes its first one with the keyboard: nobody chose it."""
        self._is_entered = True
        super().focusInEvent(event)
        self._is_entered = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._follow(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Cut) and self.tree.can_move:
            self._take()
        elif event.matches(QKeySequence.StandardKey.Paste) and self.taken_id:
            self._put()
        elif event.key() == Qt.Key.Key_Escape and self.taken_id:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, branch: Index) -> None:
        """The ground of the row, and a sign where something stands below."""
        theme = theme_of(QApplication.palette())
        index = self.tree.index(branch.row(), branch.column(), branch.parent())
        painter.save()
        is_chosen = self.selectionModel().isSelected(index.siblingAtColumn(0))
        if is_chosen:
            painter.fillRect(rect, QColor(theme.selection))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self.tree.hasChildren(index):
            colour = theme.selection_text if is_chosen else theme.muted
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            left = rect.right() - _INDENT + (_INDENT - _SIGN) // 2 + 1
            top = rect.top() + (rect.height() - _SIGN) // 2
            icon(name, colour).paint(painter, QRect(left, top, _SIGN, _SIGN))
        painter.restore()

    def drawRow(self, painter: QPainter, option: Any, index: Index) -> None:
        super().drawRow(painter, option, index)
        row = index.data(Role.ROW)
        if row is not None and row.id == self.taken_id:
            pen = QPen(QColor(theme_of(QApplication.palette()).accent), 1, Qt.PenStyle.DashLine)
            painter.save()
            painter.setPen(pen)
            painter.drawRect(QRect(option.rect).adjusted(1, 1, -2, -2))
            painter.restore()

    def _take(self) -> None:
        row = self.chosen_row()
        if row is not None and self.tree.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsDragEnabled:
            self.taken_id = row.id
            self.taken.emit(row)
            self.viewport().update()

    def _put(self) -> None:
        """What the tree can see to be impossible is said by the home too: ask it all the same."""
        target = self.chosen_row()
        if target is not None and target.id != self.taken_id:
            taken_id = self.taken_id
            self._let_go()
            self.moved.emit(taken_id, target.id)

    def _let_go(self) -> None:
        self.taken_id = ""
        self.taken.emit(None)
        self.viewport().update()

    def _tell_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_entered:
            self.row_chosen.emit(current.data(Role.ROW))

    def _follow(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_followed.emit(index.data(Role.ROW))
