"""The columns of a file: what each is called, what it holds, what it is taken for or why not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QSizePolicy, QWidget

from referent_desk.domain.imports.guides import ColumnLook
from referent_desk.domain.imports.kinds import FIELDS, Field, ImportKind
from referent_desk.gui.closed_lists import ClosedList
from referent_desk.gui.labels import ElidedLabel, Look, PlainLabel, shortened
from referent_desk.gui.questions_imports import ImportWords
from referent_desk.gui.wordings import sentence_case
from referent_desk.language import _

LONGEST_TITLE = 120
COMBO_WIDTH = 280  # pixels


def keep_width(combo: QComboBox) -> None:
    """A long name in it leaves room for what stands beside."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    combo.setMinimumWidth(COMBO_WIDTH)
    combo.setMaximumWidth(2 * COMBO_WIDTH)


class ColumnRows(QScrollArea):
    """One row for each column: title, samples, and the field that it holds."""

    changed = Signal()

    def __init__(self, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("look", "detail")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.combos: dict[int, QComboBox] = {}
        self.reasons: dict[int, PlainLabel] = {}

    def show_columns(self, kind: ImportKind | None, columns: tuple[ColumnLook, ...]) -> None:
        """Without a kind nothing can be said yet of what they hold."""
        page = QWidget()
        page.setProperty("look", "page")
        grid = QGridLayout(page)
        grid.setContentsMargins(16, 8, 16, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        titles = (_("Column"), _("Title"), _("It holds, for instance"), _("It is"))
        for place, title in enumerate(titles if kind else titles[:-1]):
            grid.addWidget(PlainLabel(title, Look.HEADING), 0, place)
        model = self._fields(kind, page) if kind else None
        self.combos, self.reasons = {}, {}
        for number, column in enumerate(columns):
            row = 2 * number + 1
            title = self._add_row(grid, row, column)
            if model is None:
                continue
            combo = self.combos[column.place] = self._combo(column, title, model)
            grid.addWidget(combo, row, 3)
            reason = self.reasons[column.place] = PlainLabel("", Look.MUTED)
            if column.samples:
                grid.addWidget(reason, row + 1, 2, 1, 2)
            else:
                grid.addWidget(reason, row, 2)
        grid.setRowStretch(2 * len(columns) + 1, 1)
        self.show_reasons(columns)
        self.setWidget(page)

    def show_reasons(self, columns: tuple[ColumnLook, ...]) -> None:
        """Why a column is not taken, under its row."""
        for column in columns:
            label, said = self.reasons.get(column.place), ""
            if column.reason is not None:
                why = self._words.sentence(column.reason)
                said = _("Not taken. {why}").format(why=why)
            if label is not None:
                label.say(said)
                label.setVisible(bool(said))
                self.combos[column.place].setToolTip(said)

    def _fields(self, kind: ImportKind, parent: QWidget) -> QStandardItemModel:
        """One list for all the boxes: a file may have hundreds of columns."""
        model = QStandardItemModel(parent)
        nothing = QStandardItem(_("– do not take –"))
        model.appendRow(nothing)
        for field in FIELDS[kind]:
            item = QStandardItem(sentence_case(self._words.field(field.value)))
            item.setData(field.value, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
        return model

    def _add_row(self, grid: QGridLayout, row: int, column: ColumnLook) -> str:
        letter = PlainLabel(column.letter, Look.MUTED)
        letter.setWordWrap(False)
        title = shortened(column.title or _("(no title)"), LONGEST_TITLE)
        grid.addWidget(letter, row, 0)
        grid.addWidget(PlainLabel(title, Look.STRONG if column.title else Look.MUTED), row, 1)
        grid.addWidget(ElidedLabel(" · ".join(column.samples)), row, 2)
        return title

    def _combo(self, column: ColumnLook, title: str, model: QStandardItemModel) -> QComboBox:
        combo = ClosedList()
        combo.setModel(model)
        combo.setFixedWidth(COMBO_WIDTH)
        combo.setMaxVisibleItems(16)
        combo.setAccessibleName(
            _("What column {letter} holds: {title}").format(letter=column.letter, title=title)
        )
        combo.setAccessibleDescription(" · ".join(column.samples))
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        place = combo.findData(column.field.value) if column.field else 0
        combo.setCurrentIndex(max(0, place))
        combo.currentIndexChanged.connect(lambda _place: self.changed.emit())
        return combo

    def fields(self) -> dict[int, Field]:
        taken = ((place, combo.currentData()) for place, combo in self.combos.items())
        return {place: Field(field) for place, field in taken if field}
