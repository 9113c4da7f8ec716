"""The window: puts the parts together and passes on what one says to the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.changes import Kind
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.values import dataclass
from referent_desk.errors import DeskError
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.chosen_names import ChosenName
from referent_desk.gui.closings import Closing
from referent_desk.gui.copies.counts import SheetCount
from referent_desk.gui.department_choosers import choice_text
from referent_desk.gui.desk_tabs import DeskTabs
from referent_desk.gui.help.screens import ScreenHelp
from referent_desk.gui.home_pages import HomePages
from referent_desk.gui.home_states import HomeState
from referent_desk.gui.idle_rendering import IdleRendering
from referent_desk.gui.import_entries import ImportEntry
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.messages import ErrorDialog
from referent_desk.gui.next_steps import NextSteps
from referent_desk.gui.notices import NoticeStrip
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.print_entries import PrintEntry
from referent_desk.gui.questions import FileQuestions, OpenedHome, Questions
from referent_desk.gui.saving import Saver
from referent_desk.gui.settings import WindowSettings
from referent_desk.gui.share_lines import ShareLine, hear_journal_key
from referent_desk.gui.signers import Signer
from referent_desk.gui.status_lines import StatusLine
from referent_desk.gui.themes import ThemeChoice
from referent_desk.gui.top_bars import TopBar
from referent_desk.gui.undo_actions import UndoActions
from referent_desk.gui.walks import Walk
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.binders.print_dialogs import PrintDialog

_SIZE = QSize(1366, 768)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the window is given besides its questions."""

    root: Path
    warnings: tuple[str, ...]
    files: FileQuestions
    wear_theme: Callable[[ThemeChoice], None]


class MainWindow(QWidget):
    painted = Signal()

    def __init__(
        self, questions: Questions, around: Surroundings, settings: WindowSettings, jobs: Jobs
    ) -> None:
        super().__init__()
        self.setWindowTitle(_("Referent Desk"))
        self._take_room()
        self._around = around
        self._settings = settings
        self._jobs = jobs
        self._was_painted = False
        self.bus = ChangeBus(self)
        self.saver = Saver(jobs, self.bus, self)
        self.undoing = UndoActions(questions.records, self.saver, self)
        self.name = ChosenName(questions.lists.read_department, self.bus, jobs, self)
        self.name.renamed.connect(self._rename_department)
        self.top = TopBar(questions.lists.list_choices, questions.finding, jobs)
        self.notices = NoticeStrip()
        signer = Signer(settings.signer, lambda name: setattr(settings, "signer", name))
        self.tabs = DeskTabs(questions, self.saver, jobs, signer, around.files)
        self.pages = HomePages(questions.home, self.tabs, self.bus, jobs)
        self.steps = NextSteps(questions.first_steps, self.tabs, self.pages, self)
        self.imports = ImportEntry(questions, self.saver, jobs, settings, self.pages, self)
        self.status = StatusLine(around.root)
        self.shares = ShareLine(questions.help_given, jobs)
        self.walk = Walk(self.tabs, self.pages, self.status, self)
        self.closing = Closing(jobs, questions.home.close_home, self.status, self)
        self.state = HomeState(self.pages, self.notices, self.status, self.saver, around.warnings)
        self.sheets = SheetCount(questions.copies.states.read_state, jobs, self)
        self.rendering = IdleRendering(questions.binders.render, jobs, self)
        self.help = ScreenHelp(self.pages, questions.help, around.files, jobs)
        self.printing = PrintEntry(questions, around.files, jobs, self.saver, self.help, self)
        self._lay_out()
        self._connect()
        self._restore()

    def _take_room(self) -> None:
        """The whole of a small screen; a ward PC at 125 % has room for 1093 × 614 pixels."""
        room = self.screen().availableSize()
        self.resize(_SIZE.boundedTo(room))
        if room.width() <= _SIZE.width() or room.height() <= _SIZE.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.top, self.notices, self.help.side, self.shares, self.status):
            layout.addWidget(part, int(part is self.help.side))

    def _connect(self) -> None:
        self.top.chooser.chosen.connect(self.choose_department)
        self.top.finder.place_followed.connect(self.follow)
        self.top.finder.binder_asked.connect(self._show_binder)
        self.top.print_asked.connect(self.print_binder)
        self.top.theme_chosen.connect(self._choose_theme)
        self.top.reload_asked.connect(self.pages.reload)
        self.top.filter_asked.connect(lambda: self.tabs.page.focus_filter())  # noqa: PLW0108
        self.top.back_asked.connect(self.go_back)
        self.walk.return_changed.connect(self.top.let_go_back)
        self.walk.department_wanted.connect(self.choose_department)
        self.top.help_asked.connect(self.help.toggle)
        self.addActions([self.top.help, self.top.again])  # heard while the bar is out of use, too
        self.tabs.place_followed.connect(self.follow)
        self.tabs.department_chosen.connect(self.choose_department)
        self.tabs.place_left.connect(self.walk.leave)
        self.tabs.starters.taken.connect(lambda kinds, _count: self.bus.tell(kinds))
        self.tabs.currentChanged.connect(lambda _number: self._show_where())
        self.tabs.work_begun.connect(self.pages.begin_work)
        self.tabs.print_asked.connect(self.print_binder)
        self.tabs.paper_asked.connect(lambda job: self.printing.begin(self.tabs.department, job))
        self.printing.printed.connect(lambda: self.bus.tell(frozenset({Kind.BINDERS})))
        self._connect_steps()
        self.saver.ability_changed.connect(self.top.department.setEnabled)
        self.top.offer_import(self.imports.action)
        self.imports.begun_found.connect(self.notices.add)
        self.imports.department_chosen.connect(self.choose_department)
        self.pages.opened.connect(self._show_home)
        self.pages.reopened.connect(self.state.show_home)
        self.pages.department_changed.connect(self.choose_department)
        self.pages.work_changed.connect(self._take_work)
        self.undoing.refused.connect(self.show_error)
        self.undoing.changed.connect(lambda: self.status.undo.say(self.undoing.button_text))
        self.status.undo.clicked.connect(lambda _on: self.undoing.undo.trigger())
        self.top.offer_undo(self.undoing.undo, self.undoing.redo)
        self.undoing.told.connect(self.status.show_saved)
        self.bus.changed.connect(self.tabs.take_change)
        self.bus.changed.connect(self.sheets.take_change)
        self.bus.changed.connect(self.rendering.take_change)
        self.bus.changed.connect(self.shares.take_change)
        hear_journal_key(self, self.follow)
        self.sheets.counted.connect(self.status.show_sheets)
        self.status.sheets.clicked.connect(lambda _on: self.follow(Place(TabName.BINDERS)))
        self._jobs.busy_changed.connect(self.status.show_busy)
        self._jobs.failed.connect(self.show_error)

    def _connect_steps(self) -> None:
        self.top.department_asked.connect(self.steps.begin_first_steps)
        self.steps.department_made.connect(self.choose_department)
        self.steps.place_asked.connect(self.follow)
        self.steps.choose_asked.connect(self.top.chooser.click)
        self.steps.print_asked.connect(self.print_binder)
        self.steps.import_asked.connect(self.imports.begin)
        self.steps.file_asked.connect(self.imports.choose_file)
        self.pages.place_asked.connect(self.follow)

    def _restore(self) -> None:
        self.restoreGeometry(self._settings.geometry)
        self.tabs.show_page(self._settings.tab)
        self.top.show_theme(self._settings.theme)
        self.walk.forget()

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.status.come_last()
        return super().focusNextPrevChild(forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def open_home(self) -> None:
        """Asked once the window has been seen; tabs and keys answer meanwhile."""
        self.pages.open_home(self._settings.department_id)

    def _show_home(self, home: OpenedHome) -> None:
        self.state.show_home(home)
        self.top.finder.setEnabled(True)
        self.choose_department(home.department)
        if home.is_empty:
            self.status.show_place("")
        self.walk.forget()

    def choose_department(self, choice: DepartmentChoice | None) -> None:
        if choice is not None and choice != self.tabs.department:
            self.walk.leave(self.tabs.place())
        self.top.chooser.show_choice(choice)
        self.top.let_print(choice is not None)
        self.top.finder.department_id = choice.id if choice is not None else None
        self.tabs.choose_department(choice)
        self.name.choose_department(choice)
        self.sheets.choose_department(choice.id if choice is not None else None)
        self.rendering.choose_department(choice.id if choice is not None else None)
        self.shares.choose_department(choice.id if choice is not None else None)
        self._settings.department_id = choice.id if choice is not None else None
        self._show_where()

    def _rename_department(self, choice: DepartmentChoice) -> None:
        self.top.chooser.show_choice(choice)
        self.tabs.department = choice
        self.walk.rename(choice)
        self._show_where()

    def follow(self, place: Place) -> None:
        self.walk.follow(place)

    def go_back(self) -> None:
        self.walk.go_back()

    def _take_work(self, begun: bool) -> None:
        """While a page lies over the tabs, only what concerns it can be done."""
        self.top.let_leave(not begun)
        self.undoing.let_undo(not begun or self.pages.work_lets_undo)
        if not begun:
            self.walk.return_from_work()

    def _show_where(self) -> None:
        title = self.tabs.page.title
        self.shares.show_screen(self.tabs.page.name)
        choice = self.tabs.department
        where = _("{tab} · {department}")
        self.status.show_place(
            title if choice is None else where.format(tab=title, department=choice_text(choice))
        )

    def _show_binder(self, choice: DepartmentChoice | None) -> None:
        if choice is not None and choice != self.tabs.department:
            self.choose_department(choice)
        self.print_binder()

    def print_binder(self) -> None:
        self.printing.begin(self.tabs.department)

    @property
    def dialog(self) -> PrintDialog | None:
        return self.printing.dialog

    def show_error(self, error: DeskError) -> None:
        ErrorDialog(error, self).open()

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._settings.theme = choice
        self._around.wear_theme(choice)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.closing.may_close:
            self._settings.geometry = self.saveGeometry()
            self._settings.tab = self.tabs.page.name
            self._settings.save()
            event.accept()
            return
        event.ignore()
        if self.isEnabled():
            self.tabs.settle()
            if self.pages.work is not None:
                self.pages.work.settle()
            self.closing.begin()
