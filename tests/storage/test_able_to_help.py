"""Who is able to help with a software is one thing, whoever asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.skills import SkillLevel
from referent_desk.domain.skills_wards import WardSkills
from referent_desk.domain.trainings import Participant, WantedTraining
from referent_desk.storage import schema
from referent_desk.storage.proposals import colleagues_in
from referent_desk.usecases.advice import list_advice, read_advice
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.handovers_files import read_file
from referent_desk.usecases.skills import list_gaps, read_ward, state_skill
from referent_desk.usecases.successions import list_successions, succession_in
from referent_desk.usecases.trainings import record_training
from tests.usecases.homes import CLOCK, demo_desk
from tests.usecases.test_handovers import begun
from tests.usecases.test_skills import live

TODAY = CLOCK.today()
LONG_AGO, SINCE = TODAY - timedelta(days=400), TODAY - timedelta(days=30)
USES, HELPS, TRAINS = SkillLevel


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = demo_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def ward(desk: Desk) -> WardSkills:
    return read_ward(desk, showcase_department(desk))


@dataclass(frozen=True, slots=True)
class Said:
    """Of somebody in a ward: what was stated, what a training gave, what came to run since."""

    stated: SkillLevel | None = None
    trained: SkillLevel | None = None
    until: date | None = None
    is_major: bool = False


def say(desk: Desk, ward: WardSkills, said: Said) -> None:
    person, software = ward.members[0].id, ward.used[0].id
    if said.stated is not None:
        state_skill(desk, person, software, said.stated, LONG_AGO)
    if said.trained is not None:
        came = (Participant("x", person, said.trained),)
        record_training(desk, WantedTraining(software, LONG_AGO, came, valid_until=said.until))
    if said.is_major:
        live(desk, ward, "77.0", SINCE)


CASES = [
    (Said(), None),
    (Said(stated=USES), USES),
    (Said(stated=HELPS), HELPS),
    (Said(stated=HELPS, is_major=True), None),
    (Said(trained=TRAINS), TRAINS),
    (Said(trained=TRAINS, until=TODAY), TRAINS),
    (Said(trained=TRAINS, until=TODAY - timedelta(days=1)), None),
    (Said(trained=TRAINS, is_major=True), None),
    (Said(stated=USES, trained=HELPS, until=SINCE), USES),
]


@pytest.mark.parametrize(("said", "level"), CASES)
def test_who_helps_is_told_alike_wherever_it_is_told(
    desk: Desk, ward: WardSkills, said: Said, level: SkillLevel | None
) -> None:
    say(desk, ward, said)
    department, person, software = ward.department_id, ward.members[0].id, ward.used[0]
    helps = level in {HELPS, TRAINS}
    assert read_ward(desk, department).skill(person, software.id).level is level
    alone = [gaps.software for _ward, gaps in list_gaps(desk) if gaps.only_one == person]
    assert alone == [software.name] * (level is not None)
    with desk.database.read() as connection:
        succession = succession_in(connection, department, TODAY)
        colleagues = colleagues_in(connection, department, software.id, TODAY)
    assert [one.software for one in succession.sole_knowers] == [software.name] * helps
    every = list_successions(desk).get(department)
    assert (every.sole_knowers if every is not None else ()) == succession.sole_knowers
    assert {one.id: one.level for one in colleagues}[person] == (level or "")
    facts = read_advice(desk, software.id).facts
    assert facts.helpers.people == helps
    if helps:
        gaps = [one for ward, one in list_gaps(desk) if one.software_id == software.id]
        assert facts.helpers.lacking == sum(one.nobody_helps for one in gaps)
    assert facts in [advice.facts for advice in list_advice(desk)]


def test_a_training_without_a_level_speaks_for_somebody_until_a_major_release(
    desk: Desk, ward: WardSkills
) -> None:
    person, software = ward.members[0], ward.used[0].id
    came = (Participant(person.name, person.id, None),)
    record_training(desk, WantedTraining(software, LONG_AGO, came))

    def is_trained() -> bool:
        with desk.database.read() as connection:
            found = colleagues_in(connection, ward.department_id, software, TODAY)
        return next(one.is_trained for one in found if one.id == person.id)

    assert is_trained()
    live(desk, ward, "77.0", SINCE)
    assert not is_trained()


def test_a_handover_names_as_able_who_helps_today_and_has_not_left(desk: Desk) -> None:
    handover = begun(desk, successor=False)
    ward = read_ward(desk, handover.department_id)
    software = ward.used[0].id
    others = [one for one in ward.members if one.id != handover.leaving_id][:2]
    for one in others:
        state_skill(desk, one.id, software, HELPS, LONG_AGO)

    def knowing() -> tuple[str, ...]:
        with desk.database.read() as connection:
            file = read_file(desk, connection, handover.id)
        return next(one.knows for one in file.software if one.id == software)

    assert len(knowing()) == 2
    with desk.database.write("leaves") as work:
        work.change(schema.person, others[0].id, {"left_on": TODAY - timedelta(days=1)})
    assert knowing() == (others[1].name,)
    live(desk, ward, "77.0", SINCE)
    assert knowing() == ()
