"""The first rows of a sheet as they stand there, with the row of titles marked."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from referent_desk.domain.imports.guides import GridRow
from referent_desk.gui.row_delegates import row_height
from referent_desk.language import _

Index = QModelIndex | QPersistentModelIndex
_SHOWN_COLUMNS = 60
_WIDEST = 260  # pixels of a column
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def column_letter(place: int) -> str:
    """`A` for 0, `AA` for 26."""
    first, last = divmod(place, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)


class GridModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[GridRow, ...] = ()
        self.title_row: int | None = None

    def show_rows(self, rows: tuple[GridRow, ...], title_row: int | None = None) -> None:
        self.beginResetModel()
        self.rows, self.title_row = rows, title_row
        self.endResetModel()

    def mark(self, title_row: int | None) -> None:
        """Another row holds the titles."""
        self.title_row = title_row
        if self.rows:
            last = len(self.rows) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        widest = max((len(row.cells) for row in self.rows), default=0)
        return 0 if parent.isValid() else min(_SHOWN_COLUMNS, widest)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            cells = row.cells
            return " ".join(cells[index.column()].split()) if index.column() < len(cells) else ""
        if role == Qt.ItemDataRole.FontRole and row.number == self.title_row:
            font = QFont(QApplication.font())
            font.setBold(True)
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return column_letter(section)
        if section >= len(self.rows):
            return None
        number = self.rows[section].number
        if number == self.title_row:
            return _("{row} – titles").format(row=number)
        return str(number)


class GridTable(QTableView):
    """Looked at, or, where `row_chosen` is heard, one row is chosen in it."""

    row_chosen = Signal(int)
    row_followed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.grid = GridModel(self)
        self.setModel(self.grid)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        height = row_height(self.fontMetrics())
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionsClickable(header is self.verticalHeader())
            header.setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(height)
        self._is_filling = False
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(lambda index: self._tell(index, self.row_followed))

    def show_rows(self, rows: tuple[GridRow, ...], title_row: int | None = None) -> None:
        self._is_filling = True
        self.grid.show_rows(rows, title_row)
        self.resizeColumnsToContents()
        for column in range(self.grid.columnCount()):
            self.setColumnWidth(column, min(_WIDEST, self.columnWidth(column) + 16))
        self.choose(title_row)
        self._is_filling = False

    def choose(self, row_number: int | None) -> None:
        for place, row in enumerate(self.grid.rows):
            if row.number == row_number:
                self.setCurrentIndex(self.grid.index(place, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._tell(self.currentIndex(), self.row_followed)
        else:
            super().keyPressEvent(event)

    def _tell_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_filling:
            self._tell(current, self.row_chosen)

    def _tell(self, index: QModelIndex, signal: Any) -> None:
        if index.isValid():
            signal.emit(self.grid.rows[index.row()].number)
