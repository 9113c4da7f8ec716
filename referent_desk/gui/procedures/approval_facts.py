"""What an approval on paper says, typed in: who, when, its reference, in force from when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from referent_desk.domain.approvals import REVIEW_MONTHS, same_person
from referent_desk.domain.drafts import Approval, Draft
from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import FieldKind, RecordField
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.procedures.text_fields import ShortText
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _


class ApprovalFacts(QWidget):
    """`given` carries the `Approval` that is to be confirmed.

    Why author and approver are one person is only asked where they are.
    """

    given = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        such = _("e.g. {example}")
        name = such.format(example=_("Dr Ada Moreau"))
        role = such.format(example=_("head of department"))
        self.who = ShortText(_("Name of the person who approves"), name)
        self.role = ShortText(_("Role of the person who approves"), role)
        self.author = ShortText(_("Written by"), such.format(example=_("Paul Martin")))
        self.approved_on = _day_field(_("Approved on"), today)
        self.in_force_on = _day_field(_("In force from"), today)
        self.reference = ShortText(_("Reference in the document system"), _("may stay empty"))
        self.months = ShortText(_("Read again after, in months"), str(REVIEW_MONTHS))
        self.exception = ShortText(
            _("Why the author approves"), such.format(example=_("alone in the department tonight"))
        )
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        self._sure = ""
        for field in (self.who, self.author):
            field.textEdited.connect(self._forget_trouble)
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
        self._lay_out()

    def _lay_out(self) -> None:
        self._form = form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setSpacing(4)
        for text, field in (
            (_("&Who approves"), self.who),
            (_("&Role"), self.role),
            (_("Wr&itten by"), self.author),
            (_("Approved &on"), self.approved_on),
            (_("In force &from"), self.in_force_on),
            (_("Referen&ce in the document system"), self.reference),
            (_("Read &again after, in months"), self.months),
            (_("Wh&y the author approves"), self.exception),
        ):
            form.addRow(FieldLabel(text, field), field)
            field.entered.connect(self.focusNextChild)
        form.setRowVisible(self.exception, False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(_("Approve the text"), Look.HEADING))
        layout.addLayout(form)
        layout.addWidget(self.trouble)
        layout.addWidget(self.notice)
        layout.addWidget(self.approve, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def be_sure_of_name(self) -> None:
        """Who approves was asked about: typed again, it stays."""
        self._sure = self.who.text().strip()

    def _forget_trouble(self) -> None:
        """What was refused was said of another name."""
        self.trouble.say("")

    def propose(self, draft: Draft) -> None:
        """What is known of the draft, where nothing is typed yet."""
        if not self.author.text():
            self.author.setText(draft.author or draft.submitted_by)
        if not self.months.text():
            self.months.setText(str(draft.review_months or REVIEW_MONTHS))

    def begin(self, number: int) -> None:
        """`number` is the one that the revision takes."""
        self.approve.setText(_("Approve revision {number}…").format(number=number))
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, field: str) -> None:
        """The field that was refused, by its name in an `Approval`."""
        found = {
            "approver": self.who,
            "role": self.role,
            "author": self.author,
            "approved_on": self.approved_on,
            "in_force_on": self.in_force_on,
            "reference": self.reference,
            "review_months": self.months,
            "exception": self.exception,
        }.get(field)
        if found is self.exception:
            self._form.setRowVisible(self.exception, True)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self.trouble.say("")
        approved_on, in_force_on = _day(self.approved_on), _day(self.in_force_on)
        months = self.months.text().strip()
        field, sentence = self._fault(approved_on, in_force_on, months)
        if sentence or approved_on is None or in_force_on is None:
            self.trouble.say(sentence)
            self.go_to(field)
            return
        self.given.emit(
            Approval(
                self.who.text().strip(),
                approved_on,
                in_force_on,
                self.author.text().strip(),
                role=self.role.text().strip(),
                reference=self.reference.text().strip(),
                exception=self.exception.text().strip(),
                review_months=int(months) if months else None,
                asks_name=self.who.text().strip() != self._sure,
            )
        )

    def _fault(
        self, approved_on: date | None, in_force_on: date | None, months: str
    ) -> tuple[str, str]:
        """The field and the sentence; what else may be wrong is found where it is saved."""
        if not self.who.text().strip():
            sentence = _("Nobody is named who approves: name the person and their role.")
            return "approver", sentence
        if approved_on is None or in_force_on is None:
            sentence = _("This is not a day: type it like 12/03/2026.")
            return "in_force_on" if approved_on else "approved_on", sentence
        if months and not months.isdecimal():
            return "review_months", _("This is not a number of months: type it like 12.")
        if not self.author.text().strip() and not self.exception.text().strip():
            sentence = _(
                "Nobody is named who wrote the text: name somebody else than who approves."
            )
            return "author", sentence
        is_same = same_person(self.who.text(), self.author.text())
        self._form.setRowVisible(self.exception, is_same or bool(self.exception.text()))
        if is_same and not self.exception.text().strip():
            sentence = _(
                "{name} wrote this text: somebody else approves it. Name somebody else, or say in "
                "a sentence why nobody else could."
            ).format(name=self.author.text().strip())
            return "exception", sentence
        return "", ""


def _day_field(name: str, day: date) -> ShortText:
    field = ShortText(name, _("day/month/year"))
    field.setText(f"{day:%d/%m/%Y}")
    return field


def _day(field: ShortText) -> date | None:
    read = read_typed(RecordField("day", FieldKind.DAY, required=True), field.text())
    return read if isinstance(read, date) else None
