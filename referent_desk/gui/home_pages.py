"""What fills the window: the tabs, or the first steps of an empty home, or why it will not open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from referent_desk.domain.changes import Kind
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.desk_tabs import DeskTabs
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.questions import HomeQuestions, OpenedHome
from referent_desk.gui.trouble_pages import TroublePage
from referent_desk.gui.welcome_pages import WelcomePage


class HomePages(QStackedWidget):
    opened = Signal(object)
    open_failed = Signal(object)

    def __init__(self, home: HomeQuestions, tabs: DeskTabs, bus: ChangeBus, jobs: Jobs) -> None:
        super().__init__()
        self._home = home
        self._bus = bus
        self._jobs = jobs
        self._remembered: str | None = None
        self.tabs = tabs
        self.welcome = WelcomePage()
        self.trouble = TroublePage()
        for page in (self.tabs, self.welcome, self.trouble):
            self.addWidget(page)
        self.welcome.demo_asked.connect(self.fill_demo)
        self.trouble.retried.connect(self.open_home)

    def open_home(self, remembered: str | None = None) -> None:
        """`remembered` is the department of last time; trying again keeps it."""
        self._remembered = remembered or self._remembered
        department_id = self._remembered
        self.setCurrentWidget(self.tabs)
        self._jobs.run(lambda: self._home.open_home(department_id), self._take, self._refuse)

    def reload(self) -> None:
        """Read everything again; an empty home may have been filled by a command meanwhile."""
        if self.currentWidget() is self.tabs:
            self.tabs.refresh()
        else:
            self.open_home()

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
        self.welcome.offer_demo(not home.read_only)
        self.opened.emit(home)
        if home.is_empty:
            self.setCurrentWidget(self.welcome)
            self.welcome.demo.setFocus()
        else:
            self.tabs.begin()
            self.tabs.page.take_focus()

    def _refuse(self, error: Exception) -> None:
        self.trouble.say(error)
        self.setCurrentWidget(self.trouble)
        self.trouble.again.setFocus()
        self.open_failed.emit(error)
