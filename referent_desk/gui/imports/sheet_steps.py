"""Which sheet of a workbook, and in which row of it the titles of the columns stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.imports.guides import FileLook, SheetLook
from referent_desk.gui.columns import Column
from referent_desk.gui.imports.grids import GridTable
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.row_tables import RowTable
from referent_desk.gui.rows_model import LinesModel
from referent_desk.gui.wordings import counted
from referent_desk.language import _

_LIST_WIDTH = 340  # pixels


class SheetStep(QWidget):
    """The first sheet that is surely a list is chosen beforehand."""

    chosen = Signal(str)
    followed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = RowTable(_("Sheets of the file"))
        self.table.setFixedWidth(_LIST_WIDTH)
        self.grid = GridTable(_("First rows of the sheet"))
        self._is_filling = False
        self.table.row_followed.connect(lambda _row: self.followed.emit())
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.table)
        body.addWidget(self.grid, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(_("Which sheet holds the list?")))
        layout.addLayout(body, 1)

    def show_file(self, look: FileLook, chosen: str) -> None:
        columns = (
            Column(_("Sheet"), lambda sheet: str(sheet.name), least=120),
            Column(_("Rows"), lambda s: counted(s.row_count), least=80, share=0, is_number=True),
        )
        self._is_filling = True
        self.table.show_model(LinesModel(columns, look.sheets, self.table))
        self.table.row_chosen.connect(self._take)
        for place, sheet in enumerate(look.sheets):
            if sheet.name == chosen:
                self.table.choose(place)
                self.grid.show_rows(sheet.first_rows)
        self._is_filling = False

    def _take(self, sheet: SheetLook | None) -> None:
        if sheet is not None and not self._is_filling:
            self.grid.show_rows(sheet.first_rows)
            self.chosen.emit(sheet.name)

    @property
    def widget(self) -> QWidget:
        return self

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


class TitlesStep(QWidget):
    chosen = Signal(int)
    followed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = GridTable(_("First rows of the sheet: choose the one with the titles"))
        self.grid.row_chosen.connect(self._take)
        self.grid.row_followed.connect(lambda _row: self.followed.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(_("In which row do the titles of the columns stand?")))
        layout.addWidget(
            PlainLabel(
                _("Click on it, or go there with the arrows. What stands above is not read."),
                Look.MUTED,
            )
        )
        layout.addWidget(self.grid, 1)

    def show_sheet(self, sheet: SheetLook, title_row: int) -> None:
        self.grid.show_rows(sheet.first_rows, title_row)

    def _take(self, row: int) -> None:
        self.grid.grid.mark(row)
        self.chosen.emit(row)

    @property
    def widget(self) -> QWidget:
        return self

    def take_focus(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
