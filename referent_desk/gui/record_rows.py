"""A field with its name at the left and, beneath it, why what was typed cannot be taken."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import Fault, FieldKind, Link, RecordField, RecordKind
from referent_desk.gui.editing import Editing
from referent_desk.gui.field_words import (
    choice_word,
    fault_sentence,
    field_name,
    help_sentence,
    placeholder,
)
from referent_desk.gui.icons import IconToolButton
from referent_desk.gui.labels import Look, PlainLabel, escaped_mnemonic, show_tip
from referent_desk.gui.link_fields import LinkField
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.record_fields import ChoiceField, LineField, TextField
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.themes import Tone
from referent_desk.gui.ticks_fields import TicksField
from referent_desk.gui.wordings import sentence_case
from referent_desk.language import _

LABEL_WIDTH = 168  # pixels of the names of fields, as of the names of facts
_NARROW = {FieldKind.COUNT: 112, FieldKind.DAY: 152, FieldKind.MINUTES: 152, FieldKind.FINESS: 184}
_YES_NO = ("yes", "no")
_LEADING = {"node": TabName.DEPARTMENTS, "department": TabName.DEPARTMENTS,
            "software": TabName.SOFTWARE, "person": TabName.REFERENTS}  # fmt: skip

TypedField = LineField | TextField | ChoiceField | LinkField | TicksField


def make_field(what: RecordKind, field: RecordField, editing: Editing) -> TypedField:
    """The widget for this kind of field, named for a screen reader."""
    made: TypedField
    if field.kind is FieldKind.LINK:
        made = LinkField(field, editing)
    elif field.kind is FieldKind.TEXT:
        made = TextField(field)
    elif field.kind in (FieldKind.CHOICE, FieldKind.YES_NO):
        made = ChoiceField(field, _words(what, field))
    elif field.kind is FieldKind.TICKS:
        made = TicksField(field, editing)
    else:
        made = LineField(field)
    name = sentence_case(field_name(what, field.name))
    made.setAccessibleName(_("{name}, required").format(name=name) if field.required else name)
    made.setAccessibleDescription(help_sentence(what, field.name))
    if not isinstance(made, ChoiceField | TicksField):
        made.setPlaceholderText(placeholder(field))
    return made


def _words(what: RecordKind, field: RecordField) -> tuple[tuple[str, str], ...]:
    stored = field.choices if field.kind is FieldKind.CHOICE else _YES_NO
    offered = stored if field.required else ("", *stored)
    return tuple((word, choice_word(what, field.name, word)) for word in offered)


class FieldRow(QWidget):
    """`quiet`: reads like text until the mouse or the keyboard comes.

    `followed` tells which `Place` the linked thing leads to.
    """

    followed = Signal(object)

    def __init__(
        self,
        what: RecordKind,
        field: RecordField,
        editing: Editing,
        *,
        quiet: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.control = make_field(what, field, editing)
        self.control.setProperty("quiet", quiet)
        self.name = _name_label(field_name(what, field.name), required=field.required and not quiet)
        self.name.setBuddy(self.control)
        help_text = help_sentence(what, field.name)
        show_tip(self.name, help_text)
        self.lead = self._lead_button() if quiet and field.to in _LEADING else None
        self._mark = ShapeMark(Shape.SQUARE, Tone.BAD)
        self.fault = PlainLabel()
        is_wrapping = isinstance(self.control, TicksField)  # Qt gives such a row too little height
        self._lay_out("" if quiet or is_wrapping else help_text)
        self.say_fault("")

    def _lay_out(self, help_text: str) -> None:
        is_quiet = bool(self.control.property("quiet"))
        line = QHBoxLayout()
        line.setSpacing(4 if is_quiet else 8)  # quiet texts stand in line with facts
        line.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        narrow = None if is_quiet else _NARROW.get(self.field.kind)
        if narrow is not None:
            self.control.setFixedWidth(narrow)
        # at the top, else a long name would get no more height than the field
        line.addWidget(self.control, 0 if narrow else 1, Qt.AlignmentFlag.AlignTop)
        if self.lead is not None:
            line.addWidget(self.lead)
        if narrow is not None:
            line.addStretch(1)
        self._said = QWidget()  # hidden it takes no part; an empty layout would narrow the hint
        said = QHBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.fault, 1)
        below = QVBoxLayout()
        below.setContentsMargins(LABEL_WIDTH + (12 if is_quiet else 8), 0, 0, 0)
        below.setSpacing(2)
        if help_text:
            below.addWidget(PlainLabel(help_text, Look.MUTED))
        below.addWidget(self._said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addLayout(below)

    def _lead_button(self) -> IconToolButton:
        name = sentence_case(self.name.text().replace("&&", "&"))
        button = IconToolButton(_("Go there: {name}").format(name=name), "chevron-right")
        button.setProperty("look", "flat")
        room = button.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the field keeps its width where nothing is linked
        button.setSizePolicy(room)
        button.clicked.connect(lambda _checked: self._follow())
        return button

    def _follow(self) -> None:
        link = self.control.link if isinstance(self.control, LinkField) else None
        if link is not None:
            self.followed.emit(Place(_LEADING[self.field.to], (link.id,)))

    def say_fault(self, sentence: str, *, waiting: bool = False) -> None:
        """`waiting`: nothing is wrong, it is only not saved yet."""
        self.fault.say(sentence)
        self._said.setVisible(bool(sentence))
        self._mark.show_shape(
            Shape.RING if waiting else Shape.SQUARE, Tone.NEUTRAL if waiting else Tone.BAD
        )
        wrong = bool(sentence) and not waiting
        if self.control.property("wrong") is not wrong:
            self.control.setProperty("wrong", wrong)
            self.control.style().polish(self.control)
        self.control.setAccessibleDescription(sentence or self.name.accessibleDescription())

    def find_fault(self) -> str:
        """Why what stands there cannot be taken, as a sentence; empty when it can."""
        code = self.control.local_fault()
        if code:
            return fault_text(code, self.field)
        read = read_typed(self.field, self.control.typed())
        return fault_text(read.code, self.field) if isinstance(read, Fault) else ""

    def show_typed(self, text: str, link: Link | None = None) -> None:
        self.control.show_typed(text, link)
        if self.lead is not None:
            self.lead.setVisible(link is not None)


def fault_text(code: str, field: RecordField) -> str:
    if code == "not_chosen":
        return _("Nothing of this name was chosen. Type two letters and choose from the list.")
    return fault_sentence(code, field)


def _name_label(name: str, *, required: bool) -> QLabel:
    text = sentence_case(name)
    label = QLabel(escaped_mnemonic(_("{name} (required)").format(name=text) if required else text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", "muted")
    label.setWordWrap(True)
    label.setFixedWidth(LABEL_WIDTH)
    label.setContentsMargins(0, 7, 0, 0)
    return label


def adds_after(row: FieldRow, rows: Mapping[str, FieldRow], adds_at: str) -> bool:
    """Whether Enter adds here: at that field, and after a further line, once it was typed."""
    names = list(rows)
    if adds_at not in names or not row.control.typed():
        return False
    beyond = names.index(row.field.name) - names.index(adds_at)
    return beyond == 0 or (beyond > 0 and isinstance(row.control, LineField))
