"""Two texts line by line: what was added and taken away, by signs and lines, then by colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from referent_desk.domain.differences import Change, LineDifference, changes_in, compare
from referent_desk.domain.draft_warnings import Part
from referent_desk.domain.procedures import ProcedureText
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.procedures.words import part_name
from referent_desk.gui.themes import Tone, theme_of
from referent_desk.language import _, spoken
from referent_desk.words.texts import SIGNS, count_words, legend, mark_words, piece_words


class ComparisonView(QWidget):
    """Plain text with character formats; nothing in it is ever read as marks."""

    def __init__(self) -> None:
        super().__init__()
        self.count = PlainLabel("")
        self.legend = PlainLabel(legend(spoken()))
        self.legend.setProperty("look", "muted")
        self.shown = QPlainTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setAccessibleName(_("Differences"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.count)
        layout.addWidget(self.legend)
        layout.addWidget(self.shown, 1)

    def show_texts(self, before: ProcedureText, after: ProcedureText) -> None:
        self.show_differences(compare(before, after))

    def show_differences(self, differences: Sequence[LineDifference]) -> None:
        changed = changes_in(differences)
        self.count.say(count_words(changed, spoken()))
        self.shown.clear()
        cursor = self.shown.textCursor()
        part: Part | None = None
        for difference in differences:
            if difference.part is not part:
                part = difference.part
                _heading(cursor, part_name(part))
            _line(cursor, difference)
        self.shown.moveCursor(QTextCursor.MoveOperation.Start)


def _heading(cursor: QTextCursor, name: str) -> None:
    if cursor.position():
        cursor.insertText("\n\n", _format(Change.SAME))
    bold = _format(Change.SAME)
    bold.setFontWeight(QFont.Weight.Bold)
    cursor.insertText(name, bold)


def _line(cursor: QTextCursor, difference: LineDifference) -> None:
    indent = "    " * max(0, difference.level - 1)
    cursor.insertText(f"\n{SIGNS[difference.change]:<2}{indent}", _format(Change.SAME))
    cursor.insertText(mark_words(difference.mark), _format(Change.SAME))
    for piece in difference.pieces:
        cursor.insertText(piece_words(piece, difference.change), _format(piece.change))


def _format(change: Change) -> QTextCharFormat:
    theme = theme_of(QApplication.palette())
    made = QTextCharFormat()
    made.setForeground(QColor(theme.text))
    if change is Change.ADDED:
        made.setForeground(QColor(theme.tone(Tone.GOOD)))
        made.setFontUnderline(True)
    elif change is Change.REMOVED:
        made.setForeground(QColor(theme.tone(Tone.BAD)))
        made.setFontStrikeOut(True)
    return made
