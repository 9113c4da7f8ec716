"""Checking a copy on its shelf: sheet after sheet, then who did it, then what it showed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from referent_desk.domain.copies import Copy
from referent_desk.domain.records import Unfinished
from referent_desk.domain.shelf_checks import DrawnSheet, Found, Reading
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.questions_copies import CheckQuestions, RecordedCheck
from referent_desk.gui.shapes import Shape
from referent_desk.gui.shelf_checks.answers import Answers
from referent_desk.gui.shelf_checks.closing_panels import RecordingPanel, ResultPanel
from referent_desk.gui.shelf_checks.reading_panels import ReadingPanel
from referent_desk.gui.shelf_checks.sheet_rows import SheetRows
from referent_desk.gui.shelf_checks.words import (
    checked_state,
    doubt_sentence,
    reading_state,
    slip_sentence,
)
from referent_desk.gui.themes import Tone
from referent_desk.gui.unfinished import BroughtBackBar, UnfinishedForm
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import _

_KNOWN_FROM_READING = frozenset({Found.OTHER_DEPARTMENT, Found.OTHER_SHEET})
"""Whose it was, and that it is old, is no part of the record of a check."""


class ShelfCheckPage(WorkPage):
    """`replacements_asked` carries the number of the copy, once the check is recorded."""

    replacements_asked = Signal(int)

    topic = "shelf-check"

    def __init__(
        self, questions: CheckQuestions, copy: Copy, place: str, today: date, editing: Editing
    ) -> None:
        """`place` says where the copy stands, in words."""
        super().__init__(_("Check copy {number} on its shelf").format(number=copy.number))
        self._questions = questions
        self._copy = copy
        self._editing = editing
        self._asked = LatestAnswer(editing.jobs)
        self._waits = False
        self._is_gone = False
        self._doubted: str | None = None
        self.answers = Answers(())
        self.present = 0
        self.where = PlainLabel(place, Look.MUTED)
        self.rows = SheetRows()
        self.reading = ReadingPanel()
        self.recording = RecordingPanel(editing, today)
        self.result = ResultPanel()
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        self.brought_back: BroughtBackBar | None = None
        self.unfinished = UnfinishedForm(f"shelf-check:{copy.id}", editing, self.values, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.panels = QStackedWidget()
        for panel in (QWidget(), self.reading, self.recording, self.result):
            self.panels.addWidget(panel)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.rows, 1)
        beside.addWidget(self.panels, 1)
        self._notices = QVBoxLayout()
        self._notices.addWidget(self.trouble)
        self.body.addWidget(self.where)
        self.where.setVisible(bool(self.where.said()))
        self.body.addLayout(self._notices)
        self.body.addLayout(beside, 1)

    def _connect(self) -> None:
        self.rows.chosen.connect(self.go_to)
        self.reading.answered.connect(self.take_answer)
        self.reading.absent.connect(self._take_absence)
        self.reading.edited.connect(self._note_typed)
        self.reading.stepped.connect(lambda step: self.go_to(self.present + step))
        self.recording.given.connect(self._record)
        self.recording.back.connect(lambda: self.go_to(len(self.answers.sheets) - 1))
        self.result.print_asked.connect(self._ask_for_paper)
        self.result.left.connect(self.end)

    def begin(self) -> None:
        copy_id = self._copy.id
        self.leave.setFocus()
        self._asked.ask(lambda: self._questions.draw(copy_id), self._take_drawn, self._refuse)

    def settle(self) -> None:
        self.unfinished.settle()

    def end(self) -> None:
        self._is_gone = True
        self._asked.forget()
        super().end()

    def values(self) -> Mapping[str, str]:
        return self.answers.kept()

    def _take_drawn(self, sheets: tuple[DrawnSheet, ...]) -> None:
        self.answers = Answers(sheets)
        self.rows.show_sheets((sheet.code, sheet.title) for sheet in sheets)
        self.rows.clear_states()
        if not sheets:
            self.trouble.say(
                _(
                    "Nothing is recorded as filed in this copy yet: there is no sheet to look for. "
                    "Print the binder for it, put it on the shelf, and record that it is filed."
                )
            )
            return
        self.unfinished.read(self._bring_back)
        self.go_to(0)

    def go_to(self, place: int) -> None:
        """To a sheet; beyond the last one when all of them were read, to who did it."""
        sheets = self.answers.sheets
        if self._waits or not 0 <= place <= len(sheets):
            return
        self._doubted = None
        if place == len(sheets):
            self._end_reading()
            return
        self.present = place
        self.rows.mark(place)
        self.panels.setCurrentWidget(self.reading)
        sheet = sheets[place]
        self.reading.show_sheet(sheet, place + 1, len(sheets), self.answers.typed(sheet.code))
        self._order_tabs(self.reading.controls())

    def _end_reading(self) -> None:
        unread = self.answers.first_unread()
        if unread is not None:
            self.go_to(unread)
            return
        self.rows.mark(None)
        self.panels.setCurrentWidget(self.recording)
        self._order_tabs(self.recording.controls())
        self.recording.take_focus()

    def take_answer(self, typed: str) -> None:
        """What is seldom meant is only taken when Enter is pressed once more."""
        sheet = self.answers.sheets[self.present]
        copy_id = self._copy.id
        if self._waits:
            return
        self._waits = True
        self._asked.ask(
            lambda: self._questions.read(copy_id, sheet.code, typed),
            lambda reading: self._take_reading(sheet, typed, reading),
            self._refuse,
        )

    def _take_reading(self, sheet: DrawnSheet, typed: str, reading: Reading) -> None:
        self._waits = False
        self.trouble.say("")
        doubt = doubt_sentence(reading)
        if reading.slip is not None:
            self._doubted = None
            self.reading.say_slip(slip_sentence(reading.slip))
        elif doubt and self._doubted != typed:
            self._doubted = typed
            self.reading.say_slip(doubt)
        else:
            self._take(sheet, typed, reading)

    def _take(self, sheet: DrawnSheet, typed: str, reading: Reading) -> None:
        self.answers.take(sheet.code, typed, reading)
        self.rows.show_state(self.present, reading_state(reading))
        self.unfinished.note()
        self.go_to(self.answers.next_after(self.present))

    def _take_absence(self) -> None:
        if not self._waits:
            self._take(self.answers.sheets[self.present], "", Reading(Found.MISSING))

    def _note_typed(self) -> None:
        self._doubted = None
        sheet = self.answers.sheets[self.present]
        self.answers.begin(sheet.code, self.reading.field.text())
        self.unfinished.note()

    def _bring_back(self, kept: Unfinished) -> None:
        """What was read is recognised anew: something may have been printed meanwhile."""
        known = self.answers.known(kept.values)
        if not self.answers.concerns(kept.values) or self.answers.kept():
            return
        copy_id, read = self._copy.id, self._questions.read

        def take(readings: list[Reading]) -> None:
            self.answers.bring_back(kept.values, readings)
            for place, reading in self.answers.readings():
                self.rows.show_state(place, reading_state(reading))
            self._show_brought_back(kept)
            self.go_to(self.answers.next_after(-1))

        self._asked.ask(
            lambda: [read(copy_id, code, typed) for code, typed in known], take, self._refuse
        )

    def _show_brought_back(self, kept: Unfinished) -> None:
        self.brought_back = BroughtBackBar(kept.kept_at, self)
        self.brought_back.cleared.connect(self._clear)
        self._notices.addWidget(self.brought_back)
        self.brought_back.show()

    def _clear(self) -> None:
        self._drop_brought_back()
        self.unfinished.forget()
        self.answers = Answers(self.answers.sheets)
        self.rows.clear_states()
        self.go_to(0)

    def _drop_brought_back(self) -> None:
        if self.brought_back is not None:
            self.brought_back.hide()
            self.brought_back.deleteLater()
            self.brought_back = None

    def _record(self, who: str, day: date) -> None:
        copy_id, typed = self._copy.id, self.answers.answers()
        self.recording.wait(True)
        self._editing.jobs.run(
            lambda: self._questions.record(copy_id, who, day, typed),
            self._take_recorded,
            self._refuse_record,
            surely=True,
        )

    def _take_recorded(self, recorded: RecordedCheck) -> None:
        self._editing.saver.note(recorded.saved)
        if self._is_gone:
            self.unfinished.drop()
            return
        self._drop_brought_back()
        self.answers = Answers(self.answers.sheets)
        self.unfinished.forget()
        for place, sheet in enumerate(recorded.check.sheets):
            if sheet.found not in _KNOWN_FROM_READING:
                self.rows.show_state(place, checked_state(sheet))
        for button in self.rows.buttons:
            button.setEnabled(False)
        self.result.say(recorded.check)
        self.panels.setCurrentWidget(self.result)
        self._order_tabs(self.result.controls())
        self.result.take_focus()

    def _ask_for_paper(self) -> None:
        number = self._copy.number
        self.end()
        self.replacements_asked.emit(number)

    def _order_tabs(self, controls: list[QWidget]) -> None:
        chain = [self.leave, *controls, *self.rows.buttons]
        if self.brought_back is not None:
            chain.append(self.brought_back.clear)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _refuse(self, error: Exception) -> None:
        self._waits = False
        self.trouble.say(sentence_of(error))

    def _refuse_record(self, error: Exception) -> None:
        if self._is_gone:
            self._editing.jobs.failed.emit(error)
            return
        self.recording.wait(False)
        self.recording.say_trouble(sentence_of(error))
