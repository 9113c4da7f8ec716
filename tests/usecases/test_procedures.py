from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from referent_desk.domain.listings import Listing
from referent_desk.domain.procedures import ProcedureRow, ProcedureState
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound
from referent_desk.language import speak
from referent_desk.storage import schema
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.departments import departments_with_binder, find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.procedures import list_procedures, procedure_detail, procedure_details
from referent_desk.usecases.records import edit_field, list_records
from tests.usecases.homes import demo_desk


@pytest.fixture(scope="module")
def demo(module_path: Path) -> Iterator[Desk]:
    desk = demo_desk(module_path)
    yield desk
    desk.close()


def rows(
    desk: Desk, text: str = "", sort: str = "", *, descending: bool = False
) -> list[ProcedureRow]:
    key = find_department(desk, "CAR").id
    return list(list_procedures(desk, Listing(text, sort, descending, key)).rows)


def test_without_a_department_there_is_nothing_to_list(demo: Desk) -> None:
    assert list_procedures(demo, Listing()).rows == ()


def test_the_list_follows_the_functions_and_can_be_turned(demo: Desk) -> None:
    assert rows(demo, sort="function", descending=True) == rows(demo)[::-1]


@pytest.mark.parametrize("sort", ["software", "state", "criticality", "owner"])
def test_every_sort_keeps_every_row(demo: Desk, sort: str) -> None:
    for descending in (False, True):
        assert sorted(map(repr, rows(demo, sort=sort, descending=descending))) == sorted(
            map(repr, rows(demo))
        )


def test_states_are_sorted_from_the_worst(demo: Desk) -> None:
    order = list(ProcedureState)
    places = [order.index(row.state) for row in rows(demo, sort="state")]
    assert places == sorted(places)


def test_the_filter_takes_words_in_any_spelling(demo: Desk) -> None:
    found = rows(demo, "PRESCRIPTION")
    assert found
    assert found == rows(demo, "  préscription ")
    assert rows(demo, "prescription zzz") == []


@pytest.mark.parametrize(
    ("code", "role"), [("fr", "Référent logiciel"), ("en", "Software referent")]
)
def test_who_to_call_is_said_in_the_language_of_the_window(
    demo: Desk, code: str, role: str
) -> None:
    speak(code)
    row = rows(demo)[0]
    ward = find_department(demo, "CAR").id
    detail = procedure_detail(demo, ward, row.function_id, row.software_id)
    assert detail.contacts[0][0] == role


def test_every_line_has_its_detail(demo: Desk) -> None:
    for node in departments_with_binder(demo):
        listed = list_procedures(demo, Listing(department_id=node.id)).rows
        details = procedure_details(demo, node.id)
        assert [(r.function, r.software, r.state) for r in listed] == [
            (d.function, d.software, d.status.state) for d in details
        ]
        for detail in details:
            assert (detail.revision is None) is (detail.status.state is ProcedureState.MISSING)
            assert detail.contacts or detail.software


def test_local_values_are_filled_in(demo: Desk) -> None:
    for node in departments_with_binder(demo):
        for detail in procedure_details(demo, node.id):
            assert "{" not in repr(detail.revision.text if detail.revision else "")


def test_the_sheet_has_its_number_once_it_was_printed(demo: Desk, module_path: Path) -> None:
    key = find_department(demo, "CAR").id
    before = procedure_details(demo, key)
    assert {(d.sheet_code, d.sheet_revision, d.check_code) for d in before} == {("", None, "")}
    print_binder(demo, key, module_path / "x.pdf")
    after = procedure_details(demo, key)
    assert {d.sheet_revision for d in after} == {1}
    assert len({d.check_code for d in after}) == len({d.sheet_code for d in after}) == len(after)
    row = rows(demo)[0]
    alone = procedure_detail(demo, key, row.function_id, row.software_id)
    assert alone.life is not None
    assert replace(alone, life=replace(alone.life, losing=None)) == after[0]


def test_a_degraded_mode_that_went_is_said(demo: Desk) -> None:
    with pytest.raises(NotFound, match="not here any more"):
        procedure_detail(demo, find_department(demo, "CAR").id, "no function", None)


@pytest.mark.parametrize(("days", "listed"), [(-1, False), (0, False), (1, True), (30, True)])
def test_a_use_is_over_on_its_last_day(tmp_path: Path, days: int, listed: bool) -> None:
    desk = demo_desk(tmp_path)
    use = rows(desk)[0]
    today = desk.clock.today()
    department = find_department(desk, "CAR").id
    with desk.database.write("end_use") as work:
        found = work.connection.execute(
            schema.deployment.select().where(
                schema.deployment.c.department_id == department,
                schema.deployment.c.function_id == use.function_id,
                schema.deployment.c.software_id == use.software_id,
            )
        ).one()
        work.change(schema.deployment, found.id, {"until": today + timedelta(days=days)})
    assert ((use.function_id, use.software_id) in key_pairs(desk)) is listed
    with desk.database.write("begin_again") as work:
        following = {"since": today + timedelta(days=days + 1), "department_id": department}
        again = {"function_id": use.function_id, "software_id": use.software_id}
        work.add(schema.deployment, [{"id": work.new_id(), **following, **again}])
    assert key_pairs(desk).count((use.function_id, use.software_id)) == 1
    desk.close()


def key_pairs(desk: Desk) -> list[tuple[str, str | None]]:
    return [(row.function_id, row.software_id) for row in rows(desk)]


def test_how_vital_a_use_is_comes_before_how_vital_the_software_is(module_path: Path) -> None:
    folder = module_path / "criticality"
    folder.mkdir()
    desk = demo_desk(folder)
    key = find_department(desk, "CAR").id
    use = list_records(desk, RecordKind.DEPLOYMENT, "department_id", key)[0]
    for typed in ("4", "1"):
        edit_field(desk, RecordKind.DEPLOYMENT, use.id, "criticality", typed)
        (row,) = (
            row
            for row in rows(desk)
            if row.software_id == use.values["software_id"]
            and row.function_id == use.values["function_id"]
        )
        assert row.criticality == int(typed)
    desk.close()
