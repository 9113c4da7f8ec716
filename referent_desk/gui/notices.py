"""A bar that says something the reader must not miss: shape, sentence, what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable

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
        self._is_closable = closable
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
        """What can be done about it, at the end of the line but before what hides it."""
        last = self._row.count() - 1 if self._is_closable else self._row.count()
        self._row.insertWidget(last, button)

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
    return _(
        "The program made a mistake. Look whether what you did was kept before you do it again; "
        "should it come back, give the report to your IT department."
    )


class NoticeStrip(QWidget):
    """The notices of the home, one under the other, above the tabs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._said: list[NoticeBar] = []
        self._sentences: tuple[str, ...] = ()
        self._layout.setContentsMargins(16, 0, 16, 8)
        self._layout.setSpacing(4)
        self.hide()

    def say(
        self, sentences: Iterable[str], first_button: Callable[[], QWidget] | None = None
    ) -> None:
        """Replace what was said of the home before; what was added besides stays.

        The same sentences again change nothing: what the reader has closed stays closed.
        """
        said = tuple(sentences)
        if said == self._sentences:
            return
        self._sentences = said
        for bar in self._said:
            self.remove(bar)
        self._said = [NoticeBar(sentence, closable=True) for sentence in said]
        if self._said and first_button is not None:
            self._said[0].add(first_button())
        for bar in self._said:
            self.add(bar)

    def add(self, bar: NoticeBar) -> None:
        bar.closed.connect(self._hide_when_empty)
        self._layout.addWidget(bar)
        bar.show()
        self._hide_when_empty()

    def remove(self, bar: NoticeBar) -> None:
        bar.hide()
        self._layout.removeWidget(bar)
        bar.deleteLater()
        self._hide_when_empty()

    def bars(self) -> list[NoticeBar]:
        """The notices that are still shown."""
        return [bar for bar in self.findChildren(NoticeBar) if not bar.isHidden()]

    def _hide_when_empty(self) -> None:
        self.setVisible(bool(self.bars()))
