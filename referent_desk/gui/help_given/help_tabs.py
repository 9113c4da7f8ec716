"""The tab of help: the quick line above, one of four lists left, the detail beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.help_given import MOST_USUAL, HelpView
from referent_desk.gui.editing import Editing
from referent_desk.gui.help_given.digit_keys import digit_keys
from referent_desk.gui.help_given.doors import HelpDoors
from referent_desk.gui.help_given.quick_lines import QuickLine
from referent_desk.gui.help_given.subjects import (
    ChosenView,
    columns,
    empty_text,
    subject,
)
from referent_desk.gui.help_given.words import view_title
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.list_tabs import ListTab
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.places import Key
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_help_given import HelpGivenQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.written_papers import PaperWriter, WrittenBar
from referent_desk.language import _


class HelpTab(ListTab):
    def __init__(
        self,
        questions: HelpGivenQuestions,
        editing: Editing,
        jobs: Jobs,
        files: FileQuestions,
        chosen: Callable[[], DepartmentChoice | None],
    ) -> None:
        self._doors = HelpDoors(questions, editing)
        self._view = ChosenView()
        self.views = {view: _switch(view) for view in HelpView}
        self.quick = QuickLine(questions.journal, editing)
        super().__init__(subject(self._doors, self._view), jobs, editing)
        self._help = questions
        self._chosen = chosen
        self._doors.setParent(self)
        self.papers = PaperWriter(files, jobs, self)
        self.written, self.trouble = WrittenBar(), NoticeBar("", Tone.BAD, Shape.SQUARE)
        self._written: Path | None = None
        self._lay_above(editing)
        self._lay_views()
        self._connect_papers()
        self._hear_digits()
        self.quick.choose_department(self.department_id)

    def _lay_above(self, editing: Editing) -> None:
        self.trouble.hide()
        self.announce(self.trouble)
        self.announce(self.written)
        self.announce(self.quick)
        self.quick.setVisible(editing.is_possible)
        editing.saver.ability_changed.connect(self.quick.setVisible)
        self.department_changed.connect(self._take_department)

    def _lay_views(self) -> None:
        group = QButtonGroup(self)
        box = QFrame()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for view, button in self.views.items():
            group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(partial(self._choose_view, view))
        self.views[HelpView.JOURNAL].setChecked(True)
        self.pane.offer_views(box)

    def _connect_papers(self) -> None:
        self._doors.card_asked.connect(self._write_card)
        self._doors.sheet_asked.connect(self._write_sheet)
        self.papers.written.connect(self._tell)
        self.papers.refused.connect(self._refuse_paper)
        self.written.open.clicked.connect(lambda _on: self._open())

    def _hear_digits(self) -> None:
        """A digit alone where nothing is typed, with Ctrl from within a field."""
        for number in range(1, MOST_USUAL + 1):
            plain = digit_keys(number)
            keys = [*plain, *(f"Ctrl+{key}" for key in plain)]
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._repeat, number))

    def _repeat(self, number: int) -> None:
        if self.quick.isVisible():
            self.quick.repeat(number)

    def _take_department(self, department_id: str | None) -> None:
        self.quick.choose_department(department_id)

    def _choose_view(self, view: HelpView, _on: bool = True) -> None:
        if view is not self._view.view:
            self._view.view = view
            self.views[view].setChecked(True)
            self.pane.say_when_empty(empty_text(view))
            self.show_columns(columns(view))
            self._forget_key()
            self.form = None
            self.refresh()

    def show_key(self, key: Key) -> None:
        """What a place names lies in one of the lists: that one is shown."""
        known = {str(view): view for view in HelpView}
        view = known.get(str(key[0])) if key else None
        if view is not None and view is not self._view.view:
            self._choose_view(view)
        super().show_key(key if view is not None else ())

    def begin(self) -> None:
        super().begin()
        self.quick.choose_department(self.department_id)

    def take_focus(self) -> None:
        """Help is noted first; where nothing can be, the list has the keyboard."""
        if self.quick.isVisible() and self.quick.isEnabled() and not self._is_led:
            self.quick.begin()
        else:
            super().take_focus()

    def _read(self) -> None:
        super()._read()
        if self.can_read:
            self.quick.read()

    def _take_loaded(self) -> None:
        super()._take_loaded()
        if not self.model.rowCount():
            self.part.seek()

    def _write_card(self, department_id: str, software_id: str) -> None:
        ask = self._help.tips
        self.trouble.say("")
        self.papers.write(
            self,
            lambda: ask.suggest_path(department_id, software_id),
            lambda path: ask.write(department_id, software_id, path),
        )

    def _write_sheet(self, ticket_id: str) -> None:
        ask = self._help.tickets
        self.trouble.say("")
        self.papers.write(
            self, lambda: ask.suggest_path(ticket_id), lambda path: ask.write(ticket_id, path)
        )

    def _tell(self, path: Path) -> None:
        self._written = path
        self.written.say(_("Saved as {path}. It is not printed yet: open it.").format(path=path))

    def _refuse_paper(self, error: Exception) -> None:
        self.written.say("")
        self.trouble.say(sentence_of(error))

    def _open(self) -> None:
        if self._written is not None:
            self.papers.open(self._written)


def _switch(view: HelpView) -> QPushButton:
    button = QPushButton(view_title(view))
    button.setCheckable(True)
    button.setProperty("look", "switch")
    button.setAutoDefault(False)
    return button
