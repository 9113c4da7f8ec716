"""Readiness, what is due and the grid of coverage of the large group, and of one department."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import pytest

from referent_desk.domain.coverage_grids import Narrowing, grid_of
from referent_desk.home import Home
from referent_desk.storage.connections import open_file
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.due_lists import write_calendar
from referent_desk.usecases.dues import list_dues
from referent_desk.usecases.readiness import read_department, read_group
from tests.benchmarks.generator import TODAY
from tests.benchmarks.test_today_speed import BUSIEST, USUAL

ROUNDS = 5
MOST_OF_ONE = 0.05
"""Seconds of the processor: whatever else the machine does is not counted."""
MOST_TIMES_BARE = 7.0
"""Beside reading the same rows with the bare driver and doing nothing with them: half is reading
what the rules need besides, half is following them."""
MOST_TIMES_COLD = 4.5
"""From the start of a process, beside one that imports the database library and reads the rows;
what is due in this group within the horizon is a list of 48,000 days."""
MOST_TIMES_LISTED = 6.0
"""A calendar beside the list of its days; the library alone takes twenty times as long."""
WANTED = 1.0
"""Second, from the start of a process on a machine that does nothing else: printed, not asked."""
_BARE = (
    "SELECT id, parent_id, kind, name, code, beds FROM node",
    "SELECT department_id, function_id, software_id, criticality, tolerated_outage FROM deployment",
    "SELECT id, name, criticality, tolerated_interruption FROM software",
    "SELECT id, owner_id, function_id, software_id FROM procedure NOT INDEXED",
    "SELECT procedure_id, id, state, number, in_force_on, review_due_on FROM revision",
    "SELECT revision_id, department_id, release_id, result, valid_on FROM verification",
    "SELECT establishment_id, release_id, valid_on FROM release_live",
    "SELECT id, software_id, version FROM release",
    "SELECT department_id, software_id, since, until FROM appointment",
)
_ASKED = {
    "coverage": "from referent_desk.usecases.readiness import read_group as ask",
    "due": "from referent_desk.usecases.dues import list_dues as ask",
}
_COLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from referent_desk.clock import FixedClock
from referent_desk.home import Home
from referent_desk.usecases.desks import open_desk
{ask}
clock = FixedClock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
desk = open_desk(Home(Path(sys.argv[1])), clock, writing=False)
ask(desk)
"""
_BARE_COLD = """
import sqlite3
import sys
import sqlalchemy
connection = sqlite3.connect(sys.argv[1] + "/referent-desk.sqlite")
for one in {statements!r}:
    connection.execute(one).fetchall()
"""


@pytest.mark.parametrize("what", list(_ASKED))
def test_a_process_that_starts_soon_knows_it_of_all_departments(
    large_home: Home, what: str
) -> None:
    bare = _started(_BARE_COLD.format(statements=_BARE), large_home)
    took = _started(_COLD.format(ask=_ASKED[what]), large_home)
    sys.stderr.write(
        f"\n{what} of 4,000 departments, cold: {took:.2f} s (wanted {WANTED:.0f});"
        f" bare {bare:.2f} s; {took / bare:.1f} times (most {MOST_TIMES_COLD})\n"
    )
    assert took <= MOST_TIMES_COLD * bare


def _started(code: str, home: Home) -> float:
    """The quickest of some: whatever else the machine does can only add to it."""
    command = [sys.executable, "-c", code, str(home.root)]
    return min(_times(lambda: subprocess.run(command, check=True)))


def test_it_takes_a_few_times_as_long_as_reading_the_rows(
    large_home: Home, large_desk: Desk
) -> None:
    with closing(open_file(large_home.database, "ro")) as bare:
        reading = _median(lambda: [bare.execute(one).fetchall() for one in _BARE])
    group = read_group(large_desk)
    took = _median(lambda: read_group(large_desk))
    narrowed = _median(lambda: grid_of(group, Narrowing("card", holes=True)))
    due = _median(lambda: list_dues(large_desk))
    sys.stderr.write(
        f"\nbare rows {reading * 1000:.0f} ms; coverage {took * 1000:.0f} ms,"
        f" {took / reading:.1f} times (most {MOST_TIMES_BARE});"
        f" due {due * 1000:.0f} ms; narrowing the grid {narrowed * 1000:.0f} ms\n"
    )
    assert len(group.departments) > 3_500
    assert took <= MOST_TIMES_BARE * reading


def test_a_calendar_of_all_departments_is_written_in_seconds(
    large_desk: Desk, tmp_path: Path
) -> None:
    """In time of the processor, as it takes the longest of all."""
    begun = process_time()
    rows = list_dues(large_desk)
    listed = process_time() - begun
    _path, count = write_calendar(large_desk, None, tmp_path / "due.ics")
    took = process_time() - begun - listed
    sys.stderr.write(
        f"\ncalendar of {count} events: {took:.1f} s, {took / listed:.1f} times the list"
        f" (most {MOST_TIMES_LISTED})\n"
    )
    assert count == len(rows) > 40_000
    assert took <= MOST_TIMES_LISTED * listed


@pytest.mark.parametrize(("name", "chosen"), [("usual", USUAL), ("busiest", BUSIEST)])
def test_one_department_is_known_at_once(large_desk: Desk, name: str, chosen: str) -> None:
    [department_id] = large_desk.database.driver().execute(chosen).fetchone()
    took = median(_times(lambda: read_department(large_desk, department_id), process_time))
    due = median(_times(lambda: list_dues(large_desk, department_id), process_time))
    sys.stderr.write(
        f"\n{name} department: coverage {took * 1000:.1f} ms, due {due * 1000:.1f} ms"
        f" (most {MOST_OF_ONE * 1000:.0f})\n"
    )
    assert date(2026, 11, 22) == TODAY
    assert max(took, due) <= MOST_OF_ONE


def _median(ask: Callable[[], object]) -> float:
    return median(_times(ask))


def _times(ask: Callable[[], object], clock: Callable[[], float] = perf_counter) -> list[float]:
    ask()
    times = []
    for _round in range(ROUNDS):
        start = clock()
        ask()
        times.append(clock() - start)
    return times
