"""Who can do what, and what is lacking, of the large group and of one department."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import process_time

from referent_desk.domain.skills_wards import WardSkills, gaps_of, newcomers_of
from referent_desk.storage.skills import ward_skills
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.skills import list_gaps, read_ward, read_wards, skill_facts
from tests.benchmarks.generator import TODAY

ROUNDS = 5
MOST_OF_ALL = 2.0
MOST_OF_ONE = 0.05
"""Seconds of the processor: whatever else the machine does is not counted."""
MOST_OF_TASKS = 0.003


def _seconds(work: Callable[[], object]) -> float:
    taken = []
    for _round in range(ROUNDS):
        begun = process_time()
        work()
        taken.append(process_time() - begun)
    return median(taken)


def test_the_gaps_of_all_departments_are_there_in_two_seconds(staffed_desk: Desk) -> None:
    assert len(list_gaps(staffed_desk)) > 10_000
    assert _seconds(lambda: list_gaps(staffed_desk)) < MOST_OF_ALL


def test_one_department_is_there_at_once(staffed_desk: Desk) -> None:
    ward = _fullest(staffed_desk)

    def read() -> object:
        found = read_ward(staffed_desk, ward.department_id)
        return gaps_of(found), list(newcomers_of(found))

    assert _seconds(read) < MOST_OF_ONE
    with staffed_desk.database.read() as connection:
        key = ward.department_id
        assert _seconds(lambda: skill_facts(connection, key, TODAY)) < MOST_OF_TASKS


def test_all_at_once_say_what_each_says_alone(staffed_desk: Desk) -> None:
    wards = read_wards(staffed_desk)
    with staffed_desk.database.read() as connection:
        for ward in wards[::200]:
            assert ward_skills(connection, ward.department_id, TODAY) == ward


def _fullest(desk: Desk) -> WardSkills:
    return max(read_wards(desk), key=lambda ward: len(ward.members) * len(ward.used))
