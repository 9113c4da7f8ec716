"""That a list which exists already needs no typing: it can be imported half-way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.language import _


class ImportHint(QWidget):
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told = PlainLabel("", Look.MUTED)
        self.say_made(is_made=False)
        self.button = IconButton(_("&Import a file…"), "download")
        self.button.clicked.connect(lambda _checked: self.asked.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self.told, 1)

    def say_made(self, *, is_made: bool) -> None:
        """Whether the department is there already, which is made for the first list."""
        self.told.say(
            _("Another list of your software, staff or numbers (Excel, CSV) can be imported as "
              "well; you come back to this step.")
            if is_made
            else _("A list of your software, staff or numbers (Excel, CSV) can be imported now: "
                   "your department is made first, and you come back to this step.")
        )  # fmt: skip
