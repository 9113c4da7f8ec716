"""Above the grid, said once: the day on the sheet, who types it in, and which lines are seen."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from referent_desk.gui.editing import Editing
from referent_desk.gui.labels import FieldLabel
from referent_desk.gui.pane_fields import day_field, name_field
from referent_desk.language import _

_LEAST_NAME, _WIDEST_NAME = 160, 300  # pixels


class AskedRow(QWidget):
    def __init__(self, today: date, editing: Editing) -> None:
        super().__init__()
        self.day = day_field(today)
        self.who = name_field(editing)
        self.gaps = QCheckBox(_("Only those who &lack something"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for text, field in ((_("&Day on the sheet"), self.day), (_("&Typed in by"), self.who)):
            field.setAccessibleName(text.replace("&", ""))
            label = FieldLabel(text, field)
            for widget in (label, field):
                layout.addWidget(widget, widget is self.who)
                widget.setVisible(editing.is_possible)
        layout.addWidget(self.gaps)
        layout.addStretch(1)
        self.who.setMinimumWidth(_LEAST_NAME)
        self.who.setMaximumWidth(_WIDEST_NAME)

    def begin(self, today: date) -> None:
        self.day.show_typed(day_field(today).typed())

    def controls(self) -> list[QWidget]:
        return [self.day, self.who, self.gaps]
