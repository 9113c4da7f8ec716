"""A question of a line with its answers, each under a digit.

0 is always the same: another one, or left out. What is proposed follows from 1 on.
"""

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

from referent_desk.domain.imports.answers import Asked, Choice, Offer, Question, Reply
from referent_desk.domain.texts import LONGEST_NAME
from referent_desk.gui.closed_lists import ClosedList
from referent_desk.gui.icons import IconButton
from referent_desk.gui.imports.answer_buttons import AnswerButton
from referent_desk.gui.imports.words import asked_text, offer_text
from referent_desk.gui.labels import Look, PlainLabel, shortened, show_tip
from referent_desk.gui.questions_imports import ImportWords
from referent_desk.gui.wordings import counted
from referent_desk.language import _, ngettext

_MOST_BUTTONS = 6
_LETTERS = 120
_LINE_LETTERS = 34
_NAME_LETTERS = 60
_NEITHER = frozenset({Choice.OTHER, Choice.PART})
"""Answers that take none of what is proposed; the first of them is 0."""
_PROPOSED_FIRST = frozenset({"code_twice"})
"""Questions whose proposal is right more often than not."""


class QuestionBox(QFrame):
    """`answered` tells a reply, None to withdraw it; `has_keys`: the digits answer this one."""

    answered = Signal(object, object)
    alike_asked = Signal(object, object)
    left = Signal()

    def __init__(
        self,
        asked: Asked,
        words: ImportWords,
        alike: tuple[Question, ...],
        *,
        has_keys: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "question")
        self.question: Question = asked.question
        self.reply = asked.reply
        self.buttons: dict[int, QPushButton] = {}
        self._has_keys = has_keys
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(6)
        text = asked_text(self.question, words)
        self.setAccessibleName(text)
        layout.addWidget(PlainLabel(text, Look.STRONG))
        neither = self._neither()
        if self.question.code not in _PROPOSED_FIRST:
            layout.addWidget(neither)
        self._add_proposed(layout)
        if self.question.code in _PROPOSED_FIRST:
            layout.addWidget(neither)
        if self.reply is not None and alike:
            layout.addWidget(self._alike(alike))

    def _add_proposed(self, layout: QVBoxLayout) -> None:
        zero = next((o for o in self.question.offers if o.reply.choice in _NEITHER), None)
        proposed = [offer for offer in self.question.offers if offer is not zero]
        chosen = [offer for offer in proposed if offer.reply.choice is Choice.CHOSEN]
        many = chosen if len(self.question.offers) > _MOST_BUTTONS else []
        for offer in proposed:
            if offer.reply.choice is Choice.TYPED:
                layout.addLayout(self._typed(offer.name))
            elif offer not in many:
                layout.addWidget(self._button(max(self.buttons) + 1, offer))
        if many:
            layout.addWidget(self._list(many))

    def _neither(self) -> QPushButton:
        """Where the question itself offers no such answer, its line is left out."""
        for offer in self.question.offers:
            if offer.reply.choice in _NEITHER:
                return self._button(0, offer)
        button = self._answer_button(0, _("Leave this line out"))
        button.clicked.connect(lambda _on: self.left.emit())
        return button

    def _button(self, digit: int, offer: Offer) -> QPushButton:
        button = self._answer_button(digit, offer_text(self.question, offer))
        button.setChecked(self.reply == offer.reply)
        button.clicked.connect(lambda _on, r=offer.reply: self.press(r))
        return button

    def _answer_button(self, digit: int, text: str) -> QPushButton:
        button = AnswerButton(digit if self._has_keys else None, shortened(text, _LETTERS))
        button.setAccessibleName(text)
        show_tip(button, text)
        self.buttons[digit] = button
        return button

    def press(self, reply: Reply) -> None:
        """Answering again in the same way withdraws the answer."""
        self.answered.emit(self.question, None if reply == self.reply else reply)

    def _list(self, offers: list[Offer]) -> QComboBox:
        box = ClosedList()
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

    def _alike(self, others: tuple[Question, ...]) -> QPushButton:
        """It says what it will do to one of them: their answers name other things."""
        other, reply = others[0], self.reply
        offer = next(offer for offer in other.offers if offer.reply == reply)
        text = ngettext(
            "Answer the other like question in the same way: “{name}” – {answer}",
            "Answer the {count} other like questions in the same way, for example “{name}” – "
            "{answer}",
            len(others),
        ).format(
            count=counted(len(others)),
            name=shortened(other.value("name") or other.value("value"), _NAME_LETTERS),
            answer=shortened(offer_text(other, offer), _LETTERS),
        )
        button = IconButton("\n".join(textwrap.wrap(text, _LINE_LETTERS)), "copy")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _on: self.alike_asked.emit(self.question, self.reply))
        self.alike = button
        return button
