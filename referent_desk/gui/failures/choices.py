"""What is to fail: a tick for each thing that can, and the usual sets of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.failures import FailureDomain
from referent_desk.domain.fallbacks import USUAL_FAILURE
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel, escaped_mnemonic
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.gui.yielding_areas import YieldingArea
from referent_desk.language import _, spoken

_STANDING = frozenset({"power", "analogue_telephony", "mobile_network"})
"""Codes of what is left when everything but the power fails: it comes by ways of its own."""


@dataclass(frozen=True, slots=True)
class _Preset:
    words: Callable[[], str]
    holds: Callable[[FailureDomain], bool]


_PRESETS = (
    _Preset(lambda: _("&Network, login and telephony"), lambda d: d.code in USUAL_FAILURE),
    _Preset(lambda: _("Everything but the po&wer"), lambda d: d.code not in _STANDING),
    _Preset(lambda: _("The p&ower"), lambda d: d.code == "power"),
    _Preset(lambda: _("Not&hing"), lambda d: False),
)


class FailureChoices(QWidget):
    """`changed` brings the ids of what is ticked."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.ticks: dict[str, QCheckBox] = {}
        self._domains: tuple[FailureDomain, ...] = ()
        self.presets = WrappingRow()
        self._row = WrappingRow(spacing=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(16)
        title = PlainLabel(_("What fails"), Look.HEADING)
        title.setWordWrap(False)
        head.addWidget(title)
        head.addLayout(self.presets, 1)
        column.addLayout(head)
        inside = QWidget()
        inside.setLayout(self._row)
        self.area = YieldingArea(inside, room=lambda: self.window().height() // 6)
        column.addWidget(self.area)
        self.buttons = [self._offer(preset) for preset in _PRESETS]

    def _offer(self, preset: _Preset) -> IconButton:
        button = IconButton(preset.words())
        button.clicked.connect(lambda _on: self._take(preset.holds))
        self.presets.addWidget(button)
        return button

    def offer(self, domains: Iterable[FailureDomain]) -> None:
        """The usual failure is ticked to begin with."""
        self._domains = tuple(domains)
        before: QWidget | None = None
        for domain in self._domains:
            tick = QCheckBox(escaped_mnemonic(domain.name(spoken().code)))
            tick.toggled.connect(self._note)
            self.ticks[domain.id] = tick
            self._row.addWidget(tick)
            if before is not None:
                QWidget.setTabOrder(before, tick)
            before = tick
        for button in self.buttons:
            if before is not None:
                QWidget.setTabOrder(before, button)
            before = button
        self.area.fit()
        self.updateGeometry()
        self._take(_PRESETS[0].holds)

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(one for one, tick in self.ticks.items() if tick.isChecked())

    def _take(self, holds: Callable[[FailureDomain], bool]) -> None:
        for domain in self._domains:
            tick = self.ticks[domain.id]
            tick.blockSignals(True)
            tick.setChecked(holds(domain))
            tick.blockSignals(False)
        self.changed.emit(self.chosen)

    def _note(self, _on: bool) -> None:
        self.changed.emit(self.chosen)
