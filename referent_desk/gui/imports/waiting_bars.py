"""A thin bar that says that an answer is under way, unless it comes at once."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from referent_desk.gui.jobs import SHOW_BUSY_AFTER
from referent_desk.language import _


class WaitingBar(QProgressBar):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setFixedHeight(4)
        self.setAccessibleName(_("Reading…"))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOW_BUSY_AFTER)
        self._patience.timeout.connect(self.show)

    def expect(self) -> None:
        if not self._patience.isActive():
            self._patience.start()

    def end(self) -> None:
        self._patience.stop()
        self.hide()
