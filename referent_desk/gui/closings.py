"""The end of a sitting: the window closes once the home is closed, and what went wrong is said."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from referent_desk.errors import DeskError
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.messages import ErrorDialog
from referent_desk.gui.status_lines import StatusLine
from referent_desk.language import _

_SAY_CLOSING_AFTER = 300  # milliseconds


class Closing(QObject):
    """The worker closes the home, with its verified copy, before the window goes."""

    def __init__(
        self, jobs: Jobs, close_home: Callable[[], None], status: StatusLine, window: QWidget
    ) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._close_home = close_home
        self._status = status
        self._window = window
        self._is_done = False
        self._trouble: Exception | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_SAY_CLOSING_AFTER)
        self._patience.timeout.connect(self._say_closing)
        jobs.ended.connect(self._close_window)

    @property
    def may_close(self) -> bool:
        return self._is_done or not self._jobs.is_running

    def begin(self) -> None:
        self._window.setEnabled(False)
        self._patience.start()
        self._jobs.end(self._close_home, self._note_trouble)

    def _say_closing(self) -> None:
        self._status.say(_("Closing: backing up…"))

    def _note_trouble(self, error: Exception) -> None:
        self._trouble = error

    def _close_window(self) -> None:
        """The home is closed. What went wrong at the last moment is still said."""
        self._is_done = True
        if isinstance(self._trouble, DeskError):
            self._window.setEnabled(True)
            dialog = ErrorDialog(self._trouble, self._window)
            dialog.finished.connect(self._window.close)
            dialog.open()
        else:
            self._window.close()
