"""What the program adds to the bare query, as ratios within one run, over the large group."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from statistics import median
from time import perf_counter
from typing import Any

import pytest

from referent_desk.domain.listings import PAGE_ROWS, Listing, Page
from referent_desk.home import Home
from referent_desk.storage.unverified_uses import deployments_without_verified_procedure
from referent_desk.usecases.departments import list_choices, list_departments
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.people import list_appointments
from referent_desk.usecases.procedures import list_procedures
from referent_desk.usecases.software import list_software
from tests.benchmarks.generator import CLOCK

ROUNDS = 9
MOST_FOR_A_PAGE = 4
MOST_FOR_UNVERIFIED = 3

Call = Callable[[], object]
Tell = Callable[[float, float], float]
"""Shows two times and gives their ratio."""


def procedures_of_the_busiest(desk: Desk, listing: Listing) -> Page[Any]:
    busiest = (
        "SELECT department_id FROM deployment GROUP BY department_id"
        " ORDER BY count(*) DESC, department_id LIMIT 1"
    )
    [department_id] = desk.database.driver().execute(busiest).fetchone()
    return list_procedures(desk, replace(listing, department_id=department_id))


LISTS: dict[str, tuple[Callable[[Desk, Listing], Page[Any]], str]] = {
    "departments": (list_departments, "node"),
    "departments to choose": (list_choices, "node"),
    "software": (list_software, "software"),
    "appointments": (list_appointments, "appointment"),
    "procedures": (procedures_of_the_busiest, "deployment"),
}
"""How a page is asked for, and the table that its rows lie in."""

# By hand: what was found to work is gathered once, then every deployment is looked up in it.
UNVERIFIED = """
    WITH verified AS MATERIALIZED (
        SELECT DISTINCT v.department_id, p.function_id, p.software_id
        FROM verification v
        JOIN revision r ON r.id = v.revision_id
        JOIN procedure p ON p.id = r.procedure_id
        WHERE v.result = 'worked' AND r.state = 'approved' AND p.closed_on IS NULL AND EXISTS (
            SELECT 1 FROM ancestor a
            WHERE a.node_id = v.department_id AND a.ancestor_id = p.owner_id
        )
    )
    SELECT d.id, d.department_id, d.software_id, d.function_id
    FROM deployment d
    WHERE d.until IS NULL AND NOT EXISTS (
        SELECT 1 FROM verified x
        WHERE x.department_id = d.department_id AND x.function_id = d.function_id
          AND (x.software_id = d.software_id OR x.software_id IS NULL)
    )
    ORDER BY d.id
"""


@pytest.fixture
def bare(large_home: Home) -> Iterator[sqlite3.Connection]:
    uri = large_home.database.as_uri() + "?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        yield connection


@pytest.fixture
def tell(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> Tell:
    def say(ours: float, theirs: float) -> float:
        ratio = ours / theirs
        with capsys.disabled():
            sys.stdout.write(
                f"\n{request.node.name}: {ours * 1000:.2f} ms, bare {theirs * 1000:.2f} ms,"
                f" ratio {ratio:.2f}\n"
            )
        return ratio

    return say


def statements_of(desk: Desk, call: Call) -> list[str]:
    """The SQL that a call runs, with its values in it."""
    found: list[str] = []
    desk.database.driver().set_trace_callback(found.append)
    call()
    desk.database.driver().set_trace_callback(None)
    return [text for text in found if text.lstrip().startswith(("SELECT", "WITH"))]


def seconds(call: Call) -> float:
    start = perf_counter()
    call()
    return perf_counter() - start


def side_by_side(ours: Call, theirs: Call, rounds: int = ROUNDS) -> tuple[float, float]:
    """Medians, measured in turn, so that a busy moment of the machine meets both."""
    ours()
    theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


@pytest.mark.parametrize("name", LISTS)
def test_a_page_of_a_list_costs_little_more_than_its_bare_queries(
    large_desk: Desk, bare: sqlite3.Connection, tell: Tell, name: str
) -> None:
    ask, _table = LISTS[name]

    def page() -> Page[Any]:
        return ask(large_desk, Listing())

    assert len(page().rows) >= PAGE_ROWS
    texts = statements_of(large_desk, page)
    times = side_by_side(page, lambda: [bare.execute(text).fetchall() for text in texts])
    assert tell(*times) <= MOST_FOR_A_PAGE


@pytest.mark.parametrize("name", LISTS)
def test_a_page_of_a_list_costs_less_than_reading_its_whole_table(
    large_desk: Desk, bare: sqlite3.Connection, tell: Tell, name: str
) -> None:
    """A query that looks through everything for each row would hide behind its own bare twin."""
    ask, table = LISTS[name]
    times = side_by_side(
        lambda: ask(large_desk, Listing()),
        lambda: bare.execute(f'SELECT * FROM "{table}"').fetchall(),
    )
    assert tell(*times) <= MOST_FOR_A_PAGE


@pytest.mark.parametrize("name", ["departments", "software", "appointments"])
def test_the_last_page_of_a_list_costs_no_more_than_the_first(
    large_desk: Desk, tell: Tell, name: str
) -> None:
    ask, _table = LISTS[name]
    first, last = Listing(), Listing()
    while after := ask(large_desk, last).after:
        before, last = last, replace(last, after=after)
    times = side_by_side(lambda: ask(large_desk, before), lambda: ask(large_desk, first))
    assert tell(*times) <= 2


def test_deployments_without_a_verified_procedure_are_found_as_fast_as_by_hand(
    large_desk: Desk, bare: sqlite3.Connection, tell: Tell
) -> None:
    def unverified() -> Page[tuple[str, str, str, str | None]]:
        with large_desk.database.read() as connection:
            return deployments_without_verified_procedure(
                connection, Listing(sort="id"), CLOCK.today()
            )

    page, by_hand = unverified(), bare.execute(UNVERIFIED).fetchall()
    assert page.total == len(by_hand) > 20_000
    assert list(page.rows) == by_hand[:PAGE_ROWS]
    times = side_by_side(unverified, lambda: bare.execute(UNVERIFIED).fetchall(), rounds=5)
    assert tell(*times) <= MOST_FOR_UNVERIFIED
