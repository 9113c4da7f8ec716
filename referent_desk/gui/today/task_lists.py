"""The things to do, one card under the other; beyond the first ones they wait behind a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from referent_desk.domain.tasks import Task, Urgency
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.language import _, ngettext

if TYPE_CHECKING:
    from referent_desk.gui.today.cards import TaskCard

MOST_AT_ONCE = 12
CALM = 8
"""So many cards at least; what can wait is folded beyond them."""
_NARROW = 640  # pixels, below which the button of a card stands beneath its words
WIDEST = 1040  # pixels: a card that one reads without turning one's head


class TaskList(QScrollArea):
    done_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "cards")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Things to do"))
        page = QWidget()
        page.setProperty("look", "cards")
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 8, 8)
        self._column.setSpacing(8)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()  # only a row asks for the height at the width that it really gives
        row.addWidget(column, 1)
        row.addStretch(0)
        outer.addLayout(row)
        outer.addStretch(1)
        self.setWidget(page)
        self.more = IconButton("", "chevron-down")
        self.more.clicked.connect(lambda _checked: self._show_all())
        self.later = PlainLabel("", Look.HEADING)
        self._shows_all = False
        self._begins_anew = False
        self._possible = False
        self.cards: list[TaskCard] = []

    def show_tasks(self, tasks: tuple[Task, ...], *, possible: bool) -> None:
        """`possible`: the buttons may be pressed. The keyboard stays on the same thing or place.

        A first thing that was not there before is shown: it is what presses most.
        """
        if self.cards and (tasks, possible) == (tuple(c.task for c in self.cards), self._possible):
            self._fold()
            return
        self._possible = possible
        held = self.held
        known = {card.task.code for card in self.cards}
        self._begins_anew |= bool(known and tasks) and tasks[0].code not in known
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for widget in (self.later, self.more):
            self._column.removeWidget(widget)
        self.cards = [self._card(task, n == 0, possible) for n, task in enumerate(tasks)]
        waiting = [task for task in tasks if task.urgency is Urgency.LATER]
        self._head_later(waiting)
        for card in self.cards:
            if waiting and card.task is waiting[0]:
                self._column.addWidget(self.later)
            self._column.addWidget(card)
        self._align()
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._fold()
        if held is not None:
            self._hold_again(*held)
        elif self._begins_anew:
            self._bring_into_sight(self.cards[0])

    def _head_later(self, waiting: list[Task]) -> None:
        from referent_desk.gui.today.words import later_heading  # as in `_card`

        self.later.say(later_heading(waiting) if waiting else "")

    def _align(self) -> None:
        """Buttons as wide as the widest, so that they and the minutes stand in columns."""
        widest = max((card.button.sizeHint().width() for card in self.cards), default=0)
        for card in self.cards:
            card.button.setFixedWidth(widest)
        self._stack()

    def _stack(self) -> None:
        stacked = self.viewport().width() < _NARROW
        for card in self.cards:
            card.stack(stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()

    def _card(self, task: Task, first: bool, possible: bool) -> TaskCard:
        from referent_desk.gui.today.cards import TaskCard  # its words come after the first paint

        card = TaskCard(task, first=first, possible=possible)
        card.done_asked.connect(self.done_asked)
        card.stepped.connect(lambda step, c=card: self._step(c, step))
        return card

    @property
    def held(self) -> tuple[str, int] | None:
        """The code and the place of the card that has the keyboard."""
        for place, card in enumerate(self.cards):
            if card.button.hasFocus():
                return card.task.code, place
        return None

    def _hold_again(self, code: str, place: int) -> None:
        shown = [card for card in self.cards if not card.isHidden()]
        there = shown[min(place, len(shown) - 1)] if shown else None
        alike = [card for card in shown if card.task.code == code]
        same = there if there in alike or not alike else alike[0]
        if same is not None:
            same.button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring_into_sight(same)

    def _bring_into_sight(self, card: TaskCard) -> None:
        """Once the cards have their places; the first one with what stands above it."""

        def show() -> None:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            if card in self.cards[:1] or (self._begins_anew and card in self.cards):
                self.verticalScrollBar().setValue(0)
                self._begins_anew = not self.isVisible()
            elif card in self.cards:
                self.ensureWidgetVisible(card, 0, 16)

        QTimer.singleShot(0, card, show)

    def hold(self, code: str = "") -> bool:
        """Give the keyboard to that card, else to the first one; whether there is one."""
        if any(card.task.code == code and card.isHidden() for card in self.cards):
            self._shows_all = True
            self._fold()
        self._hold_again(code, 0)
        return bool(self.cards)

    @property
    def _most(self) -> int:
        """How many are shown folded: all that presses, up to what fills two screens."""
        pressing = sum(card.task.urgency is not Urgency.LATER for card in self.cards)
        return min(max(pressing, CALM), MOST_AT_ONCE)

    def _fold(self) -> None:
        """A single card more than the most is shown rather than counted."""
        most = self._most
        beyond = len(self.cards) - most
        folded = beyond > 1 and not self._shows_all
        for place, card in enumerate(self.cards):
            card.setVisible(not folded or place < most)
        waiting = sum(card.task.urgency is Urgency.LATER for card in self.cards)
        self.later.setVisible(waiting > 0 and (not folded or beyond <= waiting))
        self.more.setVisible(folded)
        self.more.setText(
            ngettext("See the {count} other", "See the {count} others", beyond).format(count=beyond)
        )

    def _show_all(self) -> None:
        first = self._most
        self._shows_all = True
        self._fold()
        self.cards[first].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold_again(self) -> None:
        """Another department is shown: its most urgent things first."""
        self._shows_all = False
        self.verticalScrollBar().setValue(0)

    def _step(self, card: TaskCard, step: int) -> None:
        shown = [other for other in self.cards if not other.isHidden()]
        place = shown.index(card) + step
        if place == len(shown) and not self.more.isHidden():
            self.more.setFocus(Qt.FocusReason.TabFocusReason)
        elif 0 <= place < len(shown):
            shown[place].button.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(shown[place], 0, 16)
