from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from referent_desk.clock import FixedClock
from referent_desk.domain.changes import Kind
from referent_desk.domain.copies import Copy
from referent_desk.domain.coverage import Use, uses_of
from referent_desk.domain.listings import Listing
from referent_desk.domain.people import AppointmentState
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.records import RecordKind
from referent_desk.errors import RefusedInput
from referent_desk.home import Home
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.copies import copies_in
from referent_desk.storage.procedures import coverage_facts
from referent_desk.usecases.demo import fill_demo, is_demo
from referent_desk.usecases.departments import (
    department_detail,
    departments_with_binder,
    find_department,
    list_departments,
)
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.people import list_appointments
from referent_desk.usecases.records import add_record
from referent_desk.usecases.software import list_software

CLOCK = FixedClock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
EVERYTHING = Listing(limit=1_000)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = open_desk(Home(tmp_path_factory.mktemp("demo")), CLOCK)
    fill_demo(desk)
    yield desk
    desk.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Desk]:
    desk = open_desk(Home(tmp_path / "home"), CLOCK)
    yield desk
    desk.close()


def uses(desk: Desk, department_id: str) -> tuple[Use, ...]:
    with desk.database.read() as connection:
        return uses_of(
            coverage_facts(connection, department_id, desk.clock.today()), desk.clock.today()
        )


def states(desk: Desk) -> Counter[ProcedureState]:
    return Counter(
        use.state for node in departments_with_binder(desk) for use in uses(desk, node.id)
    )


def test_an_empty_home_is_filled_and_says_which_kinds_changed(empty: Desk) -> None:
    assert not is_demo(empty)
    changed = fill_demo(empty)
    assert is_demo(empty)
    assert empty.demo
    assert changed == frozenset(Kind) - {Kind.FUNCTIONS}


def test_filling_is_one_audit_entry_of_origin_demo(desk: Desk) -> None:
    with desk.database.read() as connection:
        entries = connection.execute(schema.audit.select()).all()
        origins = {row.origin for row in connection.execute(schema.node.select())}
    assert [(e.action, e.origin) for e in entries if e.action != "make_home"] == [
        ("fill_demo", "demo")
    ]
    assert origins == {"demo"}


def test_a_home_that_holds_it_already_stays_as_it_is(empty: Desk) -> None:
    fill_demo(empty)
    with empty.database.read() as connection:
        before = connection.execute(schema.audit.select()).all()
    assert fill_demo(empty) == frozenset()
    with empty.database.read() as connection:
        assert connection.execute(schema.audit.select()).all() == before


def test_reopened_it_is_still_the_demo_hospital(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    desk = open_desk(home, CLOCK)
    fill_demo(desk)
    assert desk.close() is None
    again = open_desk(home, CLOCK)
    assert again.demo
    assert is_demo(again)
    again.close()


def test_a_home_with_a_hospital_of_its_own_is_refused_and_nothing_is_added(empty: Desk) -> None:
    with empty.database.write("test", origin=Origin.HAND) as work:
        own = {"kind": "establishment", "name": "Hôpital du Port", "folded": "hopital du port"}
        work.add(schema.node, [{"id": work.new_id(), **own}])
    with pytest.raises(RefusedInput, match="already holds a hospital"):
        fill_demo(empty)
    assert not is_demo(empty)
    with empty.database.read() as connection:
        assert [row.name for row in connection.execute(schema.node.select())] == ["Hôpital du Port"]
        assert connection.execute(schema.software.select()).first() is None


def test_two_homes_filled_on_one_day_hold_the_same_rows(desk: Desk, empty: Desk) -> None:
    fill_demo(empty)
    tables = (schema.node, schema.deployment, schema.revision, schema.dialling, schema.copy)
    for table in tables:
        with desk.database.read() as one, empty.database.read() as other:
            rows = one.execute(table.select().order_by(table.c.id)).all()
            assert rows == other.execute(table.select().order_by(table.c.id)).all()
            assert rows


def test_the_lists_show_a_hospital_of_the_promised_size(desk: Desk) -> None:
    departments = list_departments(desk, EVERYTHING)
    kinds = Counter(str(row.kind) for row in departments.rows)
    assert 10 <= kinds["department"] <= 14
    assert kinds["unit"] >= 3
    assert kinds["pole"] >= 3
    assert 23 <= list_software(desk, EVERYTHING).total <= 30
    assert list_appointments(desk, EVERYTHING).total >= 30


def test_a_unit_lies_in_its_department_pole_establishment_and_group(desk: Desk) -> None:
    unit = find_department(desk, "CARS")
    assert department_detail(desk, unit.id).path == (
        "GHT des Rives et Coteaux",
        "Centre hospitalier du Val-Clair",
        "Pôle cœur-poumons",
        "Cardiologie — hospitalisation",
    )


def test_every_state_of_a_procedure_occurs(desk: Desk) -> None:
    found = states(desk)
    assert set(found) == set(ProcedureState)
    assert min(found.values()) >= 3


def test_the_binder_of_the_cardiology_is_full(desk: Desk) -> None:
    cardiology = find_department(desk, "0412")
    assert cardiology.paper_code == "CAR"
    rows = uses(desk, cardiology.id)
    assert len({use.function.code for use in rows if use.function}) >= 12
    assert all(use.function for use in rows)
    found = Counter(use.state for use in rows)
    for once in (ProcedureState.MISSING, ProcedureState.DRAFT_ONLY, ProcedureState.NEVER_VERIFIED):
        assert found[once] == 1
    assert found[ProcedureState.UP_TO_DATE] >= 10


def test_the_cardiology_has_referent_deputy_and_security_referent(desk: Desk) -> None:
    detail = department_detail(desk, find_department(desk, "CAR").id)
    assert [(place, name) for place, name, _number in detail.referents] == [
        ("software_main", "Maryse Aubry"),
        ("software_deputy", "Claire Lemaire"),
        ("security_main", "Maryse Aubry"),
        ("security_deputy", "Ibrahim Fofana"),
    ]


def test_referents_are_missing_expiring_leaving_and_gone(desk: Desk) -> None:
    rows = list_appointments(desk, EVERYTHING).rows
    assert {row.state for row in rows} == set(AppointmentState)
    without = [
        row.name
        for row in list_departments(desk, EVERYTHING).rows
        if row.kind in {"department", "unit"} and not row.closed and not row.referent
    ]
    assert {"Urgences", "Chirurgie ambulatoire", "Maternité"} <= set(without)


@pytest.mark.parametrize("year", [2024, 2027, 2031])
def test_filled_in_another_year_it_holds_the_same_states(
    desk: Desk, tmp_path: Path, year: int
) -> None:
    clock = FixedClock(datetime(year, 2, 28, 9, 0, tzinfo=UTC))
    other = open_desk(Home(tmp_path / "home"), clock)
    fill_demo(other)
    assert states(other) == states(desk)
    other.close()


def test_a_copy_that_is_added_has_the_next_number(empty: Desk) -> None:
    fill_demo(empty)
    ward = next(node.id for node in departments_with_binder(empty) if node.code == "0412")
    before = [copy.number for copy in _copies(empty, ward)]
    add_record(empty, RecordKind.COPY, {"department_id": ward, "place": "Poste"})
    assert [copy.number for copy in _copies(empty, ward)] == [*before, max(before) + 1]


def _copies(desk: Desk, department_id: str) -> tuple[Copy, ...]:
    with desk.database.read() as connection:
        return tuple(copies_in(connection, department_id))
