"""What falls and what stands: choose what fails, see which procedures still hold, and why not."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from referent_desk.domain.failures import FailureDomain
from referent_desk.domain.fallbacks import FallbackDetail, FallbackRow, RowChoice, Simulation
from referent_desk.domain.means import Standing
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.failures.choices import FailureChoices
from referent_desk.gui.failures.states import standing_state
from referent_desk.gui.failures.step_outcomes import show_detail
from referent_desk.gui.filter_fields import FilterField
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_failures import FailureQuestions
from referent_desk.gui.row_tables import RowTable
from referent_desk.gui.rows_model import LinesModel
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import counted
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import _, spoken
from referent_desk.words.failures import (
    circles_sentence,
    steps_text,
    totals_sentence,
    without_sentence,
)


class FailurePage(WorkPage):
    """`means_asked`: the means of the department are to be seen."""

    means_asked = Signal()

    topic = "failures"

    def __init__(
        self,
        questions: FailureQuestions,
        department: tuple[str, str] | None,
        files: FileQuestions,
        jobs: Jobs,
    ) -> None:
        """`department` is its id and its name; None: only the whole home can be asked for."""
        super().__init__(_("What falls, what stands"))
        self._questions = questions
        self._department = department
        self._files = files
        self._jobs = jobs
        self._domains = LatestAnswer(jobs)
        self._answer = LatestAnswer(jobs)
        self._detail = LatestAnswer(jobs)
        self.simulation = Simulation((), ())
        self.choices = FailureChoices()
        self.circles = NoticeBar("", Tone.WARNING, Shape.TRIANGLE)
        self.told = NoticeBar("", Tone.GOOD, Shape.TICK)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.totals = PlainLabel("", Look.STRONG)
        self.without = PlainLabel("", Look.MUTED)
        self.filter = FilterField(_("Filter the list"), _("Filter what falls and what stands"))
        self.count = PlainLabel("", Look.MUTED)
        self.whole = QCheckBox(_("The whole hospit&al"))
        self.only_holes = QCheckBox(_("Onl&y what does not stand"))
        self.table = RowTable(_("What falls, what stands"))
        self.pane = DetailPane()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.means = IconButton(_("Means…"))
        self.printing = IconButton(_("Print the &list…"), "printer")
        self.exporting = IconButton(_("E&xport…"))
        for button in (self.means, self.printing, self.exporting):
            self.head.addWidget(button)
        for bar in (self.circles, self.told, self.trouble):
            bar.hide()
            self.body.addWidget(bar)
        self.body.addWidget(self.choices)
        said = QHBoxLayout()
        said.setSpacing(16)
        said.addWidget(self.totals, 1)
        said.addWidget(self.only_holes)
        said.addWidget(self.whole)
        self.body.addLayout(said)
        self.body.addWidget(self.without)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.filter, 1)
        row.addWidget(self.count)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.count.setWordWrap(False)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(16)
        for part in (left, self.pane):
            part.setMinimumWidth(320)
            splitter.addWidget(part)
        splitter.setSizes([680, 640])
        self.body.addWidget(splitter, 1)
        self.whole.setChecked(self._department is None)
        self.whole.setEnabled(self._department is not None)

    def _connect(self) -> None:
        self.choices.changed.connect(lambda _chosen: self._simulate())
        self.whole.toggled.connect(lambda _on: self._simulate())
        self.only_holes.toggled.connect(lambda _on: self._show_rows())
        self.filter.textChanged.connect(lambda _text: self._show_rows())
        self.table.row_chosen.connect(self._explain)
        self.means.clicked.connect(lambda _on: self.means_asked.emit())
        self.printing.clicked.connect(lambda _on: self._write(".pdf"))
        self.exporting.clicked.connect(lambda _on: self._write(".xlsx"))
        if self._department is None:
            self.means.setEnabled(False)

    def begin(self) -> None:
        self._domains.ask(self._questions.list_domains, self._take_domains, self._refuse)

    def _take_domains(self, domains: tuple[FailureDomain, ...]) -> None:
        if not domains:
            self.trouble.say(
                _(
                    "This home is only read and does not know yet what can fail. Open it once "
                    "where it can be written."
                )
            )
        self.choices.offer(domains)
        first = next(iter(self.choices.ticks.values()), None)
        (first or self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def department_id(self) -> str | None:
        """None: the whole home is asked for."""
        if self.whole.isChecked() or self._department is None:
            return None
        return self._department[0]

    @property
    def row_choice(self) -> RowChoice:
        return RowChoice(self.filter.text(), self.only_holes.isChecked())

    def _simulate(self) -> None:
        fails, department_id = self.choices.chosen, self.department_id
        ask = self._questions.simulate
        self._answer.ask(lambda: ask(fails, department_id), self._take, self._refuse)

    def _take(self, simulation: Simulation) -> None:
        self.simulation = simulation
        self.trouble.say("")
        self.circles.say(circles_sentence(simulation.circles, spoken()))
        self.totals.say(totals_sentence(simulation, spoken()))
        self.without.say(without_sentence(simulation, spoken()))
        self.without.setVisible(bool(simulation.without))
        self._show_rows()

    def _show_rows(self) -> None:
        """The row that is shown stays chosen while it is in the list."""
        before = self.table.chosen_row()
        rows = self.row_choice.of(self.simulation.rows)
        old = self.table.model(), self.table.selectionModel()
        model = LinesModel(_columns(whole=self.department_id is None), rows, self.table)
        self.table.show_model(model)
        for part in old:
            if part is not None:
                part.deleteLater()
        said = _("{matching} of {total}")
        total = len(self.simulation.rows)
        self.count.say(said.format(matching=counted(len(rows)), total=counted(total)))
        place = model.find(
            lambda row: (
                row.standing is Standing.FALLS if before is None else _key(row) == _key(before)
            )
        )
        if rows:
            self.table.choose(place or 0)
        else:
            self._show_nothing()

    def _show_nothing(self) -> None:
        self._detail.forget()
        self.pane.begin()
        if not self.simulation.rows:
            self.pane.text(
                _("Say first which software this department uses for what: tab Departments.")
            )
        else:
            self.pane.text(_("Nothing of the list fits. Change the filter or the ticks."))
        self.pane.end()

    def _explain(self, row: FallbackRow | None) -> None:
        if row is None:
            return
        fails, ask = self.choices.chosen, self._questions.explain
        key = _key(row)
        self._detail.ask(lambda: ask(fails, *key), self._show_detail, self._refuse)

    def _show_detail(self, detail: FallbackDetail) -> None:
        self.pane.begin()
        show_detail(self.pane, detail)
        self.pane.end()

    def _write(self, ending: str) -> None:
        self._jobs.run(lambda: self._questions.suggest_path(ending), self._ask_path, self._refuse)

    def _ask_path(self, suggested: Path) -> None:
        path = self._files.ask_path(self, suggested)
        if path is None:
            return
        fails, department_id = self.choices.chosen, self.department_id
        choice = self.row_choice
        write = self._questions.print_list
        if suggested.suffix == ".xlsx":
            write = self._questions.export_list
        self.told.say("")
        self._jobs.run(lambda: write(fails, department_id, choice, path), self._tell, self._refuse)

    def _tell(self, path: Path) -> None:
        self.told.say(_("Saved as {path}.").format(path=path))

    def _refuse(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))

    def end(self) -> None:
        for answer in (self._domains, self._answer, self._detail):
            answer.forget()
        super().end()


def _key(row: FallbackRow) -> tuple[str, str, str | None]:
    return row.department_id, row.function_id, row.software_id


def _columns(*, whole: bool) -> tuple[Column, ...]:
    department = Column(_("Department"), lambda row: row.department, "", 160, 3)
    return (
        *((department,) if whole else ()),
        Column(_("Function"), lambda row: row.function, "", 140, 3),
        Column(_("Software used"), lambda row: row.software, "", 100, 2, yields=1),
        state_column(_("State"), lambda row: standing_state(row.standing, row.doubt), "", 240),
        Column(_("Steps"), lambda row: steps_text(row, spoken()), "", 110, 1, yields=2),
    )
