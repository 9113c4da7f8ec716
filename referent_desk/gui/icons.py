"""Line icons in the colour of the text beside them; they follow the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolButton, QWidget

from referent_desk.gui.themes import theme_of
from referent_desk.resources import resource

SIDE = 18  # pixels
_GAP = 6  # pixels between an icon and its word
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REDRAWN_ON = (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange)


@cache
def icon(name: str, colour: str, gap: int = 0) -> QIcon:
    """The icon `name` of `resources/icons`, drawn in `colour`, with `gap` pixels to its right."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for scale in (1, 2):
        side = SIDE * scale
        sized = drawing.replace('width="24"', f'width="{side + gap * scale}"', 1)
        box = f'viewBox="0 0 {24 + gap * 24 // SIDE} 24"'
        sized = sized.replace('viewBox="0 0 24 24"', box, 1)
        sized = sized.replace('height="24"', f'height="{side}"', 1).replace("currentColor", colour)
        picture = QPixmap()
        picture.loadFromData(sized.encode(), "svg")
        picture.setDevicePixelRatio(scale)
        made.addPixmap(picture)
    return made


def _draw(button: QAbstractButton, name: str, colour: str, gap: int = 0) -> None:
    button.setIcon(icon(name, colour, gap))
    button.setIconSize(QSize(SIDE + gap, SIDE))


class IconButton(QPushButton):
    """A button with a word and an icon; one of a window may be the `main` one."""

    def __init__(
        self, text: str, icon_name: str = "", *, main: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self._is_main = main
        self.setProperty("look", "main" if main else "plain")
        self.setAutoDefault(False)
        self._redraw()

    def be_main(self, main: bool) -> None:
        """Of two buttons, what one does first may change."""
        if main != self._is_main:
            self._is_main = main
            self.setProperty("look", "main" if main else "plain")
            self.style().unpolish(self)
            self.style().polish(self)
            self._redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; Qt does so in dialogs only."""
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REDRAWN_ON:
            self._redraw()

    def _redraw(self) -> None:
        if self._icon_name:
            theme = theme_of(QApplication.palette())
            colour = theme.accent_text if self._is_main else theme.text
            if not self.isEnabled():
                colour = theme.muted
            _draw(self, self._icon_name, colour, _GAP)


class IconToolButton(QToolButton):
    """A button of an icon alone: `name` is what a screen reader and the tool tip say."""

    def __init__(self, name: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REDRAWN_ON:
            self._redraw()

    def _redraw(self) -> None:
        theme = theme_of(QApplication.palette())
        _draw(self, self._icon_name, theme.text if self.isEnabled() else theme.muted)
