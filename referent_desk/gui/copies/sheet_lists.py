"""The sheets of a copy by their state: those with something to do in full, the others folded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from referent_desk.domain.sheet_states import SheetState
from referent_desk.gui.columns import Column
from referent_desk.gui.copies.words import revision_text
from referent_desk.gui.icons import IconButton, IconToolButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.places import Place
from referent_desk.gui.row_tables import LinesTable
from referent_desk.gui.wordings import counted, sentence_case
from referent_desk.language import _, ngettext, spoken
from referent_desk.words.reasons import reasons_line

_LEAD_ROOM = 37  # pixels of the button at the end
MOST_IN_FULL = 60
_MOST_REASONS = 8
MOST_IN_A_TABLE = 200
Lead = Callable[[SheetState], Place | None]


class LeadButton(IconToolButton):
    """Enter presses it too, as it does the other buttons."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class SheetLine(QFrame):
    """Code, title and revision; beneath, why; at the end, where its content is changed."""

    followed = Signal(object)

    def __init__(self, sheet: SheetState, place: Place | None) -> None:
        super().__init__()
        self.setProperty("look", "sheet_line")
        self.sheet = sheet
        code = PlainLabel(sheet.code, Look.STRONG)
        code.setWordWrap(False)
        code.setMinimumWidth(72)
        revision = PlainLabel(revision_text(sheet), Look.MUTED)
        revision.setWordWrap(False)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(code, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(sheet.title), 0, 1)
        grid.addWidget(revision, 0, 2, Qt.AlignmentFlag.AlignTop)
        why = why_text(sheet)
        if why:
            grid.addWidget(PlainLabel(why, Look.MUTED), 1, 1, 1, 2)
        room = QWidget()  # also where nothing leads on: an empty column would take its gap with it
        room.setFixedSize(_LEAD_ROOM, 1)
        grid.addWidget(room, 0, 3)
        self.lead: LeadButton | None = None
        if place is not None:
            name = _("Show what sheet {code} is made of").format(code=sheet.code)
            self.lead = LeadButton(name, "chevron-right")
            self.lead.setProperty("look", "flat")
            self.lead.setAccessibleDescription(f"{sheet.title}. {why}")
            self.lead.setFixedWidth(_LEAD_ROOM)
            self.lead.clicked.connect(lambda _on: self.followed.emit(place))
            grid.addWidget(self.lead, 0, 3, 2, 1, Qt.AlignmentFlag.AlignTop)


def why_text(sheet: SheetState) -> str:
    """All that is known of why, as one sentence."""
    said = sentence_case(reasons_line(sheet.reasons, spoken(), _MOST_REASONS))
    return f"{said}." if said else ""


class SheetLines(QWidget):
    """The first ones; how many more there are is said."""

    followed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[SheetLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._more = PlainLabel("", Look.MUTED)
        self._column.addWidget(self._more)

    def show_sheets(self, sheets: tuple[SheetState, ...], leads_to: Lead) -> None:
        """The keyboard stays on the same sheet."""
        held = next((n for n in self.lines if n.lead is not None and n.lead.hasFocus()), None)
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [SheetLine(sheet, leads_to(sheet)) for sheet in sheets[:MOST_IN_FULL]]
        last: QWidget = self
        for place, line in enumerate(self.lines):
            line.followed.connect(self.followed)
            self._column.insertWidget(place, line)
            line.show()
            if line.lead is not None:
                QWidget.setTabOrder(last, line.lead)
                last = line.lead
            if held is not None and line.lead is not None and line.sheet.code == held.sheet.code:
                line.lead.setFocus()
        self._more.say(_rest(len(sheets) - MOST_IN_FULL))
        self._more.setVisible(len(sheets) > MOST_IN_FULL)


def _rest(count: int) -> str:
    return ngettext("… and {count} other sheet.", "… and {count} other sheets.", count).format(
        count=counted(max(count, 0))
    )


class FoldedSheets(QWidget):
    """One line until it is opened."""

    followed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._sheets: tuple[SheetState, ...] = ()
        self._leads_to: Lead = lambda _sheet: None
        self.table: LinesTable | None = None
        self.switch = IconButton("", "chevron-down")
        self.switch.setCheckable(True)
        self.switch.toggled.connect(lambda _on: self._show())
        self._more = PlainLabel("", Look.MUTED)
        self._more.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._more)

    def show_sheets(self, sheets: tuple[SheetState, ...], leads_to: Lead) -> None:
        self._sheets, self._leads_to = sheets, leads_to
        self._show()

    def _show(self) -> None:
        is_open = self.switch.isChecked()
        text = _("Hide them") if is_open else self._offer()
        self.switch.setText(text)
        if is_open:
            self._fill()
        if self.table is not None:
            self.table.setVisible(is_open)
        self._more.say(_rest(len(self._sheets) - MOST_IN_A_TABLE))
        self._more.setVisible(is_open and len(self._sheets) > MOST_IN_A_TABLE)

    def _offer(self) -> str:
        count = len(self._sheets)
        return ngettext("Show the {count} sheet", "Show the {count} sheets", count).format(
            count=counted(count)
        )

    def _fill(self) -> None:
        rows = self._sheets[:MOST_IN_A_TABLE]
        if self.table is not None:
            self.table.show_rows(sheet_columns(), rows)
            return
        self.table = LinesTable(self._name, sheet_columns(), rows)
        self.table.row_followed.connect(self._follow)
        self._column.insertWidget(1, self.table)

    def _follow(self, sheet: SheetState) -> None:
        place = self._leads_to(sheet)
        if place is not None:
            self.followed.emit(place)


def sheet_columns() -> tuple[Column, ...]:
    def check_code(sheet: SheetState) -> str:
        known = sheet.shelf or sheet.wanted
        return known[1] if known else ""

    def text(part: Callable[[SheetState], str]) -> Callable[[Any], str]:
        return part

    return (
        Column(_("Code"), text(lambda sheet: sheet.code), "", 80, 0),
        Column(_("Title"), text(lambda sheet: sheet.title), "", 140, 3),
        Column(_("Revision"), text(revision_text), "", 108, 1),
        Column(_("Check code"), text(check_code), "", 96, 0, yields=1),
    )
