"""Who is able to do what with which software: of one department or of all, from bare rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from referent_desk.domain.group_coverage import Place
from referent_desk.domain.skills import (
    NO_SKILL,
    KnownSkills,
    Major,
    Skill,
    SkillLevel,
    Source,
    major_of,
)
from referent_desk.domain.skills_wards import (
    Member,
    PersonSkill,
    UsedSoftware,
    WardSkills,
    best_first,
)
from referent_desk.storage.places import place_of, places_in
from referent_desk.storage.schema import day_of, stored_day
from referent_desk.storage.skills_asked import (
    AskedOfAll,
    AskedOfEnding,
    AskedOfOne,
    AskedOfSoftware,
)


def ward_skills(connection: Connection, department_id: str, today: date) -> WardSkills | None:
    """Of one department; None where it keeps no binder."""
    place = place_of(connection, department_id)
    if place is None:
        return None
    return _wards(AskedOfOne(connection, place.id, place.establishment_id, today), (place,))[0]


def all_ward_skills(connection: Connection, today: date) -> tuple[WardSkills, ...]:
    """Of every open department, each table read once; the same as of each alone."""
    return _wards(AskedOfAll(connection, today), places_in(connection))


def ending_ward_skills(connection: Connection, today: date, before: date) -> tuple[WardSkills, ...]:
    """Those people alone whose training ends before that day, of the departments where some are."""
    asked = AskedOfEnding(connection, today, before)
    if not asked.people:
        return ()
    here = {department_id for department_id, *_row in asked.members()}
    return _wards(asked, [place for place in places_in(connection) if place.id in here])


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read, by department; the skills by person."""

    used: Mapping[str, Sequence[UsedSoftware]]
    members: Mapping[str, Sequence[Member]]
    known: KnownSkills
    items: Mapping[str, int]
    ticks: Mapping[str, Mapping[str, int]]


def _wards(asked: AskedOfAll, places: Sequence[Place]) -> tuple[WardSkills, ...]:
    today, used = asked.today, asked.used()
    software = {row[1] for row in used}
    members = _members(asked.members())
    people = {member.id for here in members.values() for member in here}
    read = _Read(
        _used(used, asked.software(software)),
        members,
        known_skills(asked, people, software),
        dict(asked.items()),
        _ticks(asked.ticks()),
    )
    return tuple(_ward(place, read, today) for place in places)


def known_skills(
    asked: AskedOfAll, people: Iterable[str], software: Iterable[str] | None = None
) -> KnownSkills:
    """Of these people, where the question is narrowed; with the versions of this software, or of
    what they learnt."""
    sources = _sources(asked.sources(people))
    if software is None:
        software = {key for learnt in sources.values() for key in learnt}
    return KnownSkills(sources, _majors(asked.lives(software), asked.today), asked.today)


def _ward(place: Place, read: _Read, today: date) -> WardSkills:
    members = tuple(read.members.get(place.id, ()))
    site, majors = place.establishment_id, read.known.majors
    used = tuple(
        one if (major := majors.get((site, one.id))) is None else one._replace(release=major[0])
        for one in read.used.get(place.id, ())
    )
    here = {one.id for one in used}
    skills: dict[tuple[str, str], Skill] = {}
    for member in members:
        for software_id, skill in read.known.of(member.id, site, here):
            if skill is not NO_SKILL:
                skills[member.id, software_id] = skill
    lines, ticks = read.items.get(place.id, 0), read.ticks.get(place.id, {})
    return WardSkills(place.id, place.name, today, members, used, skills, lines, ticks)


def _used(rows: Iterable[Any], software: Iterable[Any]) -> dict[str, list[UsedSoftware]]:
    """By name; a department may rate a software otherwise than others do."""
    ordered = sorted(software, key=lambda row: (row[3], row[0]))
    made = {row[0]: UsedSoftware(row[0], row[1], row[2]) for row in ordered}
    places = {key: place for place, key in enumerate(made)}
    found: dict[str, list[tuple[int, UsedSoftware]]] = {}
    for department_id, software_id, rated in rows:
        one = places[software_id], made[software_id]
        if rated is not None:
            one = one[0], one[1]._replace(criticality=rated)
        if department_id in found:
            found[department_id].append(one)
        else:
            found[department_id] = [one]
    return {key: [one for _place, one in sorted(here)] for key, here in found.items()}


def _members(rows: Iterable[Any]) -> dict[str, list[Member]]:
    """The staff first; somebody of a department is there once, whatever they are appointed to."""
    found: dict[str, list[Member]] = {}
    for department_id, key, first, last, role, recorded, is_staff in rows:
        name = f"{first} {last}" if first else last
        since = day_of(recorded[:10]) if recorded else None
        here = found.setdefault(department_id, [])
        here.append(Member(key, name, role, since, bool(is_staff)))
    return found


def _sources(rows: Iterable[Any]) -> dict[str, dict[str, list[Source]]]:
    found: dict[str, dict[str, list[Source]]] = {}
    for person_id, software_id, level, day, version, until, training_id in rows:
        source = Source(_LEVELS[level], day_of(day), version, stored_day(until), training_id)
        here = found.get(person_id)
        if here is None:
            found[person_id] = {software_id: [source]}
        elif software_id in here:
            here[software_id].append(source)
        else:
            here[software_id] = [source]
    return found


def _majors(rows: Iterable[Any], today: date) -> dict[tuple[str, str], Major | None]:
    lives: dict[tuple[str, str], list[tuple[date, str]]] = {}
    for software_id, site, day, version in rows:
        lives.setdefault((site, software_id), []).append((day_of(day), version))
    return {key: major_of(those, today) for key, those in lives.items()}


def _ticks(rows: Iterable[Any]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for department_id, person_id, count in rows:
        found.setdefault(department_id, {})[person_id] = count
    return found


_LEVELS = {str(level): level for level in SkillLevel}


def skills_of(
    connection: Connection, person_id: str, department_id: str | None, today: date
) -> tuple[PersonSkill, ...]:
    """Of one person: the software of their department for which they have or had a level."""
    ward = ward_skills(connection, department_id, today) if department_id is not None else None
    if ward is None:
        return ()
    return best_first(
        PersonSkill(used.id, used.name, used.release, ward.skills[person_id, used.id])
        for used in ward.used
        if (person_id, used.id) in ward.skills
    )


def people_able(connection: Connection, software_id: str, today: date) -> tuple[PersonSkill, ...]:
    """Who has or had a level on a software, in whatever department."""
    asked = AskedOfSoftware(connection, software_id, today)
    known = known_skills(asked, ())
    rows = []
    for key, first, last, department, site in asked.people():
        name = f"{first} {last}" if first else last
        rows += [
            PersonSkill(key, name, department or "", skill)
            for _software_id, skill in known.of(key, site)
            if skill is not NO_SKILL
        ]
    return best_first(rows)
