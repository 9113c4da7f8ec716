"""One thing to do as a card: shape, title, reason, how long, and one button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from referent_desk.domain.tasks import Task, Urgency
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel, escaped_mnemonic
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.themes import Tone
from referent_desk.gui.today.words import about, task_words
from referent_desk.language import _

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MARKS = {
    Urgency.NOW: (Shape.SQUARE, Tone.BAD),
    Urgency.SOON: (Shape.TRIANGLE, Tone.WARNING),
    Urgency.LATER: (Shape.RING, Tone.NEUTRAL),
}


def urgency_word(urgency: Urgency) -> str:
    """What the shape says, for whoever does not see it."""
    return {
        Urgency.NOW: _("urgent"),
        Urgency.SOON: _("soon"),
        Urgency.LATER: _("when there is time"),
    }[urgency]


class TaskCard(QFrame):
    """`stepped` asks for the card before (-1) or after (1)."""

    done_asked = Signal(object)
    stepped = Signal(int)

    def __init__(self, task: Task, *, first: bool, possible: bool) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.task = task
        words = task_words(task)
        shape, tone = _MARKS[task.urgency]
        self.title = PlainLabel(words.title, Look.STRONG)
        self.reason = PlainLabel(words.reason, Look.MUTED)
        self.minutes = PlainLabel(about(task.minutes), Look.MUTED)
        self.minutes.setWordWrap(False)
        self.button = IconButton(escaped_mnemonic(words.button), main=first)
        self.button.setAccessibleName(words.button)
        self.button.setAccessibleDescription(
            _("{title}. {reason} {urgency}, about {duration}.").format(
                title=words.title,
                reason=words.reason,
                urgency=urgency_word(task.urgency),
                duration=about(task.minutes),
            )
        )
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(lambda _checked: self.done_asked.emit(self.task))
        self.button.installEventFilter(self)
        self._lay_out(ShapeMark(shape, tone))
        if not possible:
            self.button.hide()

    def _lay_out(self, mark: QWidget) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(12)
        self._parts.addLayout(words, 1)
        self._parts.addWidget(self.minutes)
        self._parts.addWidget(self.button, 0, _LEFT)  # else nothing is wider than the button
        row.addLayout(self._parts, 1)

    def stack(self, stacked: bool) -> None:
        """One under the other, where there is no room beside one another."""
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._parts.setSpacing(4 if stacked else 12)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.button.click()
                return True
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
            if step is not None:
                self.stepped.emit(step)
                return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._mark(event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _mark(self, marked: bool) -> None:
        self.setProperty("marked", marked)
        self.style().unpolish(self)
        self.style().polish(self)
