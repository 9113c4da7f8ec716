"""What the file lists, and what each of its columns holds: guessed, remembered, corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.imports.guides import ListChoices, TableLook
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.texts import LONGEST_NAME
from referent_desk.gui.closed_lists import ClosedList
from referent_desk.gui.icons import IconButton
from referent_desk.gui.imports.column_rows import LONGEST_TITLE, ColumnRows, keep_width
from referent_desk.gui.imports.using_rows import UsingRow
from referent_desk.gui.imports.words import kind_titles, warning_text
from referent_desk.gui.labels import (
    FieldLabel,
    Look,
    PlainLabel,
    shortened,
)
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.questions_imports import ImportWords
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _, spoken

_MOST_WARNINGS = 3


class ColumnsStep(QWidget):
    kind_chosen = Signal(object)
    corrected = Signal()
    forget_asked = Signal()
    accepted = Signal()

    def __init__(self, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[object, ...] = ()
        self.kind = ClosedList()
        self.kind.setPlaceholderText(_("choose"))
        for kind, title in kind_titles().items():
            self.kind.addItem(title, kind.value)  # Qt would give back a plain text in any case
        self.kind.activated.connect(
            lambda _place: self.kind_chosen.emit(ImportKind(self.kind.currentData()))
        )
        self.source = PlainLabel("", Look.MUTED)
        self.sheets = PlainLabel("", Look.MUTED)
        self.establishment = ClosedList()
        self.establishment.setEditable(True)
        keep_width(self.establishment)
        line = QLineEdit()
        line.setMaxLength(LONGEST_NAME)
        line.setPlaceholderText(_("name of the hospital"))
        self.establishment.setLineEdit(line)
        self.establishment.currentTextChanged.connect(lambda _text: self.corrected.emit())
        self._place = QWidget()
        self.using = UsingRow()
        self.using.changed.connect(self.corrected)
        self.using.accepted.connect(self._accept)
        line.returnPressed.connect(self._accept)
        self.remembered = NoticeBar("", Tone.NEUTRAL, Shape.TICK)
        self.forget = IconButton(_("&Guess again"), "refresh-cw")
        self.forget.clicked.connect(lambda _on: self.show_anew())
        self.forget.clicked.connect(lambda _on: self.forget_asked.emit())
        self.remembered.add(self.forget)
        self.missing = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.warnings = [NoticeBar() for _number in range(_MOST_WARNINGS)]
        self.rows = ColumnRows(words)
        self.rows.changed.connect(self.corrected)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(FieldLabel(_("This file &lists:"), self.kind))
        top.addWidget(self.kind)
        top.addWidget(self.source, 1)
        place = QHBoxLayout(self._place)
        place.setContentsMargins(0, 0, 0, 0)
        place.setSpacing(8)
        place.addWidget(
            FieldLabel(_("No column names the &establishment; it is:"), self.establishment)
        )
        place.addWidget(self.establishment, 1)
        place.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.sheets)
        layout.addLayout(top)
        layout.addWidget(self.using)
        layout.addWidget(self._place)
        for bar in (self.remembered, self.missing, *self.warnings):
            bar.hide()
            layout.addWidget(bar)
        layout.addWidget(self.rows, 1)

    def show_table(self, look: TableLook, choices: ListChoices) -> None:
        """What is written in the form stays while the same table is shown."""
        key = (look.sheet, look.header_row, look.kind)
        self.kind.setCurrentIndex(self.kind.findData(look.kind.value) if look.kind else -1)
        self.source.say(
            _("An export of {program} was recognised.").format(program=look.source)
            if look.source
            else ""
        )
        if key != self._shown:
            self._shown = key
            self._show_remembered(look)
            self.rows.show_columns(look.kind, look.columns)
            self._show_establishments(look, choices.establishment)
            self.using.show_choices(look, choices)
        else:
            self.rows.show_reasons(look.columns)
        is_placed = look.kind is not ImportKind.SOFTWARE and bool(look.department_id)
        self._place.setVisible(look.needs_establishment and not is_placed)
        self.using.setVisible(look.needs_department)
        self._show_warnings(look)

    def show_sheets(self, name: str, others: tuple[str, ...]) -> None:
        """Which one is read, and those that come after it; nothing where the file has no sheets."""
        said = _("Sheet “{sheet}”.").format(sheet=shortened(name, LONGEST_TITLE)) if name else ""
        if name and others:
            names = shortened(", ".join(others), LONGEST_TITLE)
            said = _("Sheet “{sheet}”. The others are offered afterwards: {names}.").format(
                sheet=shortened(name, LONGEST_TITLE), names=names
            )
        self.sheets.say(said)
        self.sheets.setVisible(bool(said))

    def show_anew(self) -> None:
        """The next table is shown whole, even if it is the same one; until then none is."""
        self._shown = ()
        self.sheets.hide()
        self.rows.show_columns(None, ())

    def _show_remembered(self, look: TableLook) -> None:
        text = ""
        if look.remembered_on is not None:
            text = _("Recognised: the columns are those that you settled on {day}.").format(
                day=spoken().date(look.remembered_on)
            )
        self.remembered.say(text)

    def _show_establishments(self, look: TableLook, chosen: str) -> None:
        typed = self.establishment.currentText() or chosen
        self.establishment.blockSignals(True)
        self.establishment.clear()
        self.establishment.addItems(look.establishments)
        only = look.establishments[0] if len(look.establishments) == 1 else ""
        self.establishment.setEditText(typed or only)
        self.establishment.blockSignals(False)

    def _show_warnings(self, look: TableLook) -> None:
        sentences = []
        if look.kind is None:
            sentences.append(_("The titles are not known: say what the file lists."))
        for group in look.missing:
            names = [self._words.field(field.value) for field in group[:4]]
            sentences.append(
                _("Say which column holds this: {fields}.").format(fields=_(" or ").join(names))
            )
        if look.must_name_establishment and not self.establishment_name():
            sentences.append(_("Say which establishment it is."))
        self.missing.say(" ".join(sentences))
        for place, bar in enumerate(self.warnings):
            found = look.warnings[place : place + 1]
            bar.say(warning_text(found[0], self._words) if found else "")

    def fields(self) -> Mapping[int, Field]:
        return self.rows.fields()

    def establishment_name(self) -> str:
        return self.establishment.currentText().strip()

    def given(self, choices: ListChoices) -> ListChoices:
        """What is written in the form, over what was chosen before."""
        settled = replace(
            choices, fields=dict(self.fields()), establishment=self.establishment_name()
        )
        return settled if self.using.isHidden() else self.using.given(settled)

    @property
    def widget(self) -> QWidget:
        return self

    def take_focus(self) -> None:
        """Where something must be typed first, there."""
        if not self.using.isHidden() and (self.using.is_proposed or not self.using.has_answer):
            self.using.take_focus()
        elif not self._take_focus_to_place():
            self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_focus_to_place(self) -> bool:
        """Where the establishment is asked and not said."""
        asks = not self._place.isHidden() and not self.establishment_name()
        if asks:
            self.establishment.setFocus(Qt.FocusReason.OtherFocusReason)
        return asks

    def _accept(self) -> None:
        """Enter: what else must be said, or on."""
        if not self._take_focus_to_place():
            self.accepted.emit()
