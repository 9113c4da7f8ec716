"""A field of ticks: several of a few things, offered whole; each tick is saved at once.

It crosses as text: the ids of what is ticked, with blanks between them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from referent_desk.domain.records import Link, RecordField
from referent_desk.gui.editing import Editing
from referent_desk.gui.labels import escaped_mnemonic
from referent_desk.gui.wrapping_rows import WrappingRow

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SPACING = 4


class TicksField(QWidget):
    """Speaks as the fields of `record_fields` do."""

    edited = Signal()
    entered = Signal()
    left = Signal()
    given_up = Signal()
    refused = Signal(str)

    def __init__(self, field: RecordField, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.shown = ""
        self.ticks: dict[str, QCheckBox] = {}
        self._value = ""
        self._editing = editing
        self._row = WrappingRow(self, _SPACING)
        self._is_asking = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._ask()

    @property
    def is_changed(self) -> bool:
        return set(self._value.split()) != set(self.shown.split())

    def typed(self) -> str:
        return self._value

    def local_fault(self) -> str:
        return ""

    def show_typed(self, text: str, _link: Link | None = None) -> None:
        self.shown = text
        self.put(text)
        if not set(text.split()) <= self.ticks.keys():
            self._ask()

    def put(self, text: str) -> None:
        self._value = text
        ids = set(text.split())
        for one, tick in self.ticks.items():
            tick.blockSignals(True)
            tick.setChecked(one in ids)
            tick.blockSignals(False)

    def give_up(self) -> None:
        self.put(self.shown)
        self.given_up.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its lines of ticks at this width."""
        self.setMinimumHeight(self._row.heightForWidth(self.width()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on from a tick as from any field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if plain and event.key() in _ENTER:
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        if self._is_asking:
            return
        self._is_asking = True
        to, links = self.field.to, self._editing.records.links
        self._editing.jobs.run(lambda: links(to, ""), self._offer)

    def _offer(self, offered: tuple[Link, ...]) -> None:
        self._is_asking = False
        name = self.accessibleName()
        before: QWidget | None = None
        for link in offered:
            if link.id not in self.ticks:
                tick = QCheckBox(escaped_mnemonic(link.name))
                tick.setAccessibleDescription(name)
                tick.toggled.connect(self._note)
                tick.installEventFilter(self)
                tick.ensurePolished()
                self.ticks[link.id] = tick
                self._row.addWidget(tick)
            if before is not None:
                QWidget.setTabOrder(before, self.ticks[link.id])
            before = self.ticks[link.id]
        if self.ticks:
            self.setFocusProxy(next(iter(self.ticks.values())))
        self.put(self._value)
        self._fit()

    def _note(self, _on: bool) -> None:
        kept = [one for one in self._value.split() if one not in self.ticks]
        chosen = [one for one, tick in self.ticks.items() if tick.isChecked()]
        self._value = " ".join((*chosen, *kept))
        self.edited.emit()
        self.left.emit()
