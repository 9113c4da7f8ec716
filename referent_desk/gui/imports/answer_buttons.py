"""An answer as a button: its digit, and a text that takes the lines it needs at its width."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from referent_desk.gui.labels import escaped_mnemonic
from referent_desk.language import _

_LEAST_WIDTH = 160  # pixels
_AROUND = 24  # pixels: padding and edge


class AnswerButton(QPushButton):
    """`digit` None: the keys answer another question of the line."""

    def __init__(self, digit: int | None, answer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digit = digit
        self._answer = answer
        self.setProperty("look", "answer")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(answer)
        self._wrap(_LEAST_WIDTH * 2)

    def minimumSizeHint(self) -> QSize:
        """Narrower than its text: it wraps."""
        return QSize(_LEAST_WIDTH, super().sizeHint().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap(event.size().width())

    def _wrap(self, width: int) -> None:
        """As wide as in bold, in which the chosen answer is written."""
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        first = _("{digit}  {answer}").format(digit=self._digit, answer="")
        if self._digit is None:
            first = ""
        room = width - _AROUND - metrics.horizontalAdvance(first)
        lines = _lines(self._answer, metrics, room)
        indent = " " * round(metrics.horizontalAdvance(first) / metrics.horizontalAdvance(" "))
        text = escaped_mnemonic(first + f"\n{indent}".join(lines))
        if text != self.text():
            self.setText(text)
            self.updateGeometry()


def _lines(text: str, metrics: QFontMetrics, room: int) -> list[str]:
    """Broken between words; a word that is wider than the room stands alone."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
