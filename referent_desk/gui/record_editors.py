"""A record's fields, edited where they are read: saved one by one, each when it is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import FIELDS, FieldKind, Link, Record, RecordField, Unfinished
from referent_desk.errors import OutOfReach, RefusedInput
from referent_desk.gui.editing import Editing
from referent_desk.gui.field_words import choice_word, field_name
from referent_desk.gui.link_fields import LinkField
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.record_rows import FieldRow, fault_text
from referent_desk.gui.unfinished import BroughtBackBar, UnfinishedForm
from referent_desk.gui.wordings import weekly_hours
from referent_desk.language import _

_NAME = ":name"
"""After the name of a link's field: what stands there, beside the id that crosses."""


def put_unfinished(row: FieldRow, values: Mapping[str, str]) -> bool:
    """Type again what was kept; whether there was anything for this field."""
    name = row.field.name
    if name not in values:
        return False
    if isinstance(row.control, LinkField):
        said = values.get(name + _NAME, "")
        row.control.put(said)
        row.control.link = Link(values[name], said) if values[name] else None
    else:
        row.control.put(values[name])
    return True


def typed_values(row: FieldRow) -> dict[str, str]:
    """What stands there, as it is kept unfinished."""
    values = {row.field.name: row.control.typed()}
    if isinstance(row.control, LinkField):
        values[row.field.name + _NAME] = row.control.text()
    return values


def said_value(record: Record, field: RecordField) -> str:
    """The value as one reads it, where nothing can be typed."""
    value = record.values.get(field.name, "")
    if field.kind in (FieldKind.LINK, FieldKind.TICKS):
        link = record.links.get(field.name)
        return link.name if link is not None else ""
    if not value:
        return ""
    if field.kind in (FieldKind.CHOICE, FieldKind.YES_NO):
        return choice_word(record.kind, field.name, value)
    if field.kind is FieldKind.WEEKS:
        return "\n".join(weekly_hours(week.strip()) for week in value.split("|"))
    return weekly_hours(value) if field.kind is FieldKind.HOURS else value


class FieldEditor(QObject):
    """Saves one field of one record. What is refused stays typed, with the reason beneath.

    `gone` is set once the field is no longer there; it is given what was refused after that.
    """

    changed = Signal()
    saved = Signal()

    def __init__(self, row: FieldRow, editing: Editing, record: Record) -> None:
        super().__init__(row)
        self.row = row
        self._editing = editing
        self._record = record
        self._sent: str | None = None
        self._refused: str | None = None
        self._waits = False  # refused only because the home was out of reach
        self._typed: dict[str, str] = {}
        self.gone: Callable[[dict[str, str]], None] | None = None
        control = row.control
        control.edited.connect(self._note)
        control.entered.connect(lambda: self.save(again=True))
        control.left.connect(self.save)
        control.given_up.connect(self._give_up)
        control.refused.connect(lambda code: row.say_fault(fault_text(code, row.field)))

    @property
    def is_changed(self) -> bool:
        """Typed, and neither saved nor about to be."""
        return self.row.control.is_changed and self._stands() != self._sent

    @property
    def refusal(self) -> str:
        """Why it was not saved; empty when nothing was refused."""
        return self.row.fault.said() if self._refused is not None else ""

    def show_record(self, record: Record) -> None:
        """What is typed stays until it is saved: it may have been read before that was refused.

        What waits for a home that was out of reach is saved now that it could be read again.
        """
        self._record = record
        if self._waits:
            self.save(again=True)
        if not self.row.control.is_changed:
            field = self.row.field.name
            self.row.show_typed(record.values.get(field, ""), record.links.get(field))

    def save(self, *, again: bool = False) -> None:
        """`again`: Enter asks once more for what was refused; leaving the field does not."""
        control = self.row.control
        stands = self._stands()
        if not control.is_changed or stands == self._sent:
            return
        if stands == self._refused and not again:
            return
        fault = self.row.find_fault()
        if fault:
            self._refuse(stands, fault)
            return
        self._sent, self._typed = stands, typed_values(self.row)
        kind, record_id, field = self._record.kind, self._record.id, self.row.field.name
        typed, edit = control.typed(), self._editing.records.edit
        self._editing.saver.save(
            lambda: edit(kind, record_id, field, typed), self._take, self._fail
        )

    def _stands(self) -> str:
        return "\n".join(typed_values(self.row).values())

    def _note(self) -> None:
        self._refused = None
        self._waits = False
        self.row.say_fault("")
        self.changed.emit()

    def _give_up(self) -> None:
        self._sent = self._refused = None
        self._waits = False
        self.row.say_fault("")
        self.changed.emit()

    def _take(self, _saved: Saved) -> None:
        """It is saved; the pane is read again and shows it as it is kept."""
        if self.gone is not None:
            return
        if self._stands() == self._sent:
            control = self.row.control
            link = control.link if isinstance(control, LinkField) else None
            control.show_typed(control.typed(), link)
            self.row.say_fault("")
        self._sent = self._refused = None
        self._waits = False
        self.saved.emit()

    def _fail(self, error: Exception) -> None:
        if self.gone is not None:
            self.gone(self._typed)
            self._editing.jobs.failed.emit(error)
            return
        stands, self._sent = self._sent or "", None
        self._waits = isinstance(error, OutOfReach)
        self._refuse(stands, sentence_of(error))

    def _refuse(self, stands: str, sentence: str) -> None:
        self._refused = stands
        self.row.say_fault(sentence)
        self.changed.emit()


class RecordEditor(QWidget):
    """`names`: the fields that are shown, in this order; all that may be edited when left out."""

    followed = Signal(object)

    def __init__(
        self,
        record: Record,
        editing: Editing,
        names: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(record.name)
        self._editing = editing
        self.editors = {
            field.name: self._edit(field, record) for field in editable_fields(record, names)
        }
        self.unfinished = UnfinishedForm(
            ":".join(("edit", record.kind, record.id, *names[:1])),
            editing,
            self._unfinished_values,
            self,
        )
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 4, 0, 0)
        self.column.setSpacing(0)
        for editor in self.editors.values():
            self.column.addWidget(editor.row)
        self.show_record(record)
        self.unfinished.read(self._bring_back)

    def row(self, name: str) -> FieldRow:
        return self.editors[name].row

    def show_record(self, record: Record) -> None:
        for editor in self.editors.values():
            editor.show_record(record)

    def settle(self) -> None:
        """It is about to go: keep what is typed."""
        self.unfinished.settle()

    def let_go(self) -> None:
        """It goes: what was refused here is said, and waits for whoever comes back."""
        refused = next((e for e in self.editors.values() if e.is_changed and e.refusal), None)
        for editor in self.editors.values():
            editor.gone = self.unfinished.send
        if refused is not None:
            what = _("What you typed is kept: go back to “{name}” to mend it.")
            name = self.accessibleName()
            error = RefusedInput(refused.refusal, what.format(name=name))
            self._editing.jobs.failed.emit(error)

    def focus_first(self) -> None:
        first = next(iter(self.editors.values()), None)
        if first is not None:
            first.row.control.setFocus()

    def _edit(self, field: RecordField, record: Record) -> FieldEditor:
        row = FieldRow(record.kind, field, self._editing, quiet=True)
        editor = FieldEditor(row, self._editing, record)
        editor.changed.connect(self._note)
        editor.saved.connect(self._note_saved)
        row.followed.connect(self.followed)
        return editor

    def _note(self) -> None:
        self.unfinished.note()

    def _note_saved(self) -> None:
        """At once: what was just saved must not be offered again."""
        self.unfinished.keep()

    def _unfinished_values(self) -> Mapping[str, str]:
        values: dict[str, str] = {}
        for editor in self.editors.values():
            if editor.is_changed:
                values.update(typed_values(editor.row))
        return values

    def _bring_back(self, unfinished: Unfinished) -> None:
        """Not over what was typed meanwhile, and not what is saved already."""
        idle = [editor for editor in self.editors.values() if not editor.is_changed]
        typed = [editor for editor in idle if put_unfinished(editor.row, unfinished.values)]
        brought = [editor for editor in typed if editor.is_changed]
        for editor in brought:
            editor.row.say_fault(waiting_sentence(), waiting=True)
        if not brought:
            self.unfinished.drop()
            return
        bar = BroughtBackBar(unfinished.kept_at)
        self.column.insertWidget(0, bar)

        def clear() -> None:
            bar.hide()
            for editor in brought:
                editor.row.control.give_up()

        bar.cleared.connect(clear)
        for editor in brought:
            editor.saved.connect(bar.hide)


def editable_fields(record: Record, names: tuple[str, ...]) -> tuple[RecordField, ...]:
    fields = {field.name: field for field in FIELDS[record.kind] if not field.fixed}
    return tuple(fields[name] for name in names or fields)


def said_facts(record: Record, names: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Names and values of a record that is only read."""
    return tuple(
        (field_name(record.kind, field.name), said_value(record, field))
        for field in editable_fields(record, names)
    )


def waiting_sentence() -> str:
    return _("Not saved yet: press Enter to save it, Escape to give it up.")
