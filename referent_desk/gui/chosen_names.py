"""The department that is chosen may be given another name: it is read again then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.changes import Kind
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.jobs import Jobs, LatestAnswer

if TYPE_CHECKING:
    from referent_desk.domain.departments import DepartmentChoice, DepartmentDetail


class ChosenName(QObject):
    """`renamed` carries the choice of the same department, as it is named now."""

    renamed = Signal(object)

    def __init__(
        self,
        read: Callable[[str], DepartmentDetail],
        bus: ChangeBus,
        jobs: Jobs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._answer = LatestAnswer(jobs)
        self._choice: DepartmentChoice | None = None
        bus.changed.connect(self.take_change)

    def choose_department(self, choice: DepartmentChoice | None) -> None:
        self._answer.forget()
        self._choice = choice

    def take_change(self, kinds: frozenset[Kind]) -> None:
        if self._choice is not None and Kind.DEPARTMENTS in kinds:
            department_id = self._choice.id
            self._answer.ask(lambda: self._read(department_id), self._take, self._keep)

    def _take(self, detail: DepartmentDetail) -> None:
        if detail.choice != self._choice:
            self._choice = detail.choice
            self.renamed.emit(detail.choice)

    def _keep(self, _error: Exception) -> None:
        """A department that is no more keeps its name until another one is chosen."""
