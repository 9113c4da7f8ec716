"""The hospital group at a glance: referents, software by function, procedures that could be one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from referent_desk.domain.convergences import Convergence, Spread
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.group_offices import (
    GroupOffices,
    OfficeNarrowing,
    OfficeRow,
    narrowed,
    office_totals,
)
from referent_desk.domain.group_views import GroupConvergences, TwoTexts
from referent_desk.gui.columns import Column
from referent_desk.gui.group_views.columns import (
    office_columns,
    pair_columns,
    spread_columns,
)
from referent_desk.gui.group_views.heads import NarrowingLine, Shown
from referent_desk.gui.group_views.words import office_lines, pair_lines
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_group_views import GroupViewQuestions
from referent_desk.gui.row_tables import RowTable
from referent_desk.gui.rows_model import LinesModel
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import _, spoken
from referent_desk.words.evidence import counted
from referent_desk.words.group_views import (
    pairs_sentences,
    sites_text,
    spreads_sentence,
    totals_sentence,
)

_DETAIL_LINES = 3


class GroupViewPage(WorkPage):
    topic = "group"

    def __init__(
        self,
        questions: GroupViewQuestions,
        files: FileQuestions,
        jobs: Jobs,
        make_comparison: Callable[[], Any],
    ) -> None:
        """`make_comparison` gives a widget whose `show_texts` shows two texts line by line."""
        super().__init__(_("The hospital group"))
        self._questions = questions
        self._files = files
        self._jobs = jobs
        self._answer = LatestAnswer(jobs)
        self._pair = LatestAnswer(jobs)
        self._make_comparison = make_comparison
        self.offices: GroupOffices | None = None
        self.group: GroupConvergences | None = None
        self.told = NoticeBar("", Tone.GOOD, Shape.TICK)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.totals = PlainLabel("", Look.STRONG)
        self.count = PlainLabel("", Look.MUTED)
        self.narrowing = NarrowingLine()
        self.table = RowTable(_("The hospital group"))
        self.detail = PlainLabel("")
        self.compare = IconButton(_("&Compare the two texts"))
        self.stack = QStackedWidget()
        self.comparison: Any = None
        self._is_comparing = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.exporting = IconButton(_("E&xport…"))
        self.evidence = IconButton(_("Evidence as &PDF…"), "printer")
        self.book = IconButton(_("Evidence as a &workbook…"))
        self.head.addWidget(self.count)
        self.count.setWordWrap(False)
        for button in (self.exporting, self.evidence, self.book):
            self.head.addWidget(button)
        self.exporting.setEnabled(False)
        for bar in (self.told, self.trouble):
            bar.hide()
            self.body.addWidget(bar)
        lists = QWidget()
        self._column = column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.narrowing, self.totals):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        self.detail.setMinimumHeight(_DETAIL_LINES * self.fontMetrics().lineSpacing())
        self.detail.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.detail)
        column.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        self.compare.hide()
        self.stack.addWidget(lists)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.narrowing.changed.connect(self._show_rows)
        self.narrowing.shown_changed.connect(self._change_list)
        self.table.row_chosen.connect(self._tell_row)
        self.table.row_followed.connect(self._follow)
        self.compare.clicked.connect(lambda _on: self._follow(self.table.chosen_row()))
        self.exporting.clicked.connect(lambda _on: self._export())
        self.evidence.clicked.connect(lambda _on: self._ask_evidence(".pdf"))
        self.book.clicked.connect(lambda _on: self._ask_evidence(".xlsx"))

    def begin(self) -> None:
        self.totals.say(_("All departments of the group are being read…"))
        self.narrowing.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self._answer.ask(self._questions.read_offices, self._take_offices, self._refuse)

    def _take_offices(self, offices: GroupOffices) -> None:
        self.offices = offices
        self.narrowing.offer_establishments(offices.establishments)
        self._show_rows()

    def _change_list(self) -> None:
        """The comparison is made when it is first looked at: it takes a second or two."""
        if self.narrowing.shown is not Shown.OFFICES and self.group is None:
            self.table.show_model(LinesModel((), (), self.table))
            self.exporting.setEnabled(False)
            self.detail.say("")
            self.totals.say(_("The procedures of the group are being compared…"))
            if not self._is_comparing:
                self._is_comparing = True
                self._answer.ask(self._questions.read_convergences, self._take_group, self._refuse)
            return
        self._show_rows()

    def _take_group(self, group: GroupConvergences) -> None:
        self.group = group
        self._show_rows()

    def _show_rows(self) -> None:
        shown, text = self.narrowing.shown, self.narrowing.filter.text()
        if shown is Shown.OFFICES and self.offices is not None:
            rows = narrowed(self.offices.rows, self.office_narrowing)
            self.totals.say(totals_sentence(office_totals(rows), spoken()))
            self._list(office_columns(), rows, len(self.offices.rows))
        elif shown is Shown.SPREADS and self.group is not None:
            self.totals.say(spreads_sentence(self.group, spoken()))
            spreads = self.group.spreads_fitting(text, self.narrowing.establishment_id)
            self._list(spread_columns(self.group), spreads, len(self.group.spreads))
        elif shown is Shown.PAIRS and self.group is not None:
            self.totals.say(" ".join(pairs_sentences(self.group, spoken())))
            pairs = self.group.pairs_fitting(text, self.narrowing.establishment_id)
            self._list(pair_columns(self.group), pairs, len(self.group.compared.found))

    @property
    def office_narrowing(self) -> OfficeNarrowing:
        line = self.narrowing
        return OfficeNarrowing(line.filter.text(), line.establishment_id, line.answering)

    def _list(self, columns: tuple[Column, ...], rows: tuple[Any, ...], total: int) -> None:
        old = self.table.model(), self.table.selectionModel()
        self.table.show_model(LinesModel(columns, rows, self.table))
        for part in filter(None, old):
            part.deleteLater()
        self.count.say(
            _("{matching} of {total}").format(matching=counted(len(rows)), total=counted(total))
        )
        self.exporting.setEnabled(bool(total))
        self.compare.setVisible(self.narrowing.shown is Shown.PAIRS and bool(rows))
        self.detail.say("")
        self.table.setVisible(bool(rows))  # else the detail, in its place, says why there is none
        self._column.setStretchFactor(self.detail, 0 if rows else 1)
        if rows:
            self.table.choose(0)
        else:
            self.detail.say(self._nothing(total))

    def _nothing(self, total: int) -> str:
        if total:
            return _("Nothing fits. Change the filter, or what is shown.")
        return {
            Shown.OFFICES: _("There is no department yet. Add one in the tab Departments."),
            Shown.SPREADS: _(
                "No department has said yet which software does what. Name it in the tab Software."
            ),
            Shown.PAIRS: _(
                "No two procedures of different departments are near each other: each is approved "
                "and in force, and at least six steps of ten would have to be the same."
            ),
        }[self.narrowing.shown]

    def _tell_row(self, row: object) -> None:
        """Names in full, which the columns cut."""
        if isinstance(row, OfficeRow):
            self.detail.say(office_lines(row))
        elif isinstance(row, Spread):
            self.detail.say(sites_text(row, most=len(row.sites)))
        elif isinstance(row, Convergence) and self.group is not None:
            self.detail.say(pair_lines(self.group, row))

    def _follow(self, row: object) -> None:
        """To the department, or to the comparison of the two texts."""
        if isinstance(row, OfficeRow):
            choice = DepartmentChoice(row.department_id, row.name, row.code, row.establishment)
            self.place_asked.emit(Place(TabName.DEPARTMENTS, (row.department_id,), choice))
        elif isinstance(row, Convergence):
            ask = self._questions.read_two_texts
            self._pair.ask(lambda: ask(row), self._show_texts, self._refuse)

    def _show_texts(self, texts: TwoTexts) -> None:
        if self.comparison is None:
            self.comparison = self._make_comparison()
            self.stack.addWidget(self.comparison)
        self.comparison.show_texts(texts.first, texts.second)
        said = _("From the text of {first} to the text of {second}")
        names = [
            " · ".join(dict.fromkeys(filter(None, (site.establishment, site.name))))
            for site in (texts.first_site, texts.second_site)
        ]
        self.heading.setText(said.format(first=names[0], second=names[1]))
        self.stack.setCurrentWidget(self.comparison)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_away(self) -> None:
        """From the comparison back to the list first."""
        if self.comparison is not None and self.stack.currentWidget() is self.comparison:
            self.stack.setCurrentIndex(0)
            self.heading.setText(_("The hospital group"))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().go_away()

    def _export(self) -> None:
        questions, narrowing = self._questions, self.office_narrowing
        write: Callable[[Path], Path] = questions.export_convergences
        if self.narrowing.shown is Shown.OFFICES:

            def write(path: Path) -> Path:
                return questions.export_offices(narrowing, path)

        self._write(lambda: questions.suggest_export(".xlsx"), write)

    def _ask_evidence(self, ending: str) -> None:
        questions, establishment_id = self._questions, self.narrowing.establishment_id
        self._write(
            lambda: questions.suggest_evidence(ending),
            lambda path: questions.write_evidence(path, establishment_id),
        )

    def _write(self, suggest: Callable[[], Path], write: Callable[[Path], Path]) -> None:
        def ask(suggested: Path) -> None:
            path = self._files.ask_path(self, suggested)
            if path is not None:
                self.told.say("")
                self._jobs.run(lambda: write(path), self._tell, self._refuse)

        self._jobs.run(suggest, ask, self._refuse)

    def _tell(self, path: Path) -> None:
        self.told.say(_("Saved as {path}.").format(path=path))

    def _refuse(self, error: Exception) -> None:
        self._is_comparing = False
        self.trouble.say(sentence_of(error))

    def end(self) -> None:
        for answer in (self._answer, self._pair):
            answer.forget()
        super().end()
