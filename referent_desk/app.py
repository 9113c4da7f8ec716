"""The window's start: painted first, the home opened afterwards on the worker.

What the window may ask comes from `wiring`, which imports use cases when they are first asked: the
database's library takes as long to import as the whole window takes to be painted.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from referent_desk.clock import Clock, SystemClock
from referent_desk.errors import DeskError
from referent_desk.gui.application import ThemeSwitch, log_qt_messages, make_application
from referent_desk.gui.garbage import GarbageTimer
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.main_window import MainWindow, Surroundings
from referent_desk.gui.messages import BugReports
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.settings import WindowSettings
from referent_desk.home import Home, place_warnings, warning_text
from referent_desk.language import _, speak
from referent_desk.log import catch_bugs
from referent_desk.wiring.questions import questions_of

if TYPE_CHECKING:
    from referent_desk.gui.lost_runs import LostRun
    from referent_desk.storage.run_marks import RunMark


class PdfAsking:
    """Asks where a PDF or a list is to be saved, in the folder used last or among the documents."""

    def __init__(self, settings: WindowSettings) -> None:
        self._settings = settings

    def __call__(self, parent: QWidget, suggested: Path) -> Path | None:
        """Of the path only the name is suggested: each reader has folders of his own."""
        from PySide6.QtWidgets import QFileDialog

        from referent_desk.gui.file_dialogs import beginning, make_file_dialog

        folder = beginning(self._settings.pdf_folder)
        ending, title, kind = ".pdf", _("Save the PDF"), _("PDF files (*.pdf)")
        if suggested.suffix == ".xlsx":
            ending, title, kind = ".xlsx", _("Save the list"), _("Excel workbooks (*.xlsx)")
        elif suggested.suffix == ".ics":
            ending, title, kind = ".ics", _("Save the calendar"), _("Calendars (*.ics)")
        dialog = make_file_dialog(parent, title, folder, (kind,))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(suggested.name)
        if not dialog.exec():
            return None
        path = Path(dialog.selectedFiles()[0])
        self._settings.pdf_folder = str(path.parent)
        is_named = path.suffix.casefold() == ending
        return path if is_named else path.with_name(f"{path.name}{ending}")


def open_file(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class MarkedRun:
    """This run of the program, so that the next one can tell if it did not end by itself."""

    def __init__(self, home: Home, clock: Clock) -> None:
        self._home = home
        self._clock = clock
        self._mark: RunMark | None = None

    def begin(self) -> LostRun | None:
        """On the worker, once the window was seen; what the run before left to tell."""
        from referent_desk.storage.run_marks import RunMark

        self._mark = RunMark(self._home.logs)
        return self._mark.begin(self._clock.now())

    def end(self) -> None:
        if self._mark is not None:
            self._mark.end()


def tell_lost(lost: LostRun | None, window: MainWindow) -> None:
    if lost is not None:
        from referent_desk.gui.lost_runs import LostRunNotice

        window.notices.add(LostRunNotice(lost))


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
        FileQuestions(PdfAsking(settings), open_file),
        switch.choose,
    )
    watch = clock or SystemClock()
    window = MainWindow(questions_of(home, watch), around, settings, jobs)
    marked = MarkedRun(home, watch)
    garbage = GarbageTimer(application)
    reports = BugReports(window)
    catch_bugs(reports.take)
    jobs.bug_met.connect(reports.take)

    def begin() -> None:
        if after_paint is not None:
            after_paint()
        jobs.start()
        window.open_home()
        jobs.run(marked.begin, lambda lost: tell_lost(lost, window))

    window.painted.connect(begin)
    refused = close_once_opened(window) if quit_after_paint else []
    window.show()
    application.exec()
    jobs.wait()
    marked.end()
    garbage.stop()
    return _exit_code(refused)


def close_once_opened(window: MainWindow) -> list[Exception]:
    """For tests of an installed program: it ends as soon as the home is open, or was refused."""
    refused: list[Exception] = []
    window.pages.opened.connect(lambda _home: QTimer.singleShot(0, window.close))
    window.pages.open_failed.connect(refused.append)
    window.pages.open_failed.connect(lambda _error: QTimer.singleShot(0, window.close))
    return refused


def _exit_code(refused: list[Exception]) -> int:
    if not refused:
        return 0
    return refused[0].exit_code if isinstance(refused[0], DeskError) else 70
