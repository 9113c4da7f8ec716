"""The list of departments to type into, beneath the box that shows the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.columns import Column
from referent_desk.gui.filter_fields import FilterField
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.row_tables import RowTable
from referent_desk.gui.rows_model import ListRows, RowsModel
from referent_desk.gui.typing_pauses import TYPING_PAUSE
from referent_desk.gui.wordings import counted
from referent_desk.language import _

_POPUP_ROWS = 9
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class _ChoiceField(FilterField):
    """Moves up and down the list beneath it without leaving the keyboard."""

    moved = Signal(QKeyEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self.moved.emit(event)
        else:
            super().keyPressEvent(event)


class ChooserPopup(QFrame):
    """Type a part of the name, go down with the arrows, Enter chooses, Escape leaves."""

    chosen = Signal(object)
    current: DepartmentChoice | None = None
    """Stands chosen when the list opens, so that Enter alone changes nothing."""

    def __init__(self, list_choices: ListRows, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "popup")
        columns = (
            Column(_("Department"), lambda row: row.name, "", 200, 3),
            Column(_("Code"), lambda row: row.code, "", 80, 0),
            Column(_("Establishment"), lambda row: row.establishment, "", 150, 2),
        )
        self.model = RowsModel(columns, list_choices, jobs, self)
        self.filter = _ChoiceField(_("Name, code or establishment"), _("Filter the departments"))
        self.count = PlainLabel("", Look.MUTED)
        self.count.setWordWrap(False)
        self.none = PlainLabel()
        self.none.setContentsMargins(8, 4, 8, 4)
        self.table = RowTable(_("Departments to choose from"))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.horizontalHeader().hide()
        self.table.show_model(self.model)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        self._lay_out()
        self._is_hasty = False
        self._typing.timeout.connect(self._narrow)
        self.filter.textChanged.connect(lambda _text: self._typing.start())
        self.filter.moved.connect(self.table.keyPressEvent)
        self.filter.returnPressed.connect(self._take)
        self.table.clicked.connect(lambda _index: self._take())
        self.model.loaded.connect(self._show_loaded)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.filter, 1)
        head.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.table, 1)
        self.none.hide()

    def open_under(self, box: QWidget, typed: str) -> None:
        rows = self.table.verticalHeader().defaultSectionSize() * _POPUP_ROWS
        self.resize(max(box.width(), 560), rows + self.filter.sizeHint().height() + 24)
        self.move(box.mapToGlobal(QPoint(0, box.height() + 2)))
        self._is_hasty = False
        self.filter.setText(typed)
        self._narrow()
        self.show()
        self.filter.setFocus(Qt.FocusReason.PopupFocusReason)

    def _narrow(self) -> None:
        self._typing.stop()
        self.model.narrow(self.filter.text(), None)

    def _show_loaded(self) -> None:
        self.count.say(
            _("{matching} of {total}").format(
                matching=counted(self.model.matching), total=counted(self.model.total)
            )
        )
        self._say_none()
        if self.model.rowCount():
            self.table.choose(self._first_choice())
        if self._is_hasty:
            self._is_hasty = False
            self._take()

    def _say_none(self) -> None:
        """Why there is nothing to choose from."""
        found = self.model.rowCount() > 0
        if self.filter.text() and self.model.total:
            self.none.say(_("No row holds “{text}”.").format(text=self.filter.text()))
        else:
            self.none.say(_("No department is known yet."))
        self.none.setVisible(not found)
        self.table.setVisible(found)

    def _first_choice(self) -> int:
        if self.filter.text() or self.current is None:
            return 0
        current = self.current
        return self.model.find(lambda row: row.id == current.id) or 0

    def _take(self) -> None:
        """Enter typed before the answer takes the first row of the answer."""
        if self._typing.isActive() or self.model.is_loading:
            self._is_hasty = True
            if self._typing.isActive():
                self._narrow()
            return
        row = self.table.chosen_row()
        if row is not None:
            self.hide()
            self.chosen.emit(row)
