"""The grid on screen: heads that stay, one cell at a time, arrows, Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QToolTip,
)

from referent_desk.gui.cell_grids import CellGrid
from referent_desk.gui.coverage.grid_models import GridModel
from referent_desk.gui.row_delegates import Index, RowDelegate, row_height
from referent_desk.gui.themes import theme_of
from referent_desk.language import _

CELL, _FIRST, _NAMES = 160, 170, 264  # pixels
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.AlignmentFlag(_LEFT.value | Qt.TextFlag.TextWordWrap.value)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def lines_within(metrics: QFontMetrics, text: str, width: int) -> tuple[str, ...]:
    """On one line where it fits, else on two: behind a comma, or else where the first is full. The
    second one loses what does not fit."""
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    words = text.split(" ")
    firsts = [" ".join(words[:n]) for n in range(len(words) - 1, 0, -1)]
    fitting = [first for first in firsts if metrics.horizontalAdvance(first) <= width]
    fitting.sort(key=lambda first: not first.endswith(","))
    first = fitting[0] if fitting else ""
    rest = text[len(first) :].strip()
    rest = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return (first, rest) if first else (rest,)


class CellDelegate(RowDelegate):
    """As in a list; the cell that has the keyboard has a frame, and each says more when hovered."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        view = option.widget
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen and view is not None and view.hasFocus():
            painter.save()
            painter.setPen(QPen(QColor(theme_of(QApplication.palette()).accent), 2))
            painter.drawRect(QRect(option.rect).adjusted(1, 1, -2, -2))
            painter.restore()

    def draw_text(self, painter: QPainter, inner: QRect, index: Index) -> None:
        lines = lines_within(painter.fontMetrics(), str(index.data() or ""), inner.width())
        painter.drawText(inner, _LEFT, "\n".join(lines))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), index.data(Qt.ItemDataRole.ToolTipRole), view)
        return True


class GridView(CellGrid):
    """`cell_chosen` and `cell_followed` bring row and column."""

    cell_chosen = Signal(int, int)
    cell_followed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__(_("Coverage by department and function"))
        self.setItemDelegate(CellDelegate(self))
        self.setWordWrap(False)
        metrics = self.fontMetrics()
        height = max(row_height(metrics), 2 * metrics.lineSpacing() + 4)
        names = self.verticalHeader()
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setDefaultSectionSize(height)
        names.setFixedWidth(_NAMES)
        names.setDefaultAlignment(_LEFT)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        bold = names.font()
        bold.setBold(True)  # as it is painted: what is elided is measured with it
        names.setFont(bold)
        names.setHighlightSections(True)
        names.setSectionsClickable(False)
        functions = self.horizontalHeader()
        functions.setDefaultAlignment(_WRAPPED)
        functions.setSectionsClickable(False)
        functions.setHighlightSections(True)
        functions.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 12)
        self.doubleClicked.connect(self._follow)

    def show_model(self, model: GridModel) -> None:
        """The cell that is chosen stays so, where it is still there."""
        old, chosen = self.model(), self.chosen()
        selection = self.selectionModel()
        self.setModel(model)
        self.selectionModel().currentChanged.connect(self._tell)
        self.horizontalHeader().setDefaultSectionSize(CELL)
        self.horizontalHeader().resizeSection(0, _FIRST)
        for part in (old, selection):
            if part is not None:
                part.deleteLater()
        self.choose(*chosen)

    def chosen(self) -> tuple[str, str | None]:
        model, index = self.model(), self.currentIndex()
        if not isinstance(model, GridModel) or not index.isValid():
            return "", None
        function = model.function(index.column())
        return model.department(index.row()).department_id, function.id if function else None

    def choose(self, department_id: str, function_id: str | None = None) -> None:
        """The cell of that name, or the first one; None: the department as a whole."""
        model = self.model()
        if not isinstance(model, GridModel) or not model.rowCount():
            return
        rows = (n for n, d in enumerate(model.grid.departments) if d.department_id == department_id)
        columns = (n for n, f in enumerate(model.grid.functions, 1) if f.id == function_id)
        self.setCurrentIndex(model.index(next(rows, 0), next(columns, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._follow(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.cell_chosen.emit(current.row(), current.column())

    def _follow(self, index: QModelIndex) -> None:
        if index.isValid():
            self.cell_followed.emit(index.row(), index.column())
