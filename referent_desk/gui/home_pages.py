"""What fills the window: the tabs, the first steps of an empty home, why it will not open – or a
piece of work that lies over them for a while."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from referent_desk.domain.changes import Kind
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.desk_tabs import DeskTabs
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.places import Place
from referent_desk.gui.questions import HomeQuestions, OpenedHome
from referent_desk.gui.work_pages import WorkPage

if TYPE_CHECKING:
    from referent_desk.gui.trouble_pages import TroublePage
    from referent_desk.gui.welcome_pages import WelcomePage


class HomePages(QStackedWidget):
    opened = Signal(object)
    open_failed = Signal(object)
    reopened = Signal(object)
    reopen_failed = Signal(object)
    department_changed = Signal(object)
    work_changed = Signal(bool)
    step_asked = Signal(object)
    place_asked = Signal(object)

    def __init__(self, home: HomeQuestions, tabs: DeskTabs, bus: ChangeBus, jobs: Jobs) -> None:
        super().__init__()
        self._home = home
        self._bus = bus
        self._jobs = jobs
        self._remembered: str | None = None
        self.work: WorkPage | None = None
        self._waiting: WorkPage | None = None
        self._below: QWidget | None = None
        self.tabs = tabs
        self._welcome: WelcomePage | None = None
        self._trouble: TroublePage | None = None
        self.addWidget(self.tabs)

    @property
    def welcome(self) -> WelcomePage:
        """Made when it is first asked for: most homes never show it."""
        if self._welcome is None:
            from referent_desk.gui.welcome_pages import WelcomePage

            self._welcome = WelcomePage()
            self._welcome.demo_asked.connect(self.fill_demo)
            self._welcome.step_asked.connect(self.step_asked)
            self.addWidget(self._welcome)
        return self._welcome

    @property
    def trouble(self) -> TroublePage:
        """Made when it is first asked for, as `welcome`."""
        if self._trouble is None:
            from referent_desk.gui.trouble_pages import TroublePage

            self._trouble = TroublePage()
            self._trouble.retried.connect(self.open_home)
            self.addWidget(self._trouble)
        return self._trouble

    def open_home(self, remembered: str | None = None) -> None:
        """`remembered` is the department of last time; trying again keeps it."""
        self._remembered = remembered or self._remembered
        self.setCurrentWidget(self.tabs)
        self._ask_home()

    def _ask_home(self) -> None:
        department_id = self._remembered
        self._jobs.run(lambda: self._home.open_home(department_id), self._take, self._refuse)

    def reload(self) -> None:
        """Take the home anew and read everything again; a command may have filled it meanwhile."""
        if self.work is None and self.currentWidget() is not self.tabs:
            self.open_home()
            return
        here = self.tabs.department.id if self.tabs.department is not None else None
        self._jobs.run(
            lambda: self._home.open_home(here), self._take_again, self.reopen_failed.emit
        )

    def _take_again(self, home: OpenedHome) -> None:
        """What is shown, and what is typed, stays."""
        self.reopened.emit(home)
        if home.department is not None and home.department != self.tabs.department:
            self.department_changed.emit(home.department)
        if not home.is_empty:
            self.tabs.refresh()

    def fill_demo(self) -> None:
        self.welcome.wait_for_demo(True)
        self.welcome.say_trouble("")

        def filled(kinds: frozenset[Kind]) -> None:
            self.welcome.wait_for_demo(False)
            self._bus.tell(kinds)
            self.open_home()

        def failed(error: Exception) -> None:
            self.welcome.wait_for_demo(False)
            self.welcome.say_trouble(sentence_of(error))

        self._jobs.run(self._home.fill_demo, filled, failed)

    def _take(self, home: OpenedHome) -> None:
        """A page of work that was laid meanwhile stays in front."""
        self.opened.emit(home)
        front: QWidget = self.welcome if home.is_empty else self.tabs
        if self.work is None:
            self.setCurrentWidget(front)
        else:
            self._below = front
        if home.is_empty:
            self.welcome.offer_ways(not home.read_only)
        else:
            self.tabs.begin()
        if self.work is not None:
            return
        if home.is_empty:
            self.welcome.start.setFocus()
        else:
            self.tabs.page.take_focus()

    def _refuse(self, error: Exception) -> None:
        self.trouble.say(error)
        self.setCurrentWidget(self.trouble)
        self.trouble.again.setFocus()
        self.open_failed.emit(error)

    def show_tabs_below(self) -> None:
        """The work that lies over an empty home has filled it."""
        if self._below is self._welcome:
            self._below = self.tabs
            self.tabs.begin()

    @property
    def work_lets_undo(self) -> bool:
        return self.work is not None and self.work.lets_undo

    def way_back(self, left: Place) -> Place:
        """`left`, or what lies over it, where that can be shown again as it is."""
        part = self.work.way_back if self.work is not None else ""
        return replace(left, part=part) if part else left

    def begin_work(self, page: WorkPage) -> None:
        """Lay a page over what is shown. Another one that lies there stays below it, or ends."""
        before, self.work = self.work, page
        if before is None:
            self._below = self.currentWidget()
        elif before.stays_below:
            before.settle()
        page.finished.connect(self._end_front)
        page.place_asked.connect(self.place_asked)
        self.addWidget(page)
        self.setCurrentWidget(page)
        if before is not None:
            self._cover(before)
        self.work_changed.emit(True)
        page.begin()

    def _cover(self, page: WorkPage) -> None:
        page.finished.disconnect(self._end_front)
        if page.stays_below:
            self._waiting = page
            page.finished.connect(self._end_waiting)
        else:
            page.end()
            self._take_off(page)

    def end_work(self) -> None:
        """Whatever lies over the tabs, and what stays below it."""
        for page in (self._waiting, self.work):
            if page is not None:
                page.end()

    def _end_front(self) -> None:
        page, self.work, self._waiting = self.work, self._waiting, None
        if page is None:
            return
        self.setCurrentWidget(self.work or self._below or self.tabs)
        self._take_off(page)
        self.work_changed.emit(self.work is not None)
        if self.work is not None:
            self.work.finished.disconnect(self._end_waiting)
            self.work.finished.connect(self._end_front)
            self.work.come_back()
        elif self.currentWidget() is self.tabs:
            self.tabs.page.take_focus()
        elif self.currentWidget() is self._welcome:
            self._ask_home()  # the work may have filled it

    def _end_waiting(self) -> None:
        page, self._waiting = self._waiting, None
        if page is not None:
            self._take_off(page)

    def _take_off(self, page: WorkPage) -> None:
        self.removeWidget(page)
        page.deleteLater()
