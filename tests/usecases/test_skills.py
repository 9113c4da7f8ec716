from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from referent_desk.domain.skills import NO_SKILL, Basis, Skill, SkillLevel
from referent_desk.domain.skills_wards import WardSkills
from referent_desk.domain.trainings import Participant, WantedTraining
from referent_desk.errors import NotFound, RefusedField
from referent_desk.storage import schema
from referent_desk.storage.skills import all_ward_skills, ward_skills
from referent_desk.storage.work import Work
from referent_desk.usecases.checks import check
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.skills import (
    gap_records,
    read_ward,
    read_wards,
    state_skill,
)
from referent_desk.usecases.trainings import record_training
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import CLOCK, bare_desk, demo_desk

TODAY = CLOCK.today()
USES, HELPS, TRAINS = SkillLevel


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = demo_desk(tmp_path)
    yield made
    assert check(made).faults == ()
    made.close()


@pytest.fixture
def ward(desk: Desk) -> WardSkills:
    return read_ward(desk, showcase_department(desk))


def skill(desk: Desk, ward: WardSkills, member: int = 0, software: int = 0) -> Skill:
    key = ward.members[member].id, ward.used[software].id
    return read_ward(desk, ward.department_id).skill(*key)


def state(desk: Desk, ward: WardSkills, level: SkillLevel | None, day: date = TODAY) -> None:
    state_skill(desk, ward.members[0].id, ward.used[0].id, level, day)


def test_what_is_stated_counts_at_once_and_is_taken_back(desk: Desk, ward: WardSkills) -> None:
    assert skill(desk, ward) == NO_SKILL
    state(desk, ward, HELPS)
    assert skill(desk, ward) == Skill(HELPS, Basis.STATED, TODAY)
    state(desk, ward, USES)
    assert skill(desk, ward).level is USES
    undo(desk)
    assert skill(desk, ward).level is HELPS
    redo(desk)
    state(desk, ward, None)
    assert skill(desk, ward) == NO_SKILL
    state(desk, ward, TRAINS)
    assert skill(desk, ward).level is TRAINS


def test_nobody_states_what_will_be_known_tomorrow(desk: Desk, ward: WardSkills) -> None:
    with pytest.raises(RefusedField, match="day to come"):
        state(desk, ward, USES, TODAY + timedelta(days=1))
    with pytest.raises(NotFound):
        state_skill(desk, "nobody", ward.used[0].id, USES, TODAY)


def test_taking_back_what_was_never_stated_writes_nothing(desk: Desk, ward: WardSkills) -> None:
    state(desk, ward, None)
    assert not desk.history.to_undo


def live(desk: Desk, ward: WardSkills, version: str, day: date) -> None:
    """The version goes live in the establishment of the ward."""
    with desk.database.write("live") as work:
        site = next(row.node_id for row in _sites(work, ward.department_id))
        release = {"id": work.new_id(), "software_id": ward.used[0].id, "version": version}
        work.add(schema.release, [release])
        said = {"release_id": release["id"], "establishment_id": site, "valid_on": day}
        work.add(schema.release_live, [{"id": work.new_id(), **said}])


def _sites(work: Work, department_id: str) -> list[Any]:
    ancestor, node = schema.ancestor, schema.node
    found = work.connection.execute(
        ancestor.select()
        .join(node, node.c.id == ancestor.c.ancestor_id)
        .where(ancestor.c.node_id == department_id, node.c.kind == "establishment")
        .with_only_columns(ancestor.c.ancestor_id.label("node_id"))
    )
    return list(found)


def test_a_major_release_asks_again_and_a_minor_one_does_not(desk: Desk, ward: WardSkills) -> None:
    state(desk, ward, HELPS, TODAY - timedelta(days=40))
    release = ward.used[0].release
    number = int(release.split(".")[0]) if release.split(".")[0].isdigit() else 9
    live(desk, ward, f"{number}.99", TODAY - timedelta(days=30))
    assert skill(desk, ward).level is HELPS
    live(desk, ward, f"{number + 1}.0", TODAY - timedelta(days=20))
    found = skill(desk, ward)
    assert (found.level, found.basis, found.lost) == (None, Basis.CHANGED, HELPS)
    assert found.lost_on == TODAY - timedelta(days=20)
    state(desk, ward, USES)
    assert skill(desk, ward).level is USES


def test_who_alone_knows_a_software_is_told(desk: Desk, ward: WardSkills) -> None:
    assert not any(record["only_one"] for record in gap_records(desk, ward.department_id))
    state(desk, ward, TRAINS)
    records = gap_records(desk, ward.department_id)
    assert len(records) == len(ward.used)
    assert [(r["software"], r["only_one"]) for r in records if r["only_one"]] == [
        (ward.used[0].name, ward.members[0].name)
    ]


def test_a_place_where_nobody_works_has_no_grid(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    with desk.database.read() as connection:
        pole = connection.execute(schema.node.select().where(schema.node.c.kind == "pole")).first()
    assert pole is not None
    with pytest.raises(NotFound, match="no department"):
        read_ward(desk, pole.id)
    assert [ward.used for ward in read_wards(desk)] == [(), ()]
    desk.close()


def test_all_departments_at_once_say_what_each_says_alone(desk: Desk) -> None:
    chance = random.Random(6)
    wards = read_wards(desk)
    people = [member.id for ward in wards for member in ward.members]
    software = sorted({used.id for ward in wards for used in ward.used})
    for _turn in range(60):
        ago = TODAY - timedelta(days=chance.randrange(900))
        person, one = chance.choice(people), chance.choice(software)
        if chance.random() < 0.4:
            state_skill(desk, person, one, chance.choice([*SkillLevel, None]), ago)
            continue
        came = {chance.choice(people) for _one in range(6)}
        until = ago + timedelta(days=chance.randrange(1, 1200)) if chance.random() < 0.5 else None
        participants = tuple(
            Participant("x", key, chance.choice([*SkillLevel, None])) for key in sorted(came)
        )
        record_training(desk, WantedTraining(one, ago, participants, valid_until=until))
        if chance.random() < 0.2:
            undo(desk)
    with desk.database.read() as connection:
        together = all_ward_skills(connection, TODAY)
        alone = tuple(ward_skills(connection, ward.department_id, TODAY) for ward in together)
    assert together == alone
    assert sum(len(ward.skills) for ward in together) > 25
