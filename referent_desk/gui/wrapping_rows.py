"""Buttons beside one another, and where there is no room, on the next line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class WrappingRow(QLayout):
    """As wide as its widest item at least; as high as its lines at the width it is given."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, number: int) -> QLayoutItem | None:
        return self._items[number] if 0 <= number < len(self._items) else None

    def takeAt(self, number: int) -> QLayoutItem | None:
        return self._items.pop(number) if 0 <= number < len(self._items) else None

    def isEmpty(self) -> bool:
        return not self._items

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self._arrange(box, move=True)

    def sizeHint(self) -> QSize:
        sizes = [_wanted(item) for item in self._items]
        gaps = self.spacing() * max(len(sizes) - 1, 0)
        return QSize(
            sum(size.width() for size in sizes) + gaps,
            max((size.height() for size in sizes), default=0),
        ).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, box: QRect, *, move: bool) -> int:
        """The height that the lines take."""
        margins = self.contentsMargins()
        box = box.marginsRemoved(margins)
        x, y, line = box.x(), box.y(), 0
        for item in self._items:
            size = _wanted(item).boundedTo(QSize(max(box.width(), 1), 1 << 20))
            if x > box.x() and x + size.width() > box.right() + 1:
                x, y, line = box.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(x, y, size.width(), size.height()))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line - box.y() + margins.top() + margins.bottom()


def _wanted(item: QLayoutItem) -> QSize:
    """A button that is about to be shown counts already: its room is not asked for again."""
    widget = item.widget()
    return item.sizeHint() if widget is None else widget.sizeHint()
