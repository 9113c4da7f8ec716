"""What was changed, told to every tab; no tab knows another."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.changes import Kind


class ChangeBus(QObject):
    changed = Signal(frozenset)

    def tell(self, kinds: frozenset[Kind]) -> None:
        if kinds:
            self.changed.emit(kinds)
