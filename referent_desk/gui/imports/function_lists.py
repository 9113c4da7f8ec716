"""The list from which a line is given a function that the program did not guess."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from referent_desk.gui.closed_lists import ClosedList
from referent_desk.gui.labels import shortened
from referent_desk.language import _

_LETTERS = 48
_OPENING = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FunctionList(ClosedList):
    """`added` names the function that was chosen. Keys only ever open it: what is looked at on the
    way to a function is not added."""

    added = Signal(str)

    def __init__(self, functions: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Used for this too"))
        self.setPlaceholderText(_("Used for this too…"))
        for function in functions:
            self.addItem(shortened(function, _LETTERS), function)
        self.setCurrentIndex(-1)
        self.setMaxVisibleItems(16)
        self.activated.connect(lambda place: self.added.emit(str(self.itemData(place))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().strip()
        if event.key() in _OPENING or (typed and typed.isprintable()):
            self.showPopup()
            if typed and typed.isprintable():
                self.view().keyboardSearch(typed)
            return
        super().keyPressEvent(event)
