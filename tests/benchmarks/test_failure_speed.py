"""What falls and what stands, over the whole of the large group and in one department of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import TypeVar

from referent_desk.domain.means import Standing
from referent_desk.storage.fallbacks import fallbacks_of
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.fallbacks import named_failures, simulate_failure
from tests.benchmarks.test_today_speed import BUSIEST, USUAL

Answer = TypeVar("Answer")
FAILS = ("network", "directory", "ip_telephony")
MOST = 2.0  # seconds
MOST_ALONE = 0.05
MOST_TIMES = 6.0
"""Times as long as it takes to read the same rows and do nothing with them, on the same PC."""
ROWS = (
    'SELECT id, owner_id, function_id, software_id FROM "procedure" WHERE closed_on IS NULL',
    "SELECT procedure_id, id, title FROM revision",
    "SELECT id, text FROM revision",
    "SELECT DISTINCT department_id, function_id, software_id FROM deployment",
    "SELECT id, parent_id, name, kind, closed_on FROM node ORDER BY folded, id",
    "SELECT id, name FROM software",
)


def test_the_whole_group_is_simulated_in_two_seconds(large_desk: Desk) -> None:
    fails = named_failures(large_desk, FAILS)

    def read() -> int:
        driver = large_desk.database.driver()
        return sum(len(driver.execute(statement).fetchall()) for statement in ROWS)

    plain, _count = _median(read)
    took, simulation = _median(lambda: simulate_failure(large_desk, fails))
    sys.stderr.write(
        f"\n{len(simulation.rows)} uses of {simulation.departments} departments in "
        f"{took:.2f} s (most {MOST:.1f}), {took / plain:.1f} times the reading alone "
        f"(most {MOST_TIMES:.0f})\n"
    )
    assert simulation.departments > 3_500
    assert {row.standing for row in simulation.rows} == set(Standing)
    assert took <= MOST
    assert took / plain <= MOST_TIMES


def test_one_department_is_simulated_at_once(large_desk: Desk) -> None:
    fails = named_failures(large_desk, FAILS)
    for name, chosen in (("usual", USUAL), ("busiest", BUSIEST)):
        [department_id] = large_desk.database.driver().execute(chosen).fetchone()

        def ask(department_id: str = department_id) -> int:
            return len(simulate_failure(large_desk, fails, department_id).rows)

        took, uses = _median(ask)
        sys.stderr.write(f"\n{name} department: {uses} uses in {took * 1000:.1f} ms\n")
        assert took <= MOST_ALONE
        with large_desk.database.read() as connection:
            alone = fallbacks_of(connection, department_id, large_desk.clock.today())
        assert len(alone.facts.fallbacks) == uses


def _median(ask: Callable[[], Answer], rounds: int = 3) -> tuple[float, Answer]:
    answer = ask()
    times = []
    for _round in range(rounds):
        start = perf_counter()
        answer = ask()
        times.append(perf_counter() - start)
    return median(times), answer
