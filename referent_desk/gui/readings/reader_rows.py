"""Beneath the grid: a line for somebody who has none, a whole list, and whose a written name is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, shortened
from referent_desk.gui.name_fields import NameField
from referent_desk.language import _

_LEAST, _WIDTH = 176, 280  # pixels
_LONGEST = 24
"""Letters of a written name that are shown here; the grid has all of it."""


class ReaderRow(QWidget):
    """`added` and `matched` bring a name and the id of a person; of an unknown one it is empty.

    `pasted` brings the text of a list.
    """

    added = Signal(str, str)
    matched = Signal(str, str)
    pasted = Signal(str)

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.asked = ""
        self.name = NameField(editing)
        self.name.setMaximumWidth(_WIDTH)
        self.name.setMinimumWidth(_LEAST)
        self.label = FieldLabel(_("&Add a line"), self.name)
        self.add = IconButton(_("Add"), "plus")
        self.paste = IconButton(_("&Paste a list of names"))
        self.match = IconButton(_("It is t&his person"), "check")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.label, self.name, self.add, self.match, self.paste):
            layout.addWidget(widget, widget is self.name)
        layout.addStretch(1)
        self.name.setAccessibleName(_("Add a line"))
        self.match.hide()
        self.name.entered.connect(self._give)
        self.add.clicked.connect(lambda _on: self._give())
        self.match.clicked.connect(lambda _on: self._give())
        self.paste.clicked.connect(lambda _on: self.pasted.emit(QApplication.clipboard().text()))

    def controls(self) -> list[QWidget]:
        return [self.name, self.add, self.match, self.paste]

    def ask_who(self, name: str) -> None:
        """Whose a written name is; with none, a line is added as before."""
        self.asked = name
        text = _("&Add a line")
        if name:
            text = _("Who is “{name}”?").format(name=shortened(name, _LONGEST).replace("&", "&&"))
        self.label.setText(text)
        self.name.setAccessibleName(text.replace("&", ""))
        self.add.setVisible(not name)
        self.match.setVisible(bool(name))

    def _give(self) -> None:
        typed = self.name.typed()
        link = self.name.link
        person_id = link.id if link is not None and link.name == typed else ""
        if self.asked and person_id:
            self.matched.emit(self.asked, person_id)
        elif typed and not self.asked:
            self.added.emit(typed, person_id)
        else:
            return
        self.name.show_name("")
