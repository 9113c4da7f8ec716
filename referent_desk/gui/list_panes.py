"""The left half of a tab: a filter, how many of how many, the rows – or why there are none."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from referent_desk.gui.filter_fields import FilterField
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.row_tables import RowTable
from referent_desk.gui.rows_model import RowsModel
from referent_desk.gui.wordings import counted
from referent_desk.language import _, ngettext

SHOW_BUSY_AFTER = 100  # milliseconds


@dataclass(frozen=True, slots=True)
class EmptyText:
    """Why a list is empty, and what to do next."""

    why: str
    next_step: str


class EmptyPage(QWidget):
    """Stands where the rows would be."""

    pressed = Signal()

    def __init__(self, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = PlainLabel("", Look.STRONG)
        self._next = PlainLabel("", Look.MUTED)
        self._button = IconButton(button)
        self._button.clicked.connect(self.pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addWidget(self._why)
        layout.addWidget(self._next)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def say(self, text: EmptyText, *, offer: bool) -> None:
        self._why.say(text.why)
        self._next.say(text.next_step)
        self._button.setVisible(offer)


class ListPane(QWidget):
    """`scope_changed` tells whether the rows of all departments are wanted."""

    filter_changed = Signal(str)
    scope_changed = Signal(bool)

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
        self.empty_page = EmptyPage(_("Show all the rows"))
        self.empty_page.pressed.connect(self.filter.clear)
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
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.filter, 1)
        head.addWidget(self.count)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.scope, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.busy)
        layout.addWidget(self._stack, 1)
        policy = self.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.busy.setSizePolicy(policy)
        self.busy.hide()

    def expect(self) -> None:
        """An answer is under way: say so unless it comes at once."""
        if not self._patience.isActive():
            self._patience.start()

    def show_empty(self, empty: EmptyText) -> None:
        """Nothing was asked for, and this is why."""
        self.empty_page.say(empty, offer=False)
        self._show_page(self.empty_page)

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
            self._show_page(self.table)
        elif filtered:
            text = _("No row holds “{text}”.").format(text=self.filter.text())
            hint = ngettext(
                "{count} row is known without the filter.",
                "{count} rows are known without the filter.",
                self._model.total,
            ).format(count=counted(self._model.total))
            self.empty_page.say(EmptyText(text, hint), offer=True)
            self._show_page(self.empty_page)
        else:
            self.empty_page.say(self._empty, offer=False)
            self._show_page(self.empty_page)

    def _show_page(self, page: QWidget) -> None:
        """The keyboard stays where it was, or finds the filter when its table goes."""
        had_focus = self.table.hasFocus()
        self._stack.setCurrentWidget(page)
        if had_focus and page is not self.table:
            self.filter.setFocus()

    def _show_count(self) -> None:
        self.count.say(
            _("{matching} of {total}").format(
                matching=counted(self._model.matching), total=counted(self._model.total)
            )
        )

    def _show_error(self, error: Exception) -> None:
        self._end_busy()
        self.count.say("")
        self.empty_page.say(
            EmptyText(_("The list cannot be read."), sentence_of(error)), offer=False
        )
        self._show_page(self.empty_page)
