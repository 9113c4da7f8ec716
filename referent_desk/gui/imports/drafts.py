"""An import that is being prepared: the file, what was settled of it, what was answered.

It outlives the page that shows it, so that leaving the guide loses nothing that was chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.imports.answers import Answers
from referent_desk.domain.imports.guides import (
    GuidePlan,
    ListChoices,
    SheetLook,
    TableLook,
    TextForm,
)
from referent_desk.domain.imports.kept import KeptImport
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.questions_imports import ImportQuestions, OpenedList


class Draft(QObject):
    """Asks on the worker; of several questions only the last is answered.

    `is_begun`: a file was asked for. `taken` names the sheets of it that were brought in.
    """

    opened = Signal()
    looked = Signal()
    planned = Signal()
    refused = Signal(object)

    def __init__(self, questions: ImportQuestions, jobs: Jobs) -> None:
        super().__init__()
        self._questions = questions
        self._latest = LatestAnswer(jobs)
        self.file: OpenedList | None = None
        self.look: TableLook | None = None
        self.plan: GuidePlan | None = None
        self.is_begun = False
        self.taken: set[str] = set()
        self.choices = ListChoices()
        self.answers = Answers()
        self._of_sheets: dict[str | None, ListChoices] = {}
        self._of_tables: dict[tuple[object, ...], Mapping[int, Field] | None] = {}

    def work_for(self, department_id: str) -> None:
        """The department that the window shows: staff of a list that names none work there."""
        self.choices = replace(self.choices, department_id=department_id, department="")

    def open(self, path: Path) -> None:
        """The file before, and all that was settled of it, goes only once this one was read."""
        questions, anew = self._questions, _anew(ListChoices(), self.choices)
        self.is_begun = True

        def read() -> tuple[OpenedList, TableLook]:
            opened = questions.open_list(path, TextForm())
            return opened, questions.look(opened, anew)

        self._latest.ask(read, self._take_file, self.refused.emit)

    def read_otherwise(self, form: TextForm) -> None:
        questions, file = self._questions, self.file
        anew = _anew(ListChoices(), self.choices)

        def read() -> tuple[OpenedList, TableLook]:
            opened = questions.read_again(file, form)
            return opened, questions.look(opened, anew)

        self._latest.ask(read, self._take_file, self.refused.emit)

    def go_on(self, kept: KeptImport) -> None:
        """An import that was begun in another run of the program."""
        questions = self._questions
        self.is_begun = True

        def read() -> tuple[OpenedList, TableLook]:
            opened = questions.go_on(kept)
            return opened, questions.look(opened, kept.choices)

        def take(found: tuple[OpenedList, TableLook]) -> None:
            self.choices = kept.choices
            self._take_file(found, kept.answers)

        self._latest.ask(read, take, self.refused.emit)

    def kept(self, step: str) -> KeptImport | None:
        """What is to be kept of it; None before a file was opened."""
        if self.file is None:
            return None
        path, form = str(self.file.path.absolute()), self.file.look.form or TextForm()
        begin = self.file.ids_begin
        return KeptImport(path, self.file.file_hash, begin, form, self.choices, self.answers, step)

    def clear(self) -> None:
        """Nothing is prepared any more."""
        self.file = self.look = self.plan = None
        self.is_begun = False
        self.choices, self.answers = ListChoices(), Answers()
        self._of_sheets, self._of_tables = {}, {}

    def _take_file(
        self, read: tuple[OpenedList, TableLook], answers: Answers | None = None
    ) -> None:
        self.file, self.look = read
        self.taken = set()
        self.plan = None
        self.answers = answers or Answers()
        self._of_sheets, self._of_tables = {}, {}
        self.choices = _settled(self.look, self.choices)
        self.opened.emit()
        self.looked.emit()

    @property
    def sheet(self) -> SheetLook:
        """The sheet that is read."""
        assert self.file is not None
        sheets = self.file.look.sheets
        return next((s for s in sheets if s.name == self.choices.sheet), sheets[0])

    @property
    def unread(self) -> tuple[str, ...]:
        """The sheets that are offered once this one was taken."""
        sheets = self.file.look.sheets if self.file else ()
        named = (sheet.name for sheet in sheets if sheet.name != self.choices.sheet)
        return tuple(name for name in named if name not in self.taken)

    def choose_sheet(self, name: str) -> None:
        self._of_sheets[self.choices.sheet] = self.choices
        known = self._of_sheets.get(name)
        if known is not None:
            self._look(_with_places(known, self.choices))
        else:
            self._look(_anew(ListChoices(sheet=name), self.choices))

    def begin_sheet(self, name: str, department_id: str) -> None:
        """Another sheet of a file of which one was taken: nothing was answered for it yet."""
        self.answers = Answers()
        if department_id:
            self.work_for(department_id)
        self.choose_sheet(name)

    def choose_titles(self, row: int) -> None:
        self._keep_table()
        choices = replace(self.choices, header_row=row, kind=None, fields=None)
        is_first = self.look is None or self.look.kind is None
        self._look(_anew(choices, self.choices) if is_first else choices)

    def choose_kind(self, kind: ImportKind) -> None:
        self._keep_table()
        key = (self.choices.sheet, self.choices.header_row, kind)
        self._look(replace(self.choices, kind=kind, fields=self._of_tables.get(key)))

    def correct(self, choices: ListChoices) -> None:
        """What is written in the form of the columns."""
        self._look(choices)

    def forget(self) -> None:
        """Guess the columns anew, now and for the next file of such titles."""
        questions, file, choices = self._questions, self.file, self.choices
        again = replace(choices, kind=None, fields=None)

        def guess() -> TableLook:
            questions.forget_columns(file, choices)
            return questions.look(file, again)

        self._latest.ask(guess, lambda look: self._take_look(look, again), self.refused.emit)

    def _keep_table(self) -> None:
        choices = self.choices
        self._of_tables[choices.sheet, choices.header_row, choices.kind] = choices.fields

    def _look(self, choices: ListChoices) -> None:
        questions, file = self._questions, self.file
        self.choices = choices
        self.plan = None
        self._latest.ask(
            lambda: questions.look(file, choices),
            lambda look: self._take_look(look, choices),
            self.refused.emit,
        )

    def _take_look(self, look: TableLook, asked: ListChoices) -> None:
        self.look = look
        self.plan = None
        self.choices = _settled(look, asked)
        self.looked.emit()

    @property
    def is_ready(self) -> bool:
        """Whether the lines can be shown."""
        look = self.look
        if look is None or not look.is_ready:
            return False
        return not look.must_name_establishment or bool(self.choices.establishment)

    def answer(self, answers: Answers) -> None:
        self.answers = answers
        self.make_plan()

    def make_plan(self) -> None:
        questions, file, choices, answers = (
            self._questions,
            self.file,
            self.choices,
            self.answers,
        )
        self._latest.ask(
            lambda: questions.plan(file, choices, answers), self._take_plan, self.refused.emit
        )

    def _take_plan(self, plan: GuidePlan) -> None:
        self.plan = plan
        self.planned.emit()

    def given(self) -> tuple[Any, ListChoices, Answers]:
        """What is to be applied."""
        return self.file, self.choices, self.answers


def _settled(look: TableLook, asked: ListChoices) -> ListChoices:
    """From now on nothing of it is guessed anew."""
    fields = look.fields if look.kind is not None else None
    settled = ListChoices(look.sheet, look.header_row, look.kind, fields)
    return _with_places(settled, look.proposed or asked)


def _anew(choices: ListChoices, known: ListChoices) -> ListChoices:
    """A list that was not looked at yet: its own title may name its department."""
    return replace(_with_places(choices, known), takes_title=True)


def _with_places(choices: ListChoices, known: ListChoices) -> ListChoices:
    """Where what the file lists belongs is chosen once for the whole of it."""
    return replace(
        choices,
        establishment=known.establishment,
        department_id=known.department_id,
        department=known.department,
    )
