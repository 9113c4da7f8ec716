"""The widgets into which a field of a record is typed; what is typed crosses as text.

All have `edited` (something was typed), `entered` (Enter), `left` (the keyboard went elsewhere),
`given_up` (Escape brought back what was) and `refused` with the code of a fault. `shown` is the
text as it was last shown; `typed` the text as it stands now.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from referent_desk.domain.records import Link, RecordField
from referent_desk.gui.closed_lists import ClosedList
from referent_desk.gui.labels import show_tip
from referent_desk.gui.text_lengths import NotTooLong
from referent_desk.gui.typed_words import typed_words

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Another window, or a list of the field itself: one comes back from there."""
_LEAST_LINES, _MOST_LINES = 2, 12
_TEXT_MARGIN = 6  # pixels around the text: it stands in line with that of a field of one line


def is_undo(event: QKeyEvent) -> bool:
    """Undo or redo: heard by the window where nothing was typed."""
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    standard = QKeySequence.StandardKey
    if event.matches(standard.Undo) or event.matches(standard.Redo):
        return True
    return control and event.key() == Qt.Key.Key_Y


def is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


class LineField(QLineEdit):
    edited = Signal()
    entered = Signal()
    left = Signal()
    given_up = Signal()
    refused = Signal(str)

    def __init__(self, field: RecordField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.shown = ""
        self.setMaxLength(field.longest + 1)
        self.setValidator(NotTooLong(field.longest, self))
        self.inputRejected.connect(lambda: self.refused.emit("too_long"))
        self.textEdited.connect(lambda _text: self.edited.emit())
        self.returnPressed.connect(self.entered)

    @property
    def is_changed(self) -> bool:
        return self.text() != self.shown

    def typed(self) -> str:
        return self.text()

    def local_fault(self) -> str:
        """The code of what only the widget itself can see."""
        return ""

    def show_typed(self, text: str, _link: Link | None = None) -> None:
        """Show what is stored; the cursor stays where it was when nothing differs."""
        self.shown = typed_words(self.field, text)
        self.put(self.shown)

    def put(self, text: str) -> None:
        """As if it had been typed, without telling."""
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)
        self._say_whole()

    def give_up(self) -> None:
        self.put(self.shown)
        self.given_up.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if is_undo(event) and not self.is_changed:
                event.ignore()
                return False
            if is_escape(event) and self.is_changed:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_escape(event) and self.is_changed:
            self.give_up()
        elif is_escape(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.setCursorPosition(0)
            self.left.emit()
        self._say_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_whole()

    def _say_whole(self) -> None:
        """A text that has no room is read whole in the tool tip."""
        room = self.width() - 24
        text = self.text() or self.placeholderText()
        is_long = self.fontMetrics().horizontalAdvance(text) > room
        show_tip(self, text if is_long else "")


class TextField(QPlainTextEdit):
    """Several lines; Tab goes on to the next field, Ctrl+Enter saves."""

    edited = Signal()
    entered = Signal()
    left = Signal()
    given_up = Signal()
    refused = Signal(str)

    def __init__(self, field: RecordField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.shown = ""
        self._is_told = False
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_TEXT_MARGIN)
        self.textChanged.connect(self._tell)
        self._fit()

    @property
    def is_changed(self) -> bool:
        return self.toPlainText() != self.shown

    def typed(self) -> str:
        return self.toPlainText()

    def local_fault(self) -> str:
        return ""

    def show_typed(self, text: str, _link: Link | None = None) -> None:
        self.shown = text
        self.put(text)

    def put(self, text: str) -> None:
        if text != self.toPlainText():
            self._is_told = True
            self.setPlainText(text)
            self._is_told = False
            self._fit()

    def give_up(self) -> None:
        self.put(self.shown)
        self.given_up.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        room = self.field.longest - len(self.toPlainText())
        if len(source.text()) > room + len(self.textCursor().selectedText()):
            self.refused.emit("too_long")
        else:
            self.insertPlainText(source.text())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if is_undo(event) and not self.is_changed:
                event.ignore()
                return False
            if is_escape(event) and self.is_changed:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if is_escape(event) and self.is_changed:
            self.give_up()
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _tell(self) -> None:
        if not self._is_told:
            self._fit()
            self.edited.emit()

    def _fit(self) -> None:
        """As high as its lines, within bounds."""
        lines = min(_MOST_LINES, max(_LEAST_LINES, self.document().lineCount()))
        self.setFixedHeight(lines * ceil(QFontMetricsF(self.font()).lineSpacing()) + 18)


class ChoiceField(ClosedList):
    """One of a few words. What the mouse chooses is entered, the arrows only show; `by_key` while
    a key is heard."""

    edited = Signal()
    entered = Signal()
    left = Signal()
    given_up = Signal()
    refused = Signal(str)

    def __init__(
        self, field: RecordField, words: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        """`words` pairs each stored word with what is said for it."""
        super().__init__(parent)
        self.field = field
        self.shown = ""
        self.by_key = False
        for stored, said in words:
            self.addItem(said, stored)
        self.shown = self.typed()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._take)

    @property
    def is_changed(self) -> bool:
        return self.typed() != self.shown

    def typed(self) -> str:
        stored = self.currentData()
        return stored if isinstance(stored, str) else ""

    def local_fault(self) -> str:
        return ""

    def show_typed(self, text: str, _link: Link | None = None) -> None:
        self.shown = text
        self.put(text)

    def put(self, text: str) -> None:
        self.setCurrentIndex(self.findData(text))

    def give_up(self) -> None:
        self.put(self.shown)
        self.given_up.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_key = True
        if is_escape(event) and self.is_changed:
            self.give_up()
        elif is_escape(event):
            event.ignore()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # creates the whole form
        else:
            self.entered.emit()
        self.by_key = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()

    def _take(self, _number: int) -> None:
        self.edited.emit()
        if not self.by_key:
            self.entered.emit()
