"""What was found as a list: a heading for each kind, and under it the best that fit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from referent_desk.domain.finding import Found, Hit, HitGroup, HitKind, Query, query_of
from referent_desk.gui.wordings import counted
from referent_desk.language import _

Index = QModelIndex | QPersistentModelIndex


class FoundRole(IntEnum):
    """What a row of the list is: a `Heading` or a `Hit`."""

    ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Heading:
    kind: HitKind | None
    text: str


def kind_name(kind: HitKind) -> str:
    return {
        HitKind.DEPARTMENT: _("Departments"),
        HitKind.SOFTWARE: _("Software"),
        HitKind.PERSON: _("People"),
        HitKind.PROCEDURE: _("Degraded modes"),
        HitKind.FUNCTION: _("Functions"),
        HitKind.NUMBER: _("Telephone numbers"),
        HitKind.MEANS: _("Means"),
        HitKind.DRILL: _("Drills"),
        HitKind.ACTION: _("Actions"),
        HitKind.TIP: _("Tips"),
        HitKind.FORM: _("Forms"),
        HitKind.SHEET: _("Sheets of this department"),
    }[kind]


def heading_text(group: HitGroup) -> str:
    """The name of the kind, and how many of how many where not all are shown."""
    name = kind_name(group.kind)
    if group.is_more:
        return _("{kind} — the first {shown} of more than {total}").format(
            kind=name, shown=len(group.hits), total=counted(group.total)
        )
    if group.total > len(group.hits):
        return _("{kind} — the first {shown} of {total}").format(
            kind=name, shown=len(group.hits), total=counted(group.total)
        )
    return name


def hit_title(hit: Hit) -> str:
    title = " ".join(hit.title.split())
    if not hit.closed:
        return title
    if hit.kind is HitKind.PERSON:
        return _("{name} (has left)").format(name=title)
    return _("{name} (closed)").format(name=title)


def hit_text(hit: Hit) -> str:
    """The whole of a hit on one line."""
    detail = " ".join(hit.detail.split())
    if not detail:
        return hit_title(hit)
    return _("{title} — {detail}").format(title=hit_title(hit), detail=detail)


class FoundModel(QAbstractListModel):
    """Headings cannot be chosen; `query` is what the shown rows were found by."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Heading | Hit] = []
        self.query: Query = query_of("")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == FoundRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text if isinstance(row, Heading) else hit_text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, Hit):
            return _("{kind}: {name}").format(kind=kind_name(row.kind), name=hit_text(row))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def show_found(self, found: Found) -> None:
        rows: list[Heading | Hit] = []
        for group in found.groups:
            rows += [Heading(group.kind, heading_text(group)), *group.hits]
        self._show(rows, query_of(found.text))

    def show_recent(self, hits: tuple[Hit, ...]) -> None:
        heading = [Heading(None, _("Found lately"))] if hits else []
        self._show([*heading, *hits], query_of(""))

    def _show(self, rows: list[Heading | Hit], query: Query) -> None:
        self.beginResetModel()
        self._rows = rows
        self.query = query
        self.endResetModel()

    def hit_at(self, row: int) -> Hit | None:
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Hit) else None

    def next_hit(self, row: int, step: int) -> int | None:
        """The next row downwards or upwards that can be chosen; None at the end."""
        row += step
        while 0 <= row < len(self._rows):
            if isinstance(self._rows[row], Hit):
                return row
            row += step
        return None
