"""The values that the texts of a department ask it for: what is missing is seen first."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.local_values import AskedValue, is_delay
from referent_desk.domain.records import Record, RecordKind
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel, breakable, escaped_mnemonic, show_tip
from referent_desk.gui.parts import HOLE
from referent_desk.gui.record_editors import RecordEditor
from referent_desk.gui.wordings import sentence_case
from referent_desk.language import _, ngettext

_KIND = RecordKind.LOCAL_VALUE
_FIELD = "value"


class LocalValueRows(QWidget):
    """Those that are filled in are folded away behind a button, but for what was just typed."""

    def __init__(self, department_id: str, editing: Editing) -> None:
        super().__init__()
        self._department_id = department_id
        self._editing = editing
        self._adding = _adding_by_name(editing, department_id)
        self.editors: dict[str, RecordEditor] = {}
        self._facts: dict[str, PlainLabel] = {}
        self._was_empty: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(2)
        self.said = PlainLabel()
        self._column.addWidget(self.said)
        self.unfold = IconButton("", "chevron-down")
        self.unfold.setCheckable(True)
        self.unfold.toggled.connect(lambda _on: self._show_again())
        self._column.addSpacing(6)
        self._column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        self._values: tuple[AskedValue, ...] = ()

    def show_values(self, values: tuple[AskedValue, ...]) -> None:
        self._values = values
        self._was_empty |= {value.name for value in values if value.is_blank}
        self._show_again()

    def settle(self) -> None:
        for editor in self.editors.values():
            editor.settle()

    def let_go(self) -> None:
        for editor in self.editors.values():
            editor.let_go()

    def _show_again(self) -> None:
        missing = sum(value.is_blank for value in self._values)
        self.said.say(_missing_sentence(missing))
        open_now = [v for v in self._values if v.name in self._was_empty or v.is_blank]
        folded = [v for v in self._values if v not in open_now]
        for value in open_now:
            self._show_value(value)
        for value in folded:
            if self.unfold.isChecked() or value.name in self.editors or value.name in self._facts:
                self._show_value(value)
                self._set_seen(value.name, self.unfold.isChecked())
        self._forget(set(self.editors) | set(self._facts))
        self.unfold.setText(_unfold_text(len(folded), is_open=self.unfold.isChecked()))
        self.unfold.setVisible(bool(folded))

    def _forget(self, shown: set[str]) -> None:
        """What no text asks for any more and nobody filled in."""
        for name in shown - {value.name for value in self._values}:
            editor = self.editors.pop(name, None)
            gone = editor if editor is not None else self._facts.pop(name)
            if editor is not None:
                editor.settle()
                editor.let_go()
            gone.hide()
            gone.deleteLater()

    def _set_seen(self, name: str, seen: bool) -> None:
        widget = self.editors.get(name) or self._facts.get(name)
        if widget is not None:
            widget.setVisible(seen)

    def _show_value(self, value: AskedValue) -> None:
        if not self._editing.is_possible:
            self._say(value)
            return
        editor = self.editors.get(value.name)
        if editor is None:
            editor = self._make(value)
        editor.show_record(self._record(value))
        _show_hole(editor.row(_FIELD).control, value)

    def _make(self, value: AskedValue) -> RecordEditor:
        editor = RecordEditor(self._record(value), self._adding, (_FIELD,))
        row = editor.row(_FIELD)
        row.name.setText(escaped_mnemonic(breakable(sentence_case(value.name))))
        row.control.setAccessibleName(value.name)
        row.control.entered.connect(lambda: self._go_on(value.name))
        asked = _asked_by(value)
        row.control.setAccessibleDescription(asked)
        show_tip(row.name, asked)
        self.editors[value.name] = editor
        self._place(value, editor)
        return editor

    def _place(self, value: AskedValue, widget: QWidget) -> None:
        """What was missing stands before the button that shows the rest."""
        if value.name in self._was_empty:
            self._column.insertWidget(self._column.indexOf(self.unfold) - 1, widget)
        else:
            self._column.addWidget(widget)

    def _go_on(self, name: str) -> None:
        """To the field beneath; on the last one all is chosen, so that nothing is typed behind."""
        shown = [name_ for name_, editor in self.editors.items() if editor.isVisible()]
        shown.sort(key=lambda name_: self._column.indexOf(self.editors[name_]))
        after = shown[shown.index(name) + 1 :] if name in shown else []
        control = self.editors[after[0] if after else name].row(_FIELD).control
        control.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(control, QLineEdit):
            control.selectAll()

    def _say(self, value: AskedValue) -> None:
        label = self._facts.get(value.name)
        if label is None:
            label = self._facts[value.name] = PlainLabel("", Look.BODY)
            self._place(value, label)
        text = value.value or value.found or _("not filled in")
        name = sentence_case(value.name)
        label.say(_("{title}: {text}").format(title=name, text=text))

    def _record(self, value: AskedValue) -> Record:
        """One that was never stored is told by its department and its name."""
        key = value.id or f"{self._department_id}/{value.name}"
        return Record(_KIND, key, value.name, {_FIELD: value.value}, {})


def _show_hole(control: QWidget, value: AskedValue) -> None:
    """A blank has its frame, a filled one reads like text; what prints anyway is told."""
    is_hole = value.is_blank
    control.setProperty(HOLE, is_hole)
    if control.property("quiet") is is_hole:
        control.setProperty("quiet", not is_hole)
        control.style().polish(control)
    if isinstance(control, QLineEdit):
        control.setPlaceholderText(_("to be filled in") if is_hole else _found(value))


def _found(value: AskedValue) -> str:
    if is_delay(value.name):
        return _("{delay}, from the software").format(delay=value.found)
    return _("{number}, from the directory").format(number=value.found)


def _missing_sentence(count: int) -> str:
    if not count:
        return _("Nothing is missing: every blank of its sheets is filled in.")
    return ngettext(
        "{count} value is missing: the sheets print a blank to fill in by hand.",
        "{count} values are missing: the sheets print blanks to fill in by hand.",
        count,
    ).format(count=count)


def _unfold_text(count: int, *, is_open: bool) -> str:
    if is_open:
        return ngettext(
            "Hide the {count} value filled in", "Hide the {count} values filled in", count
        ).format(count=count)
    return ngettext(
        "Show the {count} value filled in", "Show the {count} values filled in", count
    ).format(count=count)


def _asked_by(value: AskedValue) -> str:
    if not value.asked_by:
        return _("No text of this department names it any more.")
    return _("Named in: {titles}.").format(titles=", ".join(value.asked_by))


def _adding_by_name(editing: Editing, department_id: str) -> Editing:
    """The same, but a value that was never stored is added by its name."""
    records = editing.records
    prefix = f"{department_id}/"

    def edit(kind: RecordKind, record_id: str, field: str, typed: str) -> Saved:
        if not record_id.startswith(prefix):
            return records.edit(kind, record_id, field, typed)
        name = record_id.removeprefix(prefix)
        return records.add(kind, {"department_id": department_id, "name": name, "value": typed})

    return replace(editing, records=replace(records, edit=edit))
