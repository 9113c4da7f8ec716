"""The steps of a procedure, edited by keys: Enter, Tab, Backspace, Alt and the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain import step_edits
from referent_desk.domain.drafts import MOST_STEPS
from referent_desk.domain.pasted_lines import PastedLine
from referent_desk.domain.procedures import Step
from referent_desk.domain.step_edits import Edited, Steps
from referent_desk.domain.step_marks import step_marks
from referent_desk.gui.procedures.kept_rows import let_go_beyond
from referent_desk.gui.procedures.step_fields import Known, StepRow
from referent_desk.language import _


class StepList(QWidget):
    """`edited` tells row, field, and whether it was typing; there is always a step to type into."""

    edited = Signal(int, str, bool)
    refused = Signal(str)

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._known = known
        self.rows: list[StepRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.show_steps((Step(""),))

    def steps(self) -> Steps:
        return tuple(row.step() for row in self.rows)

    def show_steps(self, steps: Steps) -> None:
        """Rows that are there already are kept: the keyboard stays where it is."""
        shown = steps or (Step(""),)
        while len(self.rows) < len(shown):
            self._add_row()
        let_go_beyond(len(shown), self.rows, self._column)
        for row, step, mark in zip(self.rows, shown, step_marks(shown), strict=True):
            row.show_step(step, mark)

    def _add_row(self) -> None:
        row = StepRow(self._known, self.refused.emit)
        row.edited.connect(self._note)
        row.keyed.connect(self._obey)
        row.what.pasted = lambda lines: self._paste(row, lines)
        self.rows.append(row)
        self._column.addWidget(row)
        before = self.rows[-2].where if len(self.rows) > 1 else None
        if before is not None:
            QWidget.setTabOrder(before, row.what)
        for left, right in pairwise((row.what, *row.short_fields().values())):
            QWidget.setTabOrder(left, right)

    def focus(self, row: int, field: str = "", cursor: int | None = None) -> None:
        row = min(max(row, 0), len(self.rows) - 1)
        target = self.rows[row].field(field)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if cursor is not None and target is self.rows[row].what:
            self.rows[row].what.place_cursor(cursor)

    def _note(self, row: StepRow, field: str) -> None:
        if row in self.rows:
            self.edited.emit(self.rows.index(row), field, True)

    def _obey(self, row: StepRow, asked: str) -> None:
        if row not in self.rows:
            return
        number = self.rows.index(row)
        if asked in ("above", "below"):
            self._step_over(number, asked)
            return
        edited = self._edit(number, asked)
        if asked in ("split", "new") and len(edited.steps) > MOST_STEPS:
            self.refused.emit(_("A procedure has at most {most} steps.").format(most=MOST_STEPS))
            return
        field = next((n for n, f in row.short_fields().items() if f.hasFocus()), "what")
        self._show(edited, field if asked in ("up", "down") else "what")

    def _edit(self, number: int, asked: str) -> Edited:
        steps, cursor = self.steps(), self.rows[number].what.textCursor().position()
        if asked == "split":
            return step_edits.split(steps, number, cursor)
        if asked == "new":
            return step_edits.split(steps, number, len(steps[number].what))
        if asked == "join":
            return step_edits.join(steps, number)
        if asked == "join_next":
            below = number + 1 < len(steps)
            return step_edits.join(steps, number + 1) if below else Edited(steps, number, cursor)
        if asked in ("deeper", "higher"):
            return step_edits.shift(steps, number, 1 if asked == "deeper" else -1, cursor)
        return step_edits.move(steps, number, -1 if asked == "up" else 1, cursor)

    def _show(self, edited: Edited, field: str) -> None:
        if edited.steps != self.steps():
            self.show_steps(edited.steps)
            self.edited.emit(edited.row, field, False)
        self.focus(edited.row, field, edited.cursor)

    def _step_over(self, number: int, asked: str) -> None:
        if asked == "above" and number:
            self.focus(number - 1, cursor=len(self.rows[number - 1].what.text()))
        elif asked == "below" and number + 1 < len(self.rows):
            self.focus(number + 1, cursor=0)

    def _paste(self, row: StepRow, lines: Sequence[PastedLine]) -> bool:
        """Several lines become steps."""
        if row not in self.rows or len(self.rows) + len(lines) - 1 > MOST_STEPS:
            self.refused.emit(_("A procedure has at most {most} steps.").format(most=MOST_STEPS))
            return True
        cursor = row.what.textCursor()
        place = self.rows.index(row)
        edited = step_edits.paste(
            self.steps(), place, cursor.selectionStart(), cursor.selectionEnd(), lines
        )
        if edited.steps != self.steps():
            self.show_steps(edited.steps)
            self.edited.emit(edited.row, "what", False)
        # later: Qt lights the caret of the field pasted into, and the new rows have no place yet
        QTimer.singleShot(0, self, lambda: self.focus(edited.row, "what", edited.cursor))
        return True
