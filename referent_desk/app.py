"""The window's start: painted first, the home opened afterwards on the worker.

The only file of the window that knows use cases; they are imported when they are first asked,
because the database's library takes as long to import as the whole window takes to be painted.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from referent_desk.clock import Clock, SystemClock
from referent_desk.domain.changes import Kind
from referent_desk.domain.departments import DepartmentChoice, DepartmentDetail, DepartmentRow
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.people import AppointmentRow, PersonDetail
from referent_desk.domain.procedures import ProcedureDetail, ProcedureRow
from referent_desk.domain.software import SoftwareDetail, SoftwareRow
from referent_desk.errors import DeskError, NotFound
from referent_desk.gui.application import ThemeSwitch, log_qt_messages, make_application
from referent_desk.gui.garbage import GarbageTimer
from referent_desk.gui.jobs import Jobs, Progress
from referent_desk.gui.main_window import MainWindow, Surroundings
from referent_desk.gui.messages import BugReports
from referent_desk.gui.questions import (
    BinderQuestions,
    FileQuestions,
    HomeQuestions,
    ListQuestions,
    OpenedHome,
    PageImage,
    PreviewedBinder,
    PrintedFile,
    Questions,
    StarterOffer,
    StarterQuestions,
)
from referent_desk.gui.settings import WindowSettings
from referent_desk.home import Home, place_warnings, warning_text
from referent_desk.language import _, speak
from referent_desk.log import catch_bugs

if TYPE_CHECKING:
    from referent_desk.usecases.desks import Desk


class WorkerDesk:
    """The open home as the worker holds it; every method runs on that thread alone."""

    def __init__(self, home: Home, clock: Clock) -> None:
        self._home = home
        self._clock = clock
        self._desk: Desk | None = None

    @property
    def desk(self) -> Desk:
        assert self._desk is not None, "asked before the home was opened"
        return self._desk

    def open_home(self, remembered: str | None) -> OpenedHome:
        from referent_desk.usecases.departments import list_departments
        from referent_desk.usecases.desks import open_desk
        from referent_desk.usecases.software import list_software

        if self._desk is None:
            self._desk = open_desk(self._home, self._clock)
        one = Listing(limit=1)
        known = list_departments(self.desk, one).total + list_software(self.desk, one).total
        return OpenedHome(
            read_only=self.desk.read_only,
            notices=self.desk.notices,
            is_empty=known == 0,
            department=self._department(remembered or self._showcase()),
        )

    def _showcase(self) -> str | None:
        """Where the demo hospital is first seen: in the ward that shows most."""
        from referent_desk.usecases.demo import showcase_department

        return showcase_department(self.desk) if self.desk.demo else None

    def _department(self, wanted: str | None) -> DepartmentChoice | None:
        """The one of last time while it exists, else the first."""
        if wanted is not None:
            try:
                return self.read_department(wanted).choice
            except NotFound:
                pass
        return next(iter(self.list_choices(Listing(limit=1)).rows), None)

    def close_home(self) -> None:
        if self._desk is not None:
            trouble = self._desk.close()
            self._desk = None
            if trouble is not None:
                raise trouble

    def fill_demo(self) -> frozenset[Kind]:
        from referent_desk.usecases.demo import fill_demo

        return fill_demo(self.desk)

    def list_departments(self, listing: Listing) -> Page[DepartmentRow]:
        from referent_desk.usecases.departments import list_departments

        return list_departments(self.desk, listing)

    def list_choices(self, listing: Listing) -> Page[DepartmentChoice]:
        from referent_desk.usecases.departments import list_choices

        return list_choices(self.desk, listing)

    def read_department(self, department_id: str) -> DepartmentDetail:
        from referent_desk.usecases.departments import department_detail

        return department_detail(self.desk, department_id)

    def list_software(self, listing: Listing) -> Page[SoftwareRow]:
        from referent_desk.usecases.software import list_software

        return list_software(self.desk, listing)

    def read_software(self, software_id: str) -> SoftwareDetail:
        from referent_desk.usecases.software import software_detail

        return software_detail(self.desk, software_id)

    def list_appointments(self, listing: Listing) -> Page[AppointmentRow]:
        from referent_desk.usecases.people import list_appointments

        return list_appointments(self.desk, listing)

    def read_person(self, person_id: str) -> PersonDetail:
        from referent_desk.usecases.people import person_detail

        return person_detail(self.desk, person_id)

    def list_procedures(self, listing: Listing) -> Page[ProcedureRow]:
        from referent_desk.usecases.procedures import list_procedures

        return list_procedures(self.desk, listing)

    def read_procedure(
        self, department_id: str, function_id: str, software_id: str | None
    ) -> ProcedureDetail:
        from referent_desk.usecases.procedures import procedure_detail

        return procedure_detail(self.desk, department_id, function_id, software_id)

    def offer_starters(self) -> StarterOffer:
        from referent_desk.usecases.starters import offer_starter_procedures

        return offer_starter_procedures(self.desk, self.desk.language)

    def adopt_starters(self) -> frozenset[Kind]:
        from referent_desk.usecases.starters import adopt_starter_procedures

        changed, _count = adopt_starter_procedures(self.desk, self.desk.language)
        return changed

    def preview(
        self, department_id: str, copy_number: int | None, one_sided: bool, progress: Progress
    ) -> PreviewedBinder:
        from referent_desk.usecases.binders import preview_binder

        return preview_binder(
            self.desk,
            department_id,
            copy_number=copy_number,
            one_sided=one_sided,
            progress=progress,
        )

    def write(
        self,
        department_id: str,
        path: Path,
        copy_number: int | None,
        one_sided: bool,
        progress: Progress,
    ) -> PrintedFile:
        from referent_desk.usecases.binders import print_binder

        return print_binder(
            self.desk,
            department_id,
            path,
            copy_number=copy_number,
            one_sided=one_sided,
            progress=progress,
        )

    def suggest_path(self, department_id: str) -> Path:
        from referent_desk.usecases.binders import suggested_path

        return suggested_path(self.desk, department_id)

    def questions(self) -> Questions:
        return Questions(
            HomeQuestions(self.open_home, self.close_home, self.fill_demo),
            ListQuestions(
                list_departments=self.list_departments,
                list_choices=self.list_choices,
                read_department=self.read_department,
                list_software=self.list_software,
                read_software=self.read_software,
                list_appointments=self.list_appointments,
                read_person=self.read_person,
                list_procedures=self.list_procedures,
                read_procedure=self.read_procedure,
            ),
            StarterQuestions(self.offer_starters, self.adopt_starters),
            BinderQuestions(self.preview, self.write, self.suggest_path, draw_page),
        )


def draw_page(pdf: bytes, page: int, width: int, height: int) -> PageImage:
    from referent_desk.paper.rasters import page_image

    return page_image(pdf, page, width, height)


def ask_path(parent: QWidget, suggested: Path) -> Path | None:
    """Qt's own dialog, where the desktop has none, says two of its words in English only."""
    dialog = QFileDialog(parent, _("Save the binder"), str(suggested), _("PDF files (*.pdf)"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("Kind:"))
    dialog.selectFile(str(suggested))
    if not dialog.exec():
        return None
    path = Path(dialog.selectedFiles()[0])
    return path if path.suffix.casefold() == ".pdf" else path.with_name(f"{path.name}.pdf")


def open_file(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def run_window(
    home: Home,
    language_code: str,
    *,
    clock: Clock | None = None,
    quit_after_paint: bool = False,
    after_paint: Callable[[], None] | None = None,
) -> int:
    """Show the window until it is closed; returns the exit code of the program.

    `quit_after_paint` closes it once it has been painted and the home has been opened, for tests
    of an installed program; `after_paint` is called in between.
    """
    speak(language_code)
    application = make_application(language_code)
    log_qt_messages()
    settings = WindowSettings(home.root)
    switch = ThemeSwitch(application, settings.theme)
    jobs = Jobs()
    around = Surroundings(
        home.root,
        tuple(warning_text(code) for code in place_warnings(home.root)),
        FileQuestions(ask_path, open_file),
        switch.choose,
    )
    worker_desk = WorkerDesk(home, clock or SystemClock())
    window = MainWindow(worker_desk.questions(), around, settings, jobs)
    garbage = GarbageTimer(application)
    reports = BugReports(window)
    catch_bugs(reports.take)
    jobs.bug_met.connect(reports.take)
    refused: list[Exception] = []

    def begin() -> None:
        if after_paint is not None:
            after_paint()
        jobs.start()
        window.open_home()

    window.painted.connect(begin)
    if quit_after_paint:
        window.pages.opened.connect(lambda _home: QTimer.singleShot(0, window.close))
        window.pages.open_failed.connect(refused.append)
        window.pages.open_failed.connect(lambda _error: QTimer.singleShot(0, window.close))
    window.show()
    application.exec()
    jobs.wait()
    garbage.stop()
    return _exit_code(refused)


def _exit_code(refused: list[Exception]) -> int:
    if not refused:
        return 0
    return refused[0].exit_code if isinstance(refused[0], DeskError) else 70
