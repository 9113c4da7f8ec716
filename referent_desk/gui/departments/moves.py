"""Moving a part of the tree: to a place chosen by name, or to the one it was dropped on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.departments import DepartmentRow, NodeKind
from referent_desk.domain.records import FIELDS, Record, RecordKind
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.link_fields import LinkField
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.record_forms import PaneForm
from referent_desk.gui.record_rows import FieldRow
from referent_desk.language import _

_LEVELS = tuple(NodeKind)
_PARENT = next(field for field in FIELDS[RecordKind.NODE] if field.name == "parent_id")


def may_stand_below(child: DepartmentRow, parent: DepartmentRow) -> bool:
    """As far as two rows can tell; what stands above the parent is known to the home alone."""
    lower = _LEVELS.index(child.kind) > _LEVELS.index(parent.kind)
    return lower and child.id != parent.id and not parent.closed


def move(editing: Editing, node_id: str, parent_id: str, done: Callable[[Saved], None]) -> None:
    """Saved at once; what is refused is said by the window, and nothing has moved."""
    edit = editing.records.edit
    editing.saver.save(lambda: edit(RecordKind.NODE, node_id, "parent_id", parent_id), done)


class MoveForm(PaneForm):
    def __init__(self, record: Record, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._editing = editing
        self.row = FieldRow(RecordKind.NODE, _PARENT, editing, quiet=False)
        self.row.show_typed("", record.links.get("parent_id"))
        self.row.control.entered.connect(self.move_there)
        self.row.control.edited.connect(lambda: self.row.say_fault(""))
        self.move_button = IconButton(_("&Move it there"), main=True)
        self.move_button.clicked.connect(lambda _checked: self.move_there())
        self.leave_button = IconButton(_("Leave it where it is"))
        self.leave_button.clicked.connect(lambda _checked: self.leave())
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = _("Move {name}").format(name=self._record.name)
        column.addWidget(PlainLabel(title, Look.TITLE))
        column.addWidget(PlainLabel(_("All that stands below it moves with it."), Look.MUTED))
        column.addWidget(self.row)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.move_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        column.addSpacing(8)
        column.addLayout(buttons)

    def focus_first(self) -> None:
        control = self.row.control
        control.setFocus()
        if isinstance(control, LinkField):
            control.selectAll()

    def move_there(self) -> None:
        fault = self.row.find_fault()
        if fault:
            self.row.say_fault(fault)
            return
        key, to = self._record.id, self.row.control.typed()
        edit = self._editing.records.edit
        self._editing.saver.save(
            lambda: edit(RecordKind.NODE, key, "parent_id", to), self._take, self._refuse
        )

    def _take(self, saved: Saved) -> None:
        if not self.is_gone:
            self.created.emit(saved)

    def _refuse(self, error: Exception) -> None:
        if self.is_gone:
            self._editing.jobs.failed.emit(error)
        else:
            self.row.say_fault(sentence_of(error))
            self.row.control.setFocus()
