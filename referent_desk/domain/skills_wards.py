"""Who of a department is able to do what with the software that it uses, and what is lacking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date, timedelta
from typing import NamedTuple

from referent_desk.domain.skills import NO_SKILL, RANK, Basis, Skill, SkillLevel
from referent_desk.domain.values import dataclass

NEW_FOR = timedelta(days=60)
"""So long somebody who was added is new to the ward."""
CRITICAL = 2
"""Software that cannot wait has this criticality or a lower number."""


class Member(NamedTuple):
    """A line of the grid. `is_staff` False: referent here, and of another department.

    `since`: the day on which the name was added.
    """

    id: str
    name: str
    role: str = ""
    since: date | None = None
    is_staff: bool = True


class UsedSoftware(NamedTuple):
    """`release` is the version that runs there, empty where nobody said."""

    id: str
    name: str
    criticality: int | None = None
    release: str = ""

    @property
    def is_critical(self) -> bool:
        return self.criticality is not None and self.criticality <= CRITICAL


class Welcome(NamedTuple):
    """How far the list for those who arrive is done with somebody: so many lines, of how many."""

    done: int
    of: int

    @property
    def is_done(self) -> bool:
        return self.done >= self.of


@dataclass(frozen=True, slots=True)
class WardSkills:
    """`skills` by person and software; what is not there is NO_SKILL.

    `ticks`: of the lines of the arrival list, how many are done with whom; `lines`: how many there
    are.
    """

    department_id: str
    department: str
    today: date
    members: tuple[Member, ...] = ()
    used: tuple[UsedSoftware, ...] = ()
    skills: Mapping[tuple[str, str], Skill] = field(default_factory=dict)
    lines: int = 0
    ticks: Mapping[str, int] = field(default_factory=dict)

    def skill(self, person_id: str, software_id: str) -> Skill:
        return self.skills.get((person_id, software_id), NO_SKILL)

    @property
    def staff(self) -> tuple[Member, ...]:
        return tuple(member for member in self.members if member.is_staff)

    def name(self, person_id: str) -> str:
        return next((one.name for one in self.members if one.id == person_id), "")


class SoftwareGaps(NamedTuple):
    """What is lacking for one software. People are named by their ids.

    `uses`, `helps` and `trains` count those who do no more than that. `only_one` knows it alone:
    the only one who helps or trains; where nobody does, the only one with a level. `changed` are
    those whom a new version asks again, `ran_out` those whose training is over.
    """

    software_id: str
    software: str
    criticality: int | None
    staff: int
    uses: int
    helps: int
    trains: int
    without: tuple[str, ...] = ()
    only_one: str = ""
    runs_out: tuple[tuple[str, date], ...] = ()
    ran_out: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def nobody_helps(self) -> bool:
        return not self.helps and not self.trains

    @property
    def nobody_trains(self) -> bool:
        return not self.trains

    @property
    def is_critical(self) -> bool:
        return self.criticality is not None and self.criticality <= CRITICAL


class Newcomer(NamedTuple):
    """`lacks` names the software for which they have no level."""

    person_id: str
    name: str
    since: date
    welcome: Welcome
    lacks: tuple[str, ...] = ()


def gaps_of(ward: WardSkills) -> tuple[SoftwareGaps, ...]:
    """In the order of the software. Referents from elsewhere help too; they lack nothing."""
    skills = ward.skills
    staff = sum(1 for member in ward.members if member.is_staff)
    return tuple(_gaps(ward, used, skills, staff) for used in ward.used)


def _gaps(
    ward: WardSkills,
    used: UsedSoftware,
    skills: Mapping[tuple[str, str], Skill],
    staff: int,
) -> SoftwareGaps:
    """There are tens of thousands of pairs: so a plain loop."""
    levels: dict[SkillLevel, list[str]] = {level: [] for level in SkillLevel}
    without: list[str] = []
    runs_out: list[tuple[str, date]] = []
    lost: dict[Basis, list[str]] = {Basis.RAN_OUT: [], Basis.CHANGED: []}
    software_id, today = used.id, ward.today
    for member in ward.members:
        skill = skills.get((member.id, software_id))
        if skill is None:
            if member.is_staff:
                without.append(member.id)
            continue
        if skill.level is not None:
            levels[skill.level].append(member.id)
        elif member.is_staff:
            without.append(member.id)
        if skill.until is not None and skill.runs_out(today):
            runs_out.append((member.id, skill.until))
        if skill.lost is not None:
            lost[skill.lost_by].append(member.id)
    uses, helps, trains = (levels[level] for level in SkillLevel)
    knowing = helps + trains or uses
    return SoftwareGaps(
        *(software_id, used.name, used.criticality, staff),
        *(len(uses), len(helps), len(trains), tuple(without)),
        knowing[0] if len(knowing) == 1 else "",
        *(tuple(runs_out), tuple(lost[Basis.RAN_OUT]), tuple(lost[Basis.CHANGED])),
    )


def has_gap(ward: WardSkills, member: Member) -> bool:
    """Whether a line of the grid has something to look at: no level, or one that runs out."""
    found = (ward.skill(member.id, used.id) for used in ward.used)
    return any(
        (skill.level is None and member.is_staff) or skill.lost or skill.runs_out(ward.today)
        for skill in found
    )


def newcomers_of(ward: WardSkills) -> Iterator[Newcomer]:
    """Those who were added lately, who are not welcomed or have no level for what is used.

    Where most of the names were added on one day, they were brought in then, and nobody arrived.
    """
    if not ward.used and not ward.lines:
        return
    for member in new_members(ward):
        welcome = Welcome(min(ward.ticks.get(member.id, 0), ward.lines), ward.lines)
        lacks = tuple(u.name for u in ward.used if ward.skill(member.id, u.id).level is None)
        if lacks or not welcome.is_done:
            yield Newcomer(member.id, member.name, member.since or ward.today, welcome, lacks)


def new_members(ward: WardSkills) -> list[Member]:
    """Of the staff, who was added within the last weeks; not those brought in together."""
    first = ward.today - NEW_FOR
    staff = [member for member in ward.members if member.is_staff]
    dated = [member for member in staff if member.since is not None]
    late = [member for member in dated if member.since is not None and member.since > first]
    if not late:
        return []
    days = Counter(member.since for member in dated if member.since is not None)
    together, most = days.most_common(1)[0]
    if 2 * most <= len(staff):
        if len(dated) < len(staff):  # those of no known day were there before
            return late
        together = min(days)
    return [member for member in late if member.since != together]


class PersonSkill(NamedTuple):
    """Of one person and one software: as a line of the person or of the software.

    `title` is the name of the other one; `detail` tells it from a namesake.
    """

    key: str
    title: str
    detail: str
    skill: Skill


def best_first(rows: Iterable[PersonSkill]) -> tuple[PersonSkill, ...]:
    """By level, those who train first; then by name."""
    return tuple(sorted(rows, key=lambda row: (-RANK[row.skill.level], row.title.casefold())))
