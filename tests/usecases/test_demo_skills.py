from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.dues import Duty
from referent_desk.domain.skills import Basis
from referent_desk.domain.skills_wards import newcomers_of
from referent_desk.usecases.arrivals import read_arrivals
from referent_desk.usecases.checks import check
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.demo_practice import fill_demo_practice
from referent_desk.usecases.demo_skills import fill_demo_skills
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dues import list_dues
from referent_desk.usecases.people import person_detail
from referent_desk.usecases.skills import read_ward
from referent_desk.usecases.software import software_detail
from referent_desk.usecases.tasks import list_tasks
from referent_desk.usecases.trainings import list_trainings
from tests.usecases.homes import demo_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = demo_desk(tmp_path)
    fill_demo_practice(made)
    fill_demo_skills(made)
    yield made
    assert check(made).faults == ()
    made.close()


def test_the_demo_ward_has_trainings_levels_one_that_ran_out_and_somebody_new(desk: Desk) -> None:
    key = showcase_department(desk)
    ward = read_ward(desk, key)
    assert len(list_trainings(desk, key)) == 2
    assert {skill.basis for skill in ward.skills.values()} >= {
        Basis.STATED,
        Basis.TRAINED,
        Basis.RAN_OUT,
    }
    (new,) = newcomers_of(ward)
    shown = read_arrivals(desk, key)
    assert shown.people[0].person_id == new.person_id
    assert new.welcome == (4, len(shown.items))
    assert not desk.history.to_undo


def test_what_is_lacking_is_among_what_there_is_to_do(desk: Desk) -> None:
    tasks = {task.code: task for task in list_tasks(desk, showcase_department(desk)).tasks}
    assert tasks["newcomers_unwelcomed"].names == ("Jonas Keller",)
    assert "training_ends" in tasks


def test_what_ran_out_is_due_of_one_department_as_of_all(desk: Desk) -> None:
    key = showcase_department(desk)
    one = [row for row in list_dues(desk, key) if row.what is Duty.TRAINING]
    every = [row for row in list_dues(desk) if row.what is Duty.TRAINING]
    assert len(one) == 1
    assert every == one


def test_a_person_and_a_software_tell_their_levels(desk: Desk) -> None:
    ward = read_ward(desk, showcase_department(desk))
    (person_id, software_id), skill = next(iter(ward.skills.items()))
    of_person = person_detail(desk, person_id).skills
    assert {row.key: row.skill for row in of_person}[software_id] == skill
    of_software = software_detail(desk, software_id).able
    assert {row.key: row.skill for row in of_software}[person_id] == skill
