"""The end of a check: who did it and when; then what it showed, and what comes next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import Fault, FieldKind, RecordField
from referent_desk.domain.shelf_checks import ShelfCheck
from referent_desk.gui.editing import Editing
from referent_desk.gui.field_words import fault_sentence
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.name_fields import NameField
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.record_fields import LineField
from referent_desk.gui.shapes import Shape
from referent_desk.gui.shelf_checks.words import advice_sentences, needs_paper, result_sentence
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import short_day
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _

_DAY = RecordField("day", FieldKind.DAY, required=True)
_DAY_WIDTH, _NAME_WIDTH = 152, 360  # pixels


class RecordingPanel(QWidget):
    """`given` carries who and the day; `back` leads to the sheets again."""

    given = Signal(str, object)
    back = Signal()

    def __init__(self, editing: Editing, today: date) -> None:
        super().__init__()
        self._editing = editing
        self.who = NameField(editing)
        self.who.setMaximumWidth(_NAME_WIDTH)
        self.who.show_name(editing.signer.name)
        self.day = LineField(_DAY)
        self.day.setFixedWidth(_DAY_WIDTH)
        self.day.show_typed(short_day(today))
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        self.record = IconButton(_("&Record the check"), "check", main=True)
        self.correct = IconButton(_("&Look at a sheet again"), "chevron-left")
        self.record.clicked.connect(lambda _on: self._give())
        self.correct.clicked.connect(lambda _on: self.back.emit())
        self.who.entered.connect(self._go_on)
        self.day.entered.connect(self._give)
        for field in (self.who, self.day):
            field.edited.connect(lambda: self.trouble.say(""))
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = WrappingRow()
        for button in (self.record, self.correct):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(_("Every sheet was looked at."), Look.TITLE))
        column.addSpacing(8)
        for text, name, field in (
            (_("&Who looked at the shelf"), _("Who looked at the shelf"), self.who),
            (_("&On which day"), _("On which day"), self.day),
        ):
            field.setAccessibleName(name)
            column.addWidget(FieldLabel(text, field))
            column.addWidget(field)
        column.addWidget(self.trouble)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(1)

    def take_focus(self) -> None:
        target = self.record if self.who.typed() else self.who
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_trouble(self, sentence: str) -> None:
        self.trouble.say(sentence)

    def wait(self, waits: bool) -> None:
        self.record.setEnabled(not waits)

    def controls(self) -> list[QWidget]:
        return [self.who, self.day, self.record, self.correct]

    def _go_on(self) -> None:
        self.day.setFocus(Qt.FocusReason.TabFocusReason)
        self.day.selectAll()

    def _give(self) -> None:
        who, day = self.who.typed(), read_typed(_DAY, self.day.typed())
        if not who:
            self.trouble.say(_("Nobody is named. Type the name of who did it."))
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(day, date):
            self._editing.signer.remember(who)
            self.given.emit(who, day)
        else:
            self.trouble.say(fault_sentence(day.code, _DAY) if isinstance(day, Fault) else "")
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)


class ResultPanel(QWidget):
    """`print_asked` and `left`: the two ways on."""

    print_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = PlainLabel("", Look.TITLE)
        self.advice = PlainLabel("")
        self.kept = PlainLabel(_("The check is recorded in the history of the copy."), Look.MUTED)
        self.print = IconButton(_("&Print replacement sheets…"), "printer", main=True)
        self.leave = IconButton(_("Back to the b&inder"), "arrow-left")
        self.print.clicked.connect(lambda _on: self.print_asked.emit())
        self.leave.clicked.connect(lambda _on: self.left.emit())
        buttons = WrappingRow()
        for button in (self.print, self.leave):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(12)
        for label in (self.title, self.advice, self.kept):
            column.addWidget(label)
        column.addLayout(buttons)
        column.addStretch(1)

    def say(self, check: ShelfCheck) -> None:
        self.title.say(result_sentence(check))
        advice = advice_sentences(check)
        self.advice.say("\n\n".join(advice))
        self.advice.setVisible(bool(advice))
        self.print.setVisible(needs_paper(check))

    def take_focus(self) -> None:
        target = self.leave if self.print.isHidden() else self.print
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def controls(self) -> list[QWidget]:
        return [self.print, self.leave]
