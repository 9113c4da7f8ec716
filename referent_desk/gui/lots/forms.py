"""What is asked before a lot is printed: which form, how many sheets, by whom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from referent_desk.domain.lots import MOST_AT_ONCE
from referent_desk.gui.closed_lists import ClosedList
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.name_fields import NameField
from referent_desk.gui.wordings import counted
from referent_desk.language import _, ngettext

_USUAL = 50


class LotForm(QWidget):
    """`given`: everything is said."""

    given = Signal()
    changed = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.form = ClosedList()
        self.form.setAccessibleName(_("Form"))
        self.form.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.amount = QSpinBox()
        self.amount.setRange(1, MOST_AT_ONCE)
        self.amount.setValue(_USUAL)
        self.amount.setFixedSize(104, 34)
        self.amount.lineEdit().setTextMargins(6, 0, 0, 0)
        self.amount.setAccessibleName(_("Number of sheets"))
        self.who = NameField(editing)
        self.who.setAccessibleName(_("Prepared by"))
        self.who.show_name(editing.signer.name)
        self.print = IconButton("", "printer", main=True)
        self.print.clicked.connect(lambda _on: self.given.emit())
        self.who.entered.connect(lambda: self.print.setFocus(Qt.FocusReason.TabFocusReason))
        self.form.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self.amount.valueChanged.connect(lambda _count: self._say())
        self._lay_out()
        self._say()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(_("Prepare a lot"), Look.HEADING))
        for text, field in (
            (_("&Form"), self.form),
            (_("Number of &sheets"), self.amount),
            (_("Prepared b&y"), self.who),
        ):
            column.addWidget(FieldLabel(text, field))
            column.addWidget(field)
        column.addWidget(
            PlainLabel(
                _(
                    "Every sheet gets a number of its own, in letters and as a square to scan. No "
                    "number is ever given twice."
                ),
                Look.MUTED,
            )
        )
        column.addSpacing(8)
        column.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeft)

    def offer(self, forms: tuple[tuple[str, str], ...]) -> None:
        for code, title in forms:
            self.form.addItem(f"{code}  {title}", code)
        self._say()

    @property
    def code(self) -> str:
        code = self.form.currentData()
        return code if isinstance(code, str) else ""

    def let_print(self, possible: bool) -> None:
        self.print.setEnabled(possible and bool(self.code))

    def _say(self) -> None:
        count = self.amount.value()
        text = ngettext("&Prepare {count} sheet…", "&Prepare {count} sheets…", count)
        self.print.setText(text.format(count=counted(count)))
        self.print.setEnabled(bool(self.code))

    def controls(self) -> list[QWidget]:
        return [self.form, self.amount, self.who, self.print]
