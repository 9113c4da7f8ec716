"""Of which department a list is that does not say it in a column; it may be a new one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.imports.guides import ListChoices, TableLook
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.texts import LONGEST_NAME
from referent_desk.gui.closed_lists import ClosedList
from referent_desk.gui.department_choosers import choice_text
from referent_desk.gui.imports.column_rows import keep_width
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel, shortened
from referent_desk.language import _

_LONGEST_TITLE = 40  # letters of the title that are shown


def _asked_of(kind: ImportKind | None) -> str:
    if kind is ImportKind.DIRECTORY:
        return _("&Department whose numbers these are:")
    if kind is ImportKind.STAFF:
        return _("&Department in which they work:")
    return _("&Department that uses this software:")


class UsingRow(QWidget):
    """What the title above the list names stands there first, else what the window shows.

    Emptied, nobody uses the software yet, numbers are those of the hospital, and no department is
    noted of staff. `accepted`: Enter.
    """

    changed = Signal()
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ClosedList()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        keep_width(self.box)
        self.box.setMaxVisibleItems(16)
        line = QLineEdit()
        line.setMaxLength(LONGEST_NAME)
        line.setPlaceholderText(_("name of the department"))
        self.box.setLineEdit(line)
        self.box.currentTextChanged.connect(lambda _text: self.changed.emit())
        self.box.currentTextChanged.connect(lambda _text: self._say_again())
        line.returnPressed.connect(self.accepted)
        self.asked = FieldLabel("", self.box)
        self.said = PlainLabel("", Look.MUTED)
        self.is_proposed = False
        self._look: TableLook | None = None
        self._proposed = ""
        line_of_box = QHBoxLayout()
        line_of_box.setSpacing(8)
        line_of_box.addWidget(self.asked)
        line_of_box.addWidget(self.box, 1)
        line_of_box.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line_of_box)
        layout.addWidget(self.said)

    def show_choices(self, look: TableLook, choices: ListChoices) -> None:
        self.box.blockSignals(True)
        self.box.clear()
        listed = {choice.id: choice_text(choice) for choice in look.departments}
        if choices.department_id and look.department:
            listed.setdefault(choices.department_id, look.department)
        for department_id, text in listed.items():
            self.box.addItem(" ".join(text.split()), department_id)
        place = self.box.findData(choices.department_id) if choices.department_id else -1
        self.box.setCurrentIndex(place)
        if place < 0:
            self.box.setEditText(choices.department)
        self.box.blockSignals(False)
        shown = name_key(look.department or choices.department)
        self._proposed = self.box.currentText() if shown == name_key(look.titled) else ""
        self._look = look
        self._say_again()

    def _say_again(self) -> None:
        """What the title names is said while it stands there, and under no other name."""
        if self._look is not None:
            text = self.box.currentText()
            self.is_proposed = bool(self._look.titled and text) and text == self._proposed
            self._say(self._look)

    def _say(self, look: TableLook) -> None:
        self.asked.setText(_asked_of(look.kind))
        if self.is_proposed:
            said = _("The title of the list names “{name}”: press Enter if this is right.")
            if look.is_titled_by_file:
                said = _("The file is called after “{name}”: press Enter if this is right.")
            self.said.say(said.format(name=shortened(look.titled, _LONGEST_TITLE)))
        elif look.kind is ImportKind.DIRECTORY:
            self.said.say(_("No column says it. Choose one, or type the name of a new one; empty: "
                            "the whole hospital."))  # fmt: skip
        elif look.kind is ImportKind.STAFF:
            self.said.say(_("No column says it. Choose one, or type the name of a new one; empty: "
                            "none is noted."))  # fmt: skip
        else:
            self.said.say(_("No column says it. Choose one, or type the name of a new one; empty: "
                            "nobody yet."))  # fmt: skip

    def take_focus(self) -> None:
        """What is proposed is replaced by typing."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        line = self.box.lineEdit()
        if line is not None:
            line.selectAll()

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
        )
