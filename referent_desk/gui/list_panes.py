"""The left half of a tab: a filter, how many of how many, the rows – or why there are none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from referent_desk.gui.empty_pages import EmptyPage
from referent_desk.gui.empty_texts import EmptyText, NextStep, without_adding
from referent_desk.gui.filter_fields import FilterField
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import SHOW_BUSY_AFTER
from referent_desk.gui.labels import Look, PlainLabel, show_tip
from referent_desk.gui.list_heads import ListHead
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.row_tables import RowTable
from referent_desk.gui.rows_model import RowsModel
from referent_desk.gui.wordings import counted
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _, ngettext


class ListPane(QWidget):
    """`scope_changed` tells whether the rows of all departments are wanted.

    What the button of an empty list does concerns the pane itself, the tab (`new_asked`), or the
    window (`step_asked`).
    """

    filter_changed = Signal(str)
    scope_changed = Signal(bool)
    new_asked = Signal()
    step_asked = Signal(object)

    def __init__(self, name: str, model: RowsModel, empty: EmptyText, *, scoped: bool) -> None:
        super().__init__()
        self._model = model
        self._empty = empty
        self.filter = FilterField(
            _("Filter the list"), _("Filter the list: {name}").format(name=name)
        )
        self.filter.textChanged.connect(self.filter_changed)
        self.count = PlainLabel("", Look.MUTED)
        self.count.setWordWrap(False)
        self.count.setAccessibleName(_("Rows shown"))
        self.scope = QCheckBox(_("&All departments"))
        self.scope.toggled.connect(self.scope_changed)
        self.table = RowTable(name)
        self.table.show_model(model)
        self.rows_view: QWidget = self.table
        self.can_add: Callable[[], bool] = lambda: True
        self.empty_page = EmptyPage()
        self.empty_page.step_asked.connect(self._take_step)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(4)
        self.busy.setAccessibleName(_("Reading…"))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOW_BUSY_AFTER)
        self._patience.timeout.connect(self._show_busy)
        self._lay_out()
        if not scoped:  # never shown before it has a parent: it would flash as a window
            self.scope.hide()
        model.loaded.connect(self._show_rows)
        model.refused.connect(self._show_error)
        model.rowsInserted.connect(self._show_count)

    def _lay_out(self) -> None:
        self._ticks = QHBoxLayout()
        self.head = ListHead(self.filter, self._ticks)
        self.head.offer(self.count, place=0, yields=1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self.head)
        self._ticks.setSpacing(8)
        self._ticks.addWidget(self.scope)
        self._ticks.addStretch(1)
        layout.addLayout(self._ticks)
        self._doors = WrappingRow()
        layout.addLayout(self._doors)
        layout.addWidget(self.busy)
        layout.addWidget(self._stack, 1)
        policy = self.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.busy.setSizePolicy(policy)
        self.busy.hide()

    def offer_new(self, text: str) -> IconButton:
        """A button after the filter and the count, as one reads."""
        button = IconButton(text, "plus", parent=self)
        show_tip(button, _("Ctrl+N"))
        self.head.offer(button, place=2, yields=0)
        return button

    def offer_button(self, text: str, icon_name: str = "") -> IconButton:
        """Something that concerns the whole list, above its rows."""
        button = IconButton(text, icon_name, parent=self)
        self._ticks.setSpacing(8)  # three of them fit beside one another on a small screen
        self._ticks.insertWidget(self._ticks.count() - 1, button)
        return button

    def offer_door(self, text: str) -> IconButton:
        """Leads from the list to a page of its own; many doors take a line of their own."""
        button = IconButton(text, parent=self)
        self._doors.addWidget(button)
        return button

    def offer_views(self, box: QWidget) -> None:
        """Which of several lists is shown, above the rows."""
        self._ticks.insertWidget(0, box)

    def say_when_empty(self, empty: EmptyText) -> None:
        """Another list is shown from now on: why it would be empty."""
        self._empty = empty

    def add_view(self, view: QWidget) -> None:
        """Another way of showing the rows; `rows_view` says which is shown."""
        self._stack.addWidget(view)

    def show_view(self, view: QWidget) -> None:
        self.rows_view = view
        if self._stack.currentWidget() is not self.empty_page:
            self._show_page(view)

    def offer_tick(self, tick: QCheckBox, empty: EmptyText) -> None:
        """Another tick above the rows; `empty` is said while it is set and there is no row."""
        plain = self._empty

        def change(is_set: bool) -> None:
            self._empty = empty if is_set else plain

        tick.toggled.connect(change)
        self._ticks.insertWidget(self._ticks.count() - 1, tick)

    def expect(self) -> None:
        """An answer is under way: say so unless it comes at once."""
        if not self._patience.isActive():
            self._patience.start()

    def show_empty(self, empty: EmptyText) -> None:
        """Nothing was asked for, and this is why."""
        steps = empty.steps
        if self.scope.isHidden() or self.scope.isChecked():
            steps = tuple(step for step in steps if step is not NextStep.EVERYWHERE)
        text = EmptyText(empty.why, empty.next_step, steps)
        self.empty_page.say(text if self.can_add() else without_adding(text))
        self._show_page(self.empty_page)

    def _take_step(self, step: NextStep) -> None:
        if step is NextStep.SHOW_ALL:
            self.filter.clear()
        elif step is NextStep.EVERYWHERE:
            self.scope.setChecked(True)
        elif step is NextStep.NEW:
            self.new_asked.emit()
        else:
            self.step_asked.emit(step)

    def _show_busy(self) -> None:
        self.busy.show()

    def _end_busy(self) -> None:
        self._patience.stop()
        self.busy.hide()

    def _show_rows(self) -> None:
        self._end_busy()
        self._show_count()
        filtered = bool(self.filter.text())
        if self._model.rowCount():
            self._show_page(self.rows_view)
        elif filtered:
            text = _("No row holds “{text}”.").format(text=self.filter.text())
            hint = ngettext(
                "{count} row is known without the filter.",
                "{count} rows are known without the filter.",
                self._model.total,
            ).format(count=counted(self._model.total))
            self.empty_page.say(EmptyText(text, hint, (NextStep.SHOW_ALL,)))
            self._show_page(self.empty_page)
        else:
            self.show_empty(self._empty)

    def _show_page(self, page: QWidget) -> None:
        """The keyboard stays where it was, or finds the filter when its table goes."""
        before = self._stack.currentWidget()
        had_focus = before is not None and before.hasFocus()
        self._stack.setCurrentWidget(page)
        if had_focus and page is self.rows_view:
            page.setFocus()
        elif had_focus:
            self.filter.setFocus()

    def _show_count(self) -> None:
        self.count.say(
            _("{matching} of {total}").format(
                matching=counted(self._model.matching), total=counted(self._model.total)
            )
        )
        self.head.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.fit(event.size().width())

    def _show_error(self, error: Exception) -> None:
        self._end_busy()
        self.count.say("")
        self.empty_page.say(EmptyText(_("The list cannot be read."), sentence_of(error)))
        self._show_page(self.empty_page)
