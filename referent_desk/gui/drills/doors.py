"""What leads out of the tab of drills: forms over the detail, pages over the window, papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.records import Link, RecordKind
from referent_desk.gui.drills.plan_forms import PlanForm
from referent_desk.gui.editing import Editing
from referent_desk.gui.pane_fields import ReasonForm
from referent_desk.gui.questions_drills import DrillQuestions
from referent_desk.gui.record_forms import Beginning, PaneForm, RecordForm
from referent_desk.gui.wordings import short_day
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.domain.departments import DepartmentChoice
    from referent_desk.domain.drill_details import DrillDetail
    from referent_desk.domain.drills import DrillRun


class DrillDoors(QObject):
    """`begun` brings a page of work, `paper_asked` what is to be written: `grid`, `report`,
    `register`, and the drill."""

    begun = Signal(object)
    paper_asked = Signal(str, str)

    def __init__(self, questions: DrillQuestions, editing: Editing) -> None:
        super().__init__()
        self.questions = questions
        self.editing = editing

    def prepare(self, department_id: str) -> PlanForm:
        return PlanForm(self.questions.plans, department_id, self.editing)

    def change(self, detail: DrillDetail) -> PlanForm:
        drill = detail.drill
        return PlanForm(self.questions.plans, drill.department_id, self.editing, drill)

    def give_up(self, detail: DrillDetail) -> PaneForm:
        give_up, drill_id = self.questions.plans.give_up, detail.drill.id
        form = ReasonForm(
            _("Give up the drill: {function}").format(function=detail.function),
            _("It will not be held. It stays in the register, with your reason."),
            lambda reason: give_up(drill_id, reason),
            self.editing,
            _("Why it is not &held"),
        )
        form.create_button.setText(_("Gi&ve it up"))
        return form

    def annul(self, detail: DrillDetail, run: DrillRun) -> PaneForm:
        annul, run_id = self.questions.runs.annul, run.id
        return ReasonForm(
            _("Take back what was recorded of {day}").format(day=short_day(run.day)),
            _(
                "It no longer counts as held. It stays in the history with your reason; the "
                "actions that it opened stay open."
            ),
            lambda reason: annul(run_id, reason),
            self.editing,
        )

    def write_lessons(self, detail: DrillDetail, run: DrillRun) -> PaneForm:
        from referent_desk.gui.drills.lesson_forms import LessonForm

        return LessonForm(detail, run, self.questions.runs.lessons, self.editing)

    def announce_stop(self, choice: DepartmentChoice) -> RecordForm:
        """The stop is announced for the hospital of the department, unless said otherwise."""
        beginning = Beginning(
            kind=RecordKind.MAINTENANCE,
            title=_("Announce a stop of a software"),
            create=_("Announce the st&op"),
            links={"node_id": Link(choice.id, choice.name, choice.establishment)},
            values={"node_id": choice.id},
            says=_(
                "When the software stops anyway, every department that uses it can play its "
                "degraded mode."
            ),
        )
        return RecordForm(beginning, self.editing, key=f"new:{RecordKind.MAINTENANCE}:{choice.id}")

    def play(self, detail: DrillDetail) -> None:
        self._begin(detail, is_live=True)

    def type_in(self, detail: DrillDetail) -> None:
        self._begin(detail, is_live=False)

    def _begin(self, detail: DrillDetail, *, is_live: bool) -> None:
        from referent_desk.gui.drills.pages import DrillPage  # not before it is asked

        self.begun.emit(DrillPage(self.questions, detail, self.editing, is_live=is_live))

    def open_programme(self, choice: DepartmentChoice) -> None:
        from referent_desk.gui.drills.programme_pages import ProgrammePage

        self.begun.emit(ProgrammePage(self.questions.programme, choice, self.editing))
