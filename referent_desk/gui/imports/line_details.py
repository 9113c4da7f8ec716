"""A line of the file in full: what is asked, what it would change, what stands in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLayout, QScrollArea, QVBoxLayout, QWidget

from referent_desk.domain.imports.answers import Asked, Question, Tick
from referent_desk.domain.imports.guesses import (
    added_functions,
    guessed_functions,
    tick_of,
    tick_of_added,
)
from referent_desk.domain.imports.guides import GuideLine
from referent_desk.domain.imports.reports import Concern, Outcome, Remark
from referent_desk.gui.icons import IconButton
from referent_desk.gui.imports.function_lists import FunctionList
from referent_desk.gui.imports.question_boxes import QuestionBox
from referent_desk.gui.imports.understood_words import said_of
from referent_desk.gui.imports.words import is_left, outcome_state
from referent_desk.gui.labels import Look, PlainLabel, escaped_mnemonic, shortened
from referent_desk.gui.questions_imports import ImportWords
from referent_desk.gui.wordings import sentence_case, weekly_hours
from referent_desk.language import _

_TICKED = frozenset({"edited_by_hand", "left_out"})
_LONGEST = 300
_UNDER_TICK = 28  # pixels
_HOURS = frozenset({"working_hours", "opening_hours", "hours"})
LikeQuestions = Callable[[Asked], tuple[Question, ...]]


def is_tick(remark: Remark) -> bool:
    """Whether a person may take or leave this field."""
    return remark.code in _TICKED or remark.concern is Concern.CHANGE


def _as_said(remark: Remark, value: str) -> str:
    text = remark.value(value)
    return weekly_hours(text) if remark.value("field") in _HOURS else text


class LineDetail(QScrollArea):
    """`answered` and `alike_asked` tell row, question and reply; `turned` a tick."""

    answered = Signal(int, object, object)
    alike_asked = Signal(object, object)
    turned = Signal(object)
    left = Signal(int, bool)

    def __init__(self, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("look", "detail")
        self.setAccessibleName(_("The chosen line"))
        self.boxes: list[QuestionBox] = []
        self.ticks: list[QCheckBox] = []
        self.line: GuideLine | None = None
        self.functions: FunctionList | None = None
        self.leave_button: IconButton | None = None
        self.clear()

    def clear(self) -> None:
        self.line = None
        self.boxes, self.ticks, self.functions, self.leave_button = [], [], None, None
        page = QWidget()
        page.setProperty("look", "page")
        self.setWidget(page)

    def show_line(self, line: GuideLine, titles: dict[int, str], like: LikeQuestions) -> None:
        scrolled = self.verticalScrollBar().value() if self._is_same(line) else 0
        self.line = line
        self.boxes, self.ticks = [], []
        page = QWidget()
        page.setProperty("look", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(6)
        column.addWidget(PlainLabel(shortened(line.title, _LONGEST), Look.TITLE))
        column.addWidget(
            PlainLabel(
                _("Row {row}: {outcome}").format(row=line.row, outcome=outcome_state(line).word),
                Look.MUTED,
            )
        )
        self._add_questions(column, line, like)
        self._add_functions(column, line)
        self._add_ticks(column, line)
        self._add_remarks(column, line)
        self._add_leave(column, line)
        self._add_cells(column, line, titles)
        column.addStretch(1)
        self.setWidget(page)
        self._order_tabs(column)
        self.verticalScrollBar().setValue(scrolled)

    def _order_tabs(self, column: QVBoxLayout) -> None:
        """Made anew with each line, its buttons still come before those beneath the page."""
        last: QWidget = self
        for stop in stops_in(column):
            QWidget.setTabOrder(last, stop)
            last = stop

    def _is_same(self, line: GuideLine) -> bool:
        return self.line is not None and self.line.row == line.row

    def _add_questions(self, column: QVBoxLayout, line: GuideLine, like: LikeQuestions) -> None:
        current = place_of_keys(line)
        for place, asked in enumerate(line.report.asked):
            box = QuestionBox(asked, self._words, like(asked), has_keys=place == current)
            box.answered.connect(lambda q, r, row=line.row: self.answered.emit(row, q, r))
            box.alike_asked.connect(self.alike_asked)
            box.left.connect(lambda row=line.row: self.left.emit(row, True))
            self.boxes.append(box)
            column.addWidget(box)

    def _add_functions(self, column: QVBoxLayout, line: GuideLine) -> None:
        """What the program guessed that it is for, and what was added: each is taken unless it is
        unticked."""
        remarks, row = line.report.remarks, line.row
        guessed = guessed_functions(remarks).items()
        ticks = [(function, is_taken, tick_of(row, function)) for function, is_taken in guessed]
        ticks += [(each, True, tick_of_added(row, each)) for each in added_functions(remarks)]
        column.addSpacing(4)
        if ticks:
            column.addWidget(PlainLabel(_("Understood as"), Look.HEADING))
            told = _("Untick what it is not used for here.")
            column.addWidget(PlainLabel(told, Look.MUTED))
            for function, is_taken, tick in ticks:
                column.addWidget(self._function(function, told, tick, is_taken=is_taken))
        offered = [each for each in line.report.addable if each not in dict(guessed)]
        self.functions = FunctionList(offered) if offered else None
        if self.functions is not None:
            self.functions.added.connect(lambda f: self.turned.emit(tick_of_added(row, f)))
            column.addWidget(self.functions)

    def _function(self, name: str, told: str, tick: Tick, *, is_taken: bool) -> QCheckBox:
        box = QCheckBox(escaped_mnemonic(shortened(name, 48)))
        box.setAccessibleName(name)
        box.setAccessibleDescription(told)
        box.setChecked(is_taken)
        box.toggled.connect(lambda _on: self.turned.emit(tick))
        self.ticks.append(box)
        return box

    def _add_ticks(self, column: QVBoxLayout, line: GuideLine) -> None:
        remarks = [remark for remark in line.report.remarks if is_tick(remark)]
        if remarks:
            column.addSpacing(4)
            column.addWidget(PlainLabel(_("Would change"), Look.HEADING))
        for remark in remarks:
            column.addWidget(self._tick(remark, line.row))
            before, after = (_as_said(remark, value) for value in ("before", "after"))
            template = _("{before} → {after}") if before else "{after}"
            said = template.format(before=before, after=after)
            if remark.code == "edited_by_hand":
                said += "\n" + _("Typed by hand here: kept unless you tick it.")
            values = PlainLabel(shortened(said, _LONGEST))
            values.setContentsMargins(_UNDER_TICK, 0, 0, 4)
            column.addWidget(values)

    def _tick(self, remark: Remark, row: int) -> QCheckBox:
        field = sentence_case(self._words.field(remark.value("field")))
        box = QCheckBox(escaped_mnemonic(shortened(f"{field} — {remark.value('name')}", 48)))
        box.setAccessibleName(f"{remark.value('name')}: {field}")
        box.setAccessibleDescription(f"{remark.value('before')} → {remark.value('after')}")
        box.setChecked(remark.concern is Concern.CHANGE)
        tick = Tick(row, remark.value("field"), remark.value("after"))
        box.toggled.connect(lambda _on: self.turned.emit(tick))
        self.ticks.append(box)
        return box

    def _add_remarks(self, column: QVBoxLayout, line: GuideLine) -> None:
        """What is neither asked nor ticked; a doubt that stands beside its question is not said."""
        asked = {(a.question.code, a.question.fields) for a in line.report.asked}
        for remark in line.report.remarks:
            if is_tick(remark) or (remark.code, remark.fields) in asked:
                continue
            if remark.code == "decided":
                continue
            text = said_of(remark, self._words)
            if remark.column:
                text = _("Column {column}: {sentence}").format(column=remark.column, sentence=text)
            column.addWidget(PlainLabel(shortened(text, 600)))

    def _add_leave(self, column: QVBoxLayout, line: GuideLine) -> None:
        """A line that is refused is left out already."""
        left = is_left(line)
        self.leave_button = None
        if line.report.outcome is Outcome.REFUSED and not left:
            return
        text = _("Take this line after all (Space)") if left else _("Leave this line out (Space)")
        self.leave_button = IconButton(text, "check" if left else "x")
        self.leave_button.clicked.connect(lambda _on: self.left.emit(line.row, not left))
        column.addSpacing(4)
        column.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_cells(self, column: QVBoxLayout, line: GuideLine, titles: dict[int, str]) -> None:
        column.addSpacing(8)
        column.addWidget(PlainLabel(_("In the file"), Look.HEADING))
        for place, cell in enumerate(line.cells):
            if cell:
                title = shortened(titles.get(place, ""), 60)
                said = _("{title}: {text}").format(title=title, text=cell) if title else cell
                column.addWidget(PlainLabel(shortened(said, _LONGEST)))

    def answer(self, digit: int) -> None:
        """Press the answer of that digit in the question that the keys answer."""
        if self.line is not None and self.boxes:
            button = self.boxes[place_of_keys(self.line)].buttons.get(digit)
            if button is not None:
                button.click()


def stops_in(layout: QLayout) -> Iterator[QWidget]:
    """What Tab stops at, in the order in which it is laid out."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        within = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        within = within or (widget.layout() if widget is not None else None)
        if within is not None:
            yield from stops_in(within)


def place_of_keys(line: GuideLine) -> int:
    """Which of its questions the digits answer: the first open one, else the last."""
    places = range(len(line.report.asked))
    still_open = (place for place in places if line.report.asked[place].reply is None)
    return next(still_open, len(line.report.asked) - 1)
