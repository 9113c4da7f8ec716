"""The tab of drills: the list with what concerns all of it beneath, the detail beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.drills.doors import DrillDoors
from referent_desk.gui.drills.subjects import key_of_stop, subject
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.list_tabs import ListTab
from referent_desk.gui.needed_departments import DepartmentNeed
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.parts import PART
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_drills import DrillQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.gui.written_papers import PaperWriter, WrittenBar
from referent_desk.language import _, ngettext


class DrillTab(ListTab):
    """`work_begun` carries a page over the whole window."""

    work_begun = Signal(object)

    def __init__(
        self,
        questions: DrillQuestions,
        editing: Editing,
        jobs: Jobs,
        files: FileQuestions,
        chosen: Callable[[], DepartmentChoice | None],
    ) -> None:
        self._doors = DrillDoors(questions, editing)
        super().__init__(subject(self._doors), jobs, editing)
        self._chosen = chosen
        self._drills = questions
        self._behind = LatestAnswer(jobs)
        self._doors.setParent(self)
        self._doors.begun.connect(self.work_begun)
        self.papers = PaperWriter(files, jobs, self)
        self.written, self.trouble = WrittenBar(), NoticeBar("", Tone.BAD, Shape.SQUARE)
        self._written: Path | None = None
        self.behind = PlainLabel("", Look.STRONG)
        self.programme = IconButton(_("Pro&gramme of three years…"), "list-checks")
        self.stop = IconButton(_("A&nnounce a stop…"), "plus")
        self.register = IconButton(_("&Register as PDF…"), "printer")
        self._lay_beneath()
        self._connect_papers()

    def _lay_beneath(self) -> None:
        self.trouble.hide()
        self.behind.hide()
        self.announce(self.trouble)
        self.announce(self.written)
        row = WrappingRow()
        for button in (self.programme, self.register, self.stop):  # what can be hidden comes last
            row.addWidget(button)
            DepartmentNeed(button, self)
        layout = self.pane.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(self.behind)
        layout.addLayout(row)
        new = self.pane.findChildren(IconButton)[0]
        new.setProperty(PART, "propose")
        assert self._editing is not None
        self.stop.setVisible(self._editing.is_possible)
        self._editing.saver.ability_changed.connect(self.stop.setVisible)

    def _connect_papers(self) -> None:
        self._doors.paper_asked.connect(self._write)
        self.papers.written.connect(self._tell)
        self.papers.refused.connect(self._refuse_paper)
        self.written.open.clicked.connect(lambda _on: self._open())
        self.programme.clicked.connect(lambda _on: self._open_programme())
        self.stop.clicked.connect(lambda _on: self._announce_stop())
        self.register.clicked.connect(lambda _on: self._write("register", ""))
        self.model.loaded.connect(self._count_behind)

    def _write(self, what: str, drill_id: str) -> None:
        """`what`: grid, report or register."""
        choice, ask = self._chosen(), self._drills.papers
        if choice is not None:
            key = choice.id
            self.trouble.say("")
            self.papers.write(
                self,
                lambda: ask.suggest_path(what, key, drill_id),
                lambda path: ask.write(what, key, drill_id, path),
            )

    def _tell(self, path: Path) -> None:
        self._written = path
        self.written.say(
            _("Saved as {path}. It is not printed yet: open it, and print it at 100 %.").format(
                path=path
            )
        )

    def _refuse_paper(self, error: Exception) -> None:
        self.written.say("")
        self.trouble.say(sentence_of(error))

    def _open(self) -> None:
        if self._written is not None:
            self.papers.open(self._written)

    def _open_programme(self) -> None:
        choice = self._chosen()
        if choice is not None:
            self._doors.open_programme(choice)

    def _announce_stop(self) -> None:
        choice = self._chosen()
        if choice is not None and self.can_read:
            self.open_form(self._doors.announce_stop(choice), key_of_stop)

    def _count_behind(self) -> None:
        """What the programme says of the department, above the button that opens it."""
        department_id = self.department_id
        if department_id is None:
            return
        count = self._drills.programme.count_behind
        self._behind.ask(lambda: count(department_id), self._show_behind, lambda _error: None)

    def _show_behind(self, count: int) -> None:
        said = ngettext(
            "{count} critical function is behind in the programme of three years.",
            "{count} critical functions are behind in the programme of three years.",
            count,
        )
        self.behind.say(said.format(count=count) if count else "")
        self.behind.setVisible(count > 0)

    def _clear(self) -> None:
        """No drill fits: what was sought by a place is looked for all the same."""
        super()._clear()
        self.part.seek()
