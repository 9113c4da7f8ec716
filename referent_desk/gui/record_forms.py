"""A new record: required fields first, kept while it is filled, created by one button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import FIELDS, Link, RecordKind, Unfinished
from referent_desk.errors import RefusedField
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.record_editors import put_unfinished, typed_values
from referent_desk.gui.record_fields import ChoiceField, TextField
from referent_desk.gui.record_proposals import Proposals, added_text, put_proposed
from referent_desk.gui.record_rows import FieldRow, adds_after, fault_text
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.unfinished import BroughtBackBar, UnfinishedForm
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new record starts from. `names`: the fields asked for; all when left out.

    `values` and `links` are proposed and may be typed over; `given` is sent as it is and never
    shown: what the new record belongs to. `leave` is the text of the button that gives it up; by
    itself it speaks of creating. `keeps` names the fields that the next one begins with as the last
    one had them; where it is not None the form stays for a next one until it is left. `proposes`
    then reads what the next one may be, field by field. Enter in `adds_at` or below it creates.
    """

    kind: RecordKind
    title: str
    create: str
    names: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    says: str = ""
    leave: str = ""
    keeps: tuple[str, ...] | None = None
    proposes: Callable[[], tuple[Mapping[str, str], ...]] | None = None
    adds_at: str = ""


class PaneForm(QWidget):
    """Lies over a detail for a while. `created` brings what was saved; `left` says that it was
    given up, what was typed being kept. `foot` stays in sight beneath what is scrolled."""

    created = Signal(object)
    left = Signal()
    foot: FormFoot | None = None
    added: tuple[str, ...] = ()
    """What it has created so far, when it is left."""
    is_gone = False
    """It went before what it had sent was answered."""

    def focus_first(self) -> None:
        """Give the keyboard to what is typed first."""

    def settle(self) -> None:
        """Keep what is typed and not saved."""

    def let_go(self) -> None:
        """It goes: no answer may reach it any more."""
        self.is_gone = True

    def leave(self) -> None:
        self.settle()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


class FormFoot(QWidget):
    """The buttons of a form; what they do not know of a key, the form does."""

    def __init__(self, form: PaneForm, *buttons: QWidget) -> None:
        super().__init__(form)
        self._form = form
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.row = WrappingRow(self)
        self.row.setContentsMargins(0, 8, 0, 8)
        for button in buttons:
            self.row.addWidget(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._form.keyPressEvent(event)


class RecordForm(PaneForm):
    """One record, created by one button."""

    def __init__(
        self,
        beginning: Beginning,
        editing: Editing,
        *,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._beginning = beginning
        self._editing = editing
        self._is_sent = False
        self._proposals = Proposals(beginning.proposes, editing.jobs)
        self.rows = {row.field.name: row for row in self._make_rows()}
        self.unfinished = UnfinishedForm(
            key or f"new:{beginning.kind}", editing, self._unfinished_values, self
        )
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        self.create_button = IconButton(beginning.create, main=True)
        self.create_button.clicked.connect(lambda _checked: self.create_record())
        self.leave_button = IconButton(beginning.leave or _("Do not create"))
        self.done = PlainLabel("", Look.STRONG)
        self.done.hide()
        self.leave_button.clicked.connect(lambda _checked: self.leave())
        self._lay_out()
        self._propose()
        self.unfinished.read(self._bring_back)

    def _make_rows(self) -> list[FieldRow]:
        what = self._beginning.kind
        known = {f.name: f for f in FIELDS[what] if f.name not in self._beginning.given}
        asked = [known[name] for name in self._beginning.names or known]
        asked.sort(key=lambda f: not f.required)
        rows = [FieldRow(what, f, self._editing, quiet=False) for f in asked]
        for row in rows:
            self._connect_row(row)
        return rows

    def _connect_row(self, row: FieldRow) -> None:
        row.control.edited.connect(lambda: self._note(row))
        row.control.entered.connect(lambda: self._go_on(row))
        row.control.left.connect(lambda: self._look_at(row))
        row.control.refused.connect(lambda code: row.say_fault(fault_text(code, row.field)))

    def _lay_out(self) -> None:
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(PlainLabel(self._beginning.title, Look.TITLE))
        if self._beginning.says:
            self.column.addWidget(PlainLabel(self._beginning.says, Look.MUTED))
        self.column.addWidget(self.done)
        for row in self.rows.values():
            self.column.addWidget(row)
        self.column.addWidget(self.trouble)
        self.foot = FormFoot(self, self.create_button, self.leave_button)
        self.column.addWidget(self.foot)

    def focus_first(self) -> None:
        """The first that is empty: what is proposed need not be typed. None needed, Enter adds."""
        rows, adding = list(self.rows.values()), self.rows.get(self._beginning.adds_at)
        empty = [row for row in rows if not typed_values(row)[row.field.name]]
        if adding is not None and not any(row.field.required for row in empty):
            empty = [adding]
        for row in (empty or rows)[:1]:
            row.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def create_record(self) -> None:
        """Faults are said beside their fields, and the first one is gone to."""
        if self._is_sent or not self._find_no_fault():
            return
        self._is_sent = True
        self.trouble.say("")
        typed = {name: row.control.typed() for name, row in self.rows.items()}
        typed.update(self._beginning.given)
        kind, add = self._beginning.kind, self._editing.records.add
        self._editing.saver.save(lambda: add(kind, typed), self._take, self._refuse)

    def settle(self) -> None:
        self.unfinished.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.create_record()
        else:
            super().keyPressEvent(event)

    def _find_no_fault(self) -> bool:
        faulty = [row for row in self.rows.values() if self._say_fault_of(row)]
        if faulty:
            faulty[0].control.setFocus(Qt.FocusReason.OtherFocusReason)
        return not faulty

    @staticmethod
    def _say_fault_of(row: FieldRow) -> bool:
        sentence = row.find_fault()
        row.say_fault(sentence)
        return bool(sentence)

    def _note(self, row: FieldRow) -> None:
        row.say_fault("")
        self.trouble.say("")
        self.unfinished.note()

    def _look_at(self, row: FieldRow) -> None:
        """An empty field is no fault before one asks to create."""
        if row.control.is_changed and (row.control.typed() or row.control.local_fault()):
            self._say_fault_of(row)

    def _go_on(self, row: FieldRow) -> None:
        """Enter goes to the next field, and on the last one creates; a mouse only gets there."""
        rows = list(self.rows.values())
        after = rows.index(row) + 1
        is_last = after == len(rows) or isinstance(row.control, TextField)
        if is_last or adds_after(row, self.rows, self._beginning.adds_at):
            self.create_button.setFocus()
            if not isinstance(row.control, ChoiceField) or row.control.by_key:
                self.create_record()
        else:
            rows[after].control.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, saved: Saved) -> None:
        self.unfinished.forget()
        self._is_sent = False
        if self.is_gone:
            return
        if self._beginning.keeps is None:
            self.created.emit(saved)
        else:
            self.added = (*self.added, saved.id)
            self._begin_next(self._beginning.keeps)

    def _begin_next(self, keeps: tuple[str, ...]) -> None:
        """Empty again, but for what is proposed; what was just added is said above the fields."""
        first = next(iter(self.rows.values())).control.typed()
        kept = {name: self.rows[name].control.typed() for name in keeps}
        for name, row in self.rows.items():
            row.show_typed(kept.get(name, ""))
            row.say_fault("")
        self.done.say(added_text(first, len(self.added)))
        self.done.show()
        self.leave_button.setText(_("Done"))
        self.focus_first()
        self._proposals.ask(first, self._propose_next)

    def _propose_next(self, values: Mapping[str, str]) -> None:
        if not self.is_gone and put_proposed(self.rows, values):
            self.focus_first()

    def _refuse(self, error: Exception) -> None:
        self._is_sent = False
        if self.is_gone:
            self._editing.jobs.failed.emit(error)
            return
        sentence = sentence_of(error)
        row = self.rows.get(error.field) if isinstance(error, RefusedField) else None
        if row is not None:
            row.say_fault(sentence)
            row.control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.trouble.say(sentence)

    def _propose(self) -> None:
        for name, row in self.rows.items():
            row.show_typed(self._beginning.values.get(name, ""), self._beginning.links.get(name))

    def _unfinished_values(self) -> Mapping[str, str]:
        """Nothing while only what was proposed stands there."""
        if not any(row.control.is_changed for row in self.rows.values()):
            return {}
        values: dict[str, str] = {}
        for row in self.rows.values():
            values.update(typed_values(row))
        return values

    def _bring_back(self, unfinished: Unfinished) -> None:
        if any(row.control.is_changed for row in self.rows.values()):
            return
        for row in self.rows.values():
            put_unfinished(row, unfinished.values)
        bar = BroughtBackBar(unfinished.kept_at)
        self.column.insertWidget(1, bar)

        def clear() -> None:
            bar.hide()
            self.unfinished.drop()
            self._propose()
            self.focus_first()

        bar.cleared.connect(clear)
