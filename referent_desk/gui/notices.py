"""A bar that says something the reader must not miss: shape, sentence, what to do."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.errors import DeskError
from referent_desk.gui.icons import IconToolButton
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.themes import Tone
from referent_desk.language import _


class NoticeBar(QFrame):
    """Can be closed where `closable`; a closed one stays closed until something new is said."""

    closed = Signal()

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.WARNING,
        shape: Shape = Shape.TRIANGLE,
        *,
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")
        self.setProperty("tone", tone.value)
        self.label = PlainLabel(text)
        layout = QHBoxLayout(self)
        edge = 2 if closable else 6
        layout.setContentsMargins(12, edge, 8, edge)
        layout.setSpacing(8)
        layout.addWidget(ShapeMark(shape, tone))
        layout.addWidget(self.label, 1)
        if closable:
            self.close_button = IconToolButton(_("Hide this message"), "x")
            self.close_button.clicked.connect(self._close)
            layout.addWidget(self.close_button)
        self._row = layout
        self.setAccessibleName(text)

    def add(self, button: QWidget) -> None:
        """What can be done about it, at the end of the line."""
        self._row.addWidget(button)

    def say(self, text: str) -> None:
        self.label.say(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def sentence_of(error: Exception) -> str:
    """What an error says to the reader; a bug says only that it is one."""
    if isinstance(error, DeskError):
        return str(error)
    return _("The program made a mistake. Nothing was changed. Press F5 to try again.")


class NoticeStrip(QWidget):
    """The notices of the home, one under the other, above the tabs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 0, 16, 8)
        self._layout.setSpacing(4)
        self.hide()

    def say(self, sentences: Iterable[str]) -> None:
        """Replace what was said before."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        bars = [NoticeBar(sentence, closable=True) for sentence in sentences]
        for bar in bars:
            bar.closed.connect(self._hide_when_empty)
            self._layout.addWidget(bar)
        self.setVisible(bool(bars))

    def bars(self) -> list[NoticeBar]:
        """The notices that are still shown."""
        return [bar for bar in self.findChildren(NoticeBar) if not bar.isHidden()]

    def _hide_when_empty(self) -> None:
        self.setVisible(bool(self.bars()))
