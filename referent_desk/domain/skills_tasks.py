"""What skills give to do: newcomers to welcome, software nobody helps with, trainings that end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from referent_desk.domain.dues import DueRow, Duty
from referent_desk.domain.skills import RUNS_OUT_SOON, Basis
from referent_desk.domain.skills_wards import Newcomer, WardSkills, gaps_of, newcomers_of
from referent_desk.domain.tasks import Due, Lead, Task, Urgency
from referent_desk.domain.values import dataclass

SKILL_MINUTES: Mapping[str, int] = {
    "newcomers_unwelcomed": 5,
    "nobody_helps": 5,
    "training_ends": 5,
}
_NAMED = 2


@dataclass(frozen=True, slots=True)
class EndingTraining:
    """Levels for one software that end, or ended, on a day; `people` whose they are.

    `is_asked`: a new version asks again, and that is the day on which it went live.
    """

    software_id: str
    software: str
    day: date
    people: tuple[str, ...]
    is_over: bool = False
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class SkillFacts:
    """`helpless` are critical software with which nobody helps, by id and name.

    They are told only where somebody's level is known: a ward that says nothing of its people is
    not a ward where nobody knows anything.
    """

    newcomers: tuple[Newcomer, ...] = ()
    helpless: tuple[tuple[str, str], ...] = ()
    endings: tuple[EndingTraining, ...] = ()


def skill_facts_of(ward: WardSkills) -> SkillFacts:
    has_begun = bool(ward.skills)
    arrivals = newcomers_of(ward) if has_begun or ward.lines else ()
    helpless = [
        (gaps.software_id, gaps.software)
        for gaps in (gaps_of(ward) if has_begun else ())
        if gaps.is_critical and gaps.nobody_helps and gaps.staff
    ]
    endings = tuple(endings_of(ward)) if has_begun else ()
    return SkillFacts(tuple(arrivals), tuple(helpless), endings)


def endings_of(ward: WardSkills) -> Iterator[EndingTraining]:
    """Of those who belong to the ward, in the order of the software and of the days."""
    for used in ward.used:
        days: dict[tuple[date, bool, bool], list[str]] = {}
        for member in ward.members:
            skill = ward.skills.get((member.id, used.id))
            if skill is None or not member.is_staff:
                continue
            if skill.lost_on is not None:
                asked = skill.lost_by is Basis.CHANGED
                days.setdefault((skill.lost_on, True, asked), []).append(member.name)
            if skill.until is not None:
                days.setdefault((skill.until, False, False), []).append(member.name)
        for (day, is_over, asked), people in sorted(days.items()):
            yield EndingTraining(used.id, used.name, day, tuple(people), is_over, asked)


def skill_tasks(facts: SkillFacts, today: date) -> Iterator[Task]:
    """Who is new is welcomed before what is old is refreshed."""
    if facts.newcomers:
        yield _welcome(facts.newcomers)
    if facts.helpless:
        yield Task(
            "nobody_helps",
            Urgency.SOON,
            SKILL_MINUTES["nobody_helps"],
            Lead.SKILLS,
            (facts.helpless[0][0],),
            tuple(name for _key, name in facts.helpless),
            {"count": len(facts.helpless)},
        )
    ending = [one for one in facts.endings if one.is_over or one.day - today <= RUNS_OUT_SOON]
    if ending:
        yield Task(
            "training_ends",
            Urgency.LATER,
            SKILL_MINUTES["training_ends"],
            Lead.SKILLS,
            (ending[0].software_id,),
            tuple(dict.fromkeys(one.software for one in ending)),
            {
                "count": len({name for one in ending for name in one.people}),
                "over": sum(len(one.people) for one in ending if one.is_over),
            },
        )


def _welcome(new: tuple[Newcomer, ...]) -> Task:
    """It presses until it has begun: a list of many lines is gone through in some weeks."""
    first = new[0]
    return Task(
        "newcomers_unwelcomed",
        Urgency.LATER if all(one.welcome.done for one in new) else Urgency.SOON,
        SKILL_MINUTES["newcomers_unwelcomed"] * len(new),
        Lead.ARRIVALS,
        (first.person_id,),
        tuple(one.name for one in new),
        {
            "count": len(new),
            "since": min(one.since for one in new),
            "done": first.welcome.done,
            "of": first.welcome.of,
        },
    )


def skill_dues(facts: SkillFacts, today: date) -> Iterator[Due]:
    """Days after today on which trainings end."""
    for one in facts.endings:
        if not one.is_over and one.day > today:
            yield Due("training_ends", one.day, one.software)


def skill_rows(ward: WardSkills) -> Iterator[DueRow]:
    """Every level that ended, or ends on a day: the training is to be held again by then.

    What a new version asks again has the day of that version, which is told already.
    """
    for one in endings_of(ward) if ward.skills else ():
        if one.is_asked:
            continue
        more = len(one.people) - _NAMED
        named = ", ".join(one.people[:_NAMED]) + (f" +{more}" if more > 0 else "")
        key = f"{one.software_id}:{one.day}"
        subject = f"{one.software} · {named}"
        yield DueRow(Duty.TRAINING, ward.department_id, ward.department, key, subject, one.day)
