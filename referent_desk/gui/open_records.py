"""What a line of records opens on: the fields of one, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import Record, RecordKind
from referent_desk.gui.columns import Column
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.opening_lines import ARROW_ROOM
from referent_desk.gui.places import Place
from referent_desk.gui.record_editors import RecordEditor, said_facts
from referent_desk.gui.wordings import sentence_case
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _


def _nowhere(_row: Any) -> Place | None:
    return None


@dataclass(frozen=True, slots=True)
class LineSubject:
    """`names`: the fields that a line opens on. `close`, `go` and `act` are words of buttons, or
    empty; `does` is what `act` does with the record.

    `move` puts a record so many places further down; None where the order follows from elsewhere.
    """

    kind: RecordKind
    title: str
    columns: tuple[Column, ...]
    names: tuple[str, ...]
    id_of: Callable[[Any], str]
    close: str = ""
    go: str = ""
    leads_to: Callable[[Any], Place | None] = _nowhere
    move: Callable[[str, int], Saved] | None = None
    act: str = ""
    does: Callable[[Record], None] | None = None


class OpenRecord(QWidget):
    """What stands beneath an open line."""

    left = Signal()
    followed = Signal(object)

    def __init__(self, subject: LineSubject, editing: Editing, follow: Callable[[], None]) -> None:
        super().__init__()
        self._subject = subject
        self._editing = editing
        self._follow = follow
        self.editor: RecordEditor | None = None
        self.close_button: IconButton | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(ARROW_ROOM + 8, 4, 0, 12)
        self._column.setSpacing(8)

    @property
    def is_filled(self) -> bool:
        return self._column.count() > 0

    def show_record(self, record: Record) -> None:
        if self.editor is not None:
            self.editor.show_record(record)
        elif not self.is_filled:
            self._fill(record)

    def focus_first(self) -> None:
        if self.editor is not None:
            self.editor.focus_first()

    def settle(self) -> None:
        if self.editor is not None:
            self.editor.settle()

    def let_go(self) -> None:
        if self.editor is not None:
            self.editor.let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, record: Record) -> None:
        subject = self._subject
        if self._editing.is_possible:
            self.editor = RecordEditor(record, self._editing, subject.names)
            self.editor.followed.connect(self.followed)
            self._column.addWidget(self.editor)
        else:
            for name, value in said_facts(record, subject.names):
                if value:
                    said = _("{title}: {text}").format(title=sentence_case(name), text=value)
                    self._column.addWidget(PlainLabel(said, Look.MUTED))
        self._add_buttons(record)

    def _add_buttons(self, record: Record) -> None:
        row = WrappingRow()
        does = self._subject.does
        if does is not None and self._editing.is_possible:
            act = IconButton(self._subject.act, "check")
            act.clicked.connect(lambda _checked: does(record))
            row.addWidget(act)
        if self._subject.go:
            go = IconButton(self._subject.go, "chevron-right")
            go.clicked.connect(lambda _checked: self._follow())
            row.addWidget(go)
        move = self._subject.move
        if move is not None and self._editing.is_possible:
            for text, steps in ((_("Move up"), -1), (_("Move down"), 1)):
                button = IconButton(text)
                button.clicked.connect(
                    lambda _checked, n=steps: self._editing.saver.save(lambda: move(record.id, n))
                )
                row.addWidget(button)
        if self._subject.close and self._editing.is_possible and record.can_close:
            kind, record_id, close = record.kind, record.id, self._editing.records.close
            self.close_button = IconButton(self._subject.close)
            self.close_button.clicked.connect(
                lambda _checked: self._editing.saver.save(lambda: close(kind, record_id))
            )
            row.addWidget(self.close_button)
        if row.count():
            self._column.addLayout(row)
