"""How each task went, typed: what came of it, how long it took, a note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from referent_desk.domain.drill_times import read_seconds, seconds_typed
from referent_desk.domain.drills import DrillTask, Outcome, TaskResult
from referent_desk.domain.records import Fault, FieldKind, RecordField
from referent_desk.gui.drills.words import OUTCOME_KEYS, outcome_choices, time_fault
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.record_fields import ChoiceField, LineField
from referent_desk.language import _

_OUTCOME = RecordField("outcome", FieldKind.CHOICE)
_LINE = RecordField("line", FieldKind.LINE)
_TIME_WIDTH, _OUTCOME_WIDTH = 88, 136  # pixels


class OutcomeField(ChoiceField):
    """A digit says how it went, as with the stopwatch."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        outcome = OUTCOME_KEYS.get(Qt.Key(event.key()))
        plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        if outcome is None or event.modifiers() & ~plain:
            super().keyPressEvent(event)
        else:
            self.put(str(outcome))
            self.edited.emit()
            self.entered.emit()


class ResultRows(QWidget):
    edited = Signal()

    def __init__(self, tasks: Sequence[DrillTask]) -> None:
        super().__init__()
        self._tasks = tuple(tasks)
        self.outcomes: dict[str, ChoiceField] = {}
        self.times: dict[str, LineField] = {}
        self.notes: dict[str, LineField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, 168)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(3, 2)
        heads = (_("Task"), _("How it went"), _("Took"), _("Note"))
        for column, head in enumerate(heads):
            grid.addWidget(PlainLabel(head, Look.HEADING), 0, column)
        for row, task in enumerate(self._tasks, 1):
            self._add_row(grid, row, task)

    def _add_row(self, grid: QGridLayout, row: int, task: DrillTask) -> None:
        outcome = OutcomeField(_OUTCOME, outcome_choices())
        outcome.setFixedWidth(_OUTCOME_WIDTH)
        outcome.setAccessibleName(_("How it went: {task}").format(task=task.title))
        time, note = LineField(_LINE), LineField(_LINE)
        time.setFixedWidth(_TIME_WIDTH)
        time.setAccessibleName(_("Minutes and seconds: {task}").format(task=task.title))
        time.setPlaceholderText("1:30")
        note.setAccessibleName(_("Note: {task}").format(task=task.title))
        grid.addWidget(PlainLabel(task.title), row, 0)
        fields: tuple[ChoiceField | LineField, ...] = (outcome, time, note)
        for column, field in enumerate(fields, 1):
            grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignVCenter)
            field.edited.connect(self.edited)
            field.entered.connect(partial(self._go_on, field))
        outcome.edited.connect(lambda: self._suppose(task.code))
        time.edited.connect(lambda: self._suppose_done(task.code))
        self.outcomes[task.code], self.times[task.code] = outcome, time
        self.notes[task.code] = note

    def controls(self) -> list[QWidget]:
        rows = zip(self.outcomes.values(), self.times.values(), self.notes.values(), strict=True)
        return [field for row in rows for field in row]

    def show_results(self, results: Sequence[TaskResult]) -> None:
        for result in results:
            if result.task in self.outcomes:
                self.outcomes[result.task].show_typed(str(result.outcome))
                self.times[result.task].show_typed(seconds_typed(result.seconds))
                self.notes[result.task].show_typed(result.note)

    def results(self) -> tuple[TaskResult, ...] | tuple[str, QWidget]:
        """What was typed; or what is wrong with it, and where."""
        found = []
        for task in self._tasks:
            outcome, field = self.outcomes[task.code], self.times[task.code]
            if not outcome.typed():
                said = _("Say how this task went: {task}.").format(task=task.title)
                return said, outcome
            seconds = read_seconds(field.typed())
            if isinstance(seconds, Fault):
                return time_fault(seconds.code), field
            note = self.notes[task.code].typed()
            found.append(TaskResult(task.code, Outcome(outcome.typed()), seconds, note))
        return tuple(found)

    def values(self) -> dict[str, str]:
        """What is typed, as it can be kept."""
        kept: dict[str, str] = {}
        for kind, fields in self._fields():
            for code, field in fields.items():
                if field.typed():
                    kept[f"{kind}:{code}"] = field.typed()
        return kept

    def put(self, kept: Mapping[str, str]) -> None:
        for kind, fields in self._fields():
            for code, field in fields.items():
                if f"{kind}:{code}" in kept:
                    field.put(kept[f"{kind}:{code}"])

    def _fields(self) -> tuple[tuple[str, Mapping[str, ChoiceField | LineField]], ...]:
        return (("outcome", self.outcomes), ("time", self.times), ("note", self.notes))

    def _suppose(self, code: str) -> None:
        """What was not played took no time."""
        if self.outcomes[code].typed() == Outcome.NOT_PLAYED:
            self.times[code].put("")

    def _suppose_done(self, code: str) -> None:
        """Somebody who types a time means that it was done, unless they say otherwise."""
        if not self.outcomes[code].typed():
            self.outcomes[code].put(str(Outcome.DONE))

    def _go_on(self, field: QWidget) -> None:
        controls = self.controls()
        after = controls.index(field) + 1
        if after < len(controls):
            controls[after].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focusNextChild()
