"""The state of a binder in the large group, and how it grows with the sheets of a binder."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

import pytest

from referent_desk.domain.sheet_states import BinderState
from referent_desk.home import Home
from referent_desk.storage import schema
from referent_desk.storage.copies import open_copies, runs_of
from referent_desk.storage.coverages import grouped
from referent_desk.storage.departments import binder_departments
from referent_desk.usecases.binder_counts import count_sheets
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.run_facts import record_insertion
from tests.benchmarks.generator import CLOCK, TODAY
from tests.benchmarks.test_today_speed import BUSIEST, USUAL
from tests.domain.wide_binders import wide_state

Answer = TypeVar("Answer")
ROUNDS = 15
MOST = 0.05  # seconds
SOME = 60
MOST_OF_ALL = 30  # seconds
FEW, MANY = 1_000, 10_000
MOST_GROWTH = 1.5  # times what is in proportion


@pytest.fixture(scope="module")
def filed(large_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A copy of the large group, for printing and filing."""
    home = Home(tmp_path_factory.mktemp("filed"))
    shutil.copy(large_home.database, home.database)
    desk = open_desk(home, CLOCK)
    yield desk
    desk.database.changed = False
    desk.close()


@pytest.mark.parametrize(
    ("name", "chosen", "most"), [("usual", USUAL, MOST), ("busiest", BUSIEST, 4 * MOST)]
)
def test_the_state_of_a_binder_is_known_at_once(
    filed: Desk, tmp_path: Path, name: str, chosen: str, most: float
) -> None:
    """Two copies filed, then the referent gone and a number changed: most sheets have a reason."""
    [department_id] = filed.database.driver().execute(chosen).fetchone()
    for number in (1, 2):
        print_binder(filed, department_id, tmp_path / f"{number}.pdf", copy_number=number)
        with filed.database.read() as connection:
            run = runs_of(connection, department_id)[-1]
        record_insertion(filed, run.id, "Essai", TODAY)
    _change_what_every_sheet_says(filed, department_id)
    took, state = _median(lambda: _read_anew(filed, department_id))
    changed = sum(bool(sheet.reasons) for copy in state.copies for sheet in copy.sheets)
    sheets = sum(len(copy.sheets) for copy in state.copies)
    sys.stderr.write(
        f"\n{name} department: {sheets} sheets in 2 copies, {changed} with a reason,"
        f" {len(state.ahead)} announced, in {took * 1000:.1f} ms (most {most * 1000:.0f})\n"
    )
    assert changed > sheets / 4
    assert took <= most


def _read_anew(desk: Desk, department_id: str) -> BinderState:
    desk.kept_state.forget()
    return read_state(desk, department_id)


def _change_what_every_sheet_says(desk: Desk, department_id: str) -> None:
    with desk.database.write("edit") as work:
        person = work.new_id()
        work.add(schema.person, [{"id": person, "last_name": "Essai", "folded": "essai"}])
        appointed = {"person_id": person, "kind": "software", "rank": "main"}
        place = {"department_id": department_id, "since": "2001-01-01"}
        work.add(schema.appointment, [{"id": work.new_id(), **appointed, **place}])


def test_the_status_of_every_department_of_a_group_is_told_in_half_a_minute(
    filed: Desk, tmp_path: Path
) -> None:
    """Each of some departments with a copy on its shelf, for as many as a hospital group has."""
    with filed.database.read() as connection:
        departments = binder_departments(connection)[:: 4_000 // SOME]
    for node in departments:
        print_binder(filed, node.id, tmp_path / "some.pdf", copy_number=1)
    with filed.database.read() as connection:
        copies = grouped((row.department_id, row) for row in open_copies(connection))
        took, counts = _median(lambda: count_sheets(filed, connection, copies), rounds=5)
    each = took / len(copies)
    sys.stderr.write(
        f"\nstatus of {len(copies)} departments: {each * 1000:.1f} ms each,"
        f" {each * 4_000:.0f} s of 4,000 (most {MOST_OF_ALL})\n"
    )
    assert len(counts) == len(copies) >= SOME
    assert each * 4_000 <= MOST_OF_ALL


def test_ten_thousand_sheets_take_ten_times_as_long_as_one_thousand() -> None:
    few, _state = _median(wide_state(FEW), rounds=5)
    many, state = _median(wide_state(MANY), rounds=5)
    growth = many / few / (MANY / FEW)
    sys.stderr.write(
        f"\n{FEW} sheets {few * 1000:.0f} ms, {MANY} sheets {many * 1000:.0f} ms:"
        f" {growth:.2f} times what is in proportion (most {MOST_GROWTH})\n"
    )
    assert len(state.sheets) == MANY
    assert growth <= MOST_GROWTH


def _median(ask: Callable[[], Answer], rounds: int = ROUNDS) -> tuple[float, Answer]:
    answer = ask()
    times = []
    for _round in range(rounds):
        start = perf_counter()
        answer = ask()
        times.append(perf_counter() - start)
    return median(times), answer
