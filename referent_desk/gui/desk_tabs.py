"""The tabs: which is seen, which department they speak of, where one stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QTabWidget, QVBoxLayout, QWidget

from referent_desk.gui.coverage_doors import CoverageDoor
from referent_desk.gui.editing import Editing
from referent_desk.gui.failure_doors import FailureDoors
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.places import EVERYBODY, Place, TabName, tab_title
from referent_desk.gui.practice_doors import PracticeDoors
from referent_desk.gui.procedures.doors import ProcedureDoors
from referent_desk.gui.procedures.starter_offers import OFFER_KINDS, StarterNotice, StarterOffers
from referent_desk.gui.questions import FileQuestions, Questions
from referent_desk.gui.saving import Saver
from referent_desk.gui.signers import Signer
from referent_desk.gui.tabs import Tab
from referent_desk.gui.work_pages import WorkPage

if TYPE_CHECKING:
    from referent_desk.domain.changes import Kind
    from referent_desk.domain.departments import DepartmentChoice
    from referent_desk.gui.list_tabs import ListTab
    from referent_desk.gui.subjects import Subject
    from referent_desk.gui.today.tabs import TodayTab


class DeskTabs(QTabWidget):
    """A page is built when it is first seen: with one instead of four, painting comes sooner."""

    place_followed = Signal(object)
    department_chosen = Signal(object)
    place_left = Signal(object)
    work_begun = Signal(object)
    print_asked = Signal()
    step_asked = Signal(object)
    paper_asked = Signal(object)

    def __init__(
        self, questions: Questions, saver: Saver, jobs: Jobs, signer: Signer, files: FileQuestions
    ) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)
        self.tabBar().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.department: DepartmentChoice | None = None
        self._questions = questions
        self.editing = Editing(questions.records, saver, jobs, signer)
        self._jobs = jobs
        self._files = files
        self._is_ready = False
        self._everybody: QAbstractButton | None = None
        self.starters = StarterOffers(questions.starters, jobs, self)
        self.doors = ProcedureDoors(questions, self.editing, self, lambda: self.department, files)
        self.failures = FailureDoors(
            questions.failures, self.editing, files, lambda: self.department, self
        )
        self.coverage = CoverageDoor(questions.coverage, files, jobs, lambda: self.department, self)
        self.practice = PracticeDoors(
            questions.practice, self.editing, files, lambda: self.department, self
        )
        for door in (self.doors, self.failures, self.coverage, self.practice):
            door.begun.connect(self.begin_work)
        self._makers = self._all_makers()
        self._names = tuple(self._makers)
        self._pages: dict[TabName, Tab] = {}
        for number, name in enumerate(self._names):
            self.addTab(_holder(), tab_title(name))
            shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            shortcut.activated.connect(lambda n=number: self.setCurrentIndex(n))
        self._seen = self._names[0]
        self.currentChanged.connect(self._note_change)

    def _all_makers(self) -> dict[TabName, Callable[[], Tab]]:
        """In the order in which they stand; what a tab is made of is imported when it is seen."""
        return {
            TabName.TODAY: self._today_tab,
            TabName.DEPARTMENTS: self._departments_tab,
            TabName.SOFTWARE: self._software_tab,
            TabName.REFERENTS: self._referents_tab,
            TabName.PROCEDURES: self._procedures_tab,
            TabName.BINDERS: self._binders_tab,
            TabName.DRILLS: self._drills_tab,
        }

    def _today_tab(self) -> TodayTab:
        from referent_desk.gui.today.tabs import TodayTab

        page = TodayTab(self._questions.today, self.editing.saver, self._jobs, self._files)
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
        shown = subject(lists.list_departments, lists.read_department, chosen, self.editing)
        page = DepartmentTab(shown, self._jobs, self.editing)
        self.practice.attach_dialling(page)
        return self._joined(page)

    def _software_tab(self) -> ListTab:
        from referent_desk.gui.software.subjects import subject

        lists = self._questions.lists
        return self._list_tab(
            subject(lists.list_software, lists.read_software, self.editing, lambda: self.department)
        )

    def _referents_tab(self) -> ListTab:
        from referent_desk.gui.people.everybody import Everybody
        from referent_desk.gui.people.subjects import subject

        lists, everybody = self._questions.lists, Everybody()
        rows = everybody.either(lists.list_appointments, lists.list_people)
        page = self._list_tab(
            subject(rows, lists.read_person, self.editing, lambda: self.department)
        )
        self._everybody = everybody.offer(page)
        return page

    def _procedures_tab(self) -> ListTab:
        from referent_desk.gui.procedures.subjects import subject

        lists = self._questions.lists
        page = self._list_tab(
            subject(lists.list_procedures, lists.read_procedure, self.starters, self.doors)
        )
        page.announce(StarterNotice(self.starters))
        self.doors.attach(page)
        self.failures.attach(page)
        self.coverage.attach(page)
        self.practice.attach_readings(page)
        return page

    def _binders_tab(self) -> ListTab:
        from referent_desk.gui.copies.copy_tabs import CopyTab

        page = CopyTab(
            *(self._questions.copies, self.editing, self._jobs, self._files),
            lambda: self.department,
            self._questions.printing,
        )
        page.paper_asked.connect(self.paper_asked)
        page.work_begun.connect(self.begin_work)
        return self._joined(page)

    def _drills_tab(self) -> ListTab:
        from referent_desk.gui.drills.drill_tabs import DrillTab

        questions, chosen = self._questions.drills, lambda: self.department
        page = DrillTab(questions, self.editing, self._jobs, self._files, chosen)
        page.work_begun.connect(self.begin_work)
        return self._joined(page)

    def _list_tab(self, subject: Subject) -> ListTab:
        from referent_desk.gui.list_tabs import ListTab

        return self._joined(ListTab(subject, self._jobs, self.editing))

    def _joined(self, page: ListTab) -> ListTab:
        page.place_followed.connect(self.place_followed)
        page.step_asked.connect(self.step_asked)
        return page

    def begin_work(self, page: WorkPage) -> None:
        """A tab has made a page that takes the whole window for a while."""
        self.work_begun.emit(page)

    @property
    def page(self) -> Tab:
        """The page that is seen."""
        return self.tab(self._names[self.currentIndex()])

    @property
    def list_page(self) -> ListTab:
        """The page that is seen, where it lists something."""
        from referent_desk.gui.list_tabs import ListTab

        page = self.page
        assert isinstance(page, ListTab)
        return page

    def tab(self, name: TabName) -> Tab:
        if name not in self._pages:
            self._pages[name] = self._build(name)
        return self._pages[name]

    def _build(self, name: TabName) -> Tab:
        page = self._makers[name]()
        if self.department is not None:
            page.choose_department(self.department.id)
            if name is TabName.DEPARTMENTS:
                page.show_key((self.department.id,))
        if self._is_ready:
            page.begin()
        holder = self.widget(self._names.index(name))
        layout = holder.layout() if holder is not None else None
        assert layout is not None
        layout.addWidget(page.widget)
        page.widget.show()
        return page

    def show_page(self, name: str) -> None:
        """Build and show a page without counting it as a move; the first one for no known name."""
        self.blockSignals(True)
        self.setCurrentIndex(self._names.index(TabName(name)) if name in self._names else 0)
        self.blockSignals(False)
        self._seen = self._names[self.currentIndex()]
        self.tab(self._seen)

    def place(self) -> Place:
        return self._place_of(self._names[self.currentIndex()])

    def begin(self) -> None:
        """What is seen is asked for first: the worker answers in turn."""
        self._is_ready = True
        for page in self._pages.values():
            page.begin()
        self.starters.read()

    def refresh(self) -> None:
        for page in self._pages.values():
            page.refresh()
        self.starters.read()

    def settle(self) -> None:
        """The window is closed: keep what is typed and not saved."""
        from referent_desk.gui.list_tabs import ListTab

        for page in self._pages.values():
            if isinstance(page, ListTab):
                page.settle()

    def take_change(self, kinds: frozenset[Kind]) -> None:
        for page in self._pages.values():
            page.take_change(kinds)
        if kinds & OFFER_KINDS and self._is_ready:
            self.starters.read()

    def choose_department(self, choice: DepartmentChoice | None) -> None:
        self.department = choice
        for page in self._pages.values():
            page.choose_department(choice.id if choice is not None else None)
        if choice is not None and TabName.DEPARTMENTS in self._pages:
            self._pages[TabName.DEPARTMENTS].show_key((choice.id,))

    def show_place(self, place: Place) -> None:
        page = self.tab(place.tab)
        self.setCurrentIndex(self._names.index(place.tab))
        if place.part == EVERYBODY and self._everybody is not None:
            self._everybody.setChecked(True)
        if place.key:
            page.show_key(place.key)
        page.take_focus()
        if place.part:
            page.part.want(place.part)
            page.refresh()  # a part is sought when what is shown has been read

    def _is_chosen(self, department_id: str) -> bool:
        return self.department is not None and self.department.id == department_id

    def _note_change(self, number: int) -> None:
        left, self._seen = self._seen, self._names[number]
        self.tab(self._seen)
        self.place_left.emit(self._place_of(left))

    def _place_of(self, name: TabName) -> Place:
        page = self._pages.get(name)
        return Place(name, page.key if page is not None else (), self.department)


def _holder() -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    return holder
