"""Steps of a procedure as the reader sees them: numbered as on paper, each level further in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.procedures import DEEPEST_LEVEL, Step
from referent_desk.domain.step_marks import step_marks
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.language import _

# Pixels of a line of steps: its mark, who does it, and how far in the levels below begin.
_GAP = 8
_MARK_WIDTH = 20
_WHO_WIDTH = 112
_BELOW = _MARK_WIDTH + _WHO_WIDTH + 2 * _GAP
_INDENT = 24


class StepRows(QFrame):
    def __init__(self, steps: tuple[Step, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (mark, step) in enumerate(zip(step_marks(steps), steps, strict=True)):
            _add_step(grid, row, mark, step)


def _add_step(grid: QGridLayout, row: int, mark: str, step: Step) -> None:
    """A step below another stands under what that one does, a level further in."""
    deeper = min(max(step.level, 1), DEEPEST_LEVEL) - 1 if not mark.isdigit() else 0
    line = QHBoxLayout()
    line.setContentsMargins(_BELOW + _INDENT * (deeper - 1) if deeper else 0, 0, 0, 0)
    line.setSpacing(_GAP)
    count = PlainLabel(mark, Look.MUTED if deeper else Look.STRONG)
    count.setWordWrap(False)
    count.setMinimumWidth(_MARK_WIDTH)
    line.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
    if step.who or not deeper:
        who = PlainLabel(step.who, Look.STRONG)
        who.setFixedWidth(_WHO_WIDTH)
        line.addWidget(who, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(PlainLabel(step.what))
    if step.where:
        where = _("Goes to: {place}").format(place=step.where)
        words.addWidget(PlainLabel(where, Look.MUTED))
    if step.means:
        means = _(" or ").join(step.means)
        words.addWidget(PlainLabel(_("Needs: {means}").format(means=means), Look.MUTED))
    words.addStretch(1)
    line.addLayout(words, 1)
    grid.addLayout(line, row, 0, 1, 2)
    forms = PlainLabel("\n".join(step.forms), Look.MUTED)
    forms.setWordWrap(False)
    grid.addWidget(forms, row, 2, Qt.AlignmentFlag.AlignTop)
