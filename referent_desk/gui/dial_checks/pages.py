"""Dialling the numbers of the month, one below the other: three minutes, a letter for each."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.dial_checks import CallOutcome, CheckedLine, DialCheck, WantedCall
from referent_desk.gui.dial_checks.line_rows import LineRow
from referent_desk.gui.dial_checks.words import progress_sentence
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.pane_fields import day_fault, day_field, name_field, typed_day
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_practice import DialQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.work_pages import WorkPage
from referent_desk.gui.written_papers import WrittenPaper
from referent_desk.language import _

_LONG_AGO = date.min
"""Until today is known."""

_NAME_WIDTH = 220  # pixels


class DialPage(WorkPage):
    topic = "dial-check"

    def __init__(
        self,
        questions: DialQuestions,
        department: tuple[str, str],
        editing: Editing,
        files: FileQuestions,
    ) -> None:
        super().__init__(_("Dial check: {department}").format(department=department[1]))
        self._questions = questions
        self._department_id = department[0]
        self._editing = editing
        self._answer = LatestAnswer(editing.jobs)
        self._is_gone = False
        self._is_sent = False
        self._goes_on = True
        self.check: DialCheck | None = None
        self.rows: list[LineRow] = []
        self.print = IconButton(_("Print the &list…"), "printer")
        self.paper = WrittenPaper(files, editing.jobs)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.progress = PlainLabel("", Look.STRONG)
        self.every = QCheckBox(_("All the &other numbers too"))
        self.who = name_field(editing)
        self.who.setFixedWidth(_NAME_WIDTH)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.head.addWidget(self.print)
        self.day = day_field(_LONG_AGO)
        asked = QHBoxLayout()
        asked.setSpacing(8)
        for text, field in ((_("Dialled &by"), self.who), (_("On which &day"), self.day)):
            field.setAccessibleName(text.replace("&", ""))
            label = FieldLabel(text, field)
            for widget in (label, field):
                asked.addWidget(widget)
                if not self._editing.is_possible:
                    widget.hide()
        asked.addWidget(self.every)
        asked.addStretch(1)
        inside = QWidget()
        inside.setProperty("look", "cards")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setProperty("look", "cards")
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        self.trouble.hide()
        self.body.addLayout(asked)
        for above in (self.trouble, self.paper, self.progress):
            self.body.addWidget(above)
        if not self._editing.is_possible:
            read_only = _("This home is only read here: nothing can be changed.")
            self.body.addWidget(PlainLabel(read_only, Look.MUTED))
        self.body.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.every.toggled.connect(self._show_rows)
        self.print.clicked.connect(lambda _on: self.write())
        self._editing.saver.saved.connect(self._note_saved)

    def begin(self) -> None:
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask()

    def end(self) -> None:
        self._is_gone = True
        self._editing.saver.saved.disconnect(self._note_saved)
        self._answer.forget()
        self.paper.forget()
        super().end()

    def escape(self) -> None:
        """Out of a correction, then out of the page."""
        open_row = next((row for row in self.rows if row.is_correcting), None)
        if open_row is not None:
            open_row.close_correction()
        else:
            self.go_away()

    def write(self) -> None:
        department_id, questions = self._department_id, self._questions
        self.paper.write(
            lambda: questions.suggest_path(department_id),
            lambda path: questions.write(department_id, path),
        )

    def _note_saved(self, _saved: Saved) -> None:
        self._ask()

    def _ask(self) -> None:
        department_id, ask = self._department_id, self._questions.check
        self._answer.ask(lambda: ask(department_id), self._show, self._refuse)

    def _show(self, check: DialCheck) -> None:
        if self.check is None:
            self.day.show_typed(day_field(check.today).typed())
        self.check = check
        self.progress.say(progress_sentence(check))
        self.print.setEnabled(bool(check.drawn))
        self.every.setVisible(bool(check.others))
        self._show_rows()
        if self._goes_on:
            self._goes_on = False
            self._go_on()

    def _show_rows(self) -> None:
        """A row whose line is still there stays as it is."""
        if self.check is None:
            return
        lines = [*self.check.drawn, *(self.check.others if self.every.isChecked() else ())]
        known = {row.line.entry_id: row for row in self.rows}
        left = {line.entry_id for line in self.check.left}
        drawn = {line.entry_id for line in self.check.drawn}
        self.rows = []
        for line in lines:
            row = known.pop(line.entry_id, None) or self._make_row(line)
            is_done = line.entry_id in drawn and line.entry_id not in left
            row.show_line(line, is_done=is_done or line.called_in(self.check.month) is not None)
            self._column.insertWidget(len(self.rows), row)
            row.show()  # at once: it may be given the keyboard
            self.rows.append(row)
        for gone in known.values():
            gone.hide()
            self._column.removeWidget(gone)
            gone.deleteLater()
        self._order_tabs()

    def _make_row(self, line: CheckedLine) -> LineRow:
        row = LineRow(line, is_editable=self._editing.is_possible)
        row.answered.connect(partial(self._record, row))
        row.stepped.connect(partial(self._step, row))
        return row

    def _order_tabs(self) -> None:
        chain: list[QWidget] = [self.leave, self.print, self.who, self.day, self.every]
        for row in self.rows:
            chain += [row, *row.answers(), row.field, row.give, row.unknown, row.leave]
            chain.append(row.everywhere)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _go_on(self) -> None:
        """To the next number that is left; to who dials where nobody is named."""
        left = {line.entry_id for line in self.check.left} if self.check is not None else set()
        row = next((row for row in self.rows if row.line.entry_id in left), None)
        if not self._editing.is_possible or row is None:
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.who.typed():
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(row, 0, 24)

    def _step(self, row: LineRow, step: int) -> None:
        place = self.rows.index(row) + step
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(self.rows[place], 0, 24)

    def _record(self, row: LineRow, outcome: CallOutcome, right: str) -> None:
        day, who = typed_day(self.day), self.who.typed()
        if self._is_sent:
            return
        if not who:
            row.refuse(_("Nobody is named. Type above the name of who dials."))
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        elif day is None:
            row.refuse(day_fault(self.day))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._editing.signer.remember(who)
            line, record = row.line, self._questions.record
            wanted = WantedCall(
                *(line.entry_id, line.number, outcome, day, who, right),
                elsewhere=row.everywhere.isChecked(),
            )
            self._is_sent = True
            row.wait(True)
            self._editing.saver.save(
                lambda: record(wanted), partial(self._take, row), partial(self._refuse_row, row)
            )

    def _take(self, row: LineRow, _saved: Saved) -> None:
        self._is_sent = False
        if not self._is_gone:
            row.wait(False)
            row.close_correction()
            self.trouble.say("")
            self._goes_on = True

    def _refuse_row(self, row: LineRow, error: Exception) -> None:
        self._is_sent = False
        if self._is_gone:
            self._editing.jobs.failed.emit(error)
        else:
            row.wait(False)
            row.refuse(sentence_of(error))

    def _refuse(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))
