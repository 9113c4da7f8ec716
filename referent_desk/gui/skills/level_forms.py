"""What somebody can do with a software, as they say it: one of four, and the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from referent_desk.domain.deeds import Saved
from referent_desk.domain.skills import Skill, SkillLevel
from referent_desk.domain.skills_wards import Member, UsedSoftware
from referent_desk.gui.editing import Editing
from referent_desk.gui.pane_fields import FieldsForm, day_fault, day_field, typed_day
from referent_desk.gui.skills.words import reason_of
from referent_desk.language import _

State = Callable[[str, str, SkillLevel | None, date], Saved]


class LevelForm(FieldsForm):
    def __init__(
        self,
        about: tuple[Member, UsedSoftware, Skill],
        state: State,
        editing: Editing,
        today: date,
    ) -> None:
        member, used, skill = about
        title = _("{name}: {software}").format(name=member.name, software=used.name)
        super().__init__(title, reason_of(skill), _("&State this level"), editing)
        self._key = member.id, used.id
        self._state = state
        self.levels: dict[SkillLevel | None, QRadioButton] = {}
        group = QButtonGroup(self)
        for level, text in _levels():
            self.levels[level] = QRadioButton(text)
            group.addButton(self.levels[level])
            self.place(self.levels[level])
        self.levels[skill.level or skill.lost].setChecked(True)
        self.day = day_field(today)
        self.ask(_("On which da&y"), self.day)
        self.close_up()

    @property
    def level(self) -> SkillLevel | None:
        return next(level for level, button in self.levels.items() if button.isChecked())

    def focus_first(self) -> None:
        self.levels[self.level].setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        day = typed_day(self.day)
        if day is None:
            self.refuse_field(self.day, day_fault(self.day))
            return
        (person_id, software_id), level, state = self._key, self.level, self._state
        self.send(lambda: state(person_id, software_id, level, day))


def _levels() -> tuple[tuple[SkillLevel | None, str], ...]:
    return (
        (None, _("None but &what trainings gave")),
        (SkillLevel.USES, _("Uses it al&one")),
        (SkillLevel.HELPS, _("&Helps the others")),
        (SkillLevel.TRAINS, _("&Trains the others")),
    )
