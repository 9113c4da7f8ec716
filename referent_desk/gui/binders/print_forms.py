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

from referent_desk.gui.binders.print_words import paper_sentence
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.paper_jobs import PaperJob
from referent_desk.language import _

_MOST_COPIES = 99


class PrintForm(QWidget):
    changed = Signal()

    def __init__(self, job: PaperJob) -> None:
        super().__init__()
        self.copy = QSpinBox()
        self.copy.setRange(0, max(_MOST_COPIES, job.copy_number or 0))
        self.copy.setValue(job.copy_number or 1)
        self.copy.setEnabled(job.copy_number is None)
        self.copy.setSpecialValueText(_("none"))
        self.copy.setAccessibleName(_("Number of the copy"))
        self.copy.setFixedSize(88, 34)
        self.copy.lineEdit().setTextMargins(6, 0, 0, 0)
        self.two_sided = QRadioButton(_("On &both sides"))
        self.one_sided = QRadioButton(_("On &one side only"))
        self.two_sided.setChecked(True)
        self._chose_sides = False
        sides = QButtonGroup(self)
        sides.addButton(self.two_sided)
        sides.addButton(self.one_sided)
        self.one_sided.toggled.connect(lambda _on: self.changed.emit())
        for side in (self.two_sided, self.one_sided):
            side.clicked.connect(self._note_sides)
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
        layout.addWidget(PlainLabel(job.says or _which_binder(), Look.MUTED))
        self.paper = PlainLabel("", Look.STRONG)
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
        layout.addWidget(self.paper)

    def say_pages(self, pages: int) -> None:
        """None are known yet where there are 0."""
        self.paper.say(paper_sentence(pages, one_sided=self.is_one_sided))

    def follow(self, two_sided: bool | None) -> None:
        """What the printer can do, unless the reader has said how; None: nobody can tell."""
        if two_sided is not None and not self._chose_sides:
            (self.two_sided if two_sided else self.one_sided).setChecked(True)

    def _note_sides(self) -> None:
        self._chose_sides = True

    @property
    def copy_number(self) -> int | None:
        return self.copy.value() or None

    @property
    def is_one_sided(self) -> bool:
        return self.one_sided.isChecked()


def _which_binder() -> str:
    return _("Which binder on the shelf the sheets are for. It is printed on every sheet.")
