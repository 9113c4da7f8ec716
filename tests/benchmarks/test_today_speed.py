"""What there is to do in one department of the large group, from the database to the tasks."""

from __future__ import annotations

import sys
from statistics import median
from time import perf_counter

import pytest

from referent_desk.home import Home
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.tasks import list_tasks
from tests.benchmarks.generator import CLOCK

ROUNDS = 9
MOST = 0.1  # seconds: what takes longer must show that it works
BUSIEST = (
    "SELECT department_id FROM deployment GROUP BY department_id"
    " ORDER BY count(*) DESC, department_id LIMIT 1"
)
USUAL = (
    "SELECT department_id FROM deployment GROUP BY department_id"
    " ORDER BY abs(count(*) - 15), department_id LIMIT 1"
)


@pytest.mark.parametrize(("name", "chosen"), [("usual", USUAL), ("busiest", BUSIEST)])
def test_what_there_is_to_do_is_known_at_once(large_home: Home, name: str, chosen: str) -> None:
    """Writing: the functions that the program brings procedures for are looked up too."""
    desk = open_desk(large_home, CLOCK)
    [department_id] = desk.database.driver().execute(chosen).fetchone()
    list_tasks(desk, department_id)
    times = []
    for _round in range(ROUNDS):
        start = perf_counter()
        today = list_tasks(desk, department_id)
        times.append(perf_counter() - start)
    took = median(times)
    sys.stderr.write(
        f"\n{name} department: {len(today.tasks)} things to do in {took * 1000:.1f} ms\n"
    )
    desk.database.changed = False
    assert desk.close() is None
    assert took <= MOST
