"""Saying that two records are one person: the one that is shown stays."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import FIELDS, Record, RecordKind
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.link_fields import LinkField
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.record_forms import PaneForm
from referent_desk.gui.record_rows import FieldRow
from referent_desk.language import _

_PERSON = next(field for field in FIELDS[RecordKind.APPOINTMENT] if field.name == "person_id")


class SamePersonForm(PaneForm):
    def __init__(self, record: Record, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._editing = editing
        self.row = FieldRow(RecordKind.APPOINTMENT, _PERSON, editing, quiet=False)
        self.row.show_typed("")
        if isinstance(self.row.control, LinkField):
            self.row.control.left_out = record.id
        self.row.control.entered.connect(self._enter)
        self.row.control.edited.connect(lambda: self.row.say_fault(""))
        self.unite_button = IconButton(_("&Make them one"), main=True)
        self.unite_button.clicked.connect(lambda _checked: self.unite())
        self.leave_button = IconButton(_("They are two persons"))
        self.leave_button.clicked.connect(lambda _checked: self.leave())
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        name = self._record.name
        column.addWidget(PlainLabel(_("Who is the same person as {name}?").format(name=name),
                                    Look.TITLE))  # fmt: skip
        column.addWidget(
            PlainLabel(
                _("What that record answers for becomes that of {name}, and it goes. It can be "
                  "undone.").format(name=name),
                Look.MUTED,
            )
        )  # fmt: skip
        column.addWidget(self.row)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.unite_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(1)

    def focus_first(self) -> None:
        self.row.control.setFocus()

    def _enter(self) -> None:
        """Nothing goes by choosing alone: the button is pressed for it."""
        if not self.row.find_fault():
            self.unite_button.setFocus()

    def unite(self) -> None:
        fault = self.row.find_fault()
        if fault:
            self.row.say_fault(fault)
            return
        kept, other = self._record.id, self.row.control.typed()
        unite = self._editing.records.unite
        self._editing.saver.save(lambda: unite(kept, other), self._take, self._refuse)

    def _take(self, saved: Saved) -> None:
        if not self.is_gone:
            self.created.emit(saved)

    def _refuse(self, error: Exception) -> None:
        if self.is_gone:
            self._editing.jobs.failed.emit(error)
        else:
            self.row.say_fault(sentence_of(error))
            self.row.control.setFocus()
