"""Beside the grid: what is known of the cell, what the software lacks, the trainings held."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.skills import Skill
from referent_desk.domain.skills_wards import Member, SoftwareGaps, UsedSoftware, WardSkills
from referent_desk.domain.trainings import Training
from referent_desk.gui.columns import Column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.row_tables import LinesTable
from referent_desk.gui.skills.words import participants_line, reason_of, training_line
from referent_desk.gui.wordings import short_day
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _, spoken
from referent_desk.words.skills import gap_words

_SHOWN = 60


class TrainingActions(QWidget):
    """What can be done with the training that is chosen in the table above."""

    def __init__(self, actions: dict[str, Callable[[Training], None]]) -> None:
        """`actions` by what they are: certificates, correct, annul; those that are offered."""
        super().__init__()
        self.chosen: Training | None = None
        self._table: LinesTable | None = None
        self.said = PlainLabel("", Look.MUTED)
        self.came = PlainLabel("")
        self.buttons: dict[str, IconButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.said)
        layout.addWidget(self.came)
        row = WrappingRow()
        for name, text, icon in (
            ("certificates", _("Certi&ficates…"), "printer"),
            ("correct", _("C&orrect…"), ""),
            ("annul", _("Ta&ke it back…"), ""),
        ):
            if name in actions:
                button = self.buttons[name] = IconButton(text, icon)
                button.clicked.connect(lambda _on, act=actions[name]: self._do(act))
                row.addWidget(button)
        layout.addLayout(row)

    def settle(self) -> None:
        return None

    def let_go(self) -> None:
        return None

    def listen_to(self, table: LinesTable, day_said: Callable[[Training], str]) -> None:
        self._said = day_said
        if table is not self._table:
            self._table = table
            table.row_chosen.connect(self._take)
        self._take(table.chosen_row())

    def _take(self, row: Any) -> None:
        self.chosen = row if isinstance(row, Training) else None
        self.said.say(self._said(self.chosen) if self.chosen else "")
        self.came.say(participants_line(self.chosen) if self.chosen else "")
        for button in self.buttons.values():
            button.setEnabled(self.chosen is not None)

    def _do(self, act: Callable[[Training], None]) -> None:
        if self.chosen is not None:
            act(self.chosen)


def show_cell(pane: DetailPane, about: tuple[Member, UsedSoftware, Skill] | None) -> None:
    if about is None:
        return
    member, used, skill = about
    pane.heading(f"{member.name} · {used.name}")
    pane.text(reason_of(skill))


def show_gaps(pane: DetailPane, ward: WardSkills, gaps: SoftwareGaps) -> None:
    """Names where they are few enough to be read."""
    pane.heading(_("{software} here").format(software=gaps.software))
    pane.text(", ".join(gap_words(gaps, ward, spoken())) or _("Everybody has a level."))
    names = [ward.name(key) for key in gaps.without]
    if 0 < len(names) <= 12:
        pane.muted(_("Without a level: {names}").format(names=", ".join(names)))
    renewed = [ward.name(key) for key in (*gaps.changed, *gaps.ran_out)]
    if renewed:
        pane.muted(_("To be trained again: {names}").format(names=", ".join(renewed)))


def show_trainings(
    pane: DetailPane,
    ward: WardSkills,
    trainings: tuple[Training, ...],
    actions: dict[str, Callable[[Training], None]],
) -> None:
    pane.heading(_("Trainings"))
    if not trainings:
        pane.text(_("None was recorded yet. Print the attendance sheet, have it signed, type it."))
        return
    columns = (
        Column(_("Day"), lambda row: short_day(row.day), "", 104, 0),
        Column(_("Software taught"), lambda row: row.software, "", 120, 2),
        Column(_("Came"), lambda row: str(len(row.participants)), "", 88, 0, is_number=True),
    )
    table = pane.lines(_("Trainings"), columns, trainings[:_SHOWN], lambda _row: None)
    if table.chosen_row() is None:
        table.choose(0)
    box = pane.keep("training", lambda: TrainingActions(actions))
    box.listen_to(table, lambda training: training_line(training, ward.today))
