"""A tab: list left, detail right. What it lists and shows comes to it as a `Subject`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent

from referent_desk.domain.changes import Kind
from referent_desk.errors import OutOfReach
from referent_desk.gui.columns import Column
from referent_desk.gui.detail_tabs import DetailTab
from referent_desk.gui.editing import Editing
from referent_desk.gui.empty_texts import no_department
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.list_panes import ListPane
from referent_desk.gui.needed_departments import DepartmentNeed
from referent_desk.gui.places import Key
from referent_desk.gui.rows_model import RowsModel
from referent_desk.gui.subjects import NewRecord, Scope, Subject

__all__ = ["ListTab", "NewRecord", "Scope", "Subject"]


class ListTab(DetailTab):
    """Reads nothing before it is seen, and nothing again before something has changed."""

    step_asked = Signal(object)

    def __init__(self, subject: Subject, jobs: Jobs, editing: Editing | None = None) -> None:
        super().__init__(subject, jobs)
        self._editing = editing
        self.model = RowsModel(subject.columns, subject.list_rows, jobs, self)
        self.pane = ListPane(
            subject.title, self.model, subject.empty, scoped=subject.scope is Scope.CHOSEN_OR_ALL
        )
        self._is_ready = False
        self._is_stale = True
        self.lay_beside(self.pane)
        self._connect()

    def _connect(self) -> None:
        header = self.pane.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._order)
        self.pane.filter_changed.connect(lambda _text: self._narrow(is_typed=True))
        self.pane.scope_changed.connect(lambda _all: self._narrow())
        self.pane.table.row_chosen.connect(self._choose)
        self.pane.table.row_followed.connect(self._follow)
        self.model.loaded.connect(self._take_loaded)
        self.model.refused.connect(self._take_refusal)
        self.pane.step_asked.connect(self.step_asked)
        self._offer_new()

    def _offer_new(self) -> None:
        """“New” where something can be created, Ctrl+N too."""
        new, editing = self.subject.new, self._editing
        self.pane.can_add = lambda: editing is None or editing.is_possible
        if new is None or editing is None:
            return
        button = self.pane.offer_new(new.text)
        if self.subject.scope is Scope.CHOSEN_ONLY:
            DepartmentNeed(button, self)
        button.clicked.connect(lambda _checked: self.begin_new())
        shortcut = QShortcut(QKeySequence("Ctrl+N"), self)
        shortcut.activated.connect(self.begin_new)
        self.pane.new_asked.connect(self.begin_new)
        button.setVisible(editing.is_possible)
        editing.saver.ability_changed.connect(button.setVisible)
        editing.saver.ability_changed.connect(self._take_ability)

    def _take_ability(self, _possible: bool) -> None:
        self.refresh()

    @property
    def can_read(self) -> bool:
        return self._is_ready and not (
            self.subject.scope is Scope.CHOSEN_ONLY and self._department_id is None
        )

    def begin(self) -> None:
        """The home is open: from now on the tab may ask."""
        self._is_ready = True
        self.refresh()

    def choose_department(self, department_id: str | None) -> None:
        if department_id != self._department_id:
            self._department_id = department_id
            self.department_changed.emit(department_id)
            if self.subject.scope is not Scope.EVERYWHERE:
                self._forget_key()
                self.refresh()

    def take_change(self, kinds: frozenset[Kind]) -> None:
        if kinds & self.subject.kinds:
            self.refresh()

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Another list of the same tab; `refresh` then asks for its rows."""
        header = self.pane.table.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.blockSignals(False)
        self.subject = replace(self.subject, columns=columns)
        self.pane.table.forget_widths()
        self.model.show_columns(columns)

    def refresh(self) -> None:
        """Read again: at once when the tab is seen, else when it is."""
        self._is_stale = True
        if self.isVisible():
            self._read()

    def begin_new(self) -> None:
        """The form of a new record, in place of the detail."""
        new, editing = self.subject.new, self._editing
        if new is not None and editing is not None and editing.is_possible and self.can_read:
            form = new.begin(self.chosen_row(), self._department_id)
            self.open_form(form, new.key_of)

    def chosen_row(self) -> Any:
        return self.pane.table.chosen_row()

    def _close_form(self, key: Key) -> None:
        self.pane.table.choose_none()  # so that the same row is shown again
        super()._close_form(key)

    def show_key(self, key: Key) -> None:
        """Show what a place names, whether or not the filter lets its row through."""
        self.form = None
        self.key = key
        self._is_led = bool(key)
        if not self._is_stale and self.can_read and not self.model.is_loading:
            self._choose_again()

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
                self.pane.show_empty(no_department(self.pane.can_add()))
            return
        self._is_stale = False
        self.pane.expect()
        listing = self.model.listing
        wanted = self._wanted_department()
        if (listing.text, listing.department_id) == (self.pane.filter.text(), wanted):
            self.model.reload()
        else:
            self.model.narrow(self.pane.filter.text(), wanted)

    def _narrow(self, *, is_typed: bool = False) -> None:
        """Every key narrows the list at once; the detail waits until typing rests."""
        if self.can_read:
            if is_typed:
                self._detail_answer.note_key()
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

    def _take_loaded(self) -> None:
        self._choose_again()

    def _choose_again(self) -> None:
        """After a reading: the row shown before, what a place asked for, or the first row."""
        if self.form is not None:
            return
        number = self._wanted_number()
        if number is None and self._is_led:
            self.pane.table.choose_none()
            self._show_detail(self.key)
        elif self.model.rowCount():
            self.pane.table.choose(number or 0)
        else:
            self._clear()

    def _take_refusal(self, error: Exception) -> None:
        """What is typed beside the list outlives a stick that is pulled out."""
        if not isinstance(error, OutOfReach):
            self._clear()

    def _wanted_number(self) -> int | None:
        """Where the row is gone, the one nearest to it: another line of the same person."""
        wanted = [self.key] if self._is_led else [self.key[:n] for n in range(len(self.key), 0, -1)]
        for key in filter(None, wanted):
            number = self.model.find(partial(self._begins, key))
            if number is not None:
                return number
        return None

    def _begins(self, key: Key, row: Any) -> bool:
        return self.subject.key_of(row)[: len(key)] == key

    def _choose(self, row: Any) -> None:
        if row is not None:
            self.form = None
            self.key = self.subject.key_of(row)
            self._is_led = False
            self._show_detail(self.key)

    def _follow(self, row: Any) -> None:
        place = self.subject.leads_to(row)
        if place is not None:
            self.place_followed.emit(place)
