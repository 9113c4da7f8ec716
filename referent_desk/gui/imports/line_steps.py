"""Every line of the file before it is taken: list left, the chosen line right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.imports.answers import (
    Answers,
    Asked,
    Question,
    Reply,
    Tick,
    is_alike,
)
from referent_desk.domain.imports.guides import GuideLine, GuidePlan, TableLook
from referent_desk.domain.imports.reports import Outcome
from referent_desk.gui.filter_fields import FilterField
from referent_desk.gui.icons import IconButton
from referent_desk.gui.imports.line_details import LineDetail
from referent_desk.gui.imports.line_tables import GuideLinesModel, LineTable
from referent_desk.gui.imports.understood_words import people_text
from referent_desk.gui.imports.words import filter_texts, is_left
from referent_desk.gui.labels import Look, PlainLabel, escaped_mnemonic, show_tip
from referent_desk.gui.questions_imports import ImportWords
from referent_desk.gui.wordings import counted
from referent_desk.language import _

_FILTERS = (None, Outcome.DOUBTFUL, Outcome.ADDED, Outcome.CHANGED, Outcome.UNCHANGED,
            Outcome.REFUSED)  # fmt: skip


class LinesStep(QWidget):
    """`answers_changed` tells all that was decided so far; the plan that follows is shown then."""

    answers_changed = Signal(object)

    def __init__(self, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers = Answers()
        self.plan: GuidePlan | None = None
        self._titles: dict[int, str] = {}
        self.model = GuideLinesModel(words, self)
        self.table = LineTable()
        self.table.show_model(self.model)
        self.detail = LineDetail(words)
        self.filter = FilterField(_("Filter the lines"), _("Filter the lines of the file"))
        self.count = PlainLabel("", Look.MUTED)
        self.count.setWordWrap(False)
        self.adds_people = QCheckBox()
        self.adds_people.toggled.connect(self._choose_people)
        self.next_question = IconButton(_("&Next question (N)"), "chevron-right")
        self.filters: dict[Outcome | None, QPushButton] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        group = QButtonGroup(self)
        group.setExclusive(True)
        for outcome in _FILTERS:
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("look", "narrow")
            button.setAutoDefault(False)
            button.setChecked(outcome is None)
            button.clicked.connect(lambda _on, o=outcome: self.show_outcome(o))
            group.addButton(button)
            self.filters[outcome] = button
            head.addWidget(button)
        head.addSpacing(8)
        head.addWidget(self.filter, 1)
        head.addSpacing(4)
        head.addWidget(self.count)
        head.addSpacing(4)
        head.addWidget(self.next_question)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([780, 520])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.adds_people)
        layout.addWidget(split, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda text: self._narrow(self.model.outcome, text))
        self.table.row_chosen.connect(self._show_line)
        self.table.answered.connect(self.detail.answer)
        self.table.counted.connect(lambda _count: self._show_count())
        self.table.left.connect(self._leave_chosen)
        self.table.next_asked.connect(self.go_to_question)
        self.next_question.clicked.connect(lambda _on: self.go_to_question())
        self.detail.answered.connect(self._answer)
        self.detail.alike_asked.connect(self._answer_alike)
        self.detail.turned.connect(self._turn)
        self.detail.left.connect(self._leave)

    def begin_anew(self, answers: Answers) -> None:
        """Another file, or the guide is seen again."""
        self.answers = answers
        self.plan = None

    def begin(self, look: TableLook) -> None:
        """Another table: what was answered for the one before stays where it still fits."""
        self._titles = {column.place: column.title for column in look.columns}

    def show_plan(self, plan: GuidePlan) -> None:
        is_first = self.plan is None
        chosen = None if is_first else self._chosen_row()
        place = 0 if is_first else max(0, self.table.currentIndex().row())
        had_focus = self.table.hasFocus() or self.detail.isAncestorOf(self.focusWidget() or self)
        self.plan = plan
        self._name_filters(plan)
        self._show_people(plan.report.unknown_people)
        self.model.show_lines(plan.lines)
        self._keep_place(chosen, place)
        self._show_count()
        self.next_question.setEnabled(plan.open_questions > 0)
        if had_focus and not is_first:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_filters(self, plan: GuidePlan) -> None:
        counts = plan.report.counts
        for outcome, text in filter_texts(counts).items():
            button = self.filters[outcome]
            button.setText(text)
            is_needed = outcome is None or bool(counts[outcome]) or button.isChecked()
            button.setVisible(is_needed)

    def _show_people(self, names: tuple[str, ...]) -> None:
        self.adds_people.setVisible(bool(names))
        self.adds_people.setText(escaped_mnemonic(people_text(names)))
        show_tip(self.adds_people, ", ".join(names))
        self.adds_people.blockSignals(True)
        self.adds_people.setChecked(self.answers.adds_people)
        self.adds_people.blockSignals(False)

    def _choose_people(self, adds: bool) -> None:
        self._decide(replace(self.answers, adds_people=adds))

    def _keep_place(self, row: int | None, place: int) -> None:
        """The line that was chosen; where it went from the list, the one in its place."""
        if not self.model.matching:
            self.detail.clear()
            return
        found = self.model.place_of(row) if row is not None else None
        wanted = found if found is not None else min(place, self.model.matching - 1)
        if self.table.currentIndex().row() != wanted:
            self.table.choose(wanted)
        self._show_line(self.table.chosen_row())

    def _chosen_row(self) -> int | None:
        line = self.table.chosen_row()
        return line.row if isinstance(line, GuideLine) else None

    def show_outcome(self, outcome: Outcome | None) -> None:
        self.filters[outcome].setChecked(True)
        self._narrow(outcome, self.filter.text())

    def _narrow(self, outcome: Outcome | None, text: str) -> None:
        row = self._chosen_row()
        self.model.narrow(outcome, text)
        self._keep_place(row, 0)
        self._show_count()

    def _show_count(self) -> None:
        chosen = len(self.table.chosen_lines())
        if chosen > 1:
            self.count.say(
                _("{count} lines chosen: Space leaves them out").format(count=counted(chosen))
            )
            return
        total = len(self.plan.lines) if self.plan else 0
        self.count.say(
            _("{matching} of {total}").format(
                matching=counted(self.model.matching), total=counted(total)
            )
        )

    def _show_line(self, line: GuideLine | None) -> None:
        if line is not None:
            self.detail.show_line(line, self._titles, self._like)

    def _alike(self, question: Question, reply: Reply) -> list[tuple[int, Question]]:
        """Questions nobody has answered that may be answered in the same way, with their rows."""
        return [
            (line.row, asked.question)
            for line in (self.plan.lines if self.plan else ())
            for asked in line.report.asked
            if asked.reply is None and is_alike(question, asked.question, reply)
        ]

    def _like(self, asked: Asked) -> tuple[Question, ...]:
        """Each once: a question that several lines ask is answered for all of them."""
        found = self._alike(asked.question, asked.reply) if asked.reply else []
        return tuple(dict.fromkeys(question for _row, question in found))

    def _answer(self, row: int, question: Question, reply: Reply | None) -> None:
        self._decide(self.answers.with_reply(row, question, reply))

    def _answer_alike(self, question: Question, reply: Reply) -> None:
        self._decide(self.answers.with_replies(self._alike(question, reply), reply))

    def _turn(self, tick: Tick) -> None:
        self._decide(self.answers.with_turned(tick))

    def _leave(self, row: int, left: bool) -> None:
        self._decide(self.answers.with_left((row,), left=left))

    def _leave_chosen(self) -> None:
        """All of them; those that are all left already are taken again."""
        lines = self.table.chosen_lines()
        if lines:
            left = not all(map(is_left, lines))
            self._decide(self.answers.with_left((line.row for line in lines), left=left))

    def _decide(self, answers: Answers) -> None:
        self.answers = answers
        self.answers_changed.emit(answers)

    def go_to_question(self) -> None:
        """The next open question; where the list is narrowed to others, all are shown first."""
        place = self.model.next_question(self.table.currentIndex().row())
        if place is None and (self.model.outcome or self.filter.text()):
            self.filter.clear()
            self.show_outcome(None)
            place = self.model.next_question(-1)
        if place is not None:
            self.table.choose(place)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def widget(self) -> QWidget:
        return self

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
