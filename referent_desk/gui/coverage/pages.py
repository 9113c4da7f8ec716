"""Coverage by function: departments and functions in a grid, how much of it holds, and why not."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.coverage_grids import (
    CellDetail,
    Grid,
    GroupCoverage,
    Narrowing,
    grid_of,
)
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.readiness import DepartmentCoverage
from referent_desk.gui.closed_lists import ClosedList
from referent_desk.gui.coverage.bars import CoverageBar
from referent_desk.gui.coverage.glances import AGAIN, Glance
from referent_desk.gui.coverage.grid_models import GridModel
from referent_desk.gui.coverage.grid_views import GridView
from referent_desk.gui.filter_fields import FilterField
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.list_heads import ListHead
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_coverage import CoverageQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import counted, short_day
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import _, spoken
from referent_desk.words.coverage import (
    binder_word,
    cell_lines,
    cover_word,
    definition_sentence,
    target_sentence,
    totals_sentences,
)

_LINES = 3
"""Of the selected cell; there are rarely more programs for one function."""
_MARGIN, _LOW, _WIDEST_FUNCTION = 16, 480, 280  # pixels


class CoveragePage(WorkPage):
    """`followed` carries what was looked at when a cell led elsewhere."""

    followed = Signal(object)

    topic = "coverage"
    way_back = f"coverage:{AGAIN}"

    def __init__(
        self,
        questions: CoverageQuestions,
        glance: Glance,
        files: FileQuestions,
        jobs: Jobs,
    ) -> None:
        """`glance` is what is looked at first."""
        super().__init__(_("Coverage by function"))
        self._questions = questions
        self._glance = glance
        self._files = files
        self._jobs = jobs
        self._answer = LatestAnswer(jobs)
        self._detail = LatestAnswer(jobs)
        self.group: GroupCoverage | None = None
        self.told = NoticeBar("", Tone.GOOD, Shape.TICK)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.totals = PlainLabel("", Look.STRONG)
        self.definition = PlainLabel("", Look.MUTED)
        self.bar = CoverageBar()
        self.filter = FilterField(_("Department, pole or hospital"), _("Filter the departments"))
        self.functions = ClosedList()
        self.only_holes = QCheckBox(_("Onl&y what is not covered"))
        self.only_critical = QCheckBox(_("Only what is &critical"))
        self.only_unowned = QCheckBox(_("Only without a &referent"))
        self.count = PlainLabel("", Look.MUTED)
        self.view = GridView()
        self.cell = PlainLabel("", Look.STRONG)
        self.lines = PlainLabel("")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.printing = IconButton(_("Print the &grid…"), "printer")
        self.exporting = IconButton(_("E&xport…"))
        self.head.addWidget(self.count)
        for button in (self.printing, self.exporting):
            button.setEnabled(False)
            self.head.addWidget(button)
        for bar in (self.told, self.trouble):
            bar.hide()
            self.body.addWidget(bar)
        said = QHBoxLayout()
        said.setSpacing(24)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.totals)
        words.addWidget(self.definition)
        said.addLayout(words, 3)
        said.addWidget(self.bar, 1)
        self.body.addLayout(said)
        self._lay_narrowing()
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.cell)
        self.body.addWidget(self.lines)
        self.lines.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def _lay_narrowing(self) -> None:
        """What narrows the grid; the ticks go beneath where they would squeeze the filter."""
        self.functions.setMinimumContentsLength(12)
        self.functions.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.count.setWordWrap(False)
        view = self.functions.view()
        view.setMinimumWidth(_WIDEST_FUNCTION)
        one = QWidget()
        row = QHBoxLayout(one)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(FieldLabel(_("&Function"), self.functions))
        row.addWidget(self.functions)
        beneath = QHBoxLayout()
        beneath.setSpacing(12)
        beneath.addStretch(1)
        self._narrowing = ListHead(self.filter, beneath)
        ticks = one, self.only_holes, self.only_critical, self.only_unowned
        for place, widget in enumerate(ticks):
            self._narrowing.offer(widget, place=place, yields=place)
        self.body.addLayout(self._narrowing)
        self.body.addLayout(beneath)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the grid comes before what it means, which the help says too."""
        super().resizeEvent(event)
        self._narrowing.fit(self.width() - 2 * _MARGIN)
        is_low = self.height() < _LOW
        self.definition.setVisible(not is_low)
        lines = 0 if is_low else _LINES
        self.lines.setMinimumHeight(lines * self.fontMetrics().lineSpacing())

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _text: self._show_grid())
        self.functions.currentIndexChanged.connect(lambda _place: self._show_grid())
        self.only_holes.toggled.connect(lambda _on: self._show_grid())
        self.only_critical.toggled.connect(lambda _on: self._show_grid())
        self.only_unowned.toggled.connect(lambda _on: self._show_grid())
        self.view.cell_chosen.connect(self._tell_cell)
        self.view.cell_followed.connect(self._follow)
        self.printing.clicked.connect(lambda _on: self._write(".pdf"))
        self.exporting.clicked.connect(lambda _on: self._write(".xlsx"))

    def begin(self) -> None:
        self.totals.say(_("The coverage of all departments is being read…"))
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self._answer.ask(self._questions.read, self._take, self._refuse)

    def _take(self, group: GroupCoverage) -> None:
        self.group = group
        self.functions.blockSignals(True)
        self.functions.addItem(_("All of them"), None)
        for function in group.functions:
            self.functions.addItem(function.name, function.id)
        self.functions.blockSignals(False)
        self.definition.say(f"{definition_sentence(spoken())} {target_sentence(spoken())}")
        for button in (self.printing, self.exporting):
            button.setEnabled(bool(group.departments))
        self._narrow(self._glance.narrowing)
        self._show_grid()
        self.view.choose(self._glance.department_id, self._glance.function_id)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self, narrowing: Narrowing) -> None:
        self.filter.setText(narrowing.text)
        self.functions.setCurrentIndex(max(0, self.functions.findData(narrowing.function_id)))
        self.only_holes.setChecked(narrowing.holes)
        self.only_critical.setChecked(narrowing.critical)
        self.only_unowned.setChecked(narrowing.unowned)

    @property
    def narrowing(self) -> Narrowing:
        chosen = self.functions.currentData()
        return Narrowing(
            self.filter.text(),
            chosen if isinstance(chosen, str) else None,
            self.only_holes.isChecked(),
            self.only_critical.isChecked(),
            self.only_unowned.isChecked(),
        )

    @property
    def grid(self) -> Grid | None:
        model = self.view.model()
        return model.grid if isinstance(model, GridModel) else None

    def _show_grid(self) -> None:
        if self.group is None:
            return
        grid = grid_of(self.group, self.narrowing)
        self.view.show_model(GridModel(self.group, grid, self.view))
        self.bar.show_totals(grid.totals)
        self.totals.say(" ".join(totals_sentences(grid.totals, spoken())))
        shown, total = counted(len(grid.departments)), counted(len(self.group.departments))
        self.count.say(_("{matching} of {total}").format(matching=shown, total=total))
        if not grid.departments:
            self._say_nothing()

    def _say_nothing(self) -> None:
        self._detail.forget()
        self.cell.say("")
        if self.group is not None and not self.group.departments:
            self.lines.say(_("There is no department yet. Add one in the tab Departments."))
        else:
            self.lines.say(_("No department fits. Change the filter or the ticks."))

    def _tell_cell(self, row: int, column: int) -> None:
        """What is known at once; what its procedure says comes from the worker."""
        model = self.view.model()
        if not isinstance(model, GridModel):
            return
        self._detail.forget()
        department, function = model.department(row), model.function(column)
        self.cell.say(model.spoken_cell(row, column))
        if function is None:
            self.lines.say(self._department_lines(department))
            return
        if not model.uses(row, column):
            self.lines.say("")
            return
        key, ask = (department.department_id, function.id), self._questions.explain
        self._detail.ask(lambda: ask(*key), self._show_cell, self._refuse)

    def _department_lines(self, department: DepartmentCoverage) -> str:
        played = department.last_drill
        drill = _("last drill: {day}").format(day=short_day(played)) if played else _("no drill")
        ready = self.group is not None and department.is_ready(self.group.today)
        parts = (
            _("ready") if ready else _("not ready"),
            cover_word(department.cover, spoken()),
            _("has a referent") if department.has_referent else _("no referent"),
            binder_word(department.binder, spoken()),
            drill,
        )
        above = " · ".join(filter(None, (department.establishment, department.pole)))
        return "\n".join(filter(None, (above, " · ".join(parts))))

    def _show_cell(self, cell: CellDetail) -> None:
        self.lines.say("\n".join(cell_lines(cell, spoken())))

    def _follow(self, row: int, column: int) -> None:
        """To the procedure; where there is nothing to show, to the department."""
        model = self.view.model()
        if not isinstance(model, GridModel):
            return
        department, function = model.department(row), model.function(column)
        choice = DepartmentChoice(
            department.department_id, department.name, department.code, department.establishment
        )
        uses = model.uses(row, column)
        self.followed.emit(Glance(self.narrowing, *self.view.chosen()))
        if function is not None and function.id and uses:
            key = function.id, uses[0].software_id or None
            self.place_asked.emit(Place(TabName.PROCEDURES, key, choice))
        else:
            self.place_asked.emit(Place(TabName.DEPARTMENTS, (choice.id,), choice))

    def _write(self, ending: str) -> None:
        self._jobs.run(lambda: self._questions.suggest_path(ending), self._ask_path, self._refuse)

    def _ask_path(self, suggested: Path) -> None:
        path = self._files.ask_path(self, suggested)
        if path is None:
            return
        narrowing, write = self.narrowing, self._questions.print_grid
        if suggested.suffix == ".xlsx":
            write = self._questions.export_grid
        self.told.say("")
        self._jobs.run(lambda: write(narrowing, path), self._tell, self._refuse)

    def _tell(self, path: Path) -> None:
        self.told.say(_("Saved as {path}.").format(path=path))

    def _refuse(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))

    def end(self) -> None:
        for answer in (self._answer, self._detail):
            answer.forget()
        super().end()
