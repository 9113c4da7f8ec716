"""What somebody is able to do with a software today, and why.

The highest of what was stated and of the trainings that count gives the level. A training counts
until its last day. What was learnt on a version that is no more does not count: the first number
of a version says which one it is (9.4 and 9.5 are alike, 10.0 asks again); of a version named by
its day, the year does (2024.2, 03/2024, 15/03/2024).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from referent_desk.domain.texts import folded

RUNS_OUT_SOON = timedelta(days=60)
_DAY = re.compile(r"\b\d{1,2}[./-](?:\d{1,2}[./-])?((?:19|20)\d\d)\b")
_NUMBER = re.compile(r"\d+")


class SkillLevel(StrEnum):
    """Each holds the ones before it: who trains can help, who helps uses it."""

    USES = "uses"
    HELPS = "helps"
    TRAINS = "trains"


RANK = {None: 0, SkillLevel.USES: 1, SkillLevel.HELPS: 2, SkillLevel.TRAINS: 3}


class Basis(StrEnum):
    """Why somebody has the level, or has none. CHANGED: a new version asks for a new training."""

    NOTHING = "nothing"
    STATED = "stated"
    TRAINED = "trained"
    RAN_OUT = "ran_out"
    CHANGED = "changed"


class Source(NamedTuple):
    """What gives a level. `version` is empty where nobody said it; `training_id` for a statement.

    `valid_until` is the last day that it counts.
    """

    level: SkillLevel
    day: date
    version: str = ""
    valid_until: date | None = None
    training_id: str = ""


class Major(NamedTuple):
    """The versions that run in an establishment and begin with the same number.

    `since`: the first of them went live. `is_change`: others were known to run before.
    """

    version: str
    since: date
    is_change: bool


class Skill(NamedTuple):
    """`until` is the last day of the level, where one is known.

    `lost` is a level that was higher and does not count any more, while nothing was said or learnt
    since: then `lost_on` is since when, and `lost_by` why. `basis` and `day` tell of the level;
    where there is none, of what was lost.
    """

    level: SkillLevel | None = None
    basis: Basis = Basis.NOTHING
    day: date | None = None
    until: date | None = None
    version: str = ""
    lost: SkillLevel | None = None
    lost_on: date | None = None
    lost_by: Basis = Basis.NOTHING

    @property
    def helps(self) -> bool:
        return RANK[self.level] >= RANK[SkillLevel.HELPS]

    def runs_out(self, today: date) -> bool:
        return self.until is not None and self.until - today <= RUNS_OUT_SOON


NO_SKILL = Skill()


def major_key(version: str) -> str:
    """Equal for versions that differ only in what comes after the first number."""
    dated = _DAY.search(version)
    if dated is not None:
        return dated[1]
    number = _NUMBER.search(version)
    return number[0].lstrip("0") or "0" if number is not None else folded(version)


def major_of(lives: Iterable[tuple[date, str]], today: date) -> Major | None:
    """`lives` are the days on which versions went live in an establishment, in their order."""
    found: Major | None = None
    for since, version in lives:
        if since > today:
            break
        if found is None:
            found = Major(version, since, is_change=False)
        elif major_key(version) != major_key(found.version):
            found = Major(version, since, is_change=True)
        else:
            found = found._replace(version=version)
    return found


def skill_of(sources: Iterable[Source], major: Major | None, today: date) -> Skill:
    """Of one person and one software. What begins on a day to come does not count yet."""
    best: Source | None = None
    until: date | None = None
    newest = date.min
    lost: tuple[int, date, Source, Basis] | None = None
    for source in sources:
        if source.day > today:
            continue
        gone = _gone(source, major, today)
        if gone is not None:
            found = (RANK[source.level], gone[0], source, gone[1])
            if lost is None or found[:2] > lost[:2]:
                lost = found
            continue
        newest = max(newest, source.day)
        if best is None or RANK[source.level] > RANK[best.level]:
            best, until = source, source.valid_until
        elif source.level == best.level:
            best, until = _better(best, source, until)
    return _made(best, until, lost if lost is not None and newest < lost[1] else None)


class KnownSkills(NamedTuple):
    """From what everybody tells who is able to do what: nobody else decides it.

    `sources` are by person and software, `majors` by establishment and software: which version one
    has to know is that of the establishment where one works.
    """

    sources: Mapping[str, Mapping[str, Sequence[Source]]]
    majors: Mapping[tuple[str, str], Major | None]
    today: date

    def of(
        self, person_id: str, establishment_id: str, among: Collection[str] | None = None
    ) -> Iterator[tuple[str, Skill]]:
        """By software, of some or of all for which something was said or learnt."""
        for software_id, sources in self.sources.get(person_id, _NO_SOURCES).items():
            if among is None or software_id in among:
                major = self.majors.get((establishment_id, software_id))
                yield software_id, skill_of(sources, major, self.today)

    def helping(self, person_id: str, establishment_id: str) -> Iterator[tuple[str, SkillLevel]]:
        """The software with which somebody helps others or which they train."""
        for software_id, skill in self.of(person_id, establishment_id):
            if skill.level is not None and skill.helps:
                yield software_id, skill.level


_NO_SOURCES: Mapping[str, Sequence[Source]] = {}


def still_counts(source: Source, major: Major | None, today: date) -> bool:
    return source.day <= today and _gone(source, major, today) is None


def _gone(source: Source, major: Major | None, today: date) -> tuple[date, Basis] | None:
    """Since when it does not count any more, and why; None: it counts."""
    if major is not None and major.since > source.day and _was_another(source, major):
        return major.since, Basis.CHANGED
    if source.valid_until is not None and source.valid_until < today:
        return source.valid_until, Basis.RAN_OUT
    return None


def _was_another(source: Source, major: Major) -> bool:
    """Somebody who was trained beforehand on what came then need not be trained again."""
    if source.version:
        return major_key(source.version) != major_key(major.version)
    return major.is_change


def _better(best: Source, other: Source, until: date | None) -> tuple[Source, date | None]:
    """Of the same level: the newest says why, the one that lasts longest until when."""
    newest = max(best, other, key=lambda source: (source.day, source.training_id))
    if until is None or other.valid_until is None:
        return newest, None
    return newest, max(until, other.valid_until)


def _made(
    best: Source | None, until: date | None, lost: tuple[int, date, Source, Basis] | None
) -> Skill:
    found = NO_SKILL
    if best is not None:
        basis = Basis.TRAINED if best.training_id else Basis.STATED
        found = Skill(best.level, basis, best.day, until, best.version)
    if lost is not None and lost[0] > RANK[found.level]:
        _rank, lost_on, source, why = lost
        found = found._replace(lost=source.level, lost_on=lost_on, lost_by=why)
        if best is None:
            found = found._replace(basis=why, day=lost_on, version=source.version)
    return found
