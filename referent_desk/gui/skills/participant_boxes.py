"""Who came to a training: the list to tick, what is said for all of it, and a name beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.skills import SkillLevel
from referent_desk.domain.skills_wards import Member
from referent_desk.domain.texts import clean_line
from referent_desk.domain.trainings import Participant
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.name_fields import NameField
from referent_desk.gui.skills.participants import ParticipantsModel, ParticipantsView
from referent_desk.gui.skills.words import level_choices
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _

_LEAST_LIST = 200  # pixels


class ParticipantsBox(QWidget):
    entered = Signal()

    def __init__(self, members: Sequence[Member], editing: Editing) -> None:
        super().__init__()
        self._members = members
        self.model = ParticipantsModel()
        self.model.show_members(members)
        self.view = ParticipantsView(self.model)
        self.view.setMinimumHeight(_LEAST_LIST)
        self.name = NameField(editing)
        self.count = PlainLabel("", Look.MUTED)
        self._lay_out()
        self.view.entered.connect(self.entered)
        self.model.edited.connect(self._note_came)
        self._note_came()

    def _lay_out(self) -> None:
        self.level = QComboBox()
        for level, word in level_choices():
            self.level.addItem(word, level)
        self.level.addItem(_("nothing said"), None)
        self.level.currentIndexChanged.connect(lambda _place: self._give_all())
        self.all = QCheckBox(_("&All of the list came"))
        self.all.clicked.connect(lambda on: self.model.tick_all(on=on))
        head = WrappingRow()
        label = FieldLabel(_("&Level reached by those who came"), self.level)
        for widget in (label, self.level, self.all):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        says = _("Space ticks. The letter of a level gives it to one person alone.")
        column.addWidget(PlainLabel(says, Look.MUTED))
        column.addWidget(self.view, 1)
        column.addLayout(self._name_row())

    def _name_row(self) -> QHBoxLayout:
        self.add = IconButton(_("Add &this name"), "plus")
        self.name.setAccessibleName(_("Somebody who is not in the list"))
        self.name.entered.connect(self._add_name)
        self.add.clicked.connect(lambda _on: self._add_name())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(FieldLabel(_("S&omebody who is not in the list"), self.name))
        row.addWidget(self.name, 1)
        row.addWidget(self.add)
        row.addWidget(self.count)
        self.count.setWordWrap(False)
        return row

    def show_participants(self, came: Iterable[Participant]) -> None:
        self.model.show_members(self._members, came)
        self._note_came()

    def _note_came(self) -> None:
        self.count.say(_("{count} came").format(count=len(self.model.came)))

    def _give_all(self) -> None:
        level = self.level.currentData()
        self.model.give_all(SkillLevel(level) if level is not None else None)

    def _add_name(self) -> None:
        typed, link = self.name.typed(), self.name.link
        if typed:
            known = link.id if link is not None and link.name == typed else None
            self.view.go_to(self.model.add(clean_line(typed), known))
            self.name.show_name("")
