"""The grid of skills itself: arrows go, a letter states a level, Enter asks for its day."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from referent_desk.domain.skills import Skill, SkillLevel
from referent_desk.gui.cell_grids import CLEARING, CellGrid, ShapedDelegate
from referent_desk.gui.rows_model import Index
from referent_desk.gui.shapes import Shape
from referent_desk.gui.skills.models import ENDS, SKILL, SkillsModel
from referent_desk.gui.skills.words import level_of
from referent_desk.language import _

_NAMES_WIDTH, _COLUMN_WIDTH = 236, 156  # pixels
_HEAD_LINES = 3
_SHAPES = {
    SkillLevel.USES: Shape.RING,
    SkillLevel.HELPS: Shape.DISC,
    SkillLevel.TRAINS: Shape.DIAMOND,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def shape_of(skill: Skill, *, ends: bool) -> Shape | None:
    """What ends is told by its shape before its level is: the word says both."""
    if ends:
        return Shape.HOLLOW_TRIANGLE
    return _SHAPES[skill.level] if skill.level is not None else None


class CellDelegate(ShapedDelegate):
    column_width = _COLUMN_WIDTH

    def shape_at(self, index: Index) -> Shape | None:
        skill = index.data(SKILL)
        ends = bool(index.data(ENDS))
        return shape_of(skill, ends=ends) if isinstance(skill, Skill) else None

    def text_at(self, option: QStyleOptionViewItem, index: Index, width: int) -> str:
        text = super().text_at(option, index, width)
        return option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


class SkillGrid(CellGrid):
    """`stated` brings a level, or None for none; `asked` a press of Enter or a double click."""

    stated = Signal(object)
    asked = Signal()
    moved = Signal()

    def __init__(self, model: SkillsModel) -> None:
        super().__init__(_("Who can do what with which software"))
        self.grid = model
        self.is_editable = True
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.set_heads(_NAMES_WIDTH, _COLUMN_WIDTH, _HEAD_LINES)
        self.doubleClicked.connect(lambda _index: self.asked.emit())
        self.selectionModel().currentChanged.connect(lambda _new, _old: self.moved.emit())

    def go_to(self, row: int, column: int) -> None:
        """The nearest line and column that there are."""
        last = self.grid.rowCount() - 1, self.grid.columnCount() - 1
        if min(last) >= 0:
            index = self.grid.index(min(max(row, 0), last[0]), min(max(column, 0), last[1]))
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letters are those of the words: `u`, `a`, `f` in French, `u`, `h`, `t` in English."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not self.currentIndex().isValid() or not plain:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.asked.emit()
        elif self.is_editable and event.key() in CLEARING:
            self.stated.emit(None)
        elif self.is_editable and (level := level_of(event.text())) is not None:
            self.stated.emit(level)
        else:
            super().keyPressEvent(event)
