"""The first step: which hospital, which department, who answers for it, whom it calls first."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QScrollArea, QVBoxLayout, QWidget

from referent_desk.domain.directory import Purpose
from referent_desk.domain.first_steps import FirstSteps
from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import FIELDS, FieldKind, RecordField, RecordKind
from referent_desk.gui.editing import Editing
from referent_desk.gui.labels import Look, PlainLabel, escaped_mnemonic
from referent_desk.gui.record_fields import LineField, is_escape
from referent_desk.gui.record_rows import FieldRow
from referent_desk.gui.ticks_fields import TicksField
from referent_desk.language import _

_WIDEST = 720  # pixels
_COUNT_WIDTH = 160  # of a number, and of the words that stand there before it
_NODE, _PERSON, _ENTRY = RecordKind.NODE, RecordKind.PERSON, RecordKind.DIRECTORY_ENTRY
_NUMBER = "number_"
_ASKED = {
    "establishment": (_NODE, "name"),
    "department": (_NODE, "name"),
    "beds": (_NODE, "beds"),
    "telephone": (_NODE, "telephone"),
    "first_name": (_PERSON, "first_name"),
    "last_name": (_PERSON, "last_name"),
    "role": (_PERSON, "role"),
    "own_telephone": (_PERSON, "telephone"),
    **{f"{_NUMBER}{purpose}": (_ENTRY, "number") for purpose in Purpose if purpose},
}
"""By what is asked: the field of the record that keeps it."""


_ABOUT_HER = ("first_name", "last_name", "role", "own_telephone")


def asked_field(name: str) -> RecordField:
    kind, field_name = _ASKED[name]
    return next(field for field in FIELDS[kind] if field.name == field_name)


class AskedRow(FieldRow):
    """A field under the name that the question gives it."""

    def __init__(self, name: str, text: str, hint: str, editing: Editing) -> None:
        super().__init__(_ASKED[name][0], asked_field(name), editing, quiet=False)
        self.name.setText(escaped_mnemonic(text))
        self.control.setAccessibleName(
            _("{name}, required").format(name=text) if self.field.required else text
        )
        if hint:
            assert not isinstance(self.control, TicksField)
            self.control.setPlaceholderText(hint)
        if self.field.kind is FieldKind.COUNT:
            self.control.setFixedWidth(_COUNT_WIDTH)


class IdentityPanel(QScrollArea):
    """`edited`: something was typed; `entered`: Enter in the last field.

    A small or enlarged screen has no room for all the fields: the one with the keyboard is seen.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.rows = {name: AskedRow(name, text, hint, editing) for name, text, hint in _questions()}
        self.security = QCheckBox(
            _("I am also the security referent, as usual where nobody else is appointed")
        )
        self._known = QCompleter((), self)
        self._known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._known.setFilterMode(Qt.MatchFlag.MatchContains)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        page = QWidget()
        for widget in (self, page):
            widget.setProperty("look", "cards")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("The department"), Look.HEADING))
        headings = {
            "first_name": _("You, its software referent"),
            f"{_NUMBER}switchboard": _("Whom one calls first: the numbers that you know"),
        }
        for name, row in self.rows.items():
            row.setMaximumWidth(_WIDEST)
            if name in headings:
                column.addSpacing(12)
                column.addWidget(PlainLabel(headings[name], Look.HEADING))
            column.addWidget(row)
            if name == "own_telephone":
                column.addWidget(self.security)
        column.addStretch(1)

    def _connect(self) -> None:
        hospital = self.rows["establishment"].control
        assert isinstance(hospital, LineField)
        hospital.setCompleter(self._known)
        for row in self.rows.values():
            row.control.edited.connect(self.edited)
            row.control.installEventFilter(self)
            row.control.edited.connect(lambda r=row: r.say_fault(""))
            row.control.entered.connect(lambda r=row: self._go_on(r))
        self.security.toggled.connect(lambda _on: self.edited.emit())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and event.type() == QEvent.Type.FocusIn:
            self.ensureWidgetVisible(watched.parentWidget() or watched, 0, 16)
        if event.type() == QEvent.Type.ShortcutOverride and is_escape(event):
            event.ignore()  # it is the page's: nothing is stored yet that a field could go back to
            return True
        return super().eventFilter(watched, event)

    def offer_establishments(self, names: tuple[str, ...]) -> None:
        """Where there is only one, it is the one."""
        self._known.setModel(_strings(names, self))
        row = self.rows["establishment"]
        if len(names) == 1 and not row.control.typed():
            row.show_typed(names[0])

    def _go_on(self, row: AskedRow) -> None:
        """Enter leads to the next field, from the last one to the next step."""
        rows = list(self.rows.values())
        place = rows.index(row) + 1
        if place < len(rows):
            rows[place].control.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.entered.emit()

    def values(self) -> dict[str, str]:
        return {name: row.control.typed() for name, row in self.rows.items()} | {
            "security": "yes" if self.security.isChecked() else "no"
        }

    def take(self, values: Mapping[str, str]) -> None:
        for name, row in self.rows.items():
            row.show_typed(values.get(name, ""))
            row.say_fault("")
        self.security.setChecked(values.get("security") == "yes")

    @property
    def is_touched(self) -> bool:
        typed = (r.control.typed() for name, r in self.rows.items() if name != "establishment")
        return any(typed)

    @property
    def beds(self) -> int | None:
        value = read_typed(asked_field("beds"), self.rows["beds"].control.typed())
        return value if isinstance(value, int) else None

    def controls(self) -> list[QWidget]:
        """As one reads."""
        controls: list[QWidget] = [row.control for row in self.rows.values()]
        controls.insert(list(self.rows).index("own_telephone") + 1, self.security)
        return controls

    def numbers(self) -> dict[str, str]:
        """What was typed, by purpose."""
        return {
            name.removeprefix(_NUMBER): row.control.typed()
            for name, row in self.rows.items()
            if name.startswith(_NUMBER)
        }

    def steps(self) -> FirstSteps:
        """What this one asks; the rest is asked later."""
        said = self.values()
        return FirstSteps(
            establishment=said["establishment"],
            department=said["department"],
            beds=said["beds"],
            telephone=said["telephone"],
            last_name=said["last_name"],
            first_name=said["first_name"],
            role=said["role"],
            own_telephone=said["own_telephone"],
            is_security=said["security"] == "yes",
            numbers=self.numbers(),
        )

    def take_focus(self) -> None:
        """What is still empty first."""
        empty = (row for row in self.rows.values() if not row.control.typed())
        row = next(empty, self.rows["establishment"])
        row.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_right(self) -> bool:
        """Says beside each field why it cannot be taken; the keyboard goes to the first such one.

        A first name without a last one is nobody: then the last one is asked for.
        """
        wrong = []
        nobody = not any(self.rows[n].control.typed() for n in _ABOUT_HER)
        for name, row in self.rows.items():
            fault = "" if name == "last_name" and nobody else row.find_fault()
            row.say_fault(fault)
            if fault:
                wrong.append(row)
        if wrong:
            wrong[0].control.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def say_fault(self, name: str, sentence: str) -> bool:
        """Whether the field is one of this step."""
        row = self.rows.get(name)
        if row is None:
            return False
        row.say_fault(sentence)
        row.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def _strings(names: tuple[str, ...], parent: QWidget) -> QStringListModel:
    return QStringListModel(list(names), parent)


def _questions() -> tuple[tuple[str, str, str], ...]:
    """What is asked, its name, and how it might be answered."""
    return (
        ("establishment", _("Hospital"), _("e.g. Centre hospitalier de la Vallée")),
        ("department", _("Department"), _("e.g. Cardiology, second floor")),
        ("beds", _("Beds"), _("0 without beds")),
        ("telephone", _("Telephone"), ""),
        ("first_name", _("First name"), ""),
        ("last_name", _("Last name"), ""),
        ("role", _("Role"), _("e.g. medical secretary")),
        ("own_telephone", _("Your telephone"), ""),
        (f"{_NUMBER}switchboard", _("Switchboard"), ""),
        (f"{_NUMBER}it_on_call", _("IT on call"), ""),
        (f"{_NUMBER}ward_manager", _("Ward manager"), ""),
        (f"{_NUMBER}physician", _("Physician on duty"), ""),
    )
