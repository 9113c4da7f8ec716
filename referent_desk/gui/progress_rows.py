"""How far a long piece of work is, and the button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.language import _


class ProgressRow(QFrame):
    stopped = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.stop = IconButton(_("S&top"), "x")
        self.stop.clicked.connect(self._stop)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.setAccessibleName(name)
        self.far = PlainLabel("", Look.MUTED)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.far)
        layout.addLayout(line)
        self.hide()

    def begin(self) -> None:
        self.bar.setRange(0, 0)
        self.far.say(_("Reading…"))
        self.stop.setEnabled(True)
        self.show()

    def advance(self, done: int, of: int) -> None:
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
        self.far.say(_("{done} of {count}").format(done=done, count=of))

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.stopped.emit()
