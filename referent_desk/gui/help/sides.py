"""Where the help stands: at the right of what it explains where there is room, else over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

WIDTH = 408  # pixels


class HelpSide(QWidget):
    """Holds a content, and gives it the room that the panel leaves; never asks for more than the
    content alone does, so that help never makes the window wider than the screen."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._panel: QWidget | None = None
        content.setParent(self)
        self.setSizePolicy(content.sizePolicy())
        content.installEventFilter(self)

    def show_panel(self, panel: QWidget) -> None:
        self._panel = panel
        panel.setParent(self)
        panel.show()
        self.place()

    def hide_panel(self) -> None:
        if self._panel is not None:
            self._panel.hide()
        self.place()

    @property
    def is_over(self) -> bool:
        """Whether the panel hides a part of the content."""
        return self._content.width() == self.width()

    def place(self) -> None:
        if self._panel is None or self._panel.isHidden():
            self._content.setGeometry(self.rect())
            return
        wide = min(WIDTH, self.width())
        left = self.width() - wide
        fits = left >= self._content.minimumSizeHint().width()
        self._content.setGeometry(0, 0, left if fits else self.width(), self.height())
        self._panel.setGeometry(QRect(left, 0, wide, self.height()))
        self._panel.raise_()

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._content.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is shown changes its least size as pages come and go."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.place()
        return super().eventFilter(watched, event)


class HelpOver(QObject):
    """Keeps a panel at the right of a dialog, over what stands there."""

    def __init__(self, dialog: QWidget, panel: QWidget) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._panel = panel
        dialog.installEventFilter(self)

    def place(self) -> None:
        wide = min(WIDTH, self._dialog.width())
        self._panel.setGeometry(self._dialog.width() - wide, 0, wide, self._dialog.height())
        self._panel.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)
