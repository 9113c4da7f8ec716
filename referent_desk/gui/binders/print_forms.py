"""What is asked before a binder is written: for which copy, on one side or on both."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.language import _

_MOST_COPIES = 99


class PrintForm(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.copy = QSpinBox()
        self.copy.setRange(0, _MOST_COPIES)
        self.copy.setValue(1)
        self.copy.setSpecialValueText(_("none"))
        self.copy.setAccessibleName(_("Number of the copy"))
        self.copy.setFixedSize(88, 34)
        self.copy.lineEdit().setTextMargins(6, 0, 0, 0)
        self.two_sided = QRadioButton(_("On &both sides"))
        self.one_sided = QRadioButton(_("On &one side only"))
        self.two_sided.setChecked(True)
        sides = QButtonGroup(self)
        sides.addButton(self.two_sided)
        sides.addButton(self.one_sided)
        self.one_sided.toggled.connect(lambda _on: self.changed.emit())
        self.copy.valueChanged.connect(lambda _number: self.changed.emit())
        number = QHBoxLayout()
        number.setSpacing(8)
        number.addWidget(FieldLabel(_("Copy &number:"), self.copy))
        number.addWidget(self.copy)
        number.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(number)
        layout.addWidget(
            PlainLabel(
                _("Which binder on the shelf the sheets are for. It is printed on every sheet."),
                Look.MUTED,
            )
        )
        layout.addSpacing(12)
        layout.addWidget(PlainLabel(_("Printed"), Look.HEADING))
        layout.addWidget(self.two_sided)
        layout.addWidget(self.one_sided)
        layout.addWidget(
            PlainLabel(
                _("On both sides, each sheet starts on a front, so that it can be replaced alone."),
                Look.MUTED,
            )
        )

    @property
    def copy_number(self) -> int | None:
        return self.copy.value() or None

    @property
    def is_one_sided(self) -> bool:
        return self.one_sided.isChecked()
