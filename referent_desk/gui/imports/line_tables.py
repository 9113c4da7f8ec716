"""The lines of a file as a list: narrowed by outcome and by text, walked by keys."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from referent_desk.domain.imports.guides import GuideLine
from referent_desk.domain.imports.reports import Outcome
from referent_desk.domain.texts import folded
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.imports.understood_words import reason_of
from referent_desk.gui.imports.words import outcome_state
from referent_desk.gui.questions_imports import ImportWords
from referent_desk.gui.row_tables import RowTable
from referent_desk.gui.rows_model import ColumnsModel, Role
from referent_desk.language import _

_MIDDLE = Qt.TextElideMode.ElideMiddle  # paths begin alike
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)
_ALL = 1_000_000
_FAR: Mapping[int, int] = {
    Qt.Key.Key_Home: -_ALL,
    Qt.Key.Key_End: _ALL,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}
"""How many rows further a key with Shift chooses."""
_AZERTY_ROW = "à&é\"'(-è_ç"
"""What the keys from 0 to 9 write without Shift on a French keyboard."""


class GuideLinesModel(ColumnsModel):
    """All lines are there; what is said of one is made when it is painted."""

    def __init__(self, words: ImportWords, parent: QObject | None = None) -> None:
        columns = (
            Column(_("No."), lambda line: str(line.row), least=64, share=0, is_number=True),
            Column(_("Line"), lambda line: str(line.title), least=180, share=3, elide=_MIDDLE),
            state_column(_("Outcome"), outcome_state, least=120),
            Column(_("Reason"), lambda line: reason_of(line, words), least=160, share=4, yields=1),
        )
        super().__init__(columns, parent)
        self._all: tuple[GuideLine, ...] = ()
        self._searched: dict[int, str] = {}
        self.outcome: Outcome | None = None
        self.text = ""

    def show_lines(self, lines: tuple[GuideLine, ...]) -> None:
        """The same lines with other outcomes, or those of another table."""
        if [line.row for line in lines] != [line.row for line in self._all]:
            self._searched = {}
        self._all = lines
        self._fill()

    def narrow(self, outcome: Outcome | None, text: str) -> None:
        self.outcome, self.text = outcome, folded(text)
        self._fill()

    def _fill(self) -> None:
        fitting = [line for line in self._all if self._fits(line)]
        same = len(fitting) == len(self._rows) and bool(fitting)
        if same and all(a.row == b.row for a, b in zip(fitting, self._rows, strict=True)):
            self._rows = fitting
            self.dataChanged.emit(self.index(0, 0), self.index(len(fitting) - 1, 3))
            return
        self.beginResetModel()
        self._rows = fitting
        self.endResetModel()

    def _fits(self, line: GuideLine) -> bool:
        if self.outcome is not None and line.outcome is not self.outcome:
            return False
        return not self.text or self.text in self._text_of(line)

    def _text_of(self, line: GuideLine) -> str:
        if line.row not in self._searched:
            self._searched[line.row] = folded(" ".join(line.cells))
        return self._searched[line.row]

    @property
    def matching(self) -> int:
        return len(self._rows)

    def place_of(self, row: int) -> int | None:
        return self.find(lambda line: bool(line.row == row))

    def next_question(self, after: int) -> int | None:
        """The place of the next line with an open question, beginning again at the top."""
        count = len(self._rows)
        for step in range(1, count + 1):
            place = (after + step) % count
            if any(asked.reply is None for asked in self._rows[place].report.asked):
                return place
        return None


def _answer_of(event: QKeyEvent) -> int | None:
    """The digit. A French keyboard has them on the shifted keys: both halves answer."""
    free = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    if event.modifiers() & ~free:
        return None
    if event.key() in _DIGITS:
        return event.key() - Qt.Key.Key_0
    text = event.text()
    return _AZERTY_ROW.index(text) if len(text) == 1 and text in _AZERTY_ROW else None


class LineTable(RowTable):
    """Digits answer the question of the line, Space leaves or takes it, N leads to the next.

    Several lines are chosen as everywhere, to be left out at once: `counted` tells how many.
    """

    answered = Signal(int)
    counted = Signal(int)
    left = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Lines of the file"), parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleDescription(
            _(
                "0 answers “another one” or “leave out”, 1 to 9 choose an answer, Space leaves the "
                "chosen lines out, N goes to the next question."
            )
        )

    def chosen_lines(self) -> tuple[GuideLine, ...]:
        return tuple(index.data(Role.ROW) for index in self.selectionModel().selectedRows())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.counted.emit(len(self.selectionModel().selectedRows()))

    def _choose_as_far_as(self, number: int) -> None:
        """From the other end of those that are chosen: Qt knows none of what it did not choose by a
        key or the mouse itself."""
        model, chosen, flag = self.model(), self.selectionModel(), QItemSelectionModel.SelectionFlag
        here, rows = self.currentIndex().row(), [i.row() for i in chosen.selectedRows()]
        begin = {max(rows): min(rows), min(rows): max(rows)}.get(here, here) if rows else here
        to = model.index(min(max(number, 0), model.rowCount() - 1), 0)
        block = QItemSelection(model.index(begin, 0), to)
        chosen.select(block, flag.ClearAndSelect | flag.Rows)
        chosen.setCurrentIndex(to, flag.NoUpdate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        answer = _answer_of(event)
        if answer is not None:
            self.answered.emit(answer)
        elif plain and event.key() == Qt.Key.Key_Space:
            self.left.emit()
        elif plain and event.key() == Qt.Key.Key_N:
            self.next_asked.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in _FAR:
            self._choose_as_far_as(self.currentIndex().row() + _FAR[event.key()])
        else:
            super().keyPressEvent(event)
