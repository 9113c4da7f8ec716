"""Makes each tab when it is first seen; what it is made of is imported then, not before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton

from referent_desk.gui.places import TabName

if TYPE_CHECKING:
    from referent_desk.domain.departments import DepartmentChoice
    from referent_desk.gui.editing import Editing
    from referent_desk.gui.list_tabs import ListTab
    from referent_desk.gui.procedures.starter_offers import StarterOffers
    from referent_desk.gui.questions import FileQuestions, Questions
    from referent_desk.gui.subjects import Subject
    from referent_desk.gui.tab_doors import TabDoors
    from referent_desk.gui.tabs import Tab
    from referent_desk.gui.today.tabs import TodayTab


class TabMaker(QObject):
    """Passes on what the tabs ask of the window, from whichever tab."""

    place_followed = Signal(object)
    department_chosen = Signal(object)
    work_begun = Signal(object)
    print_asked = Signal()
    step_asked = Signal(object)
    paper_asked = Signal(object)

    def __init__(
        self,
        questions: Questions,
        editing: Editing,
        files: FileQuestions,
        starters: StarterOffers,
        department: Callable[[], DepartmentChoice | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._questions = questions
        self._editing = editing
        self._jobs = editing.jobs
        self._files = files
        self._starters = starters
        self._department = department
        self._doors: TabDoors | None = None
        self._everybody: QAbstractButton | None = None
        self._makers: dict[TabName, Callable[[], Tab]] = {
            TabName.TODAY: self._today_tab,
            TabName.DEPARTMENTS: self._departments_tab,
            TabName.SOFTWARE: self._software_tab,
            TabName.REFERENTS: self._referents_tab,
            TabName.PROCEDURES: self._procedures_tab,
            TabName.BINDERS: self._binders_tab,
            TabName.DRILLS: self._drills_tab,
            TabName.HELP_GIVEN: self._help_given_tab,
        }

    @property
    def names(self) -> tuple[TabName, ...]:
        """In the order in which the tabs stand."""
        return tuple(self._makers)

    def make(self, name: TabName) -> Tab:
        return self._makers[name]()

    def show_everybody(self) -> None:
        """Of the tab of referents: staff without an appointment, too."""
        if self._everybody is not None:
            self._everybody.setChecked(True)

    @property
    def doors(self) -> TabDoors:
        if self._doors is None:
            from referent_desk.gui.tab_doors import TabDoors

            asked = self._questions, self._editing, self._files, self._department
            self._doors = TabDoors(*asked, self)
            self._doors.begun.connect(self.work_begun)
        return self._doors

    def _today_tab(self) -> TodayTab:
        from referent_desk.gui.today.tabs import TodayTab

        page = TodayTab(self._questions.today, self._editing.saver, self._jobs, self._files)
        page.place_followed.connect(self.place_followed)
        page.print_asked.connect(self.print_asked)
        page.step_asked.connect(self.step_asked)
        return page

    def _departments_tab(self) -> ListTab:
        from referent_desk.gui.departments.department_tabs import DepartmentTab
        from referent_desk.gui.departments.details import Chosen
        from referent_desk.gui.departments.subjects import subject

        lists = self._questions.lists
        chosen = Chosen(self._is_chosen, self.department_chosen.emit)
        shown = subject(lists.list_departments, lists.read_department, chosen, self._editing)
        page = DepartmentTab(shown, self._jobs, self._editing)
        self.doors.attach_to_departments(page)
        return self._joined(page)

    def _software_tab(self) -> ListTab:
        from referent_desk.gui.software.subjects import subject

        lists, advice = self._questions.lists, self.doors.advice
        asked = self._editing, self._department, advice.show_advice
        page = self._list_tab(subject(lists.list_software, lists.read_software, *asked))
        advice.attach(page)
        return page

    def _referents_tab(self) -> ListTab:
        from referent_desk.gui.nominations.proposed_ticks import OnlyProposed
        from referent_desk.gui.people.everybody import Everybody
        from referent_desk.gui.people.subjects import subject

        lists, everybody, proposed = self._questions.lists, Everybody(), OnlyProposed()
        waiting = self._editing.records.nominations.list_proposed
        appointed = proposed.either(lists.list_appointments, waiting)
        rows = everybody.either(appointed, lists.list_people)
        asked = self._editing, self._department, self._questions.presences, self._files
        about = subject(rows, lists.read_person, *asked, self._questions.handovers)
        page = self._list_tab(about)
        self.doors.attach_to_referents(page)
        self._everybody = everybody.offer(page)
        proposed.offer(page, self._everybody)
        return page

    def _procedures_tab(self) -> ListTab:
        from referent_desk.gui.procedures.starter_offers import StarterNotice
        from referent_desk.gui.procedures.subjects import subject

        lists, doors = self._questions.lists, self.doors
        page = self._list_tab(
            subject(lists.list_procedures, lists.read_procedure, self._starters, doors.procedures)
        )
        page.announce(StarterNotice(self._starters, page))
        doors.attach_to_procedures(page)
        return page

    def _binders_tab(self) -> ListTab:
        from referent_desk.gui.copies.copy_tabs import CopyTab

        page = CopyTab(
            *(self._questions.copies, self._editing, self._jobs, self._files),
            self._department,
            self._questions.printing,
        )
        page.paper_asked.connect(self.paper_asked)
        page.work_begun.connect(self.work_begun)
        return self._joined(page)

    def _drills_tab(self) -> ListTab:
        from referent_desk.gui.drills.drill_tabs import DrillTab

        asked = self._questions.drills, self._editing, self._jobs, self._files
        page = DrillTab(*asked, self._department)
        page.work_begun.connect(self.work_begun)
        return self._joined(page)

    def _help_given_tab(self) -> ListTab:
        from referent_desk.gui.help_given.help_tabs import HelpTab

        asked = self._questions.help_given, self._editing, self._jobs, self._files
        return self._joined(HelpTab(*asked, self._department))

    def _list_tab(self, subject: Subject) -> ListTab:
        from referent_desk.gui.list_tabs import ListTab

        return self._joined(ListTab(subject, self._jobs, self._editing))

    def _joined(self, page: ListTab) -> ListTab:
        page.place_followed.connect(self.place_followed)
        page.step_asked.connect(self.step_asked)
        return page

    def _is_chosen(self, department_id: str) -> bool:
        choice = self._department()
        return choice is not None and choice.id == department_id
