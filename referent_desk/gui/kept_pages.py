"""A page that is shown anew while what one works with stays: focus, cursor, scroll position."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar, cast, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

_MARGIN = 24  # pixels
Made = TypeVar("Made", bound=QWidget)


@runtime_checkable
class Settled(Protocol):
    """A widget that holds what is typed and not saved."""

    def settle(self) -> None:
        """Keep it now."""
        ...

    def let_go(self) -> None:
        """The widget goes: nothing may reach it any more."""
        ...


class KeptPage(QScrollArea):
    """`begin`, then its parts from top to bottom, then `end`.

    `form_asked` brings a form that is to lie over the page for a while.
    """

    form_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("look", "detail")
        self._column: QVBoxLayout
        self._key: object = None
        self._kept: dict[str, QWidget] = {}
        self._used: set[str] = set()
        self._had_focus = False
        self._foot: QWidget | None = None
        self.clear()

    def clear(self) -> None:
        """Nothing is shown: no sheet lies there either."""
        self._lay_sheet(False)
        self._begin_page(None)

    def begin(self, key: object = None) -> None:
        """Show a thing anew. While `key` stays, what is kept by name keeps focus and cursor."""
        self._lay_sheet(True)
        if key is not None and key == self._key:
            self._begin_again()
        else:
            self._begin_page(key)

    def _lay_sheet(self, filled: bool) -> None:
        if self.property("filled") is not filled:
            self.setProperty("filled", filled)
            self.style().polish(self)

    def _begin_page(self, key: object) -> None:
        self._leave_page()
        self.lay_foot(None)
        self._key = key
        self._kept = {}
        self._used = set()
        self._had_focus = False
        page = QWidget()
        page.setProperty("look", "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(_MARGIN, 16, _MARGIN, 24)
        self._column.setSpacing(4)
        self.setWidget(page)

    def lay_foot(self, foot: QWidget | None) -> None:
        """What stays in sight beneath the page, as long as the page is shown."""
        if self._foot is not None:
            self._foot.hide()
            self._foot.deleteLater()
        self._foot = foot
        if foot is not None:
            foot.setParent(self)
            foot.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
            foot.show()
        self._place_foot()

    def _place_foot(self) -> None:
        """Right beneath what is written; at the lower edge where that is longer than the room."""
        box = self.contentsRect()
        height = _height(self._foot, box.width()) if self._foot is not None else 0
        self.setViewportMargins(0, 0, 0, height)
        page = self.widget()
        if self._foot is not None and page is not None:
            top = min(_height(page, page.width()) - _MARGIN + 8, box.height() - height)
            self._foot.setGeometry(box.left(), box.top() + top, box.width(), height)
            self._foot.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_foot()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A sentence beside a field makes the page longer."""
        done = super().eventFilter(watched, event)
        if self._foot is not None and event.type() == QEvent.Type.LayoutRequest:
            self._place_foot()
        return done

    def settle(self) -> None:
        """The window is closed: keep what is typed and not saved."""
        for widget in self._kept.values():
            if isinstance(widget, Settled):
                widget.settle()

    def _leave_page(self) -> None:
        """A field that has the keyboard is left first, and so saved."""
        page = self.widget()
        focused = page.focusWidget() if page is not None else None
        if focused is not None and focused.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in self._kept.values():
            _let_go(widget)

    def _begin_again(self) -> None:
        """Empty the page but for what is kept, which stays its child and keeps the keyboard."""
        page = self.widget()
        focused = page.focusWidget() if page is not None else None
        self._had_focus = focused is not None and focused.hasFocus()
        self.setUpdatesEnabled(False)
        kept = set(self._kept.values())
        _empty(self._column, kept)
        self._used = set()

    def end(self) -> None:
        """Nothing more comes: what there is stands at the top."""
        for name in set(self._kept) - self._used:
            widget = self._kept.pop(name)
            _let_go(widget)
            widget.hide()
            widget.deleteLater()
        self._column.addStretch(1)
        self._order_stops()
        self.setUpdatesEnabled(True)
        page = self.widget()
        focused = page.focusWidget() if page is not None else None
        if self._had_focus and (focused is None or not focused.hasFocus()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._had_focus = False

    def _order_stops(self) -> None:
        """The keyboard goes as one reads, though what is kept was made before the rest."""
        before: QWidget = self
        for stop in _stops_of(self._column):
            QWidget.setTabOrder(before, stop)
            before = stop

    def add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()

    def keep(self, name: str, make: Callable[[], Made]) -> Made:
        """The widget of this name that is shown already, or a new one; named once for a page."""
        known = self._kept.get(name)
        widget = known if known is not None else make()
        self._kept[name] = widget
        self._used.add(name)
        self.add(widget)
        return cast(Made, widget)

    def kept(self, name: str) -> QWidget | None:
        return self._kept.get(name)


def _height(widget: QWidget, width: int) -> int:
    wraps = widget.hasHeightForWidth()
    return widget.heightForWidth(width) if wraps else widget.sizeHint().height()


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    """What takes the keyboard, in the order in which it is laid out."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            inner = widget.layout()
        if inner is not None:
            yield from _stops_of(inner)


def _let_go(widget: QWidget) -> None:
    if isinstance(widget, Settled):
        widget.settle()
        widget.let_go()


def _empty(layout: QLayout, kept: set[QWidget]) -> None:
    """Take everything out; what is not kept goes with it.

    `removeWidget` deletes the item of a widget. Taken with `takeAt` it would live on: Qt then
    tells it, and not the item that comes after, when the widget wants another height, and the
    later one answers for ever with the height that it was asked for first.
    """
    while (item := layout.itemAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            layout.removeWidget(widget)
            if widget not in kept:
                widget.hide()
                widget.deleteLater()
            continue
        layout.takeAt(0)
        if inner is not None:
            _empty(inner, kept)
            inner.deleteLater()
