"""The presence of a week: of all departments of the large group with its staff, and of one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from statistics import median
from time import process_time

from referent_desk.domain.rotations import monday_of
from referent_desk.storage.bare_rows import read_rows
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.presence_facts import presence_facts
from referent_desk.usecases.presences import missing_everywhere, read_presence
from tests.benchmarks.generator import TODAY

ROUNDS = 5
WANTED_TODAY = 0.003
MOST_OF_ONE = 0.05
"""Seconds of the processor, as is measured of one department everywhere."""
MOST_TIMES_BARE = 10.0
"""Beside reading the same rows with the bare driver and doing nothing with them."""
WANTED = 2.0
"""Seconds for 4,000 departments and 20,000 staff, on a machine that does nothing else."""
_BARE = (
    "SELECT id, parent_id, kind, name, opening_hours FROM node",
    "SELECT id, person_id, department_id, kind, rank, software_id, since, until FROM appointment",
    "SELECT id, last_name, first_name, telephone, working_hours, left_on, week_one FROM person",
    "SELECT person_id, since, until FROM absence",
    "SELECT DISTINCT department_id, software_id FROM deployment",
)


def _taken(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


def test_the_presence_of_all_departments_costs_little_more_than_reading_it(
    staffed_desk: Desk,
) -> None:
    monday = monday_of(TODAY)

    def bare() -> None:
        with staffed_desk.database.read() as connection:
            for statement in _BARE:
                read_rows(connection, statement)

    reading = median(_taken(bare) for _ in range(ROUNDS))
    weeks = (monday + timedelta(weeks=n) for n in range(ROUNDS))
    asking = median([_taken(partial(missing_everywhere, staffed_desk, week)) for week in weeks])
    found = missing_everywhere(staffed_desk, monday)
    known = [minutes for minutes in found.values() if minutes is not None]
    print(
        f"\npresence of {len(found)} departments: {asking:.2f} s (wanted {WANTED}), "
        f"{asking / reading:.1f} times the bare rows; {len(known)} with hours"
    )
    assert len(known) > 1_000
    assert asking < MOST_TIMES_BARE * reading


def test_the_presence_of_one_department_is_there_at_once(staffed_desk: Desk) -> None:
    keys = list(missing_everywhere(staffed_desk))[::800]
    for key in keys:
        read_presence(staffed_desk, key)
    taken = [_taken(partial(read_presence, staffed_desk, key)) for key in keys * ROUNDS]
    print(f"\npresence of one department: {median(taken) * 1000:.1f} ms, most {max(taken):.3f} s")
    assert median(taken) < MOST_OF_ONE


def test_what_presence_gives_to_do_keeps_nobody_waiting(staffed_desk: Desk) -> None:
    keys = list(missing_everywhere(staffed_desk))[::400]

    def ask(key: str) -> None:
        with staffed_desk.database.read() as connection:
            presence_facts(connection, key, TODAY)

    taken = [_taken(partial(ask, key)) for key in keys * ROUNDS]
    print(f"\npresence in Today: {median(taken) * 1000:.1f} ms (wanted {WANTED_TODAY * 1000:.0f})")
    assert median(taken) < MOST_OF_ONE / 4
