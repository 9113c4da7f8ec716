"""Levels of people on software: the grid of a department, what is stated, what is lacking."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.people import Person
from referent_desk.domain.skills import SkillLevel
from referent_desk.domain.skills_tasks import SkillFacts, skill_facts_of
from referent_desk.domain.skills_wards import SoftwareGaps, WardSkills, gaps_of, newcomers_of
from referent_desk.domain.software import Software
from referent_desk.errors import NotFound, RefusedField
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.people import read_person
from referent_desk.storage.skills import all_ward_skills, ward_skills
from referent_desk.storage.software import software_by_id
from referent_desk.storage.work import Work
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.erased_people import refuse_erased
from referent_desk.words.skills import level_word

WHAT = "skill"


def read_ward(desk: Desk, department_id: str) -> WardSkills:
    with desk.database.read() as connection:
        return ward_in(connection, department_id, desk.clock.today())


def ward_in(connection: Connection, department_id: str, today: date) -> WardSkills:
    """Raises NotFound where nobody works: a pole, a hospital, what was closed."""
    ward = ward_skills(connection, department_id, today)
    if ward is None:
        raise NotFound(
            _("This is no department that works with software itself."),
            _("Choose a department or a unit of the list."),
        )
    return ward


def read_wards(desk: Desk) -> tuple[WardSkills, ...]:
    """Of all departments at once, by establishment, pole and name."""
    with desk.database.read() as connection:
        return all_ward_skills(connection, desk.clock.today())


def list_gaps(
    desk: Desk, department_id: str | None = None
) -> list[tuple[WardSkills, SoftwareGaps]]:
    """Of one department or of all, every software that is used there."""
    wards = read_wards(desk) if department_id is None else (read_ward(desk, department_id),)
    return [(ward, gaps) for ward in wards for gaps in gaps_of(ward)]


def gap_records(desk: Desk, department_id: str | None = None) -> list[dict[str, object]]:
    """For lists and other programs; people are named."""
    records: list[dict[str, object]] = []
    newcomers: dict[str, str] = {}
    for ward, gaps in list_gaps(desk, department_id):
        names = {member.id: member.name for member in ward.members}
        if ward.department_id not in newcomers:
            new = newcomers_of(ward) if ward.skills or ward.lines else ()
            newcomers[ward.department_id] = ", ".join(one.name for one in new)
        records.append(
            {
                "department": ward.department,
                "software": gaps.software,
                "criticality": gaps.criticality,
                "staff": gaps.staff,
                "uses": gaps.uses,
                "helps": gaps.helps,
                "trains": gaps.trains,
                "without_level": len(gaps.without),
                "only_one": names.get(gaps.only_one, ""),
                "runs_out": ", ".join(f"{names[key]} ({day})" for key, day in gaps.runs_out),
                "ran_out": ", ".join(names[key] for key in gaps.ran_out),
                "asked_again": ", ".join(names[key] for key in gaps.changed),
                "newcomers": newcomers[ward.department_id],
            }
        )
    return records


def state_skill(
    desk: Desk, person_id: str, software_id: str, level: SkillLevel | None, day: date
) -> Saved:
    """What somebody can do, as they or their referent say; None takes back what was stated.

    What trainings gave stays. Said again, it is of that day: after a new version it counts anew.
    """
    if day > desk.clock.today():
        raise RefusedField(
            "day",
            "to_come",
            _("Nobody can say today what will be known on a day to come."),
            _("Give the day on which it was said."),
        )
    with desk.database.read() as connection:
        person, software = _known(connection, person_id, software_id)
    said = level_word(level, spoken()) if level is not None else _("no level")
    deed = Deed(Verb.ADDED, WHAT, f"{person.full_name} · {software.name}: {said}")
    with doing(desk, "state_skill", deed, record_id=person_id) as work:
        _state(work, (person_id, software_id), level, day)
    return saved(desk, kinds_of(work.trail), person_id)


def _known(connection: Connection, person_id: str, software_id: str) -> tuple[Person, Software]:
    person = read_person(connection, person_id)
    software = software_by_id(connection, [software_id]).get(software_id)
    if person is None or software is None:
        raise NotFound(
            _("This person or this software is not here any more."), _("Open the grid anew.")
        )
    refuse_erased(connection, person_id)
    return person, software


def _state(work: Work, key: tuple[str, str], level: SkillLevel | None, day: date) -> None:
    table = schema.skill
    person_id, software_id = key
    found = work.connection.execute(
        table.select().where(table.c.person_id == person_id, table.c.software_id == software_id)
    ).one_or_none()
    if found is None:
        if level is not None:
            row = {"person_id": person_id, "software_id": software_id, "level": str(level)}
            work.add(table, [{**row, "id": work.new_id(), "stated_on": day}])
    elif level is None:
        if found.closed_on is None:
            work.change(table, found.id, {"closed_on": work.now.date()})
    else:
        values = {"level": str(level), "stated_on": day, "closed_on": None, "release_id": None}
        work.change(table, found.id, values)


def skill_facts(connection: Connection, department_id: str, today: date) -> SkillFacts:
    """What bears on what is to do in a department."""
    ward = ward_skills(connection, department_id, today)
    return skill_facts_of(ward) if ward is not None else SkillFacts()
