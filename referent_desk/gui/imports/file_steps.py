"""Which file: chosen or dropped, and how its letters are told where that had to be guessed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.imports.guides import FileLook, TextForm
from referent_desk.gui.closed_lists import ClosedList
from referent_desk.gui.imports.grids import GridTable
from referent_desk.gui.imports.yielding_buttons import YieldingButton
from referent_desk.gui.labels import ElidedLabel, FieldLabel, Look, PlainLabel
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _


class FormRow(QWidget):
    """Encoding and separator of a text; the guess stands, a person corrects it."""

    corrected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.encoding = ClosedList()
        for code, name in (
            ("utf-8", _("Unicode (UTF-8)")),
            ("cp1252", _("Windows, Western Europe")),
            ("utf-16-le", _("Unicode of Excel (UTF-16)")),
            ("utf-16-be", _("Unicode (UTF-16, reversed)")),
            ("cp850", _("DOS, Western Europe")),
            ("mac-roman", _("Old Macintosh")),
        ):
            self.encoding.addItem(name, code)
        self.separator = ClosedList()
        for code, name in (
            (";", _("semicolon ;")),
            (",", _("comma ,")),
            ("\t", _("tabulator")),
            ("|", _("bar |")),
            (":", _("colon :")),
        ):
            self.separator.addItem(name, code)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(FieldLabel(_("L&etters:"), self.encoding))
        layout.addWidget(self.encoding)
        layout.addSpacing(16)
        layout.addWidget(FieldLabel(_("Colu&mns are separated by:"), self.separator))
        layout.addWidget(self.separator)
        layout.addStretch(1)
        for combo in (self.encoding, self.separator):
            combo.activated.connect(lambda _place: self.corrected.emit(self.form()))

    def form(self) -> TextForm:
        return TextForm(str(self.encoding.currentData()), str(self.separator.currentData()))

    def show_form(self, form: TextForm) -> None:
        for combo, code in ((self.encoding, form.encoding), (self.separator, form.separator)):
            if combo.findData(code) < 0:
                combo.addItem(code, code)
            combo.setCurrentIndex(combo.findData(code))


class FileStep(QWidget):
    asked = Signal()
    corrected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = YieldingButton(_("C&hoose a file…"), "file-plus", main=True)
        self.choose.clicked.connect(lambda _on: self.asked.emit())
        self.name = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        self.form = FormRow()
        self.form.corrected.connect(self.corrected)
        self.grid = GridTable(_("First rows of the file"))
        self.found = QWidget()
        self._lay_out()
        self.found.hide()
        self.form.hide()

    def _lay_out(self) -> None:
        drop = QFrame()
        drop.setProperty("look", "drop")
        inside = QHBoxLayout(drop)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(16)
        inside.addWidget(self.choose)
        inside.addWidget(
            PlainLabel(
                _(
                    "or drop it on this window: an Excel workbook (.xlsx), a list (.csv, .txt) "
                    "or accounts (.ldif)."
                ),
                Look.MUTED,
            ),
            1,
        )
        found = QVBoxLayout(self.found)
        found.setContentsMargins(0, 0, 0, 0)
        found.setSpacing(8)
        found.addWidget(self.name)
        found.addWidget(self.form)
        found.addWidget(self.grid, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(
            PlainLabel(
                _(
                    "Bring in what you have: departments, software, who uses what, staff, or "
                    "telephone numbers. You see every line before anything is kept."
                )
            )
        )
        layout.addWidget(drop)
        layout.addWidget(self.trouble)
        layout.addWidget(self.found, 1)
        layout.addStretch(0)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_file(self, path: str, look: FileLook) -> None:
        self.trouble.say("")
        self.choose.be_main(False)
        self.name.say(path)
        self.form.setVisible(look.form is not None)
        if look.form is not None:
            self.form.show_form(look.form)
        self.grid.show_rows(look.sheets[0].first_rows)
        self.found.show()

    def show_nothing(self) -> None:
        self.trouble.say("")
        self.choose.be_main(True)
        self.found.hide()

    def refuse(self, sentence: str) -> None:
        """What was opened before stays open."""
        self.trouble.say(sentence)

    @property
    def widget(self) -> QWidget:
        return self

    def take_focus(self) -> None:
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
