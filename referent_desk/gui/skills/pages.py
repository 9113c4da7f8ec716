"""Trainings and skills of a department: who can do what, what is lacking, what was held."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.skills import Skill, SkillLevel
from referent_desk.domain.skills_wards import Member, UsedSoftware, WardSkills, newcomers_of
from referent_desk.domain.trainings import Training, TrainingAids
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.filter_fields import FilterField
from referent_desk.gui.form_pages import FormPage
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.list_heads import HeadLine
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_skills import SkillQuestions
from referent_desk.gui.record_forms import PaneForm
from referent_desk.gui.skills.grids import SkillGrid
from referent_desk.gui.skills.level_forms import LevelForm
from referent_desk.gui.skills.models import SkillsModel
from referent_desk.gui.skills.papers import SkillPaper
from referent_desk.gui.skills.sides import show_cell, show_gaps, show_trainings
from referent_desk.gui.skills.training_forms import TrainingForm, annulling, saving_of
from referent_desk.gui.skills.words import keys_sentence, totals_sentence
from referent_desk.language import _

_SIDE_WIDTH, _LEAST_SIDE = 408, 320  # pixels


class SkillsPage(FormPage):
    """`arrivals_asked`: the list for those who arrive."""

    arrivals_asked = Signal()

    topic = "skills"
    way_back = "skills"
    lets_undo = True

    def __init__(
        self,
        questions: SkillQuestions,
        department: tuple[str, str],
        editing: Editing,
        files: FileQuestions,
        about: str = "",
    ) -> None:
        """`about`: the person or the software that the keyboard goes to first."""
        title = _("Trainings and skills: {department}").format(department=department[1])
        super().__init__(title, editing, closable=True)
        self._questions = questions
        self._department_id = department[0]
        self._about = about
        self.trainings: tuple[Training, ...] = ()
        self.model = SkillsModel()
        self.grid = SkillGrid(self.model)
        self.grid.is_editable = editing.is_possible
        self.whole = DetailPane()
        self.filter = FilterField(_("Name or role"), _("Filter the people"))
        self.gaps = QCheckBox(_("Only those who &lack something"))
        self.totals = PlainLabel("", Look.STRONG)
        self.paper = SkillPaper(questions.papers, department[0], files, editing.jobs)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.record = IconButton(_("&Record a training…"), "plus", main=True)
        self.arrivals = IconButton(_("&New colleagues…"))
        self.sheet = IconButton(_("&Attendance sheet…"), "printer")
        self.print = IconButton(_("Print the &grid…"), "printer")
        for button in (self.record, self.arrivals):
            self.head.addWidget(button)
        self.record.setVisible(self._editing.is_possible)
        keys = PlainLabel(keys_sentence(is_editable=self._editing.is_possible), Look.MUTED)
        for bar in (self.trouble, self.paper, self.totals, keys):
            self.body.addWidget(bar)
        self.sides = QWidget()
        sides = QHBoxLayout(self.sides)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(16)
        left = QVBoxLayout()
        left.addWidget(self._narrowing())
        left.addWidget(self.grid, 1)
        sides.addLayout(left, 5)
        self.pane.setMinimumWidth(_LEAST_SIDE)
        self.pane.setMaximumWidth(_SIDE_WIDTH)
        sides.addWidget(self.pane, 4)
        self.body.addWidget(self.sides, 1)
        self.whole.hide()
        self.body.addWidget(self.whole, 1)

    def _narrowing(self) -> HeadLine:
        line = HeadLine(self.filter)
        for place, widget in enumerate((self.gaps, self.sheet, self.print)):
            line.offer(widget, place=place, yields=place)
        return line

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _text: self._narrow())
        self.gaps.toggled.connect(lambda _on: self._narrow())
        self.grid.moved.connect(self._show_side)
        self.grid.stated.connect(self.state_level)
        self.grid.asked.connect(self.ask_level)
        self.record.clicked.connect(lambda _on: self.ask_training())
        self.arrivals.clicked.connect(lambda _on: self.arrivals_asked.emit())
        self.sheet.clicked.connect(lambda _on: self.paper.write_sheet(self.chosen()))
        self.print.clicked.connect(lambda _on: self.paper.write_grid())

    def begin(self) -> None:
        chain = [self.leave, self.record, self.arrivals, self.filter, self.gaps]
        for before, after in pairwise([*chain, self.sheet, self.print, self.grid, self.pane]):
            QWidget.setTabOrder(before, after)
        self._ask()

    def settle(self) -> None:
        super().settle()
        self.whole.settle()

    def end(self) -> None:
        self.paper.forget()
        super().end()

    def _ask(self) -> None:
        department_id, questions = self._department_id, self._questions

        def read() -> tuple[WardSkills, tuple[Training, ...]]:
            return questions.ward(department_id), questions.trainings.list(department_id)

        self._answer.ask(read, self._show, self._refuse)

    def _note_saved(self, _saved: Saved) -> None:
        """Under an open form too: beside it the grid is seen."""
        self._ask()

    def _show(self, shown: tuple[WardSkills, tuple[Training, ...]]) -> None:
        is_first = not self.model.ward.department_id
        place = self.grid.currentIndex()
        ward, self.trainings = shown
        self.trouble.say("")
        self.model.show_ward(ward)
        new = sum(1 for _one in newcomers_of(ward))
        self.totals.say(totals_sentence(ward, self.model.gaps, new))
        for button in (self.record, self.sheet, self.print):
            button.setEnabled(bool(ward.used))
        if is_first:
            self.grid.go_to(*self.model.place_of(self._about, self._about))
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.grid.go_to(place.row(), place.column())
        self._show_side()

    def _narrow(self) -> None:
        self.model.narrow(self.filter.text(), only_gaps=self.gaps.isChecked())
        self.grid.go_to(0, max(self.grid.currentIndex().column(), 0))
        self._show_side()

    def chosen(self) -> tuple[Member, UsedSoftware, Skill] | None:
        index = self.grid.currentIndex()
        member, used = self.model.member(index.row()), self.model.used(index.column())
        if member is None or used is None:
            return None
        return member, used, self.model.ward.skill(member.id, used.id)

    def _show_side(self) -> None:
        """A form that is open stays."""
        if self.form is not None:
            return
        pane, ward = self.pane, self.model.ward
        pane.begin(self._department_id)
        show_cell(pane, self.chosen())
        column = self.grid.currentIndex().column()
        if self._editing.is_possible and self.chosen() is not None:
            pane.button(_("&State a level…"), self.ask_level)
        if 0 <= column < len(self.model.gaps):
            show_gaps(pane, ward, self.model.gaps[column])
        show_trainings(pane, ward, self.trainings, self._actions())
        if not self._editing.is_possible:
            pane.muted(_("This home is only read here: nothing can be changed."))
        pane.end()

    def _actions(self) -> dict[str, Callable[[Training], None]]:
        if not self._editing.is_possible:
            return {"certificates": self.paper.write_certificates}
        return {
            "certificates": self.paper.write_certificates,
            "correct": self.ask_training,
            "annul": self._ask_reason,
        }

    def state_level(self, level: SkillLevel | None) -> None:
        """At once, as of today: what was there before comes back by undoing."""
        about = self.chosen()
        if about is None or self.form is not None:
            return
        member, used, _skill = about
        state, today = self._questions.state, self.model.ward.today
        self._editing.saver.save(
            lambda: state(member.id, used.id, level, today), None, self._refuse
        )

    def ask_level(self) -> None:
        about = self.chosen()
        if about is not None and self._editing.is_possible and self.form is None:
            form = LevelForm(about, self._questions.state, self._editing, self.model.ward.today)
            self._open(form, self.pane)

    def ask_training(self, corrected: Training | None = None) -> None:
        department_id, aids = self._department_id, self._questions.trainings.aids
        self._answer.ask(
            lambda: aids(department_id), lambda found: self._open_training(found, corrected),
            self._refuse,
        )  # fmt: skip

    def _open_training(self, aids: TrainingAids, corrected: Training | None) -> None:
        about = self.chosen()
        proposed = about[1].id if about is not None else ""
        save = saving_of(self._questions.trainings, corrected)
        self._open(TrainingForm(aids, save, self._editing, corrected, proposed), self.whole)

    def _ask_reason(self, training: Training) -> None:
        self._open(annulling(training, self._questions.trainings, self._editing), self.pane)

    def _open(self, form: PaneForm, pane: DetailPane) -> None:
        """Over what is shown, until it is saved or given up."""
        if self.form is not None:
            return
        self.form = form
        self.whole.setVisible(pane is self.whole)
        self.sides.setVisible(pane is self.pane)
        self._offer(possible=False)
        self._lay(form, pane)

    def _come_back(self) -> None:
        self.whole.hide()
        self.whole.begin()
        self.whole.end()
        self.sides.show()
        self._offer(possible=bool(self.model.ward.used))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, *, possible: bool) -> None:
        """Beside an open form nothing else begins."""
        self.record.setVisible(self.form is None and self._editing.is_possible)
        self.arrivals.setVisible(self.form is None)
        for button in (self.record, self.sheet, self.print):
            button.setEnabled(possible)
