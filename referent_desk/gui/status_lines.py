"""The last line of the window: what was saved and can be taken back, where one stands."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.gui.jobs import SHOW_BUSY_AFTER
from referent_desk.gui.labels import (
    ElidedLabel,
    Look,
    PlainLabel,
    escaped_mnemonic,
    shortened,
    show_tip,
)
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.themes import Tone
from referent_desk.language import _, spoken

_UNDO_EDGES = 24  # pixels of the button beside its text
_WIDEST_UNDO = 520
_LONGEST_DONE = 56  # letters
_HEIGHT = 40  # pixels, with and without the button: nothing moves when it comes


class UndoButton(QPushButton):
    """Says what can be taken back, as far as there is room; the whole is in its tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "flat")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._whole = ""
        self.setAccessibleName(_("Nothing to undo"))

    def say(self, text: str) -> None:
        """Nothing to take back: no button."""
        self._whole = text
        self.setVisible(bool(text))
        self.setAccessibleName(text or _("Nothing to undo"))
        show_tip(self, text)
        self._elide()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._whole) + _UNDO_EDGES + 4
        return QSize(min(width, _WIDEST_UNDO), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - _UNDO_EDGES
        mode = Qt.TextElideMode.ElideMiddle
        self.setText(escaped_mnemonic(self.fontMetrics().elidedText(self._whole, mode, room)))


class StatusLine(QFrame):
    def __init__(self, root: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "status")
        self.home = _("Home: {folder}").format(folder=root)
        self.saved = PlainLabel("", Look.MUTED)
        self.saved.setWordWrap(False)
        self.saved.setContentsMargins(0, 0, 8, 0)
        self.saved.hide()
        self.undo = UndoButton()
        self.undo.hide()
        self.back = QPushButton(_("Back to Today"))
        self.back.setProperty("look", "main")
        self.back.setAutoDefault(False)
        show_tip(self.back, _("Alt+1"))
        keeping = self.back.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(keeping)
        self.back.hide()
        self.shown = ElidedLabel()
        self.shown.setProperty("look", "muted")
        self.sheets = QPushButton()
        self.sheets.setProperty("look", "flat")
        self.sheets.setAutoDefault(False)
        self.sheets.hide()
        self.show_sheets("")
        self.work = PlainLabel("", Look.MUTED)
        self.work.setWordWrap(False)
        self._read_only_mark = ShapeMark(Shape.RING, Tone.WARNING)
        self._read_only = PlainLabel(_("Read only"), Look.STRONG)
        self._read_only.setWordWrap(False)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOW_BUSY_AFTER)
        self._patience.timeout.connect(lambda: self.work.say(_("Reading…")))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 2, 16, 2)
        self.setMinimumHeight(_HEIGHT)
        layout.setSpacing(8)
        layout.addWidget(self.saved)
        layout.addWidget(self.undo)
        layout.addWidget(self.shown, 1)
        layout.addWidget(self.sheets)
        layout.addWidget(self.work)
        layout.addWidget(self._read_only_mark)
        layout.addWidget(self._read_only)
        layout.addWidget(
            self.back
        )  # at the edge, its room kept: nothing moves it or takes its place
        self.show_read_only(False)

    def come_last(self) -> None:
        """In the order of Tab: pages are made when they are seen, after this line."""
        last = self.window().previousInFocusChain()
        if last is not None and last is not self.sheets:
            QWidget.setTabOrder(last, self.sheets)
            QWidget.setTabOrder(last, self.undo)
            QWidget.setTabOrder(last, self.back)

    def show_saved(self, saved: Saved, done: str = "") -> None:
        """`done`: what was taken back or done again by it."""
        time = spoken().time(saved.at.astimezone())
        said = " ".join(done.split()) or _("Saved at {time}").format(time=time)
        self.saved.say(shortened(said, _LONGEST_DONE))
        show_tip(self.saved, said if len(said) > _LONGEST_DONE else "")
        self.saved.show()

    def tell(self, text: str) -> None:
        """What happened by the way; it stays until something is saved."""
        self.saved.say(text)
        show_tip(self.saved, "")
        self.saved.show()

    def show_place(self, text: str) -> None:
        """Where one stands; which home that is, in the tool tip."""
        self.shown.say(text)
        show_tip(self.shown, "\n".join(part for part in (text, self.home) if part))

    def show_sheets(self, text: str) -> None:
        """What is wrong with the paper on the shelf; nothing where nothing is. It leads there."""
        self.sheets.setText(escaped_mnemonic(text))
        self.sheets.setAccessibleName(text or _("No sheet out of date"))
        self.sheets.setVisible(bool(text))

    def show_read_only(self, read_only: bool) -> None:
        self.is_read_only = read_only
        self._read_only_mark.setVisible(read_only)
        self._read_only.setVisible(read_only)

    def show_busy(self, busy: bool) -> None:
        if busy:
            self._patience.start()
        else:
            self._patience.stop()
            self.work.say("")

    def say(self, text: str) -> None:
        """What the window is doing at its own pace: closing, backing up."""
        self._patience.stop()
        self.work.say(text)
