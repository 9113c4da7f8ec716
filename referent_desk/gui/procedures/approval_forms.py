"""Approving a draft: who, in which role, on which day, in force from when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from referent_desk.domain.drafts import Approval
from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import FieldKind, RecordField
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.procedures.text_fields import ShortText
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _


class ApprovalForm(QWidget):
    """`approved` carries the `Approval`; `left` leads back to the preview."""

    approved = Signal(object)
    left = Signal()

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
        self.back.clicked.connect(lambda _on: self.left.emit())
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(_("Approve the text"), Look.HEADING))
        layout.addLayout(form)
        layout.addWidget(self.notice)
        layout.addWidget(self.trouble)
        layout.addWidget(self.approve, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def begin(self, number: int) -> None:
        """`number` is the one that the revision takes."""
        self.approve.setText(_("Approve revi&sion {number}").format(number=number))
        self.say_trouble("")
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_trouble(self, sentence: str) -> None:
        self.trouble.say(sentence)

    def wait(self, waits: bool) -> None:
        self.approve.setEnabled(not waits)

    def _tell(self) -> None:
        who = ", ".join(part for part in (self.who.text(), self.role.text()) if part.strip())
        approved_on, in_force_on = _day(self.approved_on), _day(self.in_force_on)
        if approved_on is None or in_force_on is None:
            self.say_trouble(_("This is not a day: type it like 12/03/2026."))
            (self.in_force_on if approved_on else self.approved_on).setFocus()
            return
        named = who if self.who.text().strip() else ""
        self.approved.emit(Approval(named, approved_on, in_force_on, self.author.text()))


def _day_field(name: str, day: date) -> ShortText:
    field = ShortText(name, _("day/month/year"))
    field.setText(f"{day:%d/%m/%Y}")
    return field


def _day(field: ShortText) -> date | None:
    read = read_typed(RecordField("day", FieldKind.DAY, required=True), field.text())
    return read if isinstance(read, date) else None
