"""The grid as the view sees it: what a cell says is found when it is looked at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from referent_desk.domain.coverage_grids import FunctionName, Grid, GroupCoverage
from referent_desk.domain.readiness import CoveredUse, DepartmentCoverage
from referent_desk.gui.cover_states import cover_state
from referent_desk.gui.coverage.states import cell_state
from referent_desk.gui.labels import tooltip
from referent_desk.gui.rows_model import Index, Role
from referent_desk.gui.states import State
from referent_desk.gui.wordings import criticality
from referent_desk.language import _

FIRST_FUNCTION = 1
"""Before it stands how the department as a whole is covered."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class GridModel(QAbstractTableModel):
    def __init__(self, group: GroupCoverage, grid: Grid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = grid
        self._group = group
        self._row = -1
        self._cells: Any = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.grid.departments)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else FIRST_FUNCTION + len(self.grid.functions)

    def department(self, row: int) -> DepartmentCoverage:
        return self.grid.departments[row]

    def function(self, column: int) -> FunctionName | None:
        """None: the column tells of the department as a whole."""
        return self.grid.functions[column - FIRST_FUNCTION] if column >= FIRST_FUNCTION else None

    def uses(self, row: int, column: int) -> tuple[CoveredUse, ...]:
        """A row is painted cell by cell: what was found of it last is kept."""
        if row != self._row:
            self._row, self._cells = row, self.grid.cells(self.department(row))
        function = self.function(column)
        found: tuple[CoveredUse, ...] = self._cells.get(function.id, ()) if function else ()
        return found

    def state(self, row: int, column: int) -> State | None:
        if column < FIRST_FUNCTION:
            return cover_state(self.department(row).cover)
        return cell_state(self.uses(row, column))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                state = self.state(row, column)
                return state.word if state is not None else ""
            case Role.STATE:
                return self.state(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT
            case Role.ELIDE:
                return Qt.TextElideMode.ElideRight
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken_cell(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(self.told_cell(row, column))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._row_head(section, role)
        function = self.function(section)
        name = function.name if function is not None else _("Coverage")
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(name)
        return None

    def _row_head(self, section: int, role: int) -> Any:
        department = self.department(section)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return department.name
            case Qt.ItemDataRole.ToolTipRole:
                above = (department.establishment, department.pole, department.name)
                return tooltip(" · ".join(filter(None, above)))
        return None

    def spoken_cell(self, row: int, column: int) -> str:
        """For a screen reader: which department and function, and how it stands."""
        function, state = self.function(column), self.state(row, column)
        name = function.name if function is not None else _("Coverage")
        word = state.word if state is not None else _("not done here")
        text = _("{department}, {function}: {word}")
        return text.format(department=self.department(row).name, function=name, word=word)

    def told_cell(self, row: int, column: int) -> str:
        """Each software with its state, as far as it is known without reading anything."""
        lines = [self.spoken_cell(row, column)]
        for use in self.uses(row, column):
            state = cell_state((use,))
            software = self._group.software.get(use.software_id, "") or _("no software")
            parts = (software, state.word if state else "", criticality(use.criticality))
            lines.append(" · ".join(filter(None, parts)))
        return "\n".join(lines)
