"""Fields of the editor: as high as what is typed, plain text only, keys that the form hears."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from referent_desk.domain.drafts import LONGEST_PIECE
from referent_desk.domain.pasted_lines import PastedLine
from referent_desk.domain.pasted_texts import LARGEST, PastedTooLong, joined, pasted_lines
from referent_desk.gui.labels import show_tip
from referent_desk.gui.procedures.words import pasted_too_long

_MARGIN = 6  # pixels around the text of a field
_PAD = 2 * _MARGIN + 4
_PICKING = frozenset(
    {
        Qt.Key.Key_Enter,
        Qt.Key.Key_Return,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
    }
)
_RTF = ("text/rtf", "application/rtf", "text/richtext")


def lines_in(source: QMimeData) -> tuple[PastedLine, ...]:
    """Raises PastedTooLong."""
    rtf = next((bytes(source.data(f).data()) for f in _RTF if source.hasFormat(f)), b"")
    return pasted_lines(
        source.html() if source.hasHtml() else "",
        rtf.decode("latin-1"),
        source.text() if source.hasText() else "",
    )


def is_undo_or_redo(event: QKeyEvent) -> bool:
    """These are heard by the page, which undoes in the whole text."""
    return is_undo(event) or is_redo(event)


def is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    pressed = event.modifiers(), event.key()
    return pressed in ((control, Qt.Key.Key_Y), (control | shift, Qt.Key.Key_Z))


def is_picked(event: QEvent, is_offering: Callable[[], bool]) -> bool:
    """A key that picks in the list of offers, which is given it when the field lets it be."""
    pressed = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
    if not isinstance(event, QKeyEvent) or event.type() not in pressed:
        return False
    return Qt.Key(event.key()) in _PICKING and is_offering()


def leave_to_offers(event: QEvent) -> None:
    """The list picks by the key, and no shortcut of the page, Escape first of all, takes it."""
    event.setAccepted(event.type() == QEvent.Type.ShortcutOverride)


class _NotTooLong(QValidator):
    """Refuses the whole of what is too long, so that nothing is cut."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        fits = len(text) <= LONGEST_PIECE
        return (QValidator.State.Acceptable if fits else QValidator.State.Invalid, text, place)


def _never() -> bool:
    return False


class GrowingText(QPlainTextEdit):
    """`pasted` hears lines before they are put in and answers whether it took them."""

    is_offering: Callable[[], bool] = staticmethod(_never)

    edited = Signal()
    refused = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_MARGIN)
        self.pasted: Callable[[Sequence[PastedLine]], bool] = lambda _lines: False
        self.textChanged.connect(self._note)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if is_picked(event, self.is_offering):
            leave_to_offers(event)
            return True
        return super().event(event)

    def text(self) -> str:
        """With its no-break spaces, which `toPlainText` makes plain ones of."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """The cursor stays where it can; nothing is told."""
        if text == self.text():
            return
        place = self.textCursor().position()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self.place_cursor(min(place, len(text)))
        self._fit()

    def place_cursor(self, place: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(self.text())))
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo_or_redo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """The words only; a text that is too long is refused as a whole."""
        try:
            lines = lines_in(source)
        except PastedTooLong as error:
            self.refused.emit(pasted_too_long(error))
            return
        longest = max((len(line.text) for line in lines), default=0)
        if longest > LONGEST_PIECE:
            self.refused.emit(pasted_too_long(PastedTooLong(longest, LONGEST_PIECE)))
        elif lines and not self.pasted(lines):
            self.textCursor().insertText(joined(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The form around it scrolls; nothing is hidden in the field."""
        event.ignore()

    def _note(self) -> None:
        self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        lines = max(1, int(self.document().size().height()))
        height = lines * self.fontMetrics().lineSpacing() + _PAD
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)


class OneLineText(GrowingText):
    """One paragraph that wraps; Enter and pasted line ends make none."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class LinesText(GrowingText):
    """A line for each point."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.pasted = self._take_lines

    def _take_lines(self, lines: Sequence[PastedLine]) -> bool:
        self.textCursor().insertText("\n".join(line.text for line in lines))
        return True

    def lines(self) -> tuple[str, ...]:
        return tuple(self.text().split("\n"))

    def show_lines(self, lines: Sequence[str]) -> None:
        self.show_text("\n".join(lines))

    def go_to_line(self, row: int) -> None:
        block = self.document().findBlockByNumber(row)
        cursor = QTextCursor(block if block.isValid() else self.document().lastBlock())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)


class ShortText(QLineEdit):
    """A short field of a line: who, forms, where, a number."""

    is_offering: Callable[[], bool] = staticmethod(_never)

    entered = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(LARGEST)
        self.setValidator(_NotTooLong(self))
        self.textChanged.connect(self._say_whole)

    def event(self, event: QEvent) -> bool:
        if is_picked(event, self.is_offering):
            leave_to_offers(event)
            return True
        return super().event(event)

    def show_text(self, text: str) -> None:
        if text != self.text():
            place = self.cursorPosition()
            self.blockSignals(True)
            self.setText(text)
            self.blockSignals(False)
            self.setCursorPosition(min(place, len(text)))
            self._say_whole(text)

    def _say_whole(self, text: str) -> None:
        """A text wider than the field can still be read."""
        show_tip(self, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo_or_redo(event):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
