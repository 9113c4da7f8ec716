"""The programme of three years: what is behind, which days are proposed, and which are taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.drill_programmes import ProgrammeLine, Standing
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.drills.words import standing_state
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.questions_drills import ProgrammeQuestions
from referent_desk.gui.row_tables import RowTable
from referent_desk.gui.rows_model import LinesModel
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import counted, criticality, sentence_case, short_day
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import _, ngettext, spoken
from referent_desk.words.drills import shift_word


@dataclass(frozen=True, slots=True)
class Proposed:
    """A line of the programme; `taken`: its day becomes a drill."""

    line: ProgrammeLine
    taken: bool


class ProgrammeModel(LinesModel):
    def __init__(
        self, columns: tuple[Column, ...], rows: tuple[Proposed, ...], parent: QObject
    ) -> None:
        super().__init__(columns, rows, parent)

    def taken(self) -> list[ProgrammeLine]:
        return [row.line for row in self._rows if row.taken]

    def toggle(self, number: int) -> None:
        row = self._rows[number]
        if row.line.proposed is not None:
            self._rows[number] = replace(row, taken=not row.taken)
            self._tell(number, number)

    def take_all(self, taken: bool) -> None:
        self._rows = [replace(r, taken=taken and r.line.proposed is not None) for r in self._rows]
        self._tell(0, len(self._rows) - 1)

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


class ProgrammeTable(RowTable):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar takes a line or leaves it."""
        if event.key() == Qt.Key.Key_Space:
            self._follow(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ProgrammePage(WorkPage):
    topic = "drills"

    def __init__(
        self, questions: ProgrammeQuestions, choice: DepartmentChoice, editing: Editing
    ) -> None:
        super().__init__(_("Programme of three years: {name}").format(name=choice.name))
        self._questions = questions
        self._choice = choice
        self._editing = editing
        self._asked = LatestAnswer(editing.jobs)
        self._is_gone = False
        self.model: ProgrammeModel | None = None
        self.said = PlainLabel(
            _(
                "Every critical function is played once in three years: never in July, in August "
                "or over the holidays, a month apart at least."
            ),
            Look.MUTED,
        )
        self.everywhere = QCheckBox(_("&All departments"))
        self.everywhere.toggled.connect(lambda _on: self._ask())
        self.count = PlainLabel("", Look.STRONG)
        self.table = ProgrammeTable(_("Programme"))
        self.table.row_followed.connect(lambda _row: self._toggle())
        self.accept = IconButton("", "check", main=True)
        self.accept.clicked.connect(lambda _on: self._accept())
        self.all = IconButton(_("&Take all"))
        self.none = IconButton(_("Take &none"))
        self.all.clicked.connect(lambda _on: self._take_all(True))
        self.none.clicked.connect(lambda _on: self._take_all(False))
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.told = NoticeBar("", Tone.GOOD, Shape.TICK)
        self._lay_out()

    def _lay_out(self) -> None:
        for bar in (self.trouble, self.told):
            bar.hide()
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.everywhere)
        foot = QHBoxLayout()
        for button in (self.accept, self.all, self.none):
            if not self._editing.is_possible:
                button.hide()
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.addWidget(self.said)
        self.body.addWidget(PlainLabel(self._hint(), Look.MUTED))
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.told)
        self.body.addLayout(foot)

    def _hint(self) -> str:
        if not self._editing.is_possible:
            return _("This home is only read here: nothing can be changed.")
        return _("The space bar or a double click leaves a line out, or takes it again.")

    def begin(self) -> None:
        chain: list[QWidget] = [self.leave, self.everywhere, self.table, self.accept]
        for before, after in pairwise([*chain, self.all, self.none]):
            QWidget.setTabOrder(before, after)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask()

    def end(self) -> None:
        self._is_gone = True
        self._asked.forget()
        super().end()

    def _ask(self) -> None:
        chosen = None if self.everywhere.isChecked() else self._choice.id
        read = self._questions.read
        self.accept.setEnabled(False)
        self._asked.ask(lambda: read(chosen), self._take, self._say)

    def _take(self, lines: tuple[ProgrammeLine, ...]) -> None:
        """What is behind or was never played is taken; what is in time can wait for its day."""
        urgent = (Standing.BEHIND, Standing.TO_PLAN)
        rows = tuple(Proposed(line, line.standing in urgent) for line in lines)
        everywhere = self.everywhere.isChecked()
        self.model = ProgrammeModel(_columns(with_department=everywhere), rows, self)
        self.table.show_model(self.model)
        if rows:
            self.table.choose(0)
        self.count.say(_counted(lines))
        for button in (self.all, self.none):
            button.setEnabled(bool(lines))
        self._show_taken()

    def _toggle(self) -> None:
        if self.model is not None and self._editing.is_possible:
            self.model.toggle(self.table.currentIndex().row())
            self._show_taken()

    def _take_all(self, taken: bool) -> None:
        if self.model is not None:
            self.model.take_all(taken)
            self._show_taken()

    def _show_taken(self) -> None:
        count = len(self.model.taken()) if self.model is not None else 0
        text = ngettext("Plan {count} d&rill", "Plan {count} d&rills", count)
        self.accept.setText(text.format(count=counted(count)))
        self.accept.setEnabled(count > 0)

    def _accept(self) -> None:
        if self.model is None:
            return
        lines, accept = self.model.taken(), self._questions.accept
        self.accept.setEnabled(False)
        count = len(lines)
        self._editing.saver.save(
            lambda: accept(lines), lambda saved: self._take_saved(saved, count), self._say
        )

    def _take_saved(self, _saved: Saved, count: int) -> None:
        if self._is_gone:
            return
        said = ngettext("{count} drill is planned.", "{count} drills are planned.", count)
        self.told.say(said.format(count=counted(count)))
        self._ask()

    def _say(self, error: Exception) -> None:
        if self._is_gone:
            self._editing.jobs.failed.emit(error)
            return
        self.trouble.say(sentence_of(error))
        self._show_taken()


def _counted(lines: tuple[ProgrammeLine, ...]) -> str:
    if not lines:
        return _("No critical function is known here: rate the software from 1 to 4 first.")
    behind = sum(line.standing is Standing.BEHIND for line in lines)
    functions = ngettext("{count} critical function", "{count} critical functions", len(lines))
    late = ngettext("{count} behind", "{count} behind", behind)
    return " · ".join(
        (functions.format(count=counted(len(lines))), late.format(count=counted(behind)))
    )


def _columns(*, with_department: bool) -> tuple[Column, ...]:
    def text(said: Callable[[ProgrammeLine], str]) -> Callable[[Any], str]:
        return lambda row: said(row.line)

    department = Column(_("Department"), text(lambda line: line.department), "", 140, 2)
    return (
        state_column(_("Day"), _day_state, "", 170),
        *((department,) if with_department else ()),
        Column(_("Function"), text(lambda line: line.candidate.function), "", 150, 3),
        Column(
            sentence_case(_("software")),
            text(lambda line: line.candidate.software),
            "",
            110,
            2,
            yields=2,
        ),
        Column(
            _("Criticality"), text(lambda line: criticality(line.candidate.criticality)), "", 96, 0
        ),
        Column(_("Last played"), text(lambda line: short_day(line.last_played)), "", 110, 0),
        Column(_("Shift"), text(_shift), "", 120, 0, yields=1),
        state_column(_("State"), lambda row: standing_state(row.line), "", 140),
    )


def _day_state(row: Proposed) -> State:
    line = row.line
    if line.planned_on is not None:
        return State(short_day(line.planned_on), Shape.DISC, Tone.GOOD)
    day = short_day(line.proposed)
    if row.taken:
        return State(day, Shape.TICK, Tone.GOOD)
    return State(_("{day}, left out").format(day=day), Shape.RING, Tone.NEUTRAL)


def _shift(line: ProgrammeLine) -> str:
    return shift_word(line.shift, spoken()) if line.proposed is not None else ""
