"""The tree of departments as a view sees it: a branch is read when it is first opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt, Signal

from referent_desk.domain.departments import DepartmentRow, NodeKind
from referent_desk.domain.records import Record, RecordKind
from referent_desk.gui.columns import Column
from referent_desk.gui.departments.moves import may_stand_below
from referent_desk.gui.rows_model import Index, cell, head

MIME = "application/x-referent-desk-department"
Branches = Mapping[str | None, tuple[DepartmentRow, ...]]
"""What stands below each node that was read; None: what stands at the top."""
_OPEN_AT_FIRST = frozenset({NodeKind.GROUP, NodeKind.ESTABLISHMENT})


def read_branches(
    children: Callable[[str | None], tuple[DepartmentRow, ...]],
    read: Callable[[RecordKind, str], Record],
    opened: Set[str] | None,
    wanted: str | None,
) -> Branches:
    """The opened branches and those that lead to `wanted`; the upper levels the first time."""
    leading = _above(read, wanted) if wanted is not None else frozenset()
    found: dict[str | None, tuple[DepartmentRow, ...]] = {}

    def is_open(row: DepartmentRow) -> bool:
        if not row.has_children:
            return False
        upper = opened is None and row.kind in _OPEN_AT_FIRST and not row.closed
        return upper or row.id in leading or (opened is not None and row.id in opened)

    waiting: list[str | None] = [None]
    while waiting:
        parent_id = waiting.pop()
        found[parent_id] = children(parent_id)
        waiting += [row.id for row in found[parent_id] if is_open(row)]
    return found


def _above(read: Callable[[RecordKind, str], Record], node_id: str) -> frozenset[str]:
    """The ids of all that stands above a node."""
    met: set[str] = set()
    link = read(RecordKind.NODE, node_id).links.get("parent_id")
    while link is not None and link.id not in met:
        met.add(link.id)
        link = read(RecordKind.NODE, link.id).links.get("parent_id")
    return frozenset(met)


@dataclass
class Branch:
    """`below` None: not read yet."""

    row: DepartmentRow | None
    above: Branch | None
    number: int
    place: int = 0
    below: list[Branch] | None = field(default=None)


class TreeModel(QAbstractItemModel):
    """`wants_below` asks for what stands below a node that is being opened."""

    wants_below = Signal(str)
    dropped = Signal(str, str)

    def __init__(self, columns: tuple[Column, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self.can_move = False
        self._asked: set[str] = set()
        self._branches: list[Branch] = []
        self._by_id: dict[str, Branch] = {}
        self._top = Branch(None, None, -1, below=[])

    def show_branches(self, found: Branches) -> None:
        self.beginResetModel()
        self._asked = set()
        self._branches, self._by_id = [], {}
        self._top = Branch(None, None, -1)
        self._fill(self._top, found.get(None, ()))
        for branch in self._branches:  # grows while it is walked
            if branch.row is not None and branch.row.id in found:
                self._fill(branch, found[branch.row.id])
        self.endResetModel()

    def show_below(self, node_id: str, rows: tuple[DepartmentRow, ...]) -> None:
        """The answer to `wants_below`."""
        branch = self._by_id.get(node_id)
        if branch is None or branch.below is not None:
            return
        if rows:
            self.beginInsertRows(self.index_of(node_id), 0, len(rows) - 1)
            self._fill(branch, rows)
            self.endInsertRows()
        else:
            branch.below = []

    def _fill(self, branch: Branch, rows: tuple[DepartmentRow, ...]) -> None:
        branch.below = []
        for place, row in enumerate(rows):
            made = Branch(row, branch, len(self._branches), place)
            self._branches.append(made)
            self._by_id[row.id] = made
            branch.below.append(made)

    def ids(self) -> Iterator[str]:
        return iter(self._by_id)

    def index_of(self, node_id: str) -> QModelIndex:
        branch = self._by_id.get(node_id)
        return self._index_of(branch) if branch is not None else QModelIndex()

    def above(self, node_id: str) -> DepartmentRow | None:
        branch = self._by_id.get(node_id)
        return branch.above.row if branch is not None and branch.above is not None else None

    def _index_of(self, branch: Branch) -> QModelIndex:
        return self.createIndex(branch.place, 0, branch.number)

    def _at(self, index: Index) -> Branch:
        return self._branches[index.internalId()] if index.isValid() else self._top

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - as Qt declares it
        below = self._at(parent).below or []
        if not (0 <= row < len(below) and 0 <= column < len(self.columns)):
            return QModelIndex()
        return self.createIndex(row, column, below[row].number)

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008 - as Qt declares it
        above = self._at(index).above if index.isValid() else None
        return self._index_of(above) if above is not None and above.row else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return len(self._at(parent).below or []) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return len(self.columns)

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - as Qt declares it
        branch = self._at(parent)
        if branch.below is not None:
            return bool(branch.below)
        return branch.row is not None and branch.row.has_children

    def canFetchMore(self, parent: Index) -> bool:
        branch = self._at(parent)
        return (
            branch.row is not None
            and branch.below is None
            and branch.row.has_children
            and branch.row.id not in self._asked
        )

    def fetchMore(self, parent: Index) -> None:
        row = self._at(parent).row
        if row is not None and self.canFetchMore(parent):
            self._asked.add(row.id)
            self.wants_below.emit(row.id)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._at(index).row if index.isValid() else None
        return cell(self.columns[index.column()], row, role) if row is not None else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        return head(self.columns[section], role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self._at(index).row
        if self.can_move and row is not None:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
            if row.kind is not NodeKind.GROUP and not row.closed:
                flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Any) -> QMimeData:
        carried = QMimeData()
        row = self._at(indexes[0]).row
        if row is not None:
            carried.setData(MIME, row.id.encode())
        return carried

    def may_take(self, node_id: str, target: Index) -> bool:
        """Whether a node may be moved below another, as far as the tree shows it."""
        moved, onto = self._by_id.get(node_id), self._at(target)
        if moved is None or moved.row is None or onto.row is None or moved.above is onto:
            return False
        above: Branch | None = onto
        while above is not None:
            if above is moved:
                return False
            above = above.above
        return may_stand_below(moved.row, onto.row)

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Only onto a node: between two nothing can be dropped, for the order is by name."""
        if not (data.hasFormat(MIME) and row == -1):
            return False
        return self.may_take(carried_id(data), parent)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Told, not done: the tree is read again once it is saved."""
        target = self._at(parent).row
        if target is not None and self.canDropMimeData(data, action, row, column, parent):
            self.dropped.emit(carried_id(data), target.id)
        return False


def carried_id(data: QMimeData) -> str:
    return bytes(data.data(MIME).data()).decode(errors="replace")
