"""The tabs: which is seen, which department they speak of, where one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import tooltip
from referent_desk.gui.places import EVERYBODY, Place, TabName, tab_title
from referent_desk.gui.procedures.starter_offers import OFFER_KINDS, StarterOffers
from referent_desk.gui.questions import FileQuestions, Questions
from referent_desk.gui.saving import Saver
from referent_desk.gui.signers import Signer
from referent_desk.gui.tab_makers import TabMaker

if TYPE_CHECKING:
    from referent_desk.domain.changes import Kind
    from referent_desk.domain.departments import DepartmentChoice
    from referent_desk.gui.list_tabs import ListTab
    from referent_desk.gui.tab_doors import TabDoors
    from referent_desk.gui.tabs import Tab

_BESIDE, _NARROW = 32, 12  # pixels beside the words of a title, as the style sheet has them


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
        self.setUsesScrollButtons(False)  # beside the manual titles are cut before they are hidden
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabBar().setDrawBase(False)
        self.tabBar().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.department: DepartmentChoice | None = None
        self.editing = Editing(questions.records, saver, jobs, signer)
        self.starters = StarterOffers(questions.starters, jobs, self)
        self._is_ready = False
        self._maker = TabMaker(
            *(questions, self.editing, files, self.starters), lambda: self.department, self
        )
        self._pass_on(self._maker)
        self._names = self._maker.names
        self._pages: dict[TabName, Tab] = {}
        for number, name in enumerate(self._names):
            self.addTab(_holder(), tab_title(name))
            shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            shortcut.activated.connect(lambda n=number: self.setCurrentIndex(n))
        self._seen = self._names[0]
        self.currentChanged.connect(self._note_change)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles stand closer before they are cut; a cut one is read whole in its tool tip."""
        super().resizeEvent(event)
        bar = self.tabBar()
        titles = [bar.tabText(number) for number in range(bar.count())]
        words = sum(bar.fontMetrics().horizontalAdvance(title) for title in titles)
        is_narrow = words + _BESIDE * len(titles) > self.width() - 32
        if bar.property("narrow") is not is_narrow:
            bar.setProperty("narrow", is_narrow)
            bar.style().unpolish(bar)
            bar.style().polish(bar)
        is_cut = words + _NARROW * len(titles) > self.width() - 32
        for number, title in enumerate(titles):
            bar.setTabToolTip(number, tooltip(title) if is_cut else "")

    def _pass_on(self, maker: TabMaker) -> None:
        """A tab may have made a page that takes the whole window for a while (`work_begun`)."""
        maker.place_followed.connect(self.place_followed)
        maker.department_chosen.connect(self.department_chosen)
        maker.work_begun.connect(self.work_begun)
        maker.print_asked.connect(self.print_asked)
        maker.step_asked.connect(self.step_asked)
        maker.paper_asked.connect(self.paper_asked)

    @property
    def doors(self) -> TabDoors:
        return self._maker.doors

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
        page = self._maker.make(name)
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
        if place.part == EVERYBODY:
            self._maker.show_everybody()
        if place.key:
            page.show_key(place.key)
        page.take_focus()
        if place.part:
            page.part.want(place.part)
            page.refresh()  # a part is sought when what is shown has been read

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
