"""A question of a line with its answers, each under a digit."""

from __future__ import annotations

import textwrap

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.imports_answers import Asked, Choice, Offer, Question, Reply
from referent_desk.domain.texts import LONGEST_NAME
from referent_desk.gui.icons import IconButton
from referent_desk.gui.imports.answer_buttons import AnswerButton
from referent_desk.gui.imports.words import asked_text, offer_text
from referent_desk.gui.labels import Look, PlainLabel, shortened, show_tip
from referent_desk.gui.questions_imports import ImportWords
from referent_desk.language import _, ngettext

_MOST_BUTTONS = 6
_LETTERS = 120
_LINE_LETTERS = 34


class QuestionBox(QFrame):
    """`answered` tells a reply, None to withdraw it; `first_digit` is the key of its first one."""

    answered = Signal(object, object)
    alike_asked = Signal(object, object)

    def __init__(
        self,
        asked: Asked,
        words: ImportWords,
        first_digit: int,
        alike: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "question")
        self.question: Question = asked.question
        self.reply = asked.reply
        self.buttons: list[tuple[QPushButton, Reply]] = []
        self._digit = first_digit
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(6)
        text = asked_text(self.question, words)
        self.setAccessibleName(text)
        layout.addWidget(PlainLabel(text, Look.STRONG))
        chosen = [o for o in self.question.offers if o.reply.choice is Choice.CHOSEN]
        many = chosen if len(self.question.offers) > _MOST_BUTTONS else []
        for offer in self.question.offers:
            if offer.reply.choice is Choice.TYPED:
                layout.addLayout(self._typed(offer.name))
            elif offer not in many:
                layout.addWidget(self._button(offer))
        if many:
            layout.addWidget(self._list(many))
        if self.reply is not None and alike:
            layout.addWidget(self._alike(alike))

    @property
    def digits(self) -> int:
        """How many digits its answers take."""
        return len(self.buttons)

    def _button(self, offer: Offer) -> QPushButton:
        text = offer_text(self.question, offer)
        digit = self._digit + len(self.buttons)
        button = AnswerButton(digit, shortened(text, _LETTERS))
        button.setChecked(self.reply == offer.reply)
        button.setAccessibleName(text)
        show_tip(button, text)
        button.clicked.connect(lambda _on, r=offer.reply: self.press(r))
        self.buttons.append((button, offer.reply))
        return button

    def press(self, reply: Reply) -> None:
        """Answering again in the same way withdraws the answer."""
        self.answered.emit(self.question, None if reply == self.reply else reply)

    def _list(self, offers: list[Offer]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.accessibleName())
        box.setPlaceholderText(_("choose"))
        for offer in offers:
            box.addItem(shortened(offer.name, _LETTERS), offer.reply.value)
        value = self.reply.value if self.reply is not None else ""
        box.setCurrentIndex(box.findData(value) if value else -1)
        box.setMaxVisibleItems(16)
        box.activated.connect(
            lambda _place: self.answered.emit(
                self.question, Reply(Choice.CHOSEN, str(box.currentData()))
            )
        )
        return box

    def _typed(self, proposed: str) -> QHBoxLayout:
        line = QLineEdit(self.reply.value if self.reply is not None else proposed)
        line.setMaxLength(LONGEST_NAME)
        line.setAccessibleName(self.accessibleName())
        take = IconButton(_("Take it"), "check")

        def answer() -> None:
            typed = line.text().strip()
            self.answered.emit(self.question, Reply(Choice.TYPED, typed) if typed else None)

        line.returnPressed.connect(answer)
        take.clicked.connect(lambda _on: answer())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(line, 1)
        row.addWidget(take)
        return row

    def _alike(self, count: int) -> QPushButton:
        text = ngettext(
            "Answer the other like question in the same way",
            "Answer the {count} other like questions in the same way",
            count,
        ).format(count=count)
        button = IconButton("\n".join(textwrap.wrap(text, _LINE_LETTERS)), "copy")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _on: self.alike_asked.emit(self.question, self.reply))
        self.alike = button
        return button
