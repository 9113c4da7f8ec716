"""The steps of the guide over one another, with what is said above them and done below."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from referent_desk.gui.imports.column_steps import ColumnsStep
from referent_desk.gui.imports.done_steps import DoneStep
from referent_desk.gui.imports.feet import Foot
from referent_desk.gui.imports.file_steps import FileStep
from referent_desk.gui.imports.line_steps import LinesStep
from referent_desk.gui.imports.sheet_steps import SheetStep, TitlesStep
from referent_desk.gui.imports.steps import Step, StepBar, StepName
from referent_desk.gui.imports.waiting_bars import WaitingBar
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.questions_imports import ImportWords
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.work_pages import WorkPage


class GuideFrame(WorkPage):
    def lay_out_steps(self, words: ImportWords) -> None:
        self.bar, self.foot = StepBar(), Foot()
        self.file, self.sheet, self.titles = FileStep(), SheetStep(), TitlesStep()
        self.columns, self.lines, self.done = ColumnsStep(words), LinesStep(words), DoneStep()
        self.read_only = NoticeBar("", Tone.WARNING, Shape.RING)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.busy = WaitingBar()
        pages = (self.file, self.sheet, self.titles, self.columns, self.lines, self.done)
        self.steps: dict[StepName, Step] = dict(zip(StepName, pages, strict=True))
        self.stack = QStackedWidget()
        for page in self.steps.values():
            self.stack.addWidget(page.widget)

    def lay_out_around(self, begun: QLayout, progress: QWidget) -> None:
        """`begun` is where an import that was brought back is said, `progress` how far one is."""
        self.heading.setWordWrap(False)
        self.head.addWidget(self.bar)
        for bar in (self.read_only, self.trouble):
            bar.hide()
            self.body.addWidget(bar)
        self.body.addLayout(begun)
        self.body.addWidget(self.busy)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(progress)
        self.body.addWidget(self.foot)
