"""Approving a draft: who, in which role, on which day, in force from when; then asked once more."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.drafts import Approval, Draft
from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import FieldKind, RecordField
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel, shortened
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.procedures.text_fields import ShortText
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import day as day_words
from referent_desk.language import _

_TITLE_LETTERS = 120  # of the procedure; its sheet has it whole


class ApprovalForm(QStackedWidget):
    """`approved` carries the `Approval` once it was confirmed; `left` leads back to the preview.

    What cannot be taken back has no key of its own, and the keyboard is never put on it.
    """

    approved = Signal(object)
    left = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.facts = ApprovalFacts(today)
        self.confirmation = ApprovalConfirmation()
        self.facts.given.connect(self._confirm)
        self.facts.back.clicked.connect(lambda _on: self.left.emit())
        self.confirmation.approved.connect(self.approved)
        self.confirmation.left.connect(self._correct)
        for page in (self.facts, self.confirmation):
            self.addWidget(_scrolled(page))

    def begin(self, draft: Draft, title: str) -> None:
        """`title` is that of the text as it stands now."""
        self._draft, self._title = draft, title
        self.say_trouble("")
        self._correct()

    def say_trouble(self, sentence: str) -> None:
        """Where it can be mended: beside who and when."""
        self.facts.trouble.say(sentence)
        if sentence:
            self._correct()

    def wait(self, waits: bool) -> None:
        self.confirmation.approve.setEnabled(not waits)

    def _confirm(self, approval: Approval) -> None:
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


class ApprovalFacts(QWidget):
    """Who approves, and when. `given` carries the `Approval` that is to be confirmed."""

    given = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        such = _("e.g. {example}")
        name = such.format(example=_("Dr Ada Moreau"))
        role = such.format(example=_("head of department"))
        self.who = ShortText(_("Name of the person who approves"), name)
        self.role = ShortText(_("Role of the person who approves"), role)
        self.author = ShortText(_("Written by"), _("may stay empty"))
        self.approved_on = _day_field(_("Approved on"), today)
        self.in_force_on = _day_field(_("In force from"), today)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        self.notice = NoticeBar(
            _(
                "An approved text is never changed again, and this cannot be undone. The next "
                "change is written as a new draft."
            ),
            Tone.NEUTRAL,
            Shape.DIAMOND,
        )
        self.approve = IconButton("", "check", main=True)
        self.approve.clicked.connect(lambda _on: self._tell())
        self.back = IconButton(_("&Not yet"))
        for field in (self.who, self.role, self.author, self.approved_on, self.in_force_on):
            field.entered.connect(self.focusNextChild)
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setSpacing(4)
        for text, field in (
            (_("&Who approves"), self.who),
            (_("&Role"), self.role),
            (_("Wr&itten by"), self.author),
            (_("Approved &on"), self.approved_on),
            (_("In force &from"), self.in_force_on),
        ):
            form.addRow(FieldLabel(text, field), field)
        layout = _column(self)
        layout.addWidget(PlainLabel(_("Approve the text"), Look.HEADING))
        layout.addLayout(form)
        layout.addWidget(self.notice)
        layout.addWidget(self.trouble)
        layout.addWidget(self.approve, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def begin(self, number: int) -> None:
        """`number` is the one that the revision takes."""
        self.approve.setText(_("Approve revision {number}…").format(number=number))
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self.trouble.say("")
        who = ", ".join(part for part in (self.who.text(), self.role.text()) if part.strip())
        if not self.who.text().strip():
            self.trouble.say(_("Nobody is named who approves: name the person and their role."))
            self.who.setFocus()
            return
        approved_on, in_force_on = _day(self.approved_on), _day(self.in_force_on)
        if approved_on is None or in_force_on is None:
            self.trouble.say(_("This is not a day: type it like 12/03/2026."))
            (self.in_force_on if approved_on else self.approved_on).setFocus()
            return
        self.given.emit(Approval(who, approved_on, in_force_on, self.author.text()))


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
                name=approval.approver, day=day_words(approval.approved_on)
            )
        )
        self.goes.say(
            _("It takes the place of revision {number}. This cannot be undone.").format(
                number=draft.number - 1
            )
            if draft.number > 1
            else _("It is the first one. This cannot be undone.")
        )
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


def _column(page: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(page)
    layout.setContentsMargins(8, 0, 8, 0)
    layout.setSpacing(12)
    return layout


def _day_field(name: str, day: date) -> ShortText:
    field = ShortText(name, _("day/month/year"))
    field.setText(f"{day:%d/%m/%Y}")
    return field


def _day(field: ShortText) -> date | None:
    read = read_typed(RecordField("day", FieldKind.DAY, required=True), field.text())
    return read if isinstance(read, date) else None
