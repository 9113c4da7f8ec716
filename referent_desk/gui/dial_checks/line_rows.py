"""A number to dial: whose it is, large digits, three answers; for a wrong one, the right one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.dial_checks import CallOutcome, CheckedLine
from referent_desk.gui.dial_checks.words import (
    about_words,
    elsewhere_sentence,
    last_words,
    outcome_state,
)
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.pane_fields import line_field
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.themes import Tone
from referent_desk.language import _

_NUMBER_WIDTH = 232  # pixels


class LineRow(QFrame):
    """`answered` brings the outcome and the right number; `stepped` a way to go. `everywhere`:
    whether the texts in which the same number was typed are to be corrected too."""

    answered = Signal(object, str)
    stepped = Signal(int)

    def __init__(self, line: CheckedLine, *, is_editable: bool) -> None:
        super().__init__()
        self.line = line
        self._is_editable = is_editable
        self.setProperty("look", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.name = PlainLabel("", Look.STRONG)
        self.about = PlainLabel("", Look.MUTED)
        self.last = PlainLabel("", Look.MUTED)
        self.number = PlainLabel("")
        self.mark = ShapeMark(Shape.RING, Tone.NEUTRAL)
        self.word = PlainLabel("", Look.STRONG)
        self.right = IconButton(_("Answers (&A)"))
        self.none = IconButton(_("No answer (&N)"))
        self.wrong = IconButton(_("Wrong (&W)"))
        self.field = line_field(_("The right number"))
        self.give = IconButton(_("Put the right number"), "check", main=True)
        self.unknown = IconButton(_("Nobody knows it: take it away"))
        self.leave = IconButton(_("Not now"))
        self.everywhere = QCheckBox(_("Correct it &there too"))
        self.everywhere.setChecked(True)
        self.elsewhere = PlainLabel("", Look.MUTED)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self._lay_out()
        self._connect()
        self.show_line(line)

    def _lay_out(self) -> None:
        self.number.setProperty("look", "number")
        self.number.setFixedWidth(_NUMBER_WIDTH)
        said = QVBoxLayout()
        said.setSpacing(0)
        for label in (self.name, self.about, self.last):
            said.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addLayout(said, 1)
        top.addLayout(self._number_and_answer())
        for button in self.answers():
            if not self._is_editable:
                button.hide()
            top.addWidget(button)
        self._correction = QWidget()
        lines = QVBoxLayout(self._correction)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.setSpacing(4)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(FieldLabel(_("The right number"), self.field))
        for widget in (self.field, self.give, self.unknown, self.leave):
            below.addWidget(widget)
        below.addStretch(1)
        lines.addLayout(below)
        lines.addWidget(self.elsewhere)
        lines.addWidget(self.everywhere, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._correction)
        layout.addWidget(self.trouble)
        self._correction.hide()
        self.trouble.hide()

    def _number_and_answer(self) -> QVBoxLayout:
        """The answer below its number: all the numbers stand below each other."""
        answer = QHBoxLayout()
        answer.setSpacing(8)
        answer.addWidget(self.mark)
        answer.addWidget(self.word, 1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.number)
        column.addLayout(answer)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self.right.clicked.connect(lambda _on: self.answered.emit(CallOutcome.RIGHT, ""))
        self.none.clicked.connect(lambda _on: self.answered.emit(CallOutcome.NO_ANSWER, ""))
        self.wrong.clicked.connect(lambda _on: self.ask_right())
        self.field.entered.connect(self._give)
        self.give.clicked.connect(lambda _on: self._give())
        self.unknown.clicked.connect(lambda _on: self.answered.emit(CallOutcome.WRONG, ""))
        self.leave.clicked.connect(lambda _on: self.close_correction())

    def answers(self) -> tuple[IconButton, ...]:
        return (self.right, self.none, self.wrong)

    @property
    def is_correcting(self) -> bool:
        return not self._correction.isHidden()

    def show_line(self, line: CheckedLine, *, is_done: bool = False) -> None:
        """`is_done`: this month; what was answered then stands instead of the question."""
        self.line = line
        self.name.say(line.label)
        self.about.say(about_words(line))
        self.about.setVisible(bool(about_words(line)))
        self.number.say(line.number or _("no number"))
        self.last.say(last_words(line))
        call = line.calls[0] if is_done and line.calls else None
        self.mark.setVisible(call is not None)
        self.word.setVisible(call is not None)
        if call is not None:
            state = outcome_state(call.outcome)
            self.mark.show_shape(state.shape, state.tone)
            self.word.say(state.word)
        for button in self.answers():
            button.setVisible(self._is_editable and bool(line.number))
        said = (line.label, line.number, last_words(line), self.word.said() if call else "")
        self.setAccessibleName(", ".join(part for part in said if part))

    def ask_right(self) -> None:
        self.trouble.say("")
        said = elsewhere_sentence(self.line)
        self.elsewhere.say(said)
        self.elsewhere.setVisible(bool(said))
        self.everywhere.setVisible(bool(said))
        self.everywhere.setChecked(True)
        self.everywhere.setAccessibleDescription(said)
        self._correction.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_correction(self) -> None:
        self.field.show_typed("")
        self.trouble.say("")
        self._correction.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        self.trouble.say(sentence)

    def wait(self, waiting: bool) -> None:
        for button in (*self.answers(), self.give, self.unknown):
            button.setEnabled(not waiting)

    def _give(self) -> None:
        typed = self.field.typed().strip()
        if typed:
            self.answered.emit(CallOutcome.WRONG, typed)
        else:
            self.refuse(_("Type the right number, or say that nobody knows it."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter answers while the line itself has the keyboard; arrows go to the next."""
        key = event.text().casefold()
        letters = {_key_of(button): button for button in self.answers()}
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape and self.is_correcting:
            self.close_correction()
        elif key in letters and letters[key].isVisible() and not self.is_correcting:
            letters[key].click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._be_marked("true")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._be_marked("false")

    def _be_marked(self, marked: str) -> None:
        self.setProperty("marked", marked)
        self.style().unpolish(self)
        self.style().polish(self)


def _key_of(button: IconButton) -> str:
    """The letter that the text of the button marks."""
    before, _mark, after = button.text().partition("&")
    return after[:1].casefold() if after else before[:1].casefold()
