"""The forms that lie over the detail of a copy: a few fields, one button that says what it does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import Fault, FieldKind, RecordField
from referent_desk.gui.editing import Editing
from referent_desk.gui.field_words import fault_sentence
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.name_fields import NameField
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.record_fields import LineField
from referent_desk.gui.record_forms import FormFoot, PaneForm
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import short_day
from referent_desk.language import _

DAY_WIDTH = 152  # pixels
_WIDEST = 440
_DAY = RecordField("day", FieldKind.DAY, required=True)
_LINE = RecordField("line", FieldKind.LINE, required=True)


def day_field(today: date) -> LineField:
    field = LineField(_DAY)
    field.setFixedWidth(DAY_WIDTH)
    field.show_typed(short_day(today))
    return field


def line_field(name: str) -> LineField:
    field = LineField(_LINE)
    field.setMaximumWidth(_WIDEST)
    field.setAccessibleName(name)
    return field


def name_field(editing: Editing) -> NameField:
    field = NameField(editing)
    field.setMaximumWidth(_WIDEST)
    field.show_name(editing.signer.name)
    return field


def typed_day(field: LineField) -> date | None:
    read = read_typed(_DAY, field.typed())
    return read if isinstance(read, date) else None


def day_fault(field: LineField) -> str:
    read = read_typed(_DAY, field.typed())
    return fault_sentence(read.code, _DAY) if isinstance(read, Fault) else ""


class FieldsForm(PaneForm):
    """`send` runs on the worker. Errors are said above the button; the form stays open."""

    def __init__(self, title: str, says: str, create: str, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._is_sent = False
        self._fields: list[LineField] = []
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        self.create_button = IconButton(create, "check", main=True)
        self.create_button.clicked.connect(lambda _on: self.finish())
        self.leave_button = IconButton(_("Not now"))
        self.leave_button.clicked.connect(lambda _on: self.leave())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(PlainLabel(title, Look.TITLE))
        if says:
            self.column.addWidget(PlainLabel(says, Look.MUTED))
        self.foot = FormFoot(self, self.create_button, self.leave_button)

    def ask(self, text: str, field: LineField) -> None:
        """A field beneath those asked before; Enter goes on, and from the last one sends."""
        label = FieldLabel(text, field)
        field.setAccessibleName(text.replace("&", ""))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(field)
        self.column.addLayout(column)
        field.entered.connect(lambda: self._go_on(field))
        field.edited.connect(lambda: self.trouble.say(""))
        self._fields.append(field)

    def place(self, widget: QWidget) -> None:
        self.column.addWidget(widget)

    def close_up(self) -> None:
        """All fields are there."""
        self.column.addWidget(self.trouble)
        if self.foot is not None:
            self.column.addWidget(self.foot)

    def focus_first(self) -> None:
        empty = next((field for field in self._fields if not field.text()), None)
        self.focus(empty or self.create_button)

    def focus(self, widget: QWidget) -> None:
        """In sight, also where the form is longer than its pane."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring_into_sight(widget)

    def finish(self) -> None:
        """Look at what was typed, then send it."""

    def refuse_field(self, field: LineField, sentence: str) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_trouble(sentence)

    def _say_trouble(self, sentence: str) -> None:
        self.trouble.say(sentence)
        self._bring_into_sight(self.trouble)

    def _bring_into_sight(self, widget: QWidget) -> None:
        """Once all has its place; the whole of it, not only the line of the cursor."""

        def bring() -> None:
            area = self.parentWidget()
            while area is not None and not isinstance(area, QScrollArea):
                area = area.parentWidget()
            page = area.widget() if area is not None else None
            if area is not None and page is not None and page.isAncestorOf(widget):
                QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
                top = widget.mapTo(page, QPoint(0, 0)).y()
                area.ensureVisible(0, top + widget.height(), 0, 8)
                area.ensureVisible(0, top, 0, 8)

        QTimer.singleShot(0, self, bring)

    def send(self, work: Callable[[], Saved]) -> None:
        if self._is_sent:
            return
        self._is_sent = True
        self.trouble.say("")
        self._editing.saver.save(work, self._take, self._refuse)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        else:
            super().keyPressEvent(event)

    def _go_on(self, field: LineField) -> None:
        after = self._fields.index(field) + 1
        if after == len(self._fields):
            self.finish()
        else:
            self._fields[after].setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, saved: Saved) -> None:
        self._is_sent = False
        if not self.is_gone:
            self.created.emit(saved)

    def _refuse(self, error: Exception) -> None:
        self._is_sent = False
        if self.is_gone:
            self._editing.jobs.failed.emit(error)
        else:
            self._say_trouble(sentence_of(error))


class ReasonForm(FieldsForm):
    """Takes back what was recorded: both stay in the history. `annul` is given the reason."""

    def __init__(
        self,
        title: str,
        says: str,
        annul: Callable[[str], Saved],
        editing: Editing,
        why: str = "",
    ) -> None:
        super().__init__(title, says, _("&Take it back"), editing)
        self._annul = annul
        why = why or _("Why it was &wrong")
        self.reason = line_field(why.replace("&", ""))
        self.ask(why, self.reason)
        self.close_up()

    def finish(self) -> None:
        reason = self.reason.typed().strip()
        if not reason:
            self.refuse_field(self.reason, _("A reason is needed. A few words are enough."))
            return
        annul = self._annul
        self.send(lambda: annul(reason))
