"""A field that narrows a list: Escape or its cross empties it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from referent_desk.gui.icons import icon
from referent_desk.gui.themes import theme_of
from referent_desk.language import _


class FilterField(QLineEdit):
    def __init__(self, placeholder: str, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self._empty = QAction(self)
        self._empty.setText(_("Empty the filter"))
        self._empty.setToolTip(_("Empty the filter"))
        self._empty.triggered.connect(self.clear)
        self.addAction(self._empty, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._show_cross)
        self._show_cross()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_cross()

    def _show_cross(self) -> None:
        """An icon that comes and goes, rather than an action: nothing moves beside it."""
        shown = bool(self.text())
        self._empty.setEnabled(shown)
        colour = theme_of(QApplication.palette()).muted
        self._empty.setIcon(icon("x", colour) if shown else QIcon())
