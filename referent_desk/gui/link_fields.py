"""A field that leads to another record: two letters bring what they may mean, one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from referent_desk.domain.records import Link, RecordField
from referent_desk.domain.texts import folded
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.record_fields import LineField, is_escape
from referent_desk.gui.row_delegates import row_height
from referent_desk.gui.rows_model import Index
from referent_desk.language import _

LEAST_LETTERS = 2
_POPUP_ROWS = 8
_LEAST_WIDTH = 400  # pixels
_OPENING = (Qt.Key.Key_Down, Qt.Key.Key_F4)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def link_text(link: Link) -> str:
    """One line of the list: the name, and what tells it from a namesake."""
    parts = (" ".join(part.split()) for part in (link.name, link.detail))
    return " — ".join(part for part in parts if part)


class _LineDelegate(QStyledItemDelegate):
    """As wide as the list, whatever is written there: what is too long is cut in the middle."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, row_height(option.fontMetrics))


class LinkField(LineField):
    """`typed` is the id of what was chosen. Down or F4 shows what there is, except `left_out`."""

    def __init__(self, field: RecordField, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.link: Link | None = None
        self.found: tuple[Link, ...] = ()
        self.left_out: str | None = None
        self._shown_link: Link | None = None
        self._ask = editing.records.links
        self._answer = LatestAnswer(editing.jobs)
        self._is_hasty = False
        self._lines = QStringListModel(self)
        self.completer_list = QCompleter(self._lines, self)
        self.completer_list.setWidget(self)
        self.completer_list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer_list.setMaxVisibleItems(_POPUP_ROWS)
        self.completer_list.setWrapAround(False)  # Down on the last row would leave none chosen
        self.popup = QListView()
        self.popup.setProperty("look", "completions")
        self.popup.setAccessibleName(_("What may be meant"))
        self.popup.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.completer_list.setPopup(self.popup)
        self.popup.setItemDelegate(_LineDelegate(self.popup))
        self.completer_list.activated.connect(lambda _text: self._take_current())
        self.returnPressed.disconnect(self.entered)
        self.textEdited.connect(self._search)

    @property
    def is_changed(self) -> bool:
        return self.text() != self.shown or self.typed() != self._shown_id()

    def typed(self) -> str:
        return self.link.id if self.link is not None else ""

    def local_fault(self) -> str:
        """Something stands there that is not the name of anything chosen."""
        return "not_chosen" if self.link is None and self.text().strip() else ""

    def show_typed(self, text: str, link: Link | None = None) -> None:
        self.link = self._shown_link = link if text or link is not None else None
        self.shown = link.name if link is not None else ""
        self.put(self.shown)

    def choose(self, link: Link) -> None:
        self.link = link
        self.put(link.name)
        self._hide_list()
        self.edited.emit()

    def give_up(self) -> None:
        self.link = self._shown_link
        self._answer.forget()
        super().give_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While the list is open it sends its keys here first."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take_what_is_named()
            event.ignore()  # creates the whole form
        elif self.popup.isVisible() and event.key() in _ENTER:
            self._take_current()
        elif self.popup.isVisible() and is_escape(event):
            self._hide_list()
        elif event.key() in _OPENING:
            self._look_up(self.text() if self.is_changed else "")
        elif event.key() in _ENTER and self.local_fault():
            self._is_hasty = True
            self._look_up(self.text())
        elif event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._answer.forget()
            self._take_what_is_named()
        super().focusOutEvent(event)

    def _shown_id(self) -> str:
        return self._shown_link.id if self._shown_link is not None else ""

    def _search(self, text: str) -> None:
        self._is_hasty = False
        self.link = self._shown_link if text == self.shown and text else None
        if len(text.strip()) >= LEAST_LETTERS:
            self._look_up(text)
        else:
            self._answer.forget()
            self._hide_list()

    def _look_up(self, text: str) -> None:
        to = self.field.to
        self._answer.ask(lambda: self._ask(to, text), self._show_found, self._show_none)

    def _show_found(self, found: tuple[Link, ...]) -> None:
        links = self.found = tuple(link for link in found if link.id != self.left_out)
        self._lines.setStringList([link_text(link) for link in links])
        if self._is_hasty and links:
            self._is_hasty = False
            self.choose(links[0])
            self.entered.emit()
        elif not links:
            self._hide_list()
            if self._is_hasty:
                self.entered.emit()  # says what is wrong with it
        elif self.hasFocus():
            self.completer_list.complete(
                QRect(0, 0, max(self.width(), _LEAST_WIDTH), self.height())
            )
            self.popup.setCurrentIndex(self._lines.index(0, 0))

    def _show_none(self, _error: Exception) -> None:
        self._show_found(())

    def _take_current(self) -> None:
        number = self.popup.currentIndex().row()
        if 0 <= number < len(self.found):
            self.choose(self.found[number])
            self.entered.emit()

    def _take_what_is_named(self) -> None:
        """The name was typed to its end without choosing it from the list."""
        if self.local_fault():
            fits = [x for x in self.found if folded(x.name) == folded(self.text())]
            if len(fits) == 1:
                self.link = fits[0]

    def _hide_list(self) -> None:
        if self.popup.isVisible():
            self.popup.hide()
