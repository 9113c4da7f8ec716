"""The printings of a copy, the newest first: four facts each, never one for another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.copies import Run, RunStage
from referent_desk.domain.copy_contents import stage_of
from referent_desk.gui.copies.words import fact_sentences, run_title
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.themes import Tone
from referent_desk.language import _, ngettext

SHOWN_AT_ONCE = 3


class RunBox(QFrame):
    def __init__(self, run: Run, stage: RunStage) -> None:
        super().__init__()
        self.run = run
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 8)
        layout.setSpacing(2)
        layout.addWidget(PlainLabel(run_title(run), Look.STRONG))
        is_over = stage in (RunStage.SUPERSEDED, RunStage.FILED)
        if stage is RunStage.SUPERSEDED:
            said = _("Replaced by a later printing: its paper can be thrown away.")
            layout.addWidget(PlainLabel(said, Look.MUTED))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (sentence, is_fact) in enumerate(fact_sentences(run)):
            shape = Shape.TICK if is_fact else Shape.DASH if is_over else Shape.RING
            mark = ShapeMark(shape, Tone.GOOD if is_fact else Tone.NEUTRAL)
            grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(PlainLabel(sentence, Look.BODY if is_fact else Look.MUTED), row, 1)
        layout.addLayout(grid)


class RunHistory(QWidget):
    """`older` shows those beyond the first."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[RunBox] = []
        self._runs: tuple[Run, ...] = ()
        self.older = IconButton("", "chevron-down")
        self.older.setCheckable(True)
        self.older.toggled.connect(lambda _on: self._show())
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(self.older)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._column)
        layout.addLayout(row)

    def show_runs(self, runs: tuple[Run, ...]) -> None:
        """The newest first."""
        self._runs = runs
        self._show()

    def _show(self) -> None:
        for box in self.boxes:
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        shown = self._runs if self.older.isChecked() else self._runs[:SHOWN_AT_ONCE]
        self.boxes = [RunBox(run, stage_of(run, self._runs)) for run in shown]
        for box in self.boxes:
            self._column.addWidget(box)
            box.show()
        count = len(self._runs) - SHOWN_AT_ONCE
        self.older.setVisible(count > 0)
        offer = ngettext("Show {count} older printing", "Show {count} older printings", count)
        hide = _("Show the newest only")
        self.older.setText(hide if self.older.isChecked() else offer.format(count=count))


def last_marked(runs: tuple[Run, ...]) -> Run | None:
    """The newest printing of which somebody said something that can be taken back."""
    return next((run for run in runs if run.filed or run.confirmed or run.sent), None)
