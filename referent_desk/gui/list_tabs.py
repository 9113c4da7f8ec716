"""A tab: list left, detail right. What it lists and shows comes to it as a `Subject`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from referent_desk.domain.changes import Kind
from referent_desk.gui.columns import Column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.list_panes import EmptyText, ListPane
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.places import Key, Place, TabName
from referent_desk.gui.rows_model import ListRows, RowsModel
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _

TYPING_PAUSE = 120  # milliseconds without a key before the filter is asked for


class Scope(Enum):
    """Whose rows a tab lists."""

    EVERYWHERE = auto()
    CHOSEN_OR_ALL = auto()
    CHOSEN_ONLY = auto()


@dataclass(frozen=True, slots=True)
class Subject:
    """`read` and `list_rows` run on the worker; `show` fills the detail in the GUI thread."""

    name: TabName
    title: str
    columns: tuple[Column, ...]
    list_rows: ListRows
    key_of: Callable[[Any], Key]
    read: Callable[[Key, str | None], Any]
    show: Callable[[DetailPane, Any], None]
    leads_to: Callable[[Any], Place | None]
    kinds: frozenset[Kind]
    scope: Scope
    empty: EmptyText


def no_department() -> EmptyText:
    return EmptyText(
        _("No department is chosen."),
        _(
            "Choose one at the top of the window. Where there is none yet, bring in the "
            "spreadsheet of your departments with the command “referent-desk import FILE”, then "
            "press F5."
        ),
    )


class ListTab(QWidget):
    """Reads nothing before it is seen, and nothing again before something has changed."""

    place_followed = Signal(object)

    def __init__(self, subject: Subject, jobs: Jobs) -> None:
        super().__init__()
        self.subject = subject
        self.model = RowsModel(subject.columns, subject.list_rows, jobs, self)
        self.pane = ListPane(
            subject.title, self.model, subject.empty, scoped=subject.scope is Scope.CHOSEN_OR_ALL
        )
        self.detail = DetailPane()
        self.key: Key = ()
        self._is_led = False  # the key was named by a place, not by a row of the list
        self._department_id: str | None = None
        self._is_ready = False
        self._is_stale = True
        self._detail_answer = LatestAnswer(jobs)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        self._typing.timeout.connect(self._narrow)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(16)
        self.splitter.addWidget(self.pane)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([640, 680])
        self.pane.setMinimumWidth(320)
        self.detail.setMinimumWidth(320)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(0)
        self._column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        header = self.pane.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._order)
        self.pane.filter_changed.connect(lambda _text: self._typing.start())
        self.pane.scope_changed.connect(lambda _all: self._narrow())
        self.pane.table.row_chosen.connect(self._choose)
        self.pane.table.row_followed.connect(self._follow)
        self.model.loaded.connect(self._choose_again)
        self.model.refused.connect(lambda _error: self.detail.clear())
        self.detail.followed.connect(self.place_followed)

    @property
    def name(self) -> TabName:
        return self.subject.name

    @property
    def title(self) -> str:
        return self.subject.title

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def can_read(self) -> bool:
        return self._is_ready and not (
            self.subject.scope is Scope.CHOSEN_ONLY and self._department_id is None
        )

    def announce(self, notice: QWidget) -> None:
        """Something that concerns the whole tab, above its list."""
        self._column.insertWidget(0, notice)

    def begin(self) -> None:
        """The home is open: from now on the tab may ask."""
        self._is_ready = True
        self.refresh()

    def choose_department(self, department_id: str | None) -> None:
        if department_id != self._department_id:
            self._department_id = department_id
            if self.subject.scope is not Scope.EVERYWHERE:
                self._forget_key()
                self.refresh()

    def take_change(self, kinds: frozenset[Kind]) -> None:
        if kinds & self.subject.kinds:
            self.refresh()

    def refresh(self) -> None:
        """Read again: at once when the tab is seen, else when it is."""
        self._is_stale = True
        if self.isVisible():
            self._read()

    def show_key(self, key: Key) -> None:
        """Show what a place names, whether or not the filter lets its row through."""
        self.key = key
        self._is_led = bool(key)
        if not self._is_stale and self.can_read and not self.model.is_loading:
            self._choose_again()

    def _forget_key(self) -> None:
        self.key = ()
        self._is_led = False

    def take_focus(self) -> None:
        self.pane.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        self.pane.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.filter.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def _read(self) -> None:
        if not self.can_read:
            if self._is_ready:
                self.pane.show_empty(no_department())
            return
        self._is_stale = False
        self.pane.expect()
        listing = self.model.listing
        wanted = self._wanted_department()
        if (listing.text, listing.department_id) == (self.pane.filter.text(), wanted):
            self.model.reload()
        else:
            self.model.narrow(self.pane.filter.text(), wanted)

    def _narrow(self) -> None:
        if self.can_read:
            self._is_led = False
            self.pane.expect()
            self.model.narrow(self.pane.filter.text(), self._wanted_department())

    def _order(self, column: int, direction: Qt.SortOrder) -> None:
        if column >= 0 and not self.subject.columns[column].sort:
            self.pane.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        elif self.can_read:
            self.pane.expect()
            self.model.order(column, direction)

    def _wanted_department(self) -> str | None:
        if self.subject.scope is Scope.EVERYWHERE or self.pane.scope.isChecked():
            return None
        return self._department_id

    def _choose_again(self) -> None:
        """After a reading: the row shown before, what a place asked for, or the first row."""
        number = self.model.find(self._is_wanted) if self.key else None
        if number is None and self._is_led:
            self.pane.table.choose_none()
            self._show_detail(self.key)
        elif self.model.rowCount():
            self.pane.table.choose(number or 0)
        else:
            self._detail_answer.forget()
            self.detail.clear()

    def _is_wanted(self, row: Any) -> bool:
        return self.subject.key_of(row)[: len(self.key)] == self.key

    def _choose(self, row: Any) -> None:
        if row is not None:
            self.key = self.subject.key_of(row)
            self._is_led = False
            self._show_detail(self.key)

    def _show_detail(self, key: Key) -> None:
        department_id = self._department_id
        self._detail_answer.ask(
            lambda: self.subject.read(key, department_id), self._fill, self._refuse
        )

    def _fill(self, detail: Any) -> None:
        self.detail.begin()
        self.subject.show(self.detail, detail)
        self.detail.end()

    def _refuse(self, error: Exception) -> None:
        self.detail.begin()
        self.detail.title(_("This cannot be shown."))
        self.detail.notice(sentence_of(error), Tone.BAD, Shape.SQUARE)
        self.detail.end()
        self._forget_key()

    def _follow(self, row: Any) -> None:
        place = self.subject.leads_to(row)
        if place is not None:
            self.place_followed.emit(place)
