"""Where the help stands: at the right of what it explains where there is room, else over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

WIDTH = 408  # pixels
_READABLE = 640  # pixels of a dialog: with less, what it shows cannot be told apart


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


class HelpBeside(QObject):
    """Keeps a panel at the right of what a dialog shows, never over it.

    The dialog grows as far as its window is wide; where that does not suffice, the panel is a page
    that takes the whole dialog until it is closed.
    """

    def __init__(self, dialog: QWidget, panel: QWidget) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._panel = panel
        self._before: QRect | None = None
        layout = dialog.layout()
        self._margins = layout.contentsMargins() if layout is not None else QMargins()
        dialog.installEventFilter(self)

    @property
    def is_page(self) -> bool:
        return self._panel.width() == self._dialog.width()

    def show(self) -> None:
        """Make room, then show the panel."""
        before = self._dialog.geometry()
        wide = min(before.width() + WIDTH, self._most())
        if wide > before.width() and self._fits(wide):
            left = before.left() - (wide - before.width()) // 2
            self._before = before
            self._dialog.setGeometry(left, before.top(), wide, before.height())
        self._panel.show()
        self.place()

    def hide(self) -> None:
        """As it was before, unless the reader has given the dialog another size meanwhile."""
        self._panel.hide()
        self._set_right_margin(0)
        before, self._before = self._before, None
        if before is not None and self._dialog.height() == before.height():
            self._dialog.setGeometry(before)

    def place(self) -> None:
        if self._panel.isHidden():
            return
        whole = self._dialog.rect()
        fits = self._fits(whole.width())
        self._set_right_margin(WIDTH if fits else 0)
        left = whole.width() - WIDTH if fits else 0
        self._panel.setGeometry(whole.adjusted(left, 0, 0, 0))
        self._panel.raise_()

    def _fits(self, wide: int) -> bool:
        return wide - WIDTH >= max(self._least(), _READABLE)

    def _most(self) -> int:
        parent = self._dialog.parentWidget()
        return (parent.window() if parent is not None else self._dialog.screen().size()).width()

    def _least(self) -> int:
        """The width that the dialog needs without the help."""
        layout = self._dialog.layout()
        if layout is None:
            return self._dialog.minimumSizeHint().width()
        return layout.minimumSize().width() - (layout.contentsMargins() - self._margins).right()

    def _set_right_margin(self, more: int) -> None:
        layout = self._dialog.layout()
        if layout is not None:
            layout.setContentsMargins(self._margins + QMargins(0, 0, more, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)
