"""One sheet that is looked at: a field for its code, typed or scanned; what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from referent_desk.domain.shelf_checks import DrawnSheet
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _

_LARGER = 8  # points over the usual type
_WIDTH = 280  # pixels
_LONGEST = 100  # characters: a symbol has 36
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CodeField(QLineEdit):
    """`stepped`: the reader wants the sheet before or after. Everything may be typed here: what a
    reader sends through another keyboard is undone elsewhere."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        font = self.font()
        font.setPointSize(font.pointSize() + _LARGER)
        self.setFont(font)
        self.setFixedWidth(_WIDTH)
        self.setMaxLength(_LONGEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class ReadingPanel(QWidget):
    """`answered` carries what was typed; it stays there until the next sheet is shown."""

    answered = Signal(str)
    absent = Signal()
    edited = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.place = PlainLabel("", Look.MUTED)
        self.code = PlainLabel("", Look.TITLE)
        self.title = PlainLabel("")
        self.field = CodeField()
        self.slip = NoticeBar("", Tone.WARNING, Shape.TRIANGLE)
        self.slip.hide()
        self.next = IconButton(_("&Next sheet"), "chevron-right", main=True)
        self.missing = IconButton(_("The sheet is no&t there"), "x")
        self.next.clicked.connect(lambda _on: self._answer())
        self.missing.clicked.connect(lambda _on: self.absent.emit())
        self.field.returnPressed.connect(self._answer)
        self.field.textEdited.connect(lambda _text: self._note())
        self.field.stepped.connect(self.stepped)
        self._lay_out()

    def _lay_out(self) -> None:
        label = FieldLabel(_("&Check code, at the top of the sheet"), self.field)
        self.field.setAccessibleName(_("Check code, at the top of the sheet"))
        buttons = WrappingRow()
        for button in (self.next, self.missing):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.place, self.code, self.title):
            column.addWidget(widget)
        column.addSpacing(12)
        column.addWidget(label)
        column.addWidget(self.field)
        column.addWidget(self.slip)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addSpacing(8)
        column.addWidget(
            PlainLabel(
                _(
                    "Type the four characters and press Enter, or scan the square with a barcode "
                    "reader. Up and Down lead to another sheet."
                ),
                Look.MUTED,
            )
        )
        column.addStretch(1)

    def show_sheet(self, sheet: DrawnSheet, number: int, count: int, typed: str) -> None:
        """The code that should be there is not shown: it is to be read on the paper."""
        said = _("Sheet {number} of {count}").format(number=number, count=count)
        self.place.say(said)
        self.code.say(sheet.code)
        self.title.say(sheet.title)
        self.slip.say("")
        self.field.setAccessibleDescription(f"{said}: {sheet.code} {sheet.title}")
        self.field.setText(typed)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_slip(self, sentence: str) -> None:
        self.slip.say(sentence)
        if sentence:
            self.field.selectAll()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def controls(self) -> list[QWidget]:
        return [self.field, self.next, self.missing]

    def _answer(self) -> None:
        self.answered.emit(self.field.text())

    def _note(self) -> None:
        self.slip.say("")
        self.edited.emit()
