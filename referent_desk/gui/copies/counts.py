"""How many sheets on the shelves of the department are out of date, for the last line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from referent_desk.domain.changes import Kind
from referent_desk.gui.jobs import Jobs, LatestAnswer

if TYPE_CHECKING:
    from referent_desk.domain.sheet_states import BinderState

_REST = 300  # milliseconds after the last change: what is seen is read first


class SheetCount(QObject):
    """`counted` tells the text for the last line, empty where nothing is to be said."""

    counted = Signal(str)

    def __init__(
        self, read_state: Callable[[str], BinderState], jobs: Jobs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._read_state = read_state
        self._answer = LatestAnswer(jobs)
        self._department_id: str | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._ask)

    def choose_department(self, department_id: str | None) -> None:
        self._department_id = department_id
        self._answer.forget()
        self.counted.emit("")
        self._rest.start()

    def take_change(self, _kinds: frozenset[Kind]) -> None:
        self._rest.start()

    def _ask(self) -> None:
        department_id = self._department_id
        if department_id is not None:
            self._answer.ask(
                lambda: self._read_state(department_id),
                self._tell,
                lambda _error: self.counted.emit(""),
            )

    def _tell(self, state: BinderState) -> None:
        from referent_desk.gui.copies.count_words import count_text  # not before the first paint

        self.counted.emit(count_text(state))
