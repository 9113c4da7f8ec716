"""Records one under the other, each line opening on its fields, which are edited in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.records import Record
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.open_records import LineSubject, OpenRecord
from referent_desk.gui.opening_lines import LinesHeader, OpeningLine
from referent_desk.gui.parts import PART


class RecordLines(QWidget):
    """One line is open at a time. `followed` brings the place a line leads to."""

    followed = Signal(object)
    line_focused = Signal(object)

    def __init__(self, subject: LineSubject, editing: Editing) -> None:
        super().__init__()
        self._subject = subject
        self._editing = editing
        self._answer = LatestAnswer(editing.jobs)
        self.lines: list[OpeningLine] = []
        self.open_line: OpeningLine | None = None
        self.opened: OpenRecord | None = None
        self._takes_focus = False
        self.setAccessibleName(subject.title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(0)
        self._header = LinesHeader(subject.columns)
        self._column.addWidget(self._header)

    def show_rows(self, rows: tuple[Any, ...]) -> None:
        """A line whose record is still there stays as it is, with its fields."""
        known = {self._subject.id_of(line.row): line for line in self.lines}
        lines = [self._line_for(row, known) for row in rows]
        lost = self._place_of_loss(set(known.values()))
        if self.open_line in known.values():
            self._shut()
        self.lines = lines
        self._place_lines()
        for gone in known.values():
            gone.hide()
            gone.deleteLater()
        self._header.setVisible(bool(lines))
        if lost is not None and lines:
            lines[min(lost, len(lines) - 1)].setFocus()
        if self.open_line is not None:
            self._read(self.open_line)

    def open(self, record_id: str) -> None:
        """Open the line of this record and bring the keyboard there."""
        for line in self.lines:
            if self._subject.id_of(line.row) == record_id:
                self._takes_focus = True
                line.setFocus()
                line.setChecked(True)

    def settle(self) -> None:
        if self.opened is not None:
            self.opened.settle()

    def let_go(self) -> None:
        self._answer.forget()
        if self.opened is not None:
            self.opened.let_go()

    def _place_of_loss(self, gone: set[OpeningLine]) -> int | None:
        """Where the keyboard was, if it was on a line that goes, or in its fields."""
        for number, line in enumerate(self.lines):
            fields = self.opened if line is self.open_line else None
            inside = fields is not None and fields.isAncestorOf(_focused(self))
            if line in gone and (line.hasFocus() or inside):
                return number
        return None

    def _line_for(self, row: Any, known: dict[str, OpeningLine]) -> OpeningLine:
        line = known.pop(self._subject.id_of(row), None)
        if line is None:
            return self._make_line(row)
        line.show_row(row)
        return line

    def _make_line(self, row: Any) -> OpeningLine:
        line = OpeningLine(self._subject.columns, row, self)
        line.setProperty(PART, self._subject.id_of(row))
        line.toggled.connect(lambda is_open: self._toggle(line, is_open))
        line.stepped.connect(lambda step: self._step(line, step))
        line.followed.connect(lambda: self._follow(line))
        line.focused.connect(lambda: self.line_focused.emit(line))
        return line

    def _place_lines(self) -> None:
        """In the order of the rows, what is open beneath its line; the order of Tab is the same."""
        last: QWidget = self._header
        for number, line in enumerate(self.lines):
            at = self._column.indexOf(last) + 1
            if self._column.indexOf(line) != at:
                self._column.removeWidget(line)
                self._column.insertWidget(at, line)
            if number:
                QWidget.setTabOrder(_last_in(last), line)
            line.show()
            last = line
            if line is self.open_line and self.opened is not None:
                last = self.opened

    def _toggle(self, line: OpeningLine, is_open: bool) -> None:
        if not is_open:
            if line is self.open_line:
                self._shut()
            return
        if self.open_line is not None and self.open_line is not line:
            self.open_line.setChecked(False)
        self.open_line = line
        self.opened = OpenRecord(self._subject, self._editing, lambda: self._follow(line))
        self.opened.left.connect(lambda: self._leave(line))
        self.opened.followed.connect(self.followed)
        self._column.insertWidget(self._column.indexOf(line) + 1, self.opened)
        self._read(line)

    @staticmethod
    def _leave(line: OpeningLine) -> None:
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.setChecked(False)

    def _shut(self) -> None:
        self._answer.forget()
        opened, self.opened, self.open_line = self.opened, None, None
        if opened is not None:
            opened.settle()
            opened.let_go()
            opened.hide()
            opened.deleteLater()

    def _read(self, line: OpeningLine) -> None:
        kind, record_id = self._subject.kind, self._subject.id_of(line.row)
        read = self._editing.records.read
        self._answer.ask(lambda: read(kind, record_id), self._fill, lambda _error: None)

    def _fill(self, record: Record) -> None:
        if self.opened is None or self.open_line is None:
            return
        was_filled = self.opened.is_filled
        self.opened.show_record(record)
        if not was_filled:
            self._order_tabs()
            self.line_focused.emit(self.opened)
            if self._takes_focus:
                self.opened.focus_first()
        self._takes_focus = False

    def _order_tabs(self) -> None:
        if self.opened is None or self.open_line is None:
            return
        place = self.lines.index(self.open_line)
        last: QWidget = self.open_line
        for child in _stops_in(self.opened):
            QWidget.setTabOrder(last, child)
            last = child
        if place + 1 < len(self.lines):
            QWidget.setTabOrder(last, self.lines[place + 1])

    def _step(self, line: OpeningLine, step: int) -> None:
        place = self.lines.index(line) + step
        if 0 <= place < len(self.lines):
            self.lines[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, line: OpeningLine) -> None:
        """Where a line leads nowhere, following it opens it."""
        place = self._subject.leads_to(line.row)
        if place is not None:
            self.followed.emit(place)
        else:
            self._takes_focus = True
            line.setChecked(True)


def _focused(widget: QWidget) -> QWidget:
    found = widget.window().focusWidget()
    return found if found is not None else widget


def _last_in(widget: QWidget) -> QWidget:
    """The last that Tab stops at inside a widget, or the widget itself."""
    return next(reversed(_stops_in(widget)), widget)


def _stops_in(widget: QWidget) -> list[QWidget]:
    """Where Tab stops, as one reads; a list that pops up is a window of its own."""
    return [
        child
        for child in widget.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.window() is widget.window()
    ]
