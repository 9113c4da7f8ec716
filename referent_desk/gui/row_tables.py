"""Tables of rows: a long one that scrolls, and a short one that stands whole in a detail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from referent_desk.gui.columns import Column
from referent_desk.gui.row_delegates import RowDelegate, row_height
from referent_desk.gui.rows_model import ColumnsModel, LinesModel, Role

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def column_widths(
    columns: tuple[Column, ...], available: int, titles: Sequence[int] = ()
) -> list[int]:
    """Each its least, and what is left by their shares; 0 for a column that has to go.

    `titles`: how wide each title is. Where all of them fit, none is cut.

    Where even those that stay have less than their least, states stay whole as long as the others
    keep half of theirs; else all of them give way alike.
    """
    if titles:
        uncut = [max(c.least, title) for c, title in zip(columns, titles, strict=True)]
        if sum(uncut) <= available:
            columns = tuple(replace(c, least=w) for c, w in zip(columns, uncut, strict=True))
    wanted = sum(column.least for column in columns)
    going = max(columns, key=lambda column: column.yields, default=None)
    if 0 < available < wanted and going is not None and going.yields:
        at = columns.index(going)
        widths = column_widths(columns[:at] + columns[at + 1 :], available)
        return [*widths[:at], 0, *widths[at:]]
    widths = [column.least for column in columns]
    if 0 < available < wanted:
        states = sum(column.least for column in columns if column.state is not None)
        if 0 < wanted - states <= 2 * (available - states):
            part, whole = available - states, wanted - states
            return [c.least if c.state is not None else c.least * part // whole for c in columns]
        return [width * available // wanted for width in widths]
    shares = sum(column.share for column in columns)
    rest = available - wanted
    if rest > 0 and shares:
        widths = [
            width + rest * column.share // shares
            for width, column in zip(widths, columns, strict=True)
        ]
        widths[-1] += available - sum(widths)
    return widths


class RowTable(QTableView):
    """One row is chosen at a time; Enter or a double click follows it."""

    row_chosen = Signal(object)
    row_followed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        height = row_height(self.fontMetrics())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setFixedHeight(height)
        header.setMinimumSectionSize(40)
        self._is_fitting = False
        self._is_sized_by_hand = False
        header.sectionResized.connect(self._note_resize)
        self.doubleClicked.connect(self._follow)

    def show_model(self, model: ColumnsModel) -> None:
        self.setModel(model)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        model.modelReset.connect(self.fit_columns)
        self.fit_columns()

    def chosen_row(self) -> Any:
        return self.currentIndex().data(Role.ROW)

    def choose(self, number: int) -> None:
        self.setCurrentIndex(self.model().index(number, 0))

    def choose_none(self) -> None:
        """Any row can be chosen next, the first one too."""
        self.setCurrentIndex(QModelIndex())

    def fit_columns(self) -> None:
        model = self.model()
        if self._is_sized_by_hand or not isinstance(model, ColumnsModel):
            return
        header = self.horizontalHeader()
        titles = [header.sectionSizeHint(number) for number in range(len(model.columns))]
        self._is_fitting = True
        for number, width in enumerate(
            column_widths(model.columns, self.viewport().width(), titles)
        ):
            self.setColumnHidden(number, width == 0)
            if width:
                self.setColumnWidth(number, width)
        self._is_fitting = False

    def forget_widths(self) -> None:
        """Other columns come: what was drawn by hand was not theirs."""
        self._is_sized_by_hand = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._follow(self.currentIndex())
        elif event.key() == Qt.Key.Key_Home:
            self.choose(0)
        elif event.key() == Qt.Key.Key_End:
            self.choose(self.model().rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def _note_resize(self, _section: int, _old: int, _new: int) -> None:
        self._is_sized_by_hand = self._is_sized_by_hand or not self._is_fitting

    def _tell_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.row_chosen.emit(current.data(Role.ROW))

    def _follow(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_followed.emit(index.data(Role.ROW))


class LinesTable(RowTable):
    """As high as its rows, so that the detail around it scrolls as one."""

    def __init__(
        self,
        name: str,
        columns: tuple[Column, ...],
        rows: tuple[Any, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "lines")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionsClickable(False)
        self.show_model(LinesModel(columns, rows, self))
        self._fit_height(len(rows))

    def show_rows(self, columns: tuple[Column, ...], rows: tuple[Any, ...]) -> None:
        """Other rows in the same table, which keeps the keyboard and the row it stood on."""
        number, before = self.currentIndex().row(), (self.model(), self.selectionModel())
        self.show_model(LinesModel(columns, rows, self))
        for old in before:
            old.deleteLater()
        self._fit_height(len(rows))
        if number >= 0 and rows:
            self.choose(min(number, len(rows) - 1))

    def _fit_height(self, count: int) -> None:
        height = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().height() + height * count + 2)
