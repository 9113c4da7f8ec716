"""A long list as the view sees it: pages fetched on need, sorted and filtered where they lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from referent_desk.domain.listings import PAGE_ROWS, Listing, Page
from referent_desk.gui.columns import Column
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import tooltip

Index = QModelIndex | QPersistentModelIndex
ListRows = Callable[[Listing], Page[Any]]
_MOST_RELOADED = 1000  # rows fetched again at once to keep the place in the list
_ROWS_WHILE_TYPING = 40  # fill the window of a ward PC; a higher one fetches more by itself


class Role(IntEnum):
    ROW = Qt.ItemDataRole.UserRole
    STATE = Qt.ItemDataRole.UserRole + 1
    ELIDE = Qt.ItemDataRole.UserRole + 2
    DOT = Qt.ItemDataRole.UserRole + 3


def cell(column: Column, row: Any, role: int) -> Any:
    """What a column says of a row."""
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return " ".join(column.text(row).split())
        case Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        case Role.ROW:
            return row
        case Role.ELIDE:
            return column.elide
        case Role.STATE:
            return column.state(row) if column.state is not None else None
        case Role.DOT:
            return column.dot(row) if column.dot is not None else None
    return None


def head(column: Column, role: int) -> Any:
    """What stands above a column; a narrow one cuts its title, which its tool tip tells whole."""
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return column.title
        case Qt.ItemDataRole.ToolTipRole:
            return tooltip(column.title)
        case Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
    return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class ColumnsModel(QAbstractTableModel):
    """What columns say of rows that are there; never reads anything."""

    def __init__(self, columns: tuple[Column, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self._rows: list[Any] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        return cell(self.columns[index.column()], self._rows[index.row()], role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        return head(self.columns[section], role)

    def find(self, fits: Callable[[Any], bool]) -> int | None:
        """The number of the first loaded row that fits."""
        return next((number for number, row in enumerate(self._rows) if fits(row)), None)


class LinesModel(ColumnsModel):
    """A short list that is given whole."""

    def __init__(
        self, columns: tuple[Column, ...], rows: tuple[Any, ...], parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent)
        self._rows = list(rows)


class RowsModel(ColumnsModel):
    """Asks for a page at a time; a newer question makes the older one's answer void."""

    loaded = Signal()
    refused = Signal(object)

    def __init__(
        self,
        columns: tuple[Column, ...],
        list_rows: ListRows,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._list_rows = list_rows
        self._first = LatestAnswer(jobs)
        self._next = LatestAnswer(jobs)
        self._is_fetching = False
        self.is_loading = False
        self._after: tuple[object, ...] | None = None
        self.listing = Listing()
        self.matching = 0
        self.total = 0

    def narrow(self, text: str, department_id: str | None) -> None:
        """Show what fits the text, of this department or of all."""
        self.listing = replace(self.listing, text=text, department_id=department_id)
        self.load(_ROWS_WHILE_TYPING if text else PAGE_ROWS)

    def order(self, column: int, direction: Qt.SortOrder) -> None:
        """Sort where the rows lie; a column that has no order gives the list its own."""
        named = self.columns[column].sort if 0 <= column < len(self.columns) else ""
        descending = bool(named) and direction == Qt.SortOrder.DescendingOrder
        self.listing = replace(self.listing, sort=named, descending=descending)
        self.load()

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Another list from now on, in its own order: its rows are still to be asked for."""
        self._first.forget()
        self._next.forget()
        self.beginResetModel()
        self.columns, self._rows, self._after = columns, [], None
        self.listing = replace(self.listing, sort="", descending=False)
        self.endResetModel()

    def reload(self) -> None:
        """The same list again, as far as it was shown."""
        self.load(min(_MOST_RELOADED, max(PAGE_ROWS, len(self._rows))))

    def load(self, limit: int = PAGE_ROWS) -> None:
        self._next.forget()
        self._is_fetching = self.is_loading = True
        listing = replace(self.listing, after=None, limit=limit)
        self._first.ask(lambda: self._list_rows(listing), self._replace, self._refuse)

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - as Qt declares it
        return not parent.isValid() and self._after is not None and not self._is_fetching

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008 - as Qt declares it
        if not self.canFetchMore(parent):
            return
        self._is_fetching = True
        listing = replace(self.listing, after=self._after, limit=PAGE_ROWS)
        self._next.ask(lambda: self._list_rows(listing), self._append, self._refuse)

    def _replace(self, page: Page[Any]) -> None:
        self.beginResetModel()
        self._rows = list(page.rows)
        self._take_counts(page)
        self._is_fetching = self.is_loading = False
        self.endResetModel()
        self.loaded.emit()

    def _append(self, page: Page[Any]) -> None:
        """Views ask for more while rows are being inserted: the cursor must have moved by then."""
        first = len(self._rows)
        self._take_counts(page)
        if page.rows:
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self._rows.extend(page.rows)
            self._is_fetching = False
            self.endInsertRows()
        else:
            self._is_fetching = False

    def _take_counts(self, page: Page[Any]) -> None:
        self._after = page.after
        self.matching = page.matching
        self.total = page.total

    def _refuse(self, error: Exception) -> None:
        self._is_fetching = self.is_loading = False
        self._after = None
        self.refused.emit(error)
