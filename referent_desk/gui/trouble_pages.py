"""A home that cannot be opened: what happened, what to do, try again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.errors import DeskError
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.language import _


class TroublePage(QWidget):
    retried = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._happened = PlainLabel("", Look.STRONG)
        self._what_to_do = PlainLabel()
        self.again = IconButton(_("Try a&gain"), "refresh-cw")
        self.again.clicked.connect(self.retried)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 48, 40, 24)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(_("The home cannot be opened."), Look.TITLE))
        layout.addWidget(self._happened)
        layout.addWidget(self._what_to_do)
        layout.addSpacing(8)
        layout.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def say(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._happened.say(error.happened)
            self._what_to_do.say(error.what_to_do)
        else:
            self._happened.say(_("The program made a mistake while it opened the home."))
            self._what_to_do.say(_("Copy the report and give it to your IT department."))
