"""A piece of work that takes the whole window for a while: writing a procedure, bringing in a file.

It lies over the tabs, never in a window of its own. It ends by its button, by Escape, or by Back.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import ElidedLabel, Look
from referent_desk.language import _


class WorkPage(QWidget):
    """`place_asked` leads elsewhere when the work is done; `topic` is what F1 explains."""

    finished = Signal()
    place_asked = Signal(object)

    topic = "index"
    way_back = ""
    """The part of the tab that shows it again; empty: from elsewhere Back leads to the tab only."""
    lets_undo = False
    """Records are edited on it as on a tab: what was done last can be taken back from it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = ElidedLabel(title)  # one line: below it every pixel of height is needed
        self.heading.setProperty("look", Look.TITLE.value)
        self.leave = IconButton(_("Go &back"), "arrow-left")
        self.leave.clicked.connect(lambda _checked: self.go_away())
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.leave)
        head.addWidget(self.heading, 1)
        self.head = head
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addLayout(self.body, 1)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.escape)

    def begin(self) -> None:
        """It is seen now: read what is needed, take the keyboard."""

    def settle(self) -> None:
        """Keep what was typed and not yet saved; called before the page goes, however it goes."""

    @property
    def stays_below(self) -> bool:
        """Another piece of work may be laid over it; when that ends, this one is there again."""
        return False

    def make_way(self, then: Callable[[], None]) -> None:
        """Another piece of work is wanted: do what must be done first; `then` begins it."""
        then()

    def come_back(self) -> None:
        """What was laid over it is gone."""

    def escape(self) -> None:
        """The key was pressed, and nothing in the page took it."""
        self.go_away()

    def go_away(self) -> None:
        """The reader wants to leave; a page may have something to say first."""
        self.end()

    def end(self) -> None:
        self.settle()
        self.finished.emit()
