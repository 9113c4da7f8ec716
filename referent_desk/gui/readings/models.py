"""The grid of reading and practice as the view sees it: what is recorded, and what is typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from referent_desk.domain.acknowledgements import (
    NOTHING,
    Cell,
    Known,
    Level,
    Mark,
    Reader,
    Register,
    has_gap,
)
from referent_desk.gui.labels import shortened, tooltip
from referent_desk.gui.readings.words import cell_tip, cell_word, column_title, reader_title
from referent_desk.gui.rows_model import Index

CELL = Qt.ItemDataRole.UserRole
IS_TYPED = Qt.ItemDataRole.UserRole + 1
_CYCLE: Mapping[Known, Level | None] = {
    Known.NOTHING: Level.READ,
    Known.EARLIER: Level.READ,
    Known.READ: Level.PRACTISED,
    Known.PRACTISED: None,
}
_SEPARATOR = "\t"
_LONGEST_TITLE = 34
"""Letters of a line's name that have room before it."""
_LONG_AGO = date.min
_NOT_TYPED = ""


class ReadingModel(QAbstractTableModel):
    """`typed` are the marks that are not saved, by reader and revision; None takes one away."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.register = Register("", "", today=_LONG_AGO)
        self.readers: tuple[Reader, ...] = ()
        self.cells: Mapping[tuple[str, str], Cell] = {}
        self.typed: dict[tuple[str, str], Level | None] = {}
        self._past: list[dict[tuple[str, str], Level | None]] = []
        self._added: dict[str, Reader] = {}

    def show_register(self, register: Register) -> None:
        """What is typed stays, where its line and its text are still there."""
        self.beginResetModel()
        self.register = register
        self.cells = register.cells()
        revisions = {one.revision_id for one in register.taught}
        self.typed = {key: level for key, level in self.typed.items() if key[1] in revisions}
        self._settle_readers()
        self.typed = {key: level for key, level in self.typed.items() if self._differs(*key)}
        self._past.clear()
        self.endResetModel()

    def add_readers(self, readers: Iterable[Reader]) -> int:
        """Lines for those who have none; the number of the first of them all, -1 for none."""
        wanted = tuple(readers)
        known = {reader.key for reader in self.readers}
        new = [reader for reader in wanted if reader.key not in known]
        if new:
            self.beginResetModel()
            self._added.update((reader.key, reader) for reader in new)
            self._settle_readers()
            self.endResetModel()
        keys = [reader.key for reader in self.readers]
        return min((keys.index(reader.key) for reader in wanted), default=-1)

    def _settle_readers(self) -> None:
        known = {reader.key for reader in self.register.readers}
        self._added = {key: one for key, one in self._added.items() if key not in known}
        self.readers = (*self.register.readers, *self._added.values())

    def clear(self) -> None:
        self.beginResetModel()
        self.forget_typed()
        self._added.clear()
        self._settle_readers()
        self.endResetModel()

    def forget_typed(self) -> None:
        self.typed.clear()
        self._past.clear()

    def marks(self) -> tuple[Mark, ...]:
        """What is typed, line by line."""
        lines = {reader.key: reader for reader in self.readers}
        return tuple(
            Mark(revision_id, lines[key].name, lines[key].person_id, level)
            for (key, revision_id), level in self.typed.items()
            if key in lines
        )

    def known_at(self, row: int, column: int) -> Known:
        """With what is typed."""
        reader, taught = self.readers[row], self.register.taught[column]
        key = reader.key, taught.revision_id
        if key in self.typed:
            level = self.typed[key]
            return Known(level) if level is not None else Known.NOTHING
        return self.cells.get((reader.key, taught.procedure_id), NOTHING).known

    def cycle(self, row: int, column: int) -> None:
        self.put(row, column, _CYCLE[self.known_at(row, column)])

    def put(self, row: int, column: int, level: Level | None) -> None:
        self.put_rows((row,), column, level)

    def put_rows(self, rows: Sequence[int], column: int, level: Level | None) -> None:
        """In all these lines; taken back together."""
        before = dict(self.typed)
        for row in rows:
            self._put(row, column, level)
        if self.typed != before:
            self._past.append(before)

    @property
    def can_take_back(self) -> bool:
        return bool(self._past)

    def take_back(self) -> tuple[int, int]:
        """What was typed last, as long as it is not saved; the first place that it changed."""
        before = self._past.pop()
        changed = [
            key
            for key in {**self.typed, **before}
            if self.typed.get(key, _NOT_TYPED) != before.get(key, _NOT_TYPED)
        ]
        self.beginResetModel()
        self.typed = before
        self.endResetModel()
        self.edited.emit()
        readers = [reader.key for reader in self.readers]
        revisions = [taught.revision_id for taught in self.register.taught]
        places = ((readers.index(key), revisions.index(code)) for key, code in changed)
        return min(places, default=(0, 0))

    def place_of(self, about: str) -> tuple[int, int]:
        """The line of a person, or the column of a revision at the first who lacks it."""
        taught = [one.revision_id for one in self.register.taught]
        if about in taught:
            column = taught.index(about)
            lacking = (
                row
                for row in range(len(self.readers))
                if not self.known_at(row, column).is_of_today
            )
            return next(lacking, 0), column
        rows = (row for row, reader in enumerate(self.readers) if reader.person_id == about)
        return (next(rows, 0) if about else 0), 0

    def _put(self, row: int, column: int, level: Level | None) -> None:
        key = self.readers[row].key, self.register.taught[column].revision_id
        self.typed[key] = level
        if not self._differs(*key):
            del self.typed[key]
        index = self.index(row, column)
        self.dataChanged.emit(index, index)
        self.edited.emit()

    def _differs(self, reader_key: str, revision_id: str) -> bool:
        taught = next(t for t in self.register.taught if t.revision_id == revision_id)
        known = self.cells.get((reader_key, taught.procedure_id), NOTHING).known
        level = self.typed[reader_key, revision_id]
        return level is not (Level(known) if known.is_of_today else None)

    def lacks(self, row: int) -> bool:
        """Saved or not: a line that is being typed does not jump away."""
        return has_gap(self.register, self.cells, self.readers[row])

    def kept(self) -> dict[str, str]:
        """What is typed, for somebody who comes back after a bad end."""
        lines = {reader.key: reader for reader in self.readers}
        return {
            _SEPARATOR.join((revision_id, lines[key].person_id or "", lines[key].name)): str(
                level or ""
            )
            for (key, revision_id), level in self.typed.items()
            if key in lines
        }

    def bring_back(self, kept: Mapping[str, str]) -> bool:
        """Whether anything of it still concerns what is shown."""
        revisions = {one.revision_id for one in self.register.taught}
        found = []
        for key, level in kept.items():
            revision_id, person_id, name = (*key.split(_SEPARATOR), "", "")[:3]
            if revision_id in revisions and name:
                found.append((Reader(name, person_id or None), revision_id, level))
        self.add_readers(reader for reader, _revision, _level in found)
        keys = [reader.key for reader in self.readers]
        columns = [one.revision_id for one in self.register.taught]
        for reader, revision_id, level in found:
            place = keys.index(reader.key), columns.index(revision_id)
            self.put(*place, Level(level) if level else None)
        return bool(self.typed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.readers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.register.taught)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.readers):
            return None
        row, column = index.row(), index.column()
        known = self.known_at(row, column)
        reader, taught = self.readers[row], self.register.taught[column]
        is_typed = (reader.key, taught.revision_id) in self.typed
        cell = self.cells.get((reader.key, taught.procedure_id), NOTHING)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell_word(known, cell)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(cell_tip(reader, taught, known, cell, is_typed=is_typed))
            case Qt.ItemDataRole.AccessibleTextRole:
                return cell_tip(reader, taught, known, cell, is_typed=is_typed)
        if role == CELL:
            return known
        return is_typed if role == IS_TYPED else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation is Qt.Orientation.Horizontal and section < len(self.register.taught):
            if not shown:
                return None
            taught = self.register.taught[section]
            title = column_title(self.register, self.cells, taught)
            return title if role == Qt.ItemDataRole.DisplayRole else tooltip(taught.title)
        if orientation is Qt.Orientation.Vertical and section < len(self.readers):
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            title = reader_title(self.readers[section], self.register.today)
            if role == Qt.ItemDataRole.DisplayRole:
                return shortened(title, _LONGEST_TITLE)
            return tooltip(title) if shown else None
        return None
