"""The last line of the window: which home, whether it may be changed, whether work is under way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from referent_desk.gui.labels import ElidedLabel, Look, PlainLabel
from referent_desk.gui.list_panes import SHOW_BUSY_AFTER
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.themes import Tone
from referent_desk.language import _


class StatusLine(QFrame):
    def __init__(self, root: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "status")
        self.home = ElidedLabel(
            _("Home: {folder}").format(folder=root), Qt.TextElideMode.ElideMiddle
        )
        self.home.setProperty("look", "muted")
        self.shown = ElidedLabel()
        self.shown.setProperty("look", "muted")
        self.work = PlainLabel("", Look.MUTED)
        self.work.setWordWrap(False)
        self._read_only_mark = ShapeMark(Shape.RING, Tone.WARNING)
        self._read_only = PlainLabel(_("Read only"), Look.STRONG)
        self._read_only.setWordWrap(False)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOW_BUSY_AFTER)
        self._patience.timeout.connect(lambda: self.work.say(_("Reading…")))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.setSpacing(8)
        layout.addWidget(self.home, 3)
        layout.addWidget(self.shown, 4)
        layout.addWidget(self.work)
        layout.addWidget(self._read_only_mark)
        layout.addWidget(self._read_only)
        self.show_read_only(False)

    def show_read_only(self, read_only: bool) -> None:
        self.is_read_only = read_only
        self._read_only_mark.setVisible(read_only)
        self._read_only.setVisible(read_only)

    def show_busy(self, busy: bool) -> None:
        if busy:
            self._patience.start()
        else:
            self._patience.stop()
            self.work.say("")

    def say(self, text: str) -> None:
        """What the window is doing at its own pace: closing, backing up."""
        self._patience.stop()
        self.work.say(text)
