"""What there is to do in one department of the large group, from the database to the tasks."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from referent_desk.home import Home
from referent_desk.storage.copies import runs_of
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.run_facts import record_insertion
from referent_desk.usecases.tasks import list_tasks
from tests.benchmarks.generator import CLOCK, TODAY

ROUNDS = 9
MOST = 0.1  # seconds: what takes longer must show that it works
MOST_WITH_PAPER = 0.05
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


def test_with_two_copies_on_the_shelf_it_is_known_at_once(large_home: Home, tmp_path: Path) -> None:
    """Whatever lies in the copies is compared with what should: of the usual department."""
    home = Home(tmp_path / "home")
    home.make()
    shutil.copy(large_home.database, home.database)
    desk = open_desk(home, CLOCK)
    [department_id] = desk.database.driver().execute(USUAL).fetchone()
    for number in (1, 2):
        print_binder(desk, department_id, tmp_path / f"{number}.pdf", copy_number=number)
        with desk.database.read() as connection:
            run = runs_of(connection, department_id)[-1]
        record_insertion(desk, run.id, "Essai", TODAY)
    list_tasks(desk, department_id)
    times = []
    for _round in range(ROUNDS):
        desk.kept_state.forget()
        start = perf_counter()
        list_tasks(desk, department_id)
        times.append(perf_counter() - start)
    took = median(times)
    most = MOST_WITH_PAPER * 1000
    sys.stderr.write(f"\ntwo copies on the shelf: {took * 1000:.1f} ms (most {most:.0f})\n")
    desk.database.changed = False
    assert desk.close() is None
    assert took <= MOST_WITH_PAPER
