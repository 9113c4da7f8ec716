"""The third step: the procedures that the program brings for what was ticked."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from referent_desk.domain.first_steps import StarterTitle
from referent_desk.gui.first_steps.offer_areas import OfferArea
from referent_desk.gui.labels import Look, PlainLabel, escaped_mnemonic
from referent_desk.language import _, ngettext

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class StarterPanel(QWidget):
    edited = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reason = PlainLabel("", Look.MUTED)
        self.without = PlainLabel("", Look.MUTED)
        self.ticks: dict[str, QCheckBox] = {}
        self._left_out: frozenset[str] = frozenset()
        self._area = OfferArea()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.reason)
        column.addWidget(self._area, 1)
        column.addWidget(self.without)

    def wait(self) -> None:
        self.ticks = {}
        self.reason.say(_("Counting the pages…"))
        self.without.say("")
        self._area.hide()

    def offer(self, starters: tuple[StarterTitle, ...], without: tuple[str, ...]) -> None:
        """`without` names the functions for which nothing is brought."""
        page = QWidget()
        page.setProperty("look", "page")
        grid = QGridLayout(page)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(2, 1)
        self.ticks = {}
        for row, starter in enumerate(starters):
            pages = ngettext("{count} page", "{count} pages", starter.pages).format(
                count=starter.pages
            )
            grid.addWidget(self._tick(starter, pages), row, 0)
            grid.addWidget(PlainLabel(pages, Look.MUTED), row, 1)
        grid.setRowStretch(len(starters), 1)
        self._area.setWidget(page)
        self._area.setVisible(bool(starters))
        self._say(len(starters), without)

    def _tick(self, starter: StarterTitle, pages: str) -> QCheckBox:
        tick = QCheckBox(escaped_mnemonic(starter.title))
        tick.setAccessibleDescription(pages)
        tick.setChecked(starter.function_id not in self._left_out)
        tick.toggled.connect(lambda _on: self._note())
        tick.installEventFilter(self)
        self.ticks[starter.function_id] = tick
        return tick

    def _say(self, count: int, without: tuple[str, ...]) -> None:
        brought = ngettext(
            "The program brings {count} procedure to start from. It prints with the bar “DRAFT, "
            "NOT APPROVED” until somebody approves it.",
            "The program brings {count} procedures to start from. They print with the bar “DRAFT, "
            "NOT APPROVED” until somebody approves them.",
            count,
        ).format(count=count)
        nothing = _("Your hospital has procedures already, or the program brings none for these.")
        self.reason.say(brought if count else nothing)
        self.without.say(
            _("To be written later; until then the binder says whom to ask: {names}.").format(
                names=", ".join(without)
            )
            if without
            else ""
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and event.type() == QEvent.Type.FocusIn:
            self._area.ensureWidgetVisible(watched, 0, 40)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.entered.emit()
                return True
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                ticks: list[QObject] = list(self.ticks.values())
                place = ticks.index(watched) + step
                if 0 <= place < len(ticks):
                    list(self.ticks.values())[place].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self._left_out = frozenset(k for k, tick in self.ticks.items() if not tick.isChecked())
        self.edited.emit()

    def chosen(self) -> frozenset[str]:
        return frozenset(key for key, tick in self.ticks.items() if tick.isChecked())

    def values(self) -> dict[str, str]:
        return {"left_out": " ".join(sorted(self._left_out))} if self._left_out else {}

    def take(self, values: Mapping[str, str]) -> None:
        self._left_out = frozenset(values.get("left_out", "").split())

    def controls(self) -> list[QWidget]:
        return [*self.ticks.values()]

    def take_focus(self) -> None:
        first = next(iter(self.ticks.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
