"""Python's garbage, collected in the GUI thread: a widget freed by another thread crashes Qt."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 5_000  # milliseconds
_WHOLE_EVERY = 12  # of those


class GarbageTimer(QObject):
    """Switches Python's own collection off until it is stopped; then it is as it was."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._count = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(_EVERY)

    def stop(self) -> None:
        self._timer.stop()
        if self._was_on:
            gc.enable()

    def _collect(self) -> None:
        self._count += 1
        gc.collect(2 if self._count % _WHOLE_EVERY == 0 else 1)
