"""The keys of the digits, which write the usual help again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from referent_desk.gui.link_fields import LinkField

_UNSHIFTED = "&é\"'(-è_ç"
"""What a French keyboard writes on the keys of the digits from 1 to 9."""


def digit_of(typed: str) -> int | None:
    """The digit on the key that wrote this, on a French keyboard without Shift too."""
    if len(typed) != 1:
        return None
    if typed in "123456789":
        return int(typed)
    return _UNSHIFTED.find(typed) + 1 or None


def digit_keys(number: int) -> tuple[str, str]:
    """How a shortcut names the key of that digit."""
    return str(number), _UNSHIFTED[number - 1]


class SoftwareField(LinkField):
    """A digit typed before anything else writes the usual help of that number."""

    usual_asked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = digit_of(event.text())
        is_first = not self.text() or self.selectedText() == self.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if number is not None and is_first and plain and not self.popup.isVisible():
            self.usual_asked.emit(number)
        else:
            super().keyPressEvent(event)
