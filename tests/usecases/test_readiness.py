"""The coverage of all is that of each: on the demo hospital, and where chance wrote the rest."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.means import Standing
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.readiness import BinderStanding
from referent_desk.errors import NotFound
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.storage import schema
from referent_desk.storage.copies import runs_of
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.dues import list_dues
from referent_desk.usecases.readiness import explain_cell, read_department, read_group
from referent_desk.usecases.run_facts import record_insertion
from tests.benchmarks.generator import CLOCK, FULL, TODAY, generate
from tests.usecases.difficult_homes import make_difficult
from tests.usecases.homes import TOMORROW, demo_desk

CARDIOLOGY = "Cardiologie — hospitalisation"


@pytest.fixture(autouse=True)
def _french() -> None:
    speak("fr")


@pytest.fixture(scope="module")
def demo(module_path: Path) -> Iterator[Desk]:
    desk = demo_desk(module_path)
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def wild(module_path: Path) -> Iterator[Desk]:
    """Some forty departments, and everything that makes the choice of a text difficult."""
    home = Home(module_path / "wild")
    home.make()
    generate(home, FULL.part(0.01))
    desk = open_desk(home, CLOCK)
    with desk.database.write("fill") as work:
        make_difficult(work, random.Random(5))
    yield desk
    desk.database.changed = False
    desk.close()


@pytest.mark.parametrize("name", ["demo", "wild"])
def test_the_coverage_of_all_is_what_the_rules_say_of_each(
    request: pytest.FixtureRequest, name: str
) -> None:
    desk: Desk = request.getfixturevalue(name)
    for department in read_group(desk, survival=True).departments:
        [alone] = read_department(desk, department.department_id).departments
        assert alone == department


def test_the_difficult_home_is_difficult(wild: Desk) -> None:
    """Otherwise it would show nothing."""
    uses = [use for d in read_group(wild, survival=True).departments for use in d.uses]
    states = Counter(use.state for use in uses)
    assert set(states) == set(ProcedureState)
    assert min(states.values()) >= 3
    assert {use.standing for use in uses} >= {Standing.STANDS, Standing.UNKNOWN}
    assert any(not use.function_id for use in uses)
    assert any(not use.software_id for use in uses)


@pytest.mark.parametrize("name", ["demo", "wild"])
def test_what_is_due_in_all_departments_is_what_is_due_in_each(
    request: pytest.FixtureRequest, name: str
) -> None:
    """Of a node above, only what concerns the department is told there."""
    desk: Desk = request.getfixturevalue(name)
    everything = list_dues(desk)
    for department in read_group(desk).departments:
        key = department.department_id
        alone = list_dues(desk, key)
        assert set(alone) <= set(everything)
        own = {row for row in everything if row.department_id == key and row.what != "review"}
        assert own <= set(alone)


@pytest.mark.parametrize("name", ["demo", "wild"])
@pytest.mark.parametrize("days", [0, 1, 90, 400])
def test_a_horizon_leaves_out_what_comes_later_and_nothing_else(
    request: pytest.FixtureRequest, name: str, days: int
) -> None:
    desk: Desk = request.getfixturevalue(name)
    ward = read_group(desk).departments[0].department_id
    before = TODAY + timedelta(days=days)
    for chosen in (None, ward):
        every = list_dues(desk, chosen, days=9999)
        assert list_dues(desk, chosen, days=days) == tuple(
            row for row in every if row.due_on < before
        )


def test_the_demo_hospital_shows_every_kind_of_cell(demo: Desk) -> None:
    group = read_group(demo)
    [ward] = [d for d in group.departments if d.name == CARDIOLOGY]
    assert {use.state for d in group.departments for use in d.uses} == set(ProcedureState)
    assert ward.has_referent
    assert [f.code for f in group.functions][:2] == ["IDE", "PRE"]


def test_a_cell_tells_procedure_forms_owner_and_referent(demo: Desk) -> None:
    ward = find_department(demo, CARDIOLOGY)
    functions = {f.code: f.id for f in read_group(demo).functions}
    cell = explain_cell(demo, ward.id, functions["PRE"])
    assert (cell.department, cell.function) == (CARDIOLOGY, "Prescription")
    [detail] = cell.uses
    assert all((detail.title, detail.owner, detail.referent, detail.forms))
    assert all(code.startswith("F") for code in detail.forms)
    assert explain_cell(demo, ward.id, functions["BLO"]).uses == ()


def test_a_filed_copy_counts_until_a_text_changes_or_the_copy_is_gone(tmp_path: Path) -> None:
    desk = demo_desk(tmp_path)
    ward = find_department(desk, CARDIOLOGY)

    def binder() -> tuple[BinderStanding, date | None]:
        group = read_group(desk, survival=True)
        [found] = [d for d in group.departments if d.department_id == ward.id]
        assert [found] == list(read_department(desk, ward.id).departments)
        checks = [row.due_on for row in list_dues(desk, ward.id) if row.what == "shelf_check"]
        return found.binder, checks[0] if checks else None

    assert binder() == (BinderStanding.NONE, None)
    print_binder(desk, ward.id, tmp_path / "b.pdf", copy_number=1)
    with desk.database.read() as connection:
        [run] = runs_of(connection, ward.id)
    record_insertion(desk, run.id, "M. Aubry", TODAY)
    assert binder() == (BinderStanding.FILED, date(2026, 12, 22))
    assert desk.close() is None
    desk = open_desk(desk.home, TOMORROW)
    uses = read_department(desk, ward.id).departments[0].uses
    with desk.database.write("edit") as work:
        text = {"title": "T", "text": '{"title":"T"}', "number": 9, "state": "approved"}
        [procedure] = work.connection.exec_driver_sql(
            "SELECT procedure_id FROM revision WHERE id = ?",
            (next(use.revision_id for use in uses if use.is_written),),
        ).scalars()
        begun = {"approved_on": "2026-11-23", "in_force_on": "2026-11-23"}
        work.add(
            schema.revision, [{"id": work.new_id(), "procedure_id": procedure, **text, **begun}]
        )
    assert binder()[0] is BinderStanding.OLDER
    desk.database.changed = False
    desk.close()


def test_a_department_that_is_gone_is_refused_kindly(demo: Desk) -> None:
    for ask in (lambda: read_department(demo, "x"), lambda: explain_cell(demo, "x", "y")):
        with pytest.raises(NotFound):
            ask()


def test_what_is_due_comes_in_order_with_its_overdue_days(demo: Desk) -> None:
    rows = list_dues(demo)
    assert [row.due_on for row in rows] == sorted(row.due_on for row in rows)
    kinds = Counter(str(row.what) for row in rows)
    assert {"verification", "review", "appointment_end"} <= set(kinds)
    today = date(2026, 11, 22)
    assert all(row.subject and row.department for row in rows)
    assert any(row.overdue_days(today) for row in rows)
    assert len({(row.what, row.department_id, row.key) for row in rows}) == len(rows)
