"""One task of a drill on the screen: what it asks, the time aimed at, how far it is."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from referent_desk.domain.drill_times import seconds_typed
from referent_desk.domain.drills import DrillTask, Outcome, TaskResult
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.themes import Tone
from referent_desk.language import _, spoken
from referent_desk.words.drills import outcome_word

_MARKS = {
    Outcome.DONE: (Shape.TICK, Tone.GOOD),
    Outcome.PARTLY: (Shape.TRIANGLE, Tone.WARNING),
    Outcome.NOT_DONE: (Shape.CROSS, Tone.BAD),
    Outcome.NOT_PLAYED: (Shape.DASH, Tone.NEUTRAL),
}
_TIME_WIDTH = 240  # pixels


class TaskBox(QFrame):
    def __init__(self, number: int, task: DrillTask) -> None:
        super().__init__()
        self._task = task
        self.setProperty("look", "card")
        self.setProperty("marked", "false")
        self.title = PlainLabel(f"{number}. {task.title}", Look.STRONG)
        self.asks = PlainLabel(task.asks, Look.MUTED)
        self.time = PlainLabel("", Look.STRONG)
        self.time.setFixedWidth(_TIME_WIDTH)
        self._marks = {one: ShapeMark(*mark) for one, mark in _MARKS.items()}
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.asks)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for mark in self._marks.values():
            row.addWidget(mark)
        row.addWidget(self.time)
        self.show_result(None, is_present=False)

    def show_result(self, result: TaskResult | None, *, is_present: bool) -> None:
        """None: it was not come to yet, or is being played."""
        for outcome, mark in self._marks.items():
            mark.setVisible(result is not None and result.outcome is outcome)
        if result is not None:
            word = outcome_word(result.outcome, spoken())
            self.time.say(f"{seconds_typed(result.seconds)} · {word}")
        elif not is_present:
            self.time.say(_("to be done in {time}").format(time=seconds_typed(self._task.seconds)))
        self._mark(is_present)

    def show_time(self, seconds: int) -> None:
        """While it is played."""
        self.time.say(
            _("{time} of {aimed}").format(
                time=seconds_typed(seconds), aimed=seconds_typed(self._task.seconds)
            )
        )

    def _mark(self, is_present: bool) -> None:
        wanted = "true" if is_present else "false"
        if self.property("marked") != wanted:
            self.setProperty("marked", wanted)
            self.style().unpolish(self)
            self.style().polish(self)
