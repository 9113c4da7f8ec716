"""Who came to a training: the staff to tick, names typed besides, each with what they can do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from referent_desk.domain.skills import SkillLevel
from referent_desk.domain.skills_wards import Member
from referent_desk.domain.trainings import Participant
from referent_desk.gui.row_delegates import row_height
from referent_desk.gui.rows_model import Index
from referent_desk.gui.skills.words import level_of
from referent_desk.language import _, spoken
from referent_desk.words.skills import level_word

_NAME, _LEVEL = range(2)
_LEVEL_WIDTH = 132  # pixels
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Minus)


class ParticipantsModel(QAbstractTableModel):
    """`usual` is the level of those who are ticked from now on."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Participant] = []
        self.came: dict[str, SkillLevel | None] = {}
        self.usual: SkillLevel | None = SkillLevel.USES

    def show_members(self, members: Iterable[Member], came: Iterable[Participant] = ()) -> None:
        """Those who came stand ticked; who came from elsewhere stands beneath the staff."""
        self.beginResetModel()
        self.lines = [Participant(member.name, member.id) for member in members]
        known = {line.key for line in self.lines}
        for one in came:
            self.came[one.key] = one.level
            if one.key not in known:
                self.lines.append(one)
        self.endResetModel()

    def participants(self) -> tuple[Participant, ...]:
        return tuple(
            Participant(line.name, line.person_id, self.came[line.key])
            for line in self.lines
            if line.key in self.came
        )

    def add(self, name: str, person_id: str | None) -> int:
        """Ticked; somebody who has a line already is ticked there. The line's number."""
        new = Participant(name, person_id)
        keys = [line.key for line in self.lines]
        if new.key not in keys:
            self.beginInsertRows(QModelIndex(), len(keys), len(keys))
            self.lines.append(new)
            self.endInsertRows()
            keys.append(new.key)
        row = keys.index(new.key)
        self.tick(row, on=True)
        return row

    def tick(self, row: int, *, on: bool) -> None:
        key = self.lines[row].key
        if on:
            self.came.setdefault(key, self.usual)
        else:
            self.came.pop(key, None)
        self._tell(row)

    def turn(self, row: int) -> None:
        self.tick(row, on=self.lines[row].key not in self.came)

    def tick_all(self, *, on: bool) -> None:
        for row in range(len(self.lines)):
            self.tick(row, on=on)

    def give(self, row: int, level: SkillLevel | None) -> None:
        """A level is given to somebody who came."""
        self.came[self.lines[row].key] = level
        self._tell(row)

    def give_all(self, level: SkillLevel | None) -> None:
        """To those who are ticked, and to those who will be."""
        self.usual = level
        for row, line in enumerate(self.lines):
            if line.key in self.came:
                self.give(row, level)

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, _NAME), self.index(row, _LEVEL))
        self.edited.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == _NAME else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        came = line.key in self.came
        if index.column() == _NAME and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if came else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.name if index.column() == _NAME else self._level_word(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self._level_word(line) if came else _("did not come")
            return _("{name}: {level}").format(name=line.name, level=state)
        return None

    def _level_word(self, line: Participant) -> str:
        if line.key not in self.came:
            return ""
        level = self.came[line.key]
        return level_word(level, spoken()) if level is not None else _("nothing said")

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick(index.row(), on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return _("Came") if section == _NAME else _("Since then")
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class _NameDelegate(QStyledItemDelegate):
    """A click on the name ticks, as one on its box does."""

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        is_click = isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton
        if not is_click or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        assert isinstance(model, ParticipantsModel)
        model.turn(index.row())
        return True


class ParticipantsView(QTableView):
    """Space ticks, a letter says what somebody can do since, Enter goes on."""

    entered = Signal()

    def __init__(self, model: ParticipantsModel) -> None:
        super().__init__()
        self.list = model
        self.setModel(model)
        self.setItemDelegateForColumn(_NAME, _NameDelegate(self))
        self.setAccessibleName(_("Who came"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics()))
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_LEVEL, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(_LEVEL, _LEVEL_WIDTH)

    def go_to(self, row: int) -> None:
        if 0 <= row < self.list.rowCount():
            self.setCurrentIndex(self.list.index(row, _NAME))
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not plain or row < 0:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.list.turn(row)
        elif event.key() in _CLEARING:
            self.list.tick(row, on=False)
        elif (level := level_of(event.text())) is not None:
            self.list.give(row, level)
        else:
            super().keyPressEvent(event)
