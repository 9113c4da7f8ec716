"""Typing in who has read or practised what: people in lines, the texts in force in columns."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.acknowledgements import Level, Reader, Register, names_pasted
from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import Unfinished
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.pane_fields import day_fault, typed_day
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_practice import ReadingQuestions
from referent_desk.gui.readings.asked_rows import AskedRow
from referent_desk.gui.readings.grids import ReadingGrid
from referent_desk.gui.readings.models import ReadingModel
from referent_desk.gui.readings.reader_rows import ReaderRow
from referent_desk.gui.readings.words import (
    keys_sentence,
    pasted_sentence,
    record_text,
    recorded_sentence,
    totals_sentence,
)
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.unfinished import BroughtBackBar, UnfinishedForm
from referent_desk.gui.work_pages import WorkPage
from referent_desk.gui.written_papers import WrittenPaper
from referent_desk.language import _


class ReadingPage(WorkPage):
    topic = "reading"
    lets_undo = True

    def __init__(
        self,
        questions: ReadingQuestions,
        department: tuple[str, str],
        editing: Editing,
        files: FileQuestions,
        about: str = "",
    ) -> None:
        """`about`: the person or the revision that the keyboard goes to first."""
        super().__init__(_("Read and practised: {department}").format(department=department[1]))
        self._questions = questions
        self._department_id = department[0]
        self._about = about
        self._editing = editing
        self._answer = LatestAnswer(editing.jobs)
        self._is_gone = False
        self._is_sent = False
        self.model = ReadingModel()
        self.grid = ReadingGrid(self.model)
        self.grid.is_editable = editing.is_possible
        self.totals = PlainLabel("", Look.MUTED)
        self.print = IconButton(_("Print the sheet to &sign…"), "printer")
        self.paper = WrittenPaper(files, editing.jobs)
        self.told = NoticeBar("", Tone.GOOD, Shape.TICK, closable=True)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.reader = ReaderRow(editing)
        self.asked = AskedRow(self.model.register.today, editing)
        self.record = IconButton(record_text(0), "check", main=True)
        self.brought_back: BroughtBackBar | None = None
        key = f"reading:{self._department_id}"
        self.unfinished = UnfinishedForm(key, editing, self.model.kept, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.head.addWidget(self.print)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(4)
        for bar in (self.told, self.trouble):
            bar.hide()
            self._notices.addWidget(bar)
        self._notices.addWidget(self.paper)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.reader, 1)
        foot.addWidget(self.record)
        if not self._editing.is_possible:
            self.reader.hide()
            self.record.hide()
        self.body.addWidget(self.asked)
        self.body.addLayout(self._notices)
        self.body.addWidget(self.totals)
        keys = keys_sentence(is_editable=self._editing.is_possible)
        self.body.addWidget(PlainLabel(keys, Look.MUTED))
        self.body.addWidget(self.grid, 1)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.model.edited.connect(self._note_edit)
        self.asked.gaps.toggled.connect(self.grid.show_gaps_only)
        self.grid.pasted.connect(self.paste)
        self.grid.taken_back.connect(self.told.say)
        self.reader.added.connect(self._add)
        self.reader.pasted.connect(self.paste)
        self.reader.matched.connect(self._match)
        self.record.clicked.connect(lambda _on: self.save())
        self.print.clicked.connect(lambda _on: self.write())
        self.grid.selectionModel().currentRowChanged.connect(self._note_row)
        self._editing.saver.saved.connect(self._note_saved)

    def begin(self) -> None:
        chain = [self.leave, self.print, *self.asked.controls(), self.grid]
        for before, after in pairwise([*chain, *self.reader.controls(), self.record]):
            QWidget.setTabOrder(before, after)
        self._ask()

    def settle(self) -> None:
        self.unfinished.settle()

    def end(self) -> None:
        self._is_gone = True
        self._editing.saver.saved.disconnect(self._note_saved)
        self._answer.forget()
        self.paper.forget()
        super().end()

    def _ask(self) -> None:
        department_id, ask = self._department_id, self._questions.register
        self._answer.ask(lambda: ask(department_id), self._show, self._refuse)

    def _show(self, register: Register) -> None:
        is_first = not self.model.register.department_id
        place = self.grid.currentIndex()
        self.model.show_register(register)
        self._show_state()
        if is_first:
            self.asked.begin(register.today)
            self.unfinished.read(self._bring_back)
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grid.go_to(*self.model.place_of(self._about))
        else:
            self.grid.go_to(max(place.row(), 0), max(place.column(), 0))

    def _show_state(self) -> None:
        register = self.model.register
        said = totals_sentence(register, self.model.cells)
        if not register.taught:
            said = _(
                "No text is in force here yet: there is nothing to have read. Approve a procedure "
                "first."
            )
        elif not register.staff:
            said = _("Nobody of this department is known: type names below, or add people.")
        self.totals.say(said)
        self.print.setEnabled(bool(register.taught))
        self.grid.show_gaps_only(self.asked.gaps.isChecked())
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.model.typed)
        self.record.setText(record_text(count))
        self.record.setEnabled(bool(count) and not self._is_sent)

    def _note_edit(self) -> None:
        self._show_count()
        self.unfinished.note()

    def _note_row(self) -> None:
        row = self.grid.currentIndex().row()
        alone = self.model.readers[row] if 0 <= row < len(self.model.readers) else None
        said = {fact.name for fact in self.model.register.said if fact.person_id is None}
        is_kept = alone is not None and alone.person_id is None and alone.name in said
        self.reader.ask_who(alone.name if alone is not None and is_kept else "")

    def _note_saved(self, _saved: Saved) -> None:
        self._ask()

    def _bring_back(self, kept: Unfinished) -> None:
        if self._is_gone or self.model.typed or not self.model.bring_back(kept.values):
            return
        bar = self.brought_back = BroughtBackBar(kept.kept_at, self)
        bar.cleared.connect(self._clear)
        self._notices.addWidget(bar)
        bar.show()

    def _clear(self) -> None:
        self.unfinished.forget()
        self._drop_brought_back()
        self.model.clear()
        self._show_state()

    def _drop_brought_back(self) -> None:
        if self.brought_back is not None:
            self.brought_back.hide()
            self.brought_back.deleteLater()
            self.brought_back = None

    def _add(self, name: str, person_id: str) -> None:
        column = max(self.grid.currentIndex().column(), 0)
        if person_id:
            self._take_readers(column, (Reader(name, person_id),))
        else:
            self._find((name,), partial(self._take_readers, column))

    def paste(self, text: str) -> None:
        """Everybody of the list has read the text in whose column the keyboard is."""
        names, column = names_pasted(text), max(self.grid.currentIndex().column(), 0)
        if names and self._editing.is_possible:
            self._find(names, partial(self._take_pasted, column))

    def _find(self, names: tuple[str, ...], take: partial[None]) -> None:
        department_id, find = self._department_id, self._questions.find
        self._editing.jobs.run(lambda: find(department_id, names), take, self._refuse)

    def _take_readers(self, column: int, readers: tuple[Reader, ...]) -> None:
        if not self._is_gone:
            row = self.model.add_readers(readers)
            self.grid.show_gaps_only(self.asked.gaps.isChecked())
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grid.go_to(row, column)

    def _take_pasted(self, column: int, readers: tuple[Reader, ...]) -> None:
        if self._is_gone or column >= self.model.columnCount():
            return
        self._take_readers(column, readers)
        places = {reader.key: row for row, reader in enumerate(self.model.readers)}
        rows = [places[reader.key] for reader in readers]
        new = [row for row in rows if not self.model.known_at(row, column).is_of_today]
        self.model.put_rows(new, column, Level.READ)
        staff = sum(reader.is_staff for reader in readers)
        alone = sum(reader.person_id is None for reader in readers)
        self.told.say(pasted_sentence(staff, len(readers) - staff - alone, alone))

    def _match(self, name: str, person_id: str) -> None:
        department_id, match = self._department_id, self._questions.match
        self._editing.saver.save(lambda: match(department_id, name, person_id), None, self._refuse)

    def write(self) -> None:
        department_id, questions = self._department_id, self._questions
        self.paper.write(
            lambda: questions.suggest_path(department_id),
            lambda path: questions.write(department_id, (), path),
        )

    def save(self) -> None:
        asked, marks = self.asked, self.model.marks()
        day, who = typed_day(asked.day), asked.who.typed()
        if day is None:
            self._refuse_field(asked.day, day_fault(asked.day))
        elif not who:
            self._refuse_field(asked.who, _("Nobody is named. Type the name of who types this in."))
        elif marks and not self._is_sent:
            self._editing.signer.remember(who)
            self._is_sent = True
            self.trouble.say("")
            self.record.setEnabled(False)
            department_id, record = self._department_id, self._questions.record
            self._editing.saver.save(
                lambda: record(department_id, marks, day, who), self._take_saved, self._refuse_save
            )

    def _refuse_field(self, field: QWidget, sentence: str) -> None:
        self.told.say("")  # two bars would leave no line of the grid on a low screen
        self.trouble.say(sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_saved(self, saved: Saved) -> None:
        self._is_sent = False
        self.unfinished.forget()
        if not self._is_gone:
            self._drop_brought_back()
            self.model.forget_typed()
            self.told.say(recorded_sentence(int(saved.id or 0)))
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse_save(self, error: Exception) -> None:
        self._is_sent = False
        if self._is_gone:
            self._editing.jobs.failed.emit(error)
        else:
            self._show_count()
            self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))
