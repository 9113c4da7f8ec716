"""One question of the check: yes, no or not known by one key, which goes on to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from referent_desk.domain.verifications import Answer, CheckQuestion
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.language import _

_KEYS = {
    Qt.Key.Key_O: Answer.YES,  # oui
    Qt.Key.Key_Y: Answer.YES,
    Qt.Key.Key_N: Answer.NO,
    Qt.Key.Key_Question: Answer.UNKNOWN,
    Qt.Key.Key_Comma: Answer.UNKNOWN,  # the key of ? on a French keyboard
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerRow(QWidget):
    """`answered` after every choice, `passed` when the keyboard is to go to what comes next."""

    answered = Signal()
    passed = Signal()

    def __init__(self, question: CheckQuestion, number: int) -> None:
        super().__init__()
        self.code = question.code
        self.setAccessibleName(question.title)
        self.buttons: dict[Answer, QRadioButton] = {}
        self._group = QButtonGroup(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        title = _("{number}. {question}").format(number=number, question=question.title)
        words.addWidget(PlainLabel(title, Look.STRONG))
        words.addWidget(PlainLabel(question.asks, Look.MUTED))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        row.addLayout(words, 1)
        for answer, text in ((Answer.YES, _("yes")), (Answer.NO, _("no")), (Answer.UNKNOWN, "?")):
            button = QRadioButton(text)
            spoken = _("not known") if answer is Answer.UNKNOWN else text
            button.setAccessibleName(f"{question.title} {spoken}")
            self.buttons[answer] = button
            self._group.addButton(button)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._group.buttonClicked.connect(lambda _button: self.answered.emit())

    @property
    def answer(self) -> Answer | None:
        return next((a for a, button in self.buttons.items() if button.isChecked()), None)

    def show_answer(self, answer: Answer | None) -> None:
        self._group.setExclusive(False)
        for one, button in self.buttons.items():
            button.setChecked(one is answer)
        self._group.setExclusive(True)

    def take_focus(self) -> None:
        chosen = self.answer or Answer.YES
        self.buttons[chosen].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = _KEYS.get(Qt.Key(event.key()))
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if answer is not None and plain:
            self.buttons[answer].setChecked(True)
            self.answered.emit()
            self.passed.emit()
        elif event.key() in _ENTER and plain:
            self.passed.emit()
        else:
            super().keyPressEvent(event)
