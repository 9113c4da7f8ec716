"""What leads from the tabs to pages that take the whole window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from referent_desk.gui.advice_doors import AdviceDoor
from referent_desk.gui.coverage_doors import CoverageDoor
from referent_desk.gui.failure_doors import FailureDoors
from referent_desk.gui.group_view_doors import GroupViewDoor
from referent_desk.gui.handovers.doors import HandoverDoor
from referent_desk.gui.practice_doors import PracticeDoors
from referent_desk.gui.presence_doors import PresenceDoor
from referent_desk.gui.procedures.doors import ProcedureDoors
from referent_desk.gui.skill_doors import SkillDoors

if TYPE_CHECKING:
    from referent_desk.domain.departments import DepartmentChoice
    from referent_desk.gui.departments.department_tabs import DepartmentTab
    from referent_desk.gui.editing import Editing
    from referent_desk.gui.list_tabs import ListTab
    from referent_desk.gui.questions import FileQuestions, Questions


class TabDoors(QObject):
    """`begun` carries the page, whichever door it came through."""

    begun = Signal(object)

    def __init__(
        self,
        questions: Questions,
        editing: Editing,
        files: FileQuestions,
        department: Callable[[], DepartmentChoice | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        beside = editing, files, department, self
        self.procedures = ProcedureDoors(questions, *beside)
        self.failures = FailureDoors(questions.failures, *beside)
        self.coverage = CoverageDoor(questions.coverage, *beside)
        self.practice = PracticeDoors(questions.practice, *beside)
        self.advice = AdviceDoor(questions.advice, *beside)
        self.presence = PresenceDoor(questions.presences, *beside)
        self.handovers = HandoverDoor(questions.handovers, *beside)
        self.group = GroupViewDoor(questions.group_views, *beside)
        self.skills = SkillDoors(questions.skills, *beside)
        self.coverage.group_asked.connect(self.group.show_group)
        for door in (
            *(self.procedures, self.failures, self.coverage, self.practice, self.advice),
            *(self.presence, self.handovers, self.group, self.skills),
        ):
            door.begun.connect(self.begun)

    def attach_to_departments(self, page: DepartmentTab) -> None:
        self.practice.attach_dialling(page)

    def attach_to_referents(self, page: ListTab) -> None:
        self.skills.attach(page)
        self.presence.attach(page)
        self.handovers.attach(page)
        self.group.attach(page)

    def attach_to_procedures(self, page: ListTab) -> None:
        self.procedures.attach(page)
        self.failures.attach(page)
        self.coverage.attach(page)
        self.practice.attach_readings(page)
