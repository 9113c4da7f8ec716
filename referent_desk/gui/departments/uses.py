"""Beneath the functions of a department: which software does one of them, or does it no more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.needed_functions import FunctionTick
from referent_desk.domain.records import FieldKind, RecordField, RecordKind
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel, show_tip
from referent_desk.gui.link_fields import LinkField
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.record_fields import ChoiceField
from referent_desk.gui.record_rows import LABEL_WIDTH
from referent_desk.gui.row_tables import LinesTable
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _


@dataclass(frozen=True, slots=True)
class UseOf:
    """A row of the functions: no `deployment_id` where nothing serves the function."""

    function_id: str
    function: str
    deployment_id: str
    software: str


class UseActions(QWidget):
    """Takes the function of the chosen row; a software is a known one or a new name."""

    def __init__(self, department_id: str, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._department_id = department_id
        self._editing = editing
        self._use: UseOf | None = None
        self._table: LinesTable | None = None
        self._use_of: Callable[[Any], UseOf] | None = None
        self._is_gone = False
        self.function = ChoiceField(RecordField("function_id", FieldKind.CHOICE), ())
        self.function.setAccessibleName(_("Function"))
        self.software = LinkField(
            RecordField("software_id", FieldKind.LINK, to="software"), editing
        )
        self.software.setAccessibleName(_("Software that does it"))
        self.software.setPlaceholderText(_("Two letters of a known software, or a new name"))
        self.software.entered.connect(self._enter)
        self.software.edited.connect(self._show_possible)
        self.add_button = IconButton(_("&Add this software"), "plus")
        self.add_button.clicked.connect(lambda _checked: self.add_use())
        self.end_button = IconButton(_("End this use today"))
        self.end_button.clicked.connect(lambda _checked: self.end_use())
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        self._lay_out()
        self._show_possible()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        said = _("Add a software: choose the function, then name the software that does it.")
        grid.addWidget(PlainLabel(said), 0, 0, 1, 2)
        for number, (name, field) in enumerate(
            ((_("Function"), self.function), (_("Software that does it"), self.software)), start=1
        ):
            label = PlainLabel(name, Look.MUTED)
            label.setBuddy(field)
            grid.addWidget(label, number, 0)
            grid.addWidget(field, number, 1)
        grid.addWidget(self.add_button, 3, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.end_button, 4, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.trouble, 5, 0, 1, 2)

    def show_functions(self, ticks: tuple[FunctionTick, ...]) -> None:
        """Those that nothing serves yet come first, then the needed ones, then the others."""
        wanted = self.function.typed()
        ordered = sorted(ticks, key=lambda tick: (not tick.needed, bool(tick.software)))
        self.function.clear()
        for tick in ordered:
            self.function.addItem(tick.name, tick.function_id)
        self.function.put(wanted if self.function.findData(wanted) >= 0 else _first(ordered))

    def listen_to(self, table: LinesTable, use_of: Callable[[Any], UseOf]) -> None:
        """The row chosen in the table is what is spoken of."""
        self._use_of = use_of
        if table is not self._table:
            self._table = table
            table.row_chosen.connect(self._take_row)
        self._take_row(table.chosen_row())

    def settle(self) -> None:
        return None

    def let_go(self) -> None:
        self._is_gone = True

    def add_use(self) -> None:
        """A name that nobody knows becomes a software of its own."""
        name, function_id = self.software.text().strip(), self.function.typed()
        if not name or not function_id:
            self.software.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        records, software_id = self._editing.records, self.software.typed()
        typed = {"department_id": self._department_id, "function_id": function_id}

        def add() -> Saved:
            if software_id:
                return records.add(RecordKind.DEPLOYMENT, {**typed, "software_id": software_id})
            return records.begin_use(name, typed)

        self.trouble.say("")
        self._editing.saver.save(add, self._take, self._refuse)

    def end_use(self) -> None:
        use, records = self._use, self._editing.records
        if use is not None and use.deployment_id:
            key = use.deployment_id
            self._editing.saver.save(lambda: records.close(RecordKind.DEPLOYMENT, key))

    def _enter(self) -> None:
        if self.software.text().strip():
            self.add_use()

    def _take_row(self, row: Any) -> None:
        self._use = self._use_of(row) if row is not None and self._use_of is not None else None
        if self._use is not None and self.function.findData(self._use.function_id) >= 0:
            self.function.put(self._use.function_id)
        self._show_possible()

    def _show_possible(self) -> None:
        self.add_button.setEnabled(bool(self.software.text().strip()))
        use = self._use
        ends = use is not None and bool(use.deployment_id)
        self.end_button.setVisible(ends)
        if use is not None and ends:
            what = f"{use.software} – {use.function}" if use.function else use.software
            show_tip(self.end_button, what)

    def _take(self, _saved: Saved) -> None:
        if not self._is_gone:
            self.software.show_typed("")
            self._show_possible()

    def _refuse(self, error: Exception) -> None:
        if self._is_gone:
            self._editing.jobs.failed.emit(error)
        else:
            self.trouble.say(sentence_of(error))


def _first(ticks: list[FunctionTick]) -> str:
    return ticks[0].function_id if ticks else ""
