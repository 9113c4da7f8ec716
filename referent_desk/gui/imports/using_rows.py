"""Which department uses the software of a list that does not say it; it may be a new one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.imports_guides import ListChoices, TableLook
from referent_desk.domain.texts import LONGEST_NAME
from referent_desk.gui.department_choosers import choice_text
from referent_desk.gui.imports.column_rows import keep_width
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.language import _


class UsingRow(QWidget):
    """The department that the window shows stands there first; emptied, nobody uses it yet."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        keep_width(self.box)
        self.box.setMaxVisibleItems(16)
        line = QLineEdit()
        line.setMaxLength(LONGEST_NAME)
        line.setPlaceholderText(_("name of the department"))
        self.box.setLineEdit(line)
        self.box.currentTextChanged.connect(lambda _text: self.changed.emit())
        said = PlainLabel(
            _("No column says it. Choose one, or type the name of a new one; empty: nobody yet."),
            Look.MUTED,
        )
        line_of_box = QHBoxLayout()
        line_of_box.setSpacing(8)
        line_of_box.addWidget(FieldLabel(_("&Department that uses this software:"), self.box))
        line_of_box.addWidget(self.box, 1)
        line_of_box.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line_of_box)
        layout.addWidget(said)

    def show_choices(self, look: TableLook, choices: ListChoices) -> None:
        self.box.blockSignals(True)
        self.box.clear()
        listed = {choice.id: choice_text(choice) for choice in look.departments}
        if choices.department_id and look.department:
            listed.setdefault(choices.department_id, look.department)
        for department_id, text in listed.items():
            self.box.addItem(" ".join(text.split()), department_id)
        place = self.box.findData(choices.department_id) if choices.department_id else -1
        self.box.setCurrentIndex(place if choices.takes_department else -1)
        if place < 0 or not choices.takes_department:
            self.box.setEditText(choices.department)
        self.box.blockSignals(False)

    @property
    def has_answer(self) -> bool:
        return bool(self.box.currentText().strip())

    def given(self, choices: ListChoices) -> ListChoices:
        """A text that is not listed is the name of a department: known by it, or new."""
        text = self.box.currentText().strip()
        place = self.box.findText(text) if text else -1
        return replace(
            choices,
            department_id=str(self.box.itemData(place)) if place >= 0 else "",
            department=text if place < 0 else "",
            takes_department=bool(text),
        )
