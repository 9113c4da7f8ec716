"""Levels, why somebody has one, and what is lacking, in the reader's language."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.skills import Basis, Skill, SkillLevel
from referent_desk.domain.skills_wards import SoftwareGaps, WardSkills
from referent_desk.language import Language


def level_word(level: SkillLevel, language: Language) -> str:
    _ = language.gettext
    return {
        SkillLevel.USES: _("uses"),
        SkillLevel.HELPS: _("helps"),
        SkillLevel.TRAINS: _("trains"),
    }[level]


def level_letter(level: SkillLevel, language: Language) -> str:
    """The first letter of the word: the three differ in both languages."""
    return level_word(level, language)[:1].upper()


def level_legend(language: Language) -> str:
    _ = language.gettext
    return _(
        "{uses}: uses it alone · {helps}: helps the others · {trains}: trains them · –: no level"
    ).format(**{str(level): level_letter(level, language) for level in SkillLevel})


def skill_word(skill: Skill, today: date, language: Language) -> str:
    """What stands in a cell: the level, and what is to be looked at."""
    _ = language.gettext
    if skill.level is None:
        return {
            Basis.RAN_OUT: _("run out"),
            Basis.CHANGED: _("new version"),
        }.get(skill.basis, "–")
    word = level_word(skill.level, language)
    if skill.runs_out(today):
        return _("{level}, ends soon").format(level=word)
    return word


def skill_reason(skill: Skill, language: Language) -> str:
    """Why somebody has the level or has none, as a sentence."""
    _ = language.gettext
    day = language.date(skill.day) if skill.day is not None else ""
    sentences = {
        Basis.NOTHING: _("Nothing was said yet."),
        Basis.STATED: _("Stated on {day}."),
        Basis.TRAINED: _("Trained on {day}."),
        Basis.RAN_OUT: _("The training counted until {day}."),
        Basis.CHANGED: _("A new version has been running since {day}: to be trained again."),
    }
    said = [sentences[skill.basis].format(day=day)]
    if skill.level is not None and skill.until is not None:
        said.append(_("Counts until {day}.").format(day=language.date(skill.until)))
    if skill.level is not None and skill.lost is not None and skill.lost_on is not None:
        lost = sentences[skill.lost_by].format(day=language.date(skill.lost_on))
        level = level_word(skill.lost, language)
        said.append(_("Was “{level}” before. {why}").format(level=level, why=lost))
    return " ".join(said)


def gap_words(gaps: SoftwareGaps, ward: WardSkills, language: Language) -> tuple[str, ...]:
    """What is lacking for a software, what hurts most first."""
    _, ngettext = language.gettext, language.ngettext
    said = []
    if gaps.nobody_helps:
        said.append(_("nobody helps"))
    elif gaps.nobody_trains:
        said.append(_("nobody trains"))
    if gaps.only_one:
        said.append(_("only {name} knows it").format(name=ward.name(gaps.only_one)))
    if count := len(gaps.changed):
        text = ngettext(
            "{count} to train again: new version", "{count} to train again: new version", count
        )
        said.append(text.format(count=count))
    if count := len(gaps.ran_out):
        said.append(ngettext("{count} run out", "{count} run out", count).format(count=count))
    if gaps.runs_out:
        day = min(day for _key, day in gaps.runs_out)
        said.append(_("one ends on {day}").format(day=language.short_date(day)))
    if gaps.without:
        count = len(gaps.without)
        text = ngettext("{count} without a level", "{count} without a level", count)
        said.append(text.format(count=count))
    return tuple(said)
