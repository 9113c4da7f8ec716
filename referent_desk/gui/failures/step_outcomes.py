"""The steps of a procedure, each with what it leans on and whether that stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.fallbacks import Doubt, FallbackDetail, MeansTold, StepTold
from referent_desk.domain.means import Standing
from referent_desk.domain.step_marks import step_marks
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.failures.states import standing_state
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.shapes import ShapeMark
from referent_desk.language import _, spoken
from referent_desk.words.failures import means_sentence

_MARK_WIDTH = 20
_INDENT = 24


def show_detail(pane: DetailPane, detail: FallbackDetail) -> None:
    parts = (detail.function, detail.software)
    pane.title(
        " – ".join(part for part in parts if part), standing_state(detail.standing, detail.doubt)
    )
    pane.muted(detail.department)
    if detail.standing is Standing.MISSING:
        pane.text(_("There is no procedure: the sheet says whom to ask."))
        return
    pane.muted(detail.title)
    if detail.doubt is Doubt.FAILED:
        pane.text(_("It failed when it was last tried here."))
    elif detail.doubt is Doubt.DRAFT:
        pane.text(_("Nobody has approved it."))
    if not any(step.means for step in detail.steps):
        pane.text(
            _(
                "No step names a means: nobody can tell whether it holds. If a step needs a "
                "telephone, a printer or a runner, name it in the procedure."
            )
        )
    marks = step_marks(told.step for told in detail.steps)
    for told, mark in zip(detail.steps, marks, strict=True):
        pane.add(_step(told, mark))


def _step(told: StepTold, mark: str) -> QWidget:
    box = QFrame()
    line = QHBoxLayout(box)
    line.setContentsMargins(_INDENT * (told.step.level - 1), 4, 0, 4)
    line.setSpacing(8)
    number = PlainLabel(mark, Look.STRONG)
    number.setFixedWidth(_MARK_WIDTH)
    line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    who = _("{who}: {what}").format(who=told.step.who, what=told.step.what)
    words.addWidget(PlainLabel(who if told.step.who else told.step.what))
    for means in told.means:
        words.addLayout(_means(means))
    if len(told.means) > 1:
        words.addWidget(PlainLabel(_("One of these is enough."), Look.MUTED))
    line.addLayout(words, 1)
    return box


def _means(means: MeansTold) -> QHBoxLayout:
    state = standing_state(means.standing)
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(ShapeMark(state.shape, state.tone), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(PlainLabel(means_sentence(means, spoken())), 1)
    return line
