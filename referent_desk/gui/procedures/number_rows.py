"""Useful numbers: whose, and the number, often a local value."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.drafts import MOST_LINES
from referent_desk.domain.procedures import UsefulNumber
from referent_desk.gui.procedures.completions import Completions, values_by
from referent_desk.gui.procedures.kept_rows import let_go_beyond
from referent_desk.gui.procedures.step_fields import Known
from referent_desk.gui.procedures.text_fields import ShortText
from referent_desk.language import _


class _NumberField(ShortText):
    emptied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


class _NumberRow(QWidget):
    def __init__(self, known: Known) -> None:
        super().__init__()
        self.label = _NumberField("", _("whose number"))
        self.number = _NumberField("", _("number, or a local value between braces"))
        self.completions = Completions(
            self.number, (values_by(known.all_names),), _("Local values")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.label, 1)
        row.addWidget(self.number, 1)

    def show_number(self, number: UsefulNumber, place: int) -> None:
        self.label.show_text(number.label)
        self.number.show_text(number.number)
        self.label.setAccessibleName(_("Line {number}, whose number").format(number=place))
        self.number.setAccessibleName(_("Line {number}, number").format(number=place))


class NumberList(QWidget):
    """Enter makes a line below, Backspace in an empty one takes it away."""

    edited = Signal(int, str, bool)

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._known = known
        self.rows: list[_NumberRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.show_numbers(())

    def numbers(self) -> tuple[UsefulNumber, ...]:
        return tuple(UsefulNumber(row.label.text(), row.number.text()) for row in self.rows)

    def show_numbers(self, numbers: Sequence[UsefulNumber]) -> None:
        shown = tuple(numbers) or (UsefulNumber("", ""),)
        while len(self.rows) < len(shown):
            self._add_row()
        let_go_beyond(len(shown), self.rows, self._column)
        for place, (row, number) in enumerate(zip(self.rows, shown, strict=True), start=1):
            row.show_number(number, place)

    def focus(self, place: int, field: str = "") -> None:
        row = self.rows[min(max(place, 0), len(self.rows) - 1)]
        target = row.number if field == "number" else row.label
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self) -> None:
        row = _NumberRow(self._known)
        for name, field in (("label", row.label), ("number", row.number)):
            field.textChanged.connect(lambda _text, r=row, n=name: self._note(r, n))
            field.entered.connect(lambda r=row: self._insert(r))
            field.emptied.connect(lambda r=row: self._remove(r))
        self._column.addWidget(row)
        if self.rows:
            QWidget.setTabOrder(self.rows[-1].number, row.label)
        QWidget.setTabOrder(row.label, row.number)
        self.rows.append(row)

    def _note(self, row: _NumberRow, field: str) -> None:
        if row in self.rows:
            self.edited.emit(self.rows.index(row), field, True)

    def _insert(self, row: _NumberRow) -> None:
        numbers = list(self.numbers())
        if row not in self.rows or len(numbers) >= MOST_LINES:
            return
        place = self.rows.index(row) + 1
        numbers.insert(place, UsefulNumber("", ""))
        self.show_numbers(numbers)
        self.edited.emit(place, "label", False)
        self.focus(place)

    def _remove(self, row: _NumberRow) -> None:
        numbers = list(self.numbers())
        place = self.rows.index(row)
        if len(numbers) > 1 and numbers[place] == UsefulNumber("", ""):
            del numbers[place]
            self.show_numbers(numbers)
            self.edited.emit(max(0, place - 1), "number", False)
            self.focus(max(0, place - 1), "number")
