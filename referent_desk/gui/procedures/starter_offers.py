"""The shipped procedures, offered where the hospital has written none yet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.changes import Kind
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import escaped_mnemonic
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.questions import StarterOffer, StarterQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import ngettext

ICON = "file-plus"
OFFER_KINDS = frozenset({Kind.PROCEDURES, Kind.FUNCTIONS, Kind.DEPARTMENTS})
"""A change of these changes what is offered."""


class StarterOffers(QObject):
    """What is offered now, and the taking of it; `taken` tells which kinds that changed, and for
    how many functions."""

    changed = Signal()
    taken = Signal(frozenset, int)
    refused = Signal(object)

    def __init__(self, ask: StarterQuestions, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._ask = ask
        self._jobs = jobs
        self._answer = LatestAnswer(jobs)
        self.functions: frozenset[str] = frozenset()
        self.is_first = False
        self.is_taking = False

    @property
    def count(self) -> int:
        return len(self.functions)

    def read(self) -> None:
        self._answer.ask(self._ask.offer, self._show, self._forget)

    def take(self) -> None:
        """Once only, however often the button is pressed."""
        if self.is_taking or not self.count:
            return
        self.is_taking = True
        self.changed.emit()
        count = self.count
        self._jobs.run(self._ask.adopt, lambda kinds: self._tell_taken(kinds, count), self._refuse)

    def _show(self, offer: StarterOffer) -> None:
        self.functions, self.is_first = offer.functions, offer.is_first
        self.changed.emit()

    def _forget(self, _error: Exception) -> None:
        """The list beside it says what is wrong with the home."""
        self.functions = frozenset()
        self.changed.emit()

    def _tell_taken(self, kinds: frozenset[Kind], count: int) -> None:
        self.is_taking = False
        self.taken.emit(kinds, count)

    def _refuse(self, error: Exception) -> None:
        self.is_taking = False
        self.changed.emit()
        self.refused.emit(error)


class StarterNotice(QWidget):
    """Above the list of a home without any procedure; afterwards says what became of them."""

    def __init__(self, offers: StarterOffers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = offers
        self.offer = NoticeBar("", Tone.NEUTRAL, Shape.DIAMOND)
        self.take = IconButton("", ICON)
        self.take.clicked.connect(lambda _checked: offers.take())
        self.offer.add(self.take)
        self.told = NoticeBar("", Tone.GOOD, Shape.TICK, closable=True)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE, closable=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(4)
        for bar in (self.offer, self.told, self.trouble):
            bar.hide()
            bar.closed.connect(self._hide_when_empty)
            layout.addWidget(bar)
        offers.changed.connect(self._show)
        offers.taken.connect(lambda _kinds, count: self._say_taken(count))
        offers.refused.connect(self._say_refused)
        self._show()

    def _show(self) -> None:
        offers = self._offers
        if offers.is_taking:
            self.trouble.hide()
        shown = bool(offers.count) and offers.is_first
        self.offer.say(offer_sentence(offers.count) if shown else "")
        self.take.setText(escaped_mnemonic(take_text(offers.count)))
        self.take.setEnabled(not offers.is_taking)
        self._hide_when_empty()

    def _say_taken(self, count: int) -> None:
        self.told.say(taken_sentence(count))
        self._hide_when_empty()

    def _say_refused(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))
        self._hide_when_empty()

    def _hide_when_empty(self) -> None:
        bars = (self.offer, self.told, self.trouble)
        self.setVisible(any(not bar.isHidden() for bar in bars))


def take_text(count: int) -> str:
    return ngettext(
        "Take {count} starter procedure as a draft",
        "Take {count} starter procedures as drafts",
        count,
    ).format(count=count)


def offer_sentence(count: int) -> str:
    return ngettext(
        "The hospital has no procedure yet. The program brings {count} to start from; it prints "
        "with the bar “DRAFT, NOT APPROVED” until you approve it.",
        "The hospital has no procedure yet. The program brings {count} to start from; they print "
        "with the bar “DRAFT, NOT APPROVED” until you approve them.",
        count,
    ).format(count=count)


def taken_sentence(count: int) -> str:
    return ngettext(
        "{count} starter procedure is now a draft. It prints with the bar “DRAFT, NOT APPROVED” "
        "until it is approved: read it with the department and complete its blanks.",
        "{count} starter procedures are now drafts. They print with the bar “DRAFT, NOT APPROVED” "
        "until they are approved: read them with the departments and complete their blanks.",
        count,
    ).format(count=count)
