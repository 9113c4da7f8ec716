"""While nobody asks for anything, the binder of the chosen department is laid out beforehand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from referent_desk.domain.changes import Kind
from referent_desk.gui.jobs import Jobs, Progress

QUIET = 20_000  # milliseconds without a change


class IdleRendering(QObject):
    """Begins when it was quiet for a while, gives way to every job, and then begins anew."""

    def __init__(
        self,
        render: Callable[[str, Progress], int],
        jobs: Jobs,
        parent: QObject,
        quiet: int = QUIET,
    ) -> None:
        super().__init__(parent)
        self._render = render
        self._jobs = jobs
        self._department_id: str | None = None
        self._is_due = False
        self._is_running = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(quiet)
        self._rest.timeout.connect(self._begin)

    def choose_department(self, department_id: str | None) -> None:
        self._department_id = department_id
        self._wait()

    def take_change(self, _kinds: frozenset[Kind]) -> None:
        self._wait()

    def _wait(self) -> None:
        self._is_due = True
        self._rest.start()

    def _begin(self) -> None:
        department_id = self._department_id
        if department_id is None or not self._is_due:
            return
        if self._is_running or not self._jobs.is_idle:
            self._rest.start()
            return
        self._is_due, self._is_running = False, True
        self._jobs.run_idle(lambda progress: self._render(department_id, progress), self._end)

    def _end(self, gave_way: bool) -> None:
        """What something else was asked over is taken up again when it is quiet."""
        self._is_running = False
        if gave_way:
            self._wait()
