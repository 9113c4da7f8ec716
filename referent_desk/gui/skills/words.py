"""The words of trainings, of the grid of skills and of arrivals."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.skills import Skill, SkillLevel
from referent_desk.domain.skills_wards import (
    Member,
    SoftwareGaps,
    UsedSoftware,
    WardSkills,
)
from referent_desk.domain.texts import LONGEST_NAME
from referent_desk.domain.trainings import Training
from referent_desk.gui.labels import shortened
from referent_desk.gui.wordings import day, short_day
from referent_desk.language import _, ngettext, spoken
from referent_desk.words.skills import gap_words, level_legend, level_word, skill_reason, skill_word

_LONGEST_SOFTWARE, _LONGEST_GAP = 34, 38
"""Letters that have room above a column."""


def column_title(used: UsedSoftware, gaps: SoftwareGaps, ward: WardSkills) -> str:
    """The software, the version that runs, and all that is lacking."""
    lacking = gap_words(gaps, ward, spoken())
    lines = (f"{used.name} {used.release}".strip(), ", ".join(lacking) or _("all have a level"))
    return "\n".join(lines)


def column_head(used: UsedSoftware, gaps: SoftwareGaps, ward: WardSkills) -> str:
    """Where there is little room: the software, and what hurts most."""
    lacking = gap_words(gaps, ward, spoken())
    name = shortened(used.name, _LONGEST_SOFTWARE)
    return f"{name}\n{shortened((lacking or (_('all have a level'),))[0], _LONGEST_GAP)}"


def member_title(member: Member, *, is_new: bool, most: int = LONGEST_NAME) -> str:
    """`most`: letters of the name; what is said besides is never cut."""
    if is_new:
        return _("{name} (new)").format(name=shortened(member.name, most - 9))
    if not member.is_staff:
        return _("{name} (of elsewhere)").format(name=shortened(member.name, most - 9))
    return shortened(member.name, most)


def cell_word(skill: Skill, today: date) -> str:
    return skill_word(skill, today, spoken())


def cell_tip(member: Member, used: UsedSoftware, skill: Skill, today: date) -> str:
    return _("{name}, {software}: {level}. {reason}").format(
        name=member.name,
        software=used.name,
        level=skill_word(skill, today, spoken()) if skill.level or skill.lost else _("no level"),
        reason=skill_reason(skill, spoken()),
    )


def reason_of(skill: Skill) -> str:
    return skill_reason(skill, spoken())


def keys_sentence(*, is_editable: bool) -> str:
    legend = level_legend(spoken())
    if not is_editable:
        return legend
    keys = _("Type the letter of a level, or – for none; Enter asks for the day.")
    return f"{legend}. {keys}"


def totals_sentence(ward: WardSkills, gaps: tuple[SoftwareGaps, ...], new: int) -> str:
    """How many of what is used nobody helps with, how many one person alone knows, who is new."""
    if not ward.used:
        return _("This department uses no software yet: say first what it works with.")
    if not ward.members:
        return _("Nobody of this department is known: add people in the tab Referents.")
    helpless = sum(one.nobody_helps for one in gaps)
    alone = sum(bool(one.only_one) for one in gaps)
    said = [
        ngettext("{count} software used", "{count} software used", len(gaps)).format(
            count=len(gaps)
        ),
        _("nobody helps with {count}").format(count=helpless) if helpless else "",
        _("one person alone knows {count}").format(count=alone) if alone else "",
        ngettext("{count} new colleague", "{count} new colleagues", new).format(count=new)
        if new
        else "",
    ]
    return " · ".join(filter(None, said))


def training_title(training: Training) -> str:
    version = f" {training.version}" if training.version else ""
    return f"{short_day(training.day)} · {training.software}{version}"


def training_line(training: Training, today: date) -> str:
    """By whom, how long, for how many, until when."""
    count = len(training.participants)
    parts = [
        training.topic,
        _("by {name}").format(name=training.trainer) if training.trainer else "",
        _("{minutes} min").format(minutes=training.minutes) if training.minutes else "",
        ngettext("{count} participant", "{count} participants", count).format(count=count),
    ]
    if training.valid_until is not None:
        text = _("counted until {day}") if training.ended(today) else _("counts until {day}")
        parts.append(text.format(day=short_day(training.valid_until)))
    return " · ".join(filter(None, parts))


def participants_line(training: Training) -> str:
    return ", ".join(
        f"{one.name} ({level_word(one.level, spoken())})" if one.level else one.name
        for one in training.participants
    )


def level_choices() -> tuple[tuple[SkillLevel, str], ...]:
    return tuple((level, level_word(level, spoken())) for level in SkillLevel)


def level_of(letter: str) -> SkillLevel | None:
    """That whose word begins with the letter."""
    typed = letter.casefold()
    found = (level for level, word in level_choices() if typed and word[:1].casefold() == typed)
    return next(found, None)


def since_sentence(since: date | None) -> str:
    return _("known here since {day}").format(day=day(since)) if since is not None else ""
