"""What somebody can do, and who can do something with a software: a part of their details."""

from __future__ import annotations

from collections.abc import Callable

from referent_desk.domain.skills_wards import PersonSkill
from referent_desk.gui.columns import Column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.places import Place, TabName
from referent_desk.language import _, spoken
from referent_desk.words.skills import level_word, skill_reason

MOST = 40
"""Lines that are shown; the grid of a department has all of its own."""


def show_person_skills(pane: DetailPane, skills: tuple[PersonSkill, ...]) -> None:
    pane.heading(_("Trainings and skills"))
    if not skills:
        pane.text(_("No level is known: it is stated with “Trainings and skills”."))
        return
    _show(pane, _("Software"), skills, lambda row: Place(TabName.SOFTWARE, (row.key,)))


def show_able_people(pane: DetailPane, able: tuple[PersonSkill, ...]) -> None:
    """Those who train and help come first."""
    pane.heading(_("Who is trained"))
    if not able:
        pane.text(_("Nobody is known to be able to use it: say so in the tab Referents."))
        return
    _show(pane, _("Name"), able[:MOST], lambda row: Place(TabName.REFERENTS, (row.key,)))
    if len(able) > MOST:
        text = _("The first {shown} of {count}.")
        pane.muted(text.format(shown=MOST, count=len(able)))


def _show(
    pane: DetailPane,
    title: str,
    rows: tuple[PersonSkill, ...],
    leads_to: Callable[[PersonSkill], Place],
) -> None:
    columns = (
        Column(title, _named, "", 160, 3),
        Column(_("Level"), _level, "", 92, 0),
        Column(_("Why"), lambda row: skill_reason(row.skill, spoken()), "", 140, 3, yields=1),
    )
    pane.lines(_("Levels"), columns, rows, leads_to)


def _named(row: PersonSkill) -> str:
    return " · ".join(filter(None, (row.title, row.detail)))


def _level(row: PersonSkill) -> str:
    return level_word(row.skill.level, spoken()) if row.skill.level is not None else _("none")
