"""What was seen during a drill, typed: each with what is done about it, by whom, until when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from referent_desk.domain.drills import TypedFinding
from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import Fault, FieldKind, RecordField
from referent_desk.gui.editing import Editing
from referent_desk.gui.field_words import fault_sentence
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.name_fields import NameField
from referent_desk.gui.pane_fields import DAY_WIDTH
from referent_desk.gui.record_fields import LineField
from referent_desk.language import _

_LINE = RecordField("line", FieldKind.LINE)
_DAY = RecordField("day", FieldKind.DAY)
_MOST = 20


class FindingRow:
    """The four fields of one finding."""

    def __init__(self, editing: Editing, number: int) -> None:
        self.what, self.action = LineField(_LINE), LineField(_LINE)
        self.owner, self.until = NameField(editing), LineField(_DAY)
        self.until.setFixedWidth(DAY_WIDTH - 32)
        self.until.setPlaceholderText("12/03/2026")
        for field, name in (
            (self.what, _("What was seen, {number}")),
            (self.action, _("What is done about it, {number}")),
            (self.owner, _("By whom, {number}")),
            (self.until, _("Until when, {number}")),
        ):
            field.setAccessibleName(name.format(number=number))

    @property
    def fields(self) -> tuple[LineField, ...]:
        return (self.what, self.action, self.owner, self.until)

    @property
    def is_empty(self) -> bool:
        return not any(field.typed().strip() for field in self.fields)

    def until_day(self) -> date | Fault | None:
        read = read_typed(_DAY, self.until.typed())
        return read if isinstance(read, date | Fault) else None


class FindingRows(QWidget):
    edited = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.rows: list[FindingRow] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        heads = (_("What was seen"), _("What is done about it"), _("By whom"), _("Due on"))
        for place, head in enumerate(heads):
            self._grid.addWidget(PlainLabel(head, Look.HEADING), 0, place)
        self.more = IconButton(_("Add a &finding"), "plus")
        self.more.clicked.connect(lambda _on: self.add_row(focus=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._grid)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_row(focus=False)

    def add_row(self, *, focus: bool) -> FindingRow:
        row = FindingRow(self._editing, len(self.rows) + 1)
        self.rows.append(row)
        for column, field in enumerate(row.fields):
            self._grid.addWidget(field, len(self.rows), column)
            field.edited.connect(self.edited)
            field.entered.connect(_going_on(row, field))
        self._order()
        self.more.setEnabled(len(self.rows) < _MOST)
        if focus:
            row.what.setFocus(Qt.FocusReason.OtherFocusReason)
        return row

    def controls(self) -> list[QWidget]:
        return [*(field for row in self.rows for field in row.fields), self.more]

    def findings(self) -> tuple[TypedFinding, ...] | tuple[str, QWidget]:
        """What was typed; or what is wrong with it, and where. Empty rows say nothing."""
        found = []
        for row in self.rows:
            if row.is_empty:
                continue
            day = row.until_day()
            if isinstance(day, Fault):
                return fault_sentence(day.code, _DAY), row.until
            typed = (row.what.typed(), row.action.typed(), row.owner.typed(), day)
            found.append(TypedFinding(*typed))
        return tuple(found)

    def values(self) -> dict[str, str]:
        return {
            f"finding:{number}:{place}": field.typed()
            for number, row in enumerate(self.rows)
            for place, field in enumerate(row.fields)
            if field.typed()
        }

    def put(self, kept: Mapping[str, str]) -> None:
        for key, typed in kept.items():
            kind, _separator, where = key.partition(":")
            number, _separator, place = where.partition(":")
            if kind != "finding" or not (number.isdecimal() and place.isdecimal()):
                continue
            while len(self.rows) <= min(int(number), _MOST - 1):
                self.add_row(focus=False)
            if int(number) < len(self.rows) and int(place) < 4:
                self.rows[int(number)].fields[int(place)].put(typed)

    def _order(self) -> None:
        before: QWidget | None = None
        for control in self.controls():
            if before is not None:
                QWidget.setTabOrder(before, control)
            before = control


def _going_on(row: FindingRow, field: LineField) -> Callable[[], None]:
    """Enter goes to the next field of the row."""

    def go_on() -> None:
        after = row.fields.index(field) + 1
        if after < len(row.fields):
            row.fields[after].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            field.focusNextChild()

    return go_on
