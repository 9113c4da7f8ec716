"""The grid of skills as the view sees it: people in lines, the software used in columns."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from referent_desk.domain.skills import NO_SKILL, Skill
from referent_desk.domain.skills_wards import (
    Member,
    SoftwareGaps,
    UsedSoftware,
    WardSkills,
    gaps_of,
    has_gap,
    new_members,
)
from referent_desk.domain.texts import searched
from referent_desk.gui.labels import tooltip
from referent_desk.gui.rows_model import Index
from referent_desk.gui.skills.words import (
    cell_tip,
    cell_word,
    column_head,
    column_title,
    member_title,
)

SKILL = Qt.ItemDataRole.UserRole
ENDS = Qt.ItemDataRole.UserRole + 1
"""Whether the level runs out, ran out, or is asked again: something to look at."""
_ROOM = 28
"""Letters of a name that have room before its line."""


class SkillsModel(QAbstractTableModel):
    """Lines that do not fit the filter are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.ward = WardSkills("", "", today=date.min)
        self.gaps: tuple[SoftwareGaps, ...] = ()
        self.members: tuple[Member, ...] = ()
        self.new: frozenset[str] = frozenset()
        self._text = ""
        self._only_gaps = False

    def show_ward(self, ward: WardSkills) -> None:
        self.beginResetModel()
        self.ward = ward
        self.gaps = gaps_of(ward)
        self.new = frozenset(member.id for member in new_members(ward))
        self._narrow()
        self.endResetModel()

    def narrow(self, text: str, *, only_gaps: bool) -> None:
        self.beginResetModel()
        self._text, self._only_gaps = searched(text), only_gaps
        self._narrow()
        self.endResetModel()

    def _narrow(self) -> None:
        words = self._text.split()
        self.members = tuple(
            member
            for member in self.ward.members
            if all(word in searched(member.name, member.role) for word in words)
            and (not self._only_gaps or has_gap(self.ward, member))
        )

    def member(self, row: int) -> Member | None:
        return self.members[row] if 0 <= row < len(self.members) else None

    def used(self, column: int) -> UsedSoftware | None:
        return self.ward.used[column] if 0 <= column < len(self.ward.used) else None

    def skill(self, row: int, column: int) -> Skill:
        member, used = self.member(row), self.used(column)
        if member is None or used is None:
            return NO_SKILL
        return self.ward.skill(member.id, used.id)

    def place_of(self, person_id: str, software_id: str) -> tuple[int, int]:
        """Where they are, or the beginning; of a software alone the first line without a level."""
        columns = [used.id for used in self.ward.used]
        column = columns.index(software_id) if software_id in columns else 0
        rows = [member.id for member in self.members]
        if person_id in rows:
            return rows.index(person_id), column
        lacking = (r for r in range(len(rows)) if self.skill(r, column).level is None)
        return (next(lacking, 0) if software_id in columns else 0), column

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.members)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.ward.used)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        member, used = self.member(index.row()), self.used(index.column())
        if member is None or used is None:
            return None
        skill, today = self.ward.skill(member.id, used.id), self.ward.today
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell_word(skill, today)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(cell_tip(member, used, skill, today))
            case Qt.ItemDataRole.AccessibleTextRole:
                return cell_tip(member, used, skill, today)
        if role == SKILL:
            return skill
        return skill.runs_out(today) or skill.lost is not None if role == ENDS else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            used = self.used(section)
            return None if used is None else self._column_head(used, self.gaps[section], role)
        member = self.member(section)
        if member is None:
            return None
        is_new = member.id in self.new
        title = member_title(member, is_new=is_new)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return member_title(member, is_new=is_new, most=_ROOM)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip("\n".join(filter(None, (title, member.role))))
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _column_head(self, used: UsedSoftware, gaps: SoftwareGaps, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column_head(used, gaps, self.ward)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(column_title(used, gaps, self.ward))
        return None
