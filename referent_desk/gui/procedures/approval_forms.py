"""Approving a draft: who, in which role, on which day, in force from when; then asked once more."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.drafts import Approval, Draft
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel, shortened
from referent_desk.gui.procedures.approval_facts import ApprovalFacts
from referent_desk.gui.wordings import day as day_words
from referent_desk.language import _

_TITLE_LETTERS = 120  # of the procedure; its sheet has it whole


class ApprovalForm(QStackedWidget):
    """`given` carries the `Approval` that is to be confirmed, `approved` the one that was; `left`
    leads back to the preview.

    What cannot be taken back has no key of its own, and the keyboard is never put on it.
    """

    given = Signal(object)
    approved = Signal(object)
    left = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.facts = ApprovalFacts(today)
        self.confirmation = ApprovalConfirmation()
        self.facts.given.connect(self.given)
        self.facts.back.clicked.connect(lambda _on: self.left.emit())
        self.confirmation.approved.connect(self.approved)
        self.confirmation.left.connect(self._correct)
        for page in (self.facts, self.confirmation):
            self.addWidget(_scrolled(page))

    def begin(self, draft: Draft, title: str) -> None:
        """`title` is that of the text as it stands now."""
        self._draft, self._title = draft, title
        self.facts.propose(draft)
        self.say_trouble("")
        self._correct()

    def say_trouble(self, sentence: str, field: str = "") -> None:
        """Where it can be mended: beside who and when."""
        self.facts.trouble.say(sentence)
        if sentence:
            self._correct()
            self.facts.go_to(field)

    def wait(self, waits: bool) -> None:
        self.confirmation.approve.setEnabled(not waits)

    def confirm(self, approval: Approval) -> None:
        """Nothing speaks against it: ask for good, unless one left the form meanwhile."""
        if not self.isVisible():
            return
        self._turn(1)
        self.confirmation.ask(self._draft, self._title, approval)

    def _correct(self) -> None:
        self._turn(0)
        self.facts.begin(self._draft.number)

    def _turn(self, page: int) -> None:
        """The keyboard is let go first: else it would jump into the text, which scrolls there."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        self.setCurrentIndex(page)


def _scrolled(page: QWidget) -> QScrollArea:
    """A small or enlarged screen has no room for all of it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for widget in (area, page):
        widget.setProperty("look", "cards")
    area.setWidget(page)
    return area


class ApprovalConfirmation(QWidget):
    """Says what comes into force and who approves it; the keyboard stays on the way back."""

    approved = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._approval: Approval | None = None
        self.comes = PlainLabel("", Look.STRONG)
        self.by = PlainLabel("")
        self.goes = PlainLabel("")
        self.back = IconButton(_("No, leave it a draft"), "arrow-left")
        self.back.clicked.connect(lambda _on: self.left.emit())
        self.approve = IconButton(_("Yes, approve for good"), "check")
        self.approve.clicked.connect(lambda _on: self.approved.emit(self._approval))
        layout = _column(self)
        layout.addWidget(PlainLabel(_("Approve for good?"), Look.HEADING))
        for sentence in (self.comes, self.by, self.goes):
            layout.addWidget(sentence)
        for button in (self.back, self.approve):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def ask(self, draft: Draft, title: str, approval: Approval) -> None:
        self._approval = approval
        self.comes.say(
            _("Revision {number} of “{title}” comes into force on {day} for {owner}.").format(
                number=draft.number,
                title=shortened(title, _TITLE_LETTERS),
                day=day_words(approval.in_force_on),
                owner=draft.owner.name,
            )
        )
        self.by.say(
            _("Approved by {name} on {day}.").format(
                name=by_whom(approval), day=day_words(approval.approved_on)
            )
        )
        self.goes.say(_what_goes(draft))
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Escape leads back to who and when, not out of the page."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
                return True
        return super().event(event)


def _what_goes(draft: Draft) -> str:
    if draft.above:
        said = _(
            "It takes the place of the text of {above}, which stays in force elsewhere. This "
            "cannot be undone."
        )
        return said.format(above=draft.above)
    if draft.number > 1:
        said = _("It takes the place of revision {number}. This cannot be undone.")
        return said.format(number=draft.number - 1)
    return _("It is the first one. This cannot be undone.")


def by_whom(approval: Approval) -> str:
    return ", ".join(part for part in (approval.approver, approval.role) if part)


def _column(page: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(page)
    layout.setContentsMargins(8, 0, 8, 0)
    layout.setSpacing(12)
    return layout
