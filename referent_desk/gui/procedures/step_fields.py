"""One step as one types it: what is done; beneath it who, forms, means, where it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from referent_desk.domain.means import split_names
from referent_desk.domain.procedures import Step
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.procedures.completions import (
    Completions,
    forms_by,
    means_by,
    roles_by,
    values_by,
)
from referent_desk.gui.procedures.text_fields import (
    GrowingText,
    ShortText,
    is_picked,
    leave_to_offers,
)
from referent_desk.language import _

_INDENT = 28
_MARK = 28
_ALT = Qt.KeyboardModifier.AltModifier
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(slots=True)
class Known:
    """What is offered while one types; filled once the worker has answered."""

    roles: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    local_names: tuple[str, ...] = ()
    means: tuple[str, ...] = ()

    def all_means(self) -> Iterable[str]:
        return self.means

    def all_roles(self) -> Iterable[str]:
        return self.roles

    def all_forms(self) -> Iterable[tuple[str, str]]:
        return self.forms

    def all_names(self) -> Iterable[str]:
        return self.local_names


class WhatText(GrowingText):
    """`keyed` is told what a key asks of the steps; the field itself only types."""

    keyed = Signal(str)
    focused = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = self._asked(event)
        if asked:
            self.keyed.emit(asked)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def event(self, event: QEvent) -> bool:
        """Tab is a key of this field, not of the window."""
        if is_picked(event, self.is_offering):
            leave_to_offers(event)
            return True
        if isinstance(event, QKeyEvent) and event.type() == event.Type.KeyPress:
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if plain and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def _asked(self, event: QKeyEvent) -> str:
        """What the steps are asked for; nothing where the key types."""
        key, cursor = Qt.Key(event.key()), self.textCursor()
        if event.modifiers() & _ALT:
            return {-1: "up", 1: "down"}.get(_UP_DOWN.get(key, 0), "")
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return "split"
        if key == Qt.Key.Key_Backtab:
            return "higher"
        if key == Qt.Key.Key_Tab:
            return "higher" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else "deeper"
        if cursor.hasSelection():
            return ""
        if key == Qt.Key.Key_Backspace and cursor.atStart():
            return "join"
        if key == Qt.Key.Key_Delete and cursor.atEnd():
            return "join_next"
        if event.modifiers() == Qt.KeyboardModifier.NoModifier:
            return self._step_over(key)
        return ""

    def _step_over(self, key: Qt.Key) -> str:
        """Up on the first line and down on the last one go to the step beside."""
        cursor = self.textCursor()
        if key == Qt.Key.Key_Up and not cursor.movePosition(cursor.MoveOperation.Up):
            return "above"
        if key == Qt.Key.Key_Down and not cursor.movePosition(cursor.MoveOperation.Down):
            return "below"
        return ""


class StepField(ShortText):
    keyed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _UP_DOWN.get(Qt.Key(event.key()), 0)
        if event.modifiers() & _ALT and way:
            self.keyed.emit("up" if way < 0 else "down")
        else:
            super().keyPressEvent(event)


class StepRow(QFrame):
    """`edited` names the field in which something was typed."""

    edited = Signal(object, str)
    keyed = Signal(object, str)

    def __init__(self, known: Known, refuse: Callable[[str], None]) -> None:
        super().__init__()
        self.level = 1
        self._known = known
        self._shown_means: tuple[str, ...] = ()
        self.mark = PlainLabel("", Look.STRONG)
        self.mark.setFixedWidth(_MARK)
        self.what = WhatText("")
        self.who = StepField("", _("who"))
        self.forms = StepField("", _("forms: F05, F06"))
        self.means = StepField("", _("what is needed"))
        self.where = StepField("", _("where it goes"))
        self._lay_out()
        values = values_by(known.all_names)
        self.completions = (
            Completions(self.what, (values,), _("Local values")),
            Completions(self.who, (roles_by(known.all_roles),), _("Roles")),
            Completions(self.forms, (forms_by(known.all_forms),), _("Forms")),
            Completions(self.means, (means_by(known.all_means),), _("Means")),
            Completions(self.where, (values,), _("Local values")),
        )
        self.what.edited.connect(lambda: self.edited.emit(self, "what"))
        self.what.refused.connect(refuse)
        self.what.keyed.connect(lambda asked: self.keyed.emit(self, asked))
        for name, field in self.short_fields().items():
            field.textChanged.connect(lambda _text, n=name: self.edited.emit(self, n))
            field.entered.connect(lambda: self.keyed.emit(self, "new"))
            field.keyed.connect(lambda asked: self.keyed.emit(self, asked))

    def short_fields(self) -> dict[str, StepField]:
        fields = {"who": self.who, "forms": self.forms, "means": self.means}
        return {**fields, "where": self.where}

    def field(self, name: str) -> QWidget:
        return self.short_fields().get(name, self.what)

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(4)
        self._grid.addWidget(self.mark, 0, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.what, 0, 2)
        beneath = QHBoxLayout()
        beneath.setSpacing(4)
        for field in self.short_fields().values():
            beneath.addWidget(field, 1)
        self._grid.addLayout(beneath, 1, 2)
        self._grid.setColumnStretch(2, 1)

    def show_step(self, step: Step, mark: str) -> None:
        self.level = step.level
        self.mark.say(mark)
        self._grid.setColumnMinimumWidth(0, _INDENT * (step.level - 1))
        self.what.show_text(step.what)
        self.who.show_text(step.who)
        self.where.show_text(step.where)
        if step.forms != self._forms():
            self.forms.show_text(", ".join(step.forms))
        self._shown_means = step.means
        if step.means != self._means():
            self.means.show_text(", ".join(step.means))
        names = {"who": _("Step {mark}, who"), "forms": _("Step {mark}, forms"),
                 "means": _("Step {mark}, means, one of which is enough"),
                 "where": _("Step {mark}, where it goes")}  # fmt: skip
        for name, field in self.short_fields().items():
            field.setAccessibleName(names[name].format(mark=mark))
        self.what.setAccessibleName(
            _("Step {mark}, level {level}, what is done").format(mark=mark, level=step.level)
        )

    def step(self) -> Step:
        return Step(
            self.what.text().replace("\n", " "),
            self.who.text(),
            self._forms(),
            self.where.text(),
            self.level,
            self._means(),
        )

    def _means(self) -> tuple[str, ...]:
        """Names between commas; what was shown is known, whatever signs it holds."""
        return split_names(self.means.text(), (*self._known.means, *self._shown_means))

    def _forms(self) -> tuple[str, ...]:
        """Codes between commas or blanks; letters of a code are capitals."""
        pieces = self.forms.text().replace(";", ",").replace(" ", ",").split(",")
        return tuple(piece.strip().upper() for piece in pieces if piece.strip())
