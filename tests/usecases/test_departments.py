from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from referent_desk.domain.departments import DepartmentRow, NodeKind
from referent_desk.domain.listings import Listing
from referent_desk.domain.tasks import Urgency, procedure_urgency
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.storage import schema
from referent_desk.usecases.departments import (
    binder_department,
    department_detail,
    departments_with_binder,
    find_department,
    list_children,
    list_choices,
    list_departments,
)
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.needed_functions import needed_functions, set_needed_functions
from referent_desk.usecases.procedures import list_procedures
from referent_desk.usecases.starters import adopt_starter_procedures
from tests.usecases.homes import bare_desk, demo_desk


@pytest.fixture(scope="module")
def demo(module_path: Path) -> Iterator[Desk]:
    desk = demo_desk(module_path)
    yield desk
    desk.close()


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Desk]:
    desk = bare_desk(tmp_path)
    yield desk
    desk.close()


@pytest.mark.parametrize("text", ["0412", "CAR", "car", " CAR ", "CARDIOLOGIE — hospitalisation"])
def test_a_department_is_meant_by_its_code_its_paper_code_or_its_name(
    demo: Desk, text: str
) -> None:
    assert find_department(demo, text).paper_code == "CAR"


@pytest.mark.parametrize("text", ["", "  ", "%", "nowhere", "<b>", "\ud800", "x" * 10_000])
def test_what_no_department_is_called_is_said(demo: Desk, bare: Desk, text: str) -> None:
    for desk in (demo, bare):
        with pytest.raises(NotFound, match="No department is called"):
            find_department(desk, text)


@pytest.mark.parametrize("text", ["0412", "Cardiologie", "cardiologie"])
def test_two_departments_of_one_code_are_told_apart_by_keys_that_work(
    bare: Desk, text: str
) -> None:
    with pytest.raises(NotFound) as refused:
        find_department(bare, text)
    assert "Cardiologie, Hôpital Nord (" in refused.value.happened
    assert "Cardiologie, Hôpital Sud (" in refused.value.happened
    keys = re.findall(r"\(([^()]+)\)", refused.value.happened)
    assert len({find_department(bare, key).id for key in keys}) == 2


def test_a_paper_code_that_is_another_ones_code_is_ambiguous_and_has_keys(bare: Desk) -> None:
    one, other = departments_with_binder(bare)
    with bare.database.write("codes") as work:
        work.change(schema.node, one.id, {"paper_code": "CAR"})
        work.change(schema.node, other.id, {"code": "CAR"})
    with pytest.raises(NotFound) as refused:
        find_department(bare, "CAR")
    keys = re.findall(r"\(([^()]+)\)", refused.value.happened)
    assert {find_department(bare, key).id for key in keys} == {one.id, other.id}


def test_an_open_department_wins_over_a_closed_one_of_its_code(bare: Desk) -> None:
    closed = find_department(bare, "Dialyse Nord")
    opened = departments_with_binder(bare)[0]
    with bare.database.write("codes") as work:
        work.change(schema.node, opened.id, {"code": "0999"})
    assert find_department(bare, "0999").id == opened.id
    assert closed.closed_on
    assert closed.code == "0999"


def test_a_pole_keeps_no_binder(demo: Desk) -> None:
    assert binder_department(demo, "CAR").paper_code == "CAR"
    with pytest.raises(RefusedInput, match="is a pole"):
        binder_department(demo, "Pôle cœur-poumons")


def test_the_detail_shows_what_is_served_then_the_holes(tmp_path: Path) -> None:
    demo = demo_desk(tmp_path)
    key = find_department(demo, "CAR").id
    served = {row.function_id for row in department_detail(demo, key).coverage}
    every = {tick.function_id for tick in needed_functions(demo, key)}
    set_needed_functions(demo, key, every)
    detail = department_detail(demo, key)
    software = [row.software for row in detail.coverage]
    assert all(software[: -len(every - served)])
    assert not any(software[-len(every - served) :])
    assert {row.function_id for row in detail.coverage} == every
    assert [row.deployment_id == "" for row in detail.coverage] == [not name for name in software]
    assert detail.numbers
    assert detail.last_printed is None
    demo.close()


def test_the_detail_names_nothing_that_cannot_be_gone_to(demo: Desk) -> None:
    detail = department_detail(demo, find_department(demo, "CAR").id)
    assert len(detail.path_ids) == len(detail.path) == 3
    assert len(detail.referent_ids) == len(detail.referents) > 0
    assert len(detail.number_ids) == len(detail.numbers)
    assert department_detail(demo, detail.path_ids[-1]).node.name == detail.path[-1]


def test_what_nobody_says_it_needs_is_no_hole(demo: Desk) -> None:
    for text in ("CAR", "Pôle cœur-poumons"):
        detail = department_detail(demo, find_department(demo, text).id)
        assert all(row.software for row in detail.coverage)


def test_the_tree_is_walked_level_by_level_to_every_node(demo: Desk) -> None:
    found: list[str] = []
    below = [list_children(demo, None)]
    while below:
        rows = below.pop()
        found += [row.id for row in rows]
        children = {row.id: list_children(demo, row.id) for row in rows}
        assert {row.id for row in rows if row.has_children} == {k for k, v in children.items() if v}
        below += [rows for rows in children.values() if rows]
    with demo.database.read() as connection:
        every = [row.id for row in connection.execute(schema.node.select())]
    assert sorted(found) == sorted(every)
    (group,) = list_children(demo, None)
    assert group.kind is NodeKind.GROUP
    assert [row.kind for row in list_children(demo, group.id)] == [NodeKind.ESTABLISHMENT] * 3


def test_the_tree_tells_of_a_department_what_the_list_tells(demo: Desk) -> None:
    listed = {row.id: row for row in list_departments(demo, Listing(limit=1_000)).rows}
    node = find_department(demo, "CAR")
    (row,) = (row for row in list_children(demo, node.parent_id) if row.id == node.id)
    assert replace(row, has_children=False) == listed[node.id]


def test_closed_parts_of_the_tree_come_last(bare: Desk) -> None:
    north = next(row for row in list_children(bare, None) if row.name == "Hôpital Nord")
    (pole,) = list_children(bare, north.id)
    assert [row.closed for row in list_children(bare, pole.id)] == [False, True]
    assert list_children(bare, "nowhere") == ()


@pytest.mark.parametrize("sort", ["name", "code", "parent", "holes", "software_count", "beds"])
@pytest.mark.parametrize("descending", [False, True])
def test_pages_of_any_sort_hold_every_department_once(
    demo: Desk, sort: str, descending: bool
) -> None:
    listing = Listing(sort=sort, descending=descending, limit=7)
    seen: list[DepartmentRow] = []
    while True:
        page = list_departments(demo, listing)
        seen += list(page.rows)
        if page.after is None:
            break
        listing = replace(listing, after=page.after)
    assert len({row.id for row in seen}) == len(seen) == page.total
    values = [value for row in seen if (value := getattr(row, sort)) is not None]
    if sort in {"holes", "software_count", "code"}:
        assert values == sorted(values, reverse=descending)


def test_a_department_that_went_is_said(demo: Desk) -> None:
    with pytest.raises(NotFound, match="not here any more"):
        department_detail(demo, "nowhere")


def test_only_open_departments_that_print_can_be_chosen(demo: Desk, bare: Desk) -> None:
    chosen = {row.id for row in list_choices(demo, Listing(limit=1_000)).rows}
    assert chosen == {node.id for node in departments_with_binder(demo)}
    closed = {row.id for row in list_departments(bare, Listing()).rows if row.closed}
    assert len(closed) == 2
    assert not closed & {row.id for row in list_choices(bare, Listing()).rows}


def test_the_list_counts_what_fits_of_how_many(demo: Desk) -> None:
    page = list_departments(demo, Listing("cardio"))
    assert page.matching == len(page.rows) < page.total


def test_the_list_counts_what_is_to_be_done_as_the_first_tab_does(tmp_path: Path) -> None:
    """With drafts of the group, texts of the department, functions without software, and holes."""
    demo = demo_desk(tmp_path)
    for department in departments_with_binder(demo)[::2]:
        ticks = needed_functions(demo, department.id)
        set_needed_functions(demo, department.id, {t.function_id for t in ticks[::3]})
    assert _counted(demo) == _ruled(demo)
    assert any(holes for holes, _unfinished in _counted(demo).values())
    adopt_starter_procedures(demo, "fr")
    assert _counted(demo) == _ruled(demo)
    assert any(unfinished for _holes, unfinished in _counted(demo).values())
    demo.close()


def _counted(desk: Desk) -> dict[str, tuple[int, int]]:
    rows = list_departments(desk, Listing(limit=200)).rows
    return {row.id: (row.holes, row.unfinished) for row in rows if not row.closed}


def _ruled(desk: Desk) -> dict[str, tuple[int, int]]:
    ruled = {}
    for department_id in _counted(desk):
        uses = list_procedures(desk, Listing(department_id=department_id)).rows
        found = [procedure_urgency(row.state) for row in uses if row.function_id]
        unnamed = sum(not row.function_id for row in uses)
        ruled[department_id] = (found.count(Urgency.NOW), found.count(Urgency.SOON) + unnamed)
    return ruled
