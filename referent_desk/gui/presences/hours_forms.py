"""The forms over a person: the hours of each week, one by one, and the days of an absence."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.presence_weeks import PersonHours
from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import Fault, FieldKind, RecordField
from referent_desk.domain.rotations import MOST_WEEKS, OFF, monday_of
from referent_desk.errors import RefusedField
from referent_desk.gui.editing import Editing
from referent_desk.gui.field_words import fault_sentence
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.pane_fields import DAY_WIDTH, FieldsForm, line_field
from referent_desk.gui.questions_presences import PresenceQuestions
from referent_desk.gui.record_fields import LineField
from referent_desk.gui.wordings import short_day
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _

_HOURS = RecordField("working_hours", FieldKind.HOURS)
_DAY = RecordField("week_one", FieldKind.DAY)
_WIDEST = 440  # pixels


class HoursForm(FieldsForm):
    """One line while every week is the same; further weeks are added one by one."""

    def __init__(self, hours: PersonHours, questions: PresenceQuestions, editing: Editing) -> None:
        super().__init__(
            _("Working hours of {name}").format(name=hours.name),
            _(
                "Type them as Mon–Fri 8:00–18:00, several with a semicolon between. A night is "
                "typed on the day it begins: Mon–Fri 21:00–7:00. Where the weeks differ, add them "
                "in turn; - is a week off."
            ),
            _("&Save the hours"),
            editing,
        )
        self._hours = hours
        self._questions = questions
        self.weeks: list[LineField] = []
        self._box = QWidget()
        self._lines = QVBoxLayout(self._box)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self.place(self._box)
        self.more = IconButton(_("A further &week"))
        self.copy = IconButton(_("&Copy week 1"))
        self.first = LineField(_DAY)
        self._first_box = QWidget()
        self._lay_out()
        for stored in self._stored():
            self._add_week(stored)

    def _stored(self) -> tuple[str, ...]:
        if self._hours.rotation is None:
            return (self._hours.text.partition("|")[0].strip(),)
        return tuple(week.stored() or OFF for week in self._hours.rotation.weeks)

    def _lay_out(self) -> None:
        row = WrappingRow()
        row.addWidget(self.more)
        row.addWidget(self.copy)
        self.column.addLayout(row)
        column = QVBoxLayout(self._first_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.first.setFixedWidth(DAY_WIDTH)
        name = _("A &Monday on which week 1 begins")
        self.first.setAccessibleName(name.replace("&", ""))
        column.addWidget(FieldLabel(name, self.first))
        column.addWidget(self.first)
        self.column.addWidget(self._first_box)
        begun = self._hours.week_one or monday_of(self._hours.today)
        self.first.show_typed(short_day(begun))
        self.first.entered.connect(self.finish)
        self.first.edited.connect(lambda: self.trouble.say(""))
        self.more.clicked.connect(lambda _on: self._begin_week())
        self.copy.clicked.connect(lambda _on: self._copy_first())
        self.close_up()

    def _add_week(self, stored: str) -> LineField:
        number = len(self.weeks)
        field = LineField(_HOURS)
        field.setMaximumWidth(_WIDEST)
        name = _("Week {number}").format(number=number + 1)
        field.setAccessibleName(name)
        field.show_typed(stored)
        field.entered.connect(lambda: self._go_on_from(field))
        field.edited.connect(lambda: self.trouble.say(""))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(FieldLabel(name, field))
        column.addWidget(field)
        self._lines.addWidget(box)
        self.weeks.append(field)
        self._follow_count()
        self._order_tabs()
        return field

    def _order_tabs(self) -> None:
        """A line that was added late comes where it stands."""
        buttons = (self.create_button, self.leave_button)
        stops = [*self.weeks, self.more, self.copy, self.first, *buttons]
        for one, after in pairwise(stops):
            QWidget.setTabOrder(one, after)

    def _follow_count(self) -> None:
        several = len(self.weeks) > 1
        self._first_box.setVisible(several)
        self.copy.setVisible(several)
        self.more.setEnabled(len(self.weeks) < MOST_WEEKS)

    def _begin_week(self) -> None:
        self._add_week("").setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy_first(self) -> None:
        """Into the week that has the keyboard last, or the last one that is empty."""
        typed = self.weeks[0].typed()
        empty = [week for week in self.weeks[1:] if not week.typed().strip()]
        for week in empty or self.weeks[-1:]:
            week.put(typed)
        (empty or self.weeks)[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on_from(self, field: LineField) -> None:
        after = self.weeks.index(field) + 1
        if after < len(self.weeks):
            self.weeks[after].setFocus(Qt.FocusReason.TabFocusReason)
        elif len(self.weeks) > 1:
            self.first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finish()

    def focus_first(self) -> None:
        self.weeks[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.weeks[0].selectAll()

    def finish(self) -> None:
        week_one: date | None = None
        if len(self.weeks) > 1 and self.first.typed().strip():
            read = read_typed(_DAY, self.first.typed())
            if isinstance(read, Fault):
                self.refuse_field(self.first, fault_sentence(read.code, _DAY))
                return
            week_one = read if isinstance(read, date) else None
        typed = tuple(week.typed() for week in self.weeks)
        say, key = self._questions.say_hours, self._hours.person_id
        self.send(lambda: say(key, typed, week_one))

    def _refuse(self, error: Exception) -> None:
        super()._refuse(error)
        if isinstance(error, RefusedField) and not self.is_gone:
            is_week = error.field.isdecimal() and int(error.field) < len(self.weeks)
            field = self.weeks[int(error.field)] if is_week else self.first
            self.refuse_field(field, sentence_of(error))


class AbsenceForm(FieldsForm):
    """One line; Enter sends it."""

    def __init__(self, hours: PersonHours, questions: PresenceQuestions, editing: Editing) -> None:
        super().__init__(
            _("{name} is absent").format(name=hours.name),
            _("The days alone, the last one included. Why is nobody’s business: it is not kept."),
            _("&Save the absence"),
            editing,
        )
        self._questions = questions
        self._person_id = hours.person_id
        self.days = line_field(_("Days"))
        self.days.setPlaceholderText(_("3 to 14 August"))
        self.ask(_("Da&ys"), self.days)
        self.close_up()

    def finish(self) -> None:
        add, key, typed = self._questions.add_absence, self._person_id, self.days.typed()
        self.send(lambda: add(key, typed))

    def _refuse(self, error: Exception) -> None:
        super()._refuse(error)
        if not self.is_gone:
            self.days.setFocus(Qt.FocusReason.OtherFocusReason)
