"""A new part of the tree: below the one that is chosen, with the level that comes next."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from referent_desk.domain.departments import DepartmentRow, NodeKind
from referent_desk.domain.records import Link, RecordKind
from referent_desk.gui.editing import Editing
from referent_desk.gui.record_forms import Beginning, RecordForm
from referent_desk.gui.wordings import node_kind
from referent_desk.language import _

_NEXT_LEVEL = {
    NodeKind.GROUP: NodeKind.ESTABLISHMENT,
    NodeKind.ESTABLISHMENT: NodeKind.POLE,
    NodeKind.POLE: NodeKind.DEPARTMENT,
    NodeKind.DEPARTMENT: NodeKind.UNIT,
}
_ESTABLISHMENT_FIELDS = ("name", "kind", "parent_id", "finess", "place", "telephone")
_FIELDS = ("name", "kind", "parent_id", "code", "place", "beds", "telephone", "opening_hours")


def new_form(
    row: DepartmentRow | None, above: DepartmentRow | None, editing: Editing
) -> RecordForm:
    """`row` is what is chosen, `above` what stands above it where that is known."""
    if row is None:
        return NewDepartmentForm(NodeKind.ESTABLISHMENT, None, editing)
    if row.kind in _NEXT_LEVEL and not row.closed:
        return NewDepartmentForm(_NEXT_LEVEL[row.kind], row, editing)
    return NewDepartmentForm(row.kind, above, editing)


class NewDepartmentForm(RecordForm):
    """Its button says what is created, whatever level is chosen."""

    def __init__(
        self,
        kind: NodeKind,
        parent_row: DepartmentRow | None,
        editing: Editing,
        parent: QWidget | None = None,
    ) -> None:
        links = {}
        if parent_row is not None:
            name = node_kind(parent_row.kind)
            links["parent_id"] = Link(parent_row.id, parent_row.name, name)
        beginning = Beginning(
            RecordKind.NODE,
            new_title(parent_row),
            create_text(kind),
            _ESTABLISHMENT_FIELDS if kind is NodeKind.ESTABLISHMENT else _FIELDS,
            {"kind": kind.value},
            links,
        )
        super().__init__(beginning, editing, parent=parent)
        self.rows["kind"].control.edited.connect(self._name_button)

    def _name_button(self) -> None:
        self.create_button.setText(create_text(NodeKind(self.rows["kind"].control.typed())))


def new_title(above: DepartmentRow | None) -> str:
    if above is None:
        return _("A new part of the tree")
    return _("New, below {name}").format(name=above.name)


def create_text(kind: NodeKind) -> str:
    return {
        NodeKind.GROUP: _("C&reate the hospital group"),
        NodeKind.ESTABLISHMENT: _("C&reate the establishment"),
        NodeKind.POLE: _("C&reate the pole"),
        NodeKind.DEPARTMENT: _("C&reate the department"),
        NodeKind.UNIT: _("C&reate the functional unit"),
    }[kind]
