"""The topics of the manual, or those in which a word was found; arrows move, Enter opens."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from referent_desk.domain.manuals import Match
from referent_desk.language import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_PADDING = 6  # pixels
_LEAST_HEIGHT = 34
_Index = QModelIndex | QPersistentModelIndex


class MatchesModel(QAbstractListModel):
    """Each row says the title, and under it the words that were found."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.matches: tuple[Match, ...] = ()

    def show_matches(self, matches: tuple[Match, ...]) -> None:
        self.beginResetModel()
        self.matches = matches
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.matches)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match = self.matches[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{match.topic.title}. {match.excerpt}"
        return match.topic.title if role == Qt.ItemDataRole.DisplayRole else None


class MatchDelegate(QStyledItemDelegate):
    """The title, bold where words stand under it; the words wrapped in the width of the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        words = self._words(index)
        title = option.fontMetrics.height() + 2 * _PADDING
        box = QRect(0, 0, max(80, _width(option) - 2 * _PADDING), 10_000)
        under = option.fontMetrics.boundingRect(box, _WRAPPED, words).height() if words else 0
        return QSize(_width(option), max(_LEAST_HEIGHT, title + under))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        title, words = option.text, self._words(index)
        option.text = ""
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        role = QPalette.ColorRole
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setPen(option.palette.color(role.HighlightedText if chosen else role.Text))
        font = QFont(option.font)
        font.setBold(bool(words))
        painter.setFont(font)
        inside = option.rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        centred = Qt.AlignmentFlag.AlignTop if words else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, centred | Qt.AlignmentFlag.AlignLeft, title)
        if words:
            painter.setFont(option.font)
            inside.setTop(inside.top() + option.fontMetrics.height())
            painter.drawText(inside, _WRAPPED, words)
        painter.restore()

    @staticmethod
    def _words(index: _Index) -> str:
        model = index.model()
        return model.matches[index.row()].excerpt if isinstance(model, MatchesModel) else ""


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QListView) else option.rect.width()


class TopicList(QListView):
    topic_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Topics of the help"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setProperty("look", "topics")
        self.setItemDelegate(MatchDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.matches = MatchesModel(self)
        self.setModel(self.matches)
        self.clicked.connect(self._open)

    def show_matches(self, matches: tuple[Match, ...], chosen: str = "") -> None:
        self.matches.show_matches(matches)
        names = [match.topic.name for match in matches]
        row = names.index(chosen) if chosen in names else 0
        self.setCurrentIndex(self.matches.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.open_chosen()
            return
        super().keyPressEvent(event)

    def open_chosen(self) -> None:
        self._open(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.topic_opened.emit(self.matches.matches[index.row()].topic.name)
