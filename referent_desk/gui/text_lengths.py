"""How long a text may be that is typed into one line."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QValidator


class NotTooLong(QValidator):
    """Refuses the whole of a text that is too long, so that nothing is cut."""

    def __init__(self, longest: int, parent: QObject) -> None:
        super().__init__(parent)
        self._longest = longest

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        fits = len(text) <= self._longest
        return (QValidator.State.Acceptable if fits else QValidator.State.Invalid, text, place)
