from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.listings import Listing
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.storage import schema
from referent_desk.usecases.departments import (
    binder_department,
    department_detail,
    departments_with_binder,
    find_department,
    list_choices,
    list_departments,
)
from referent_desk.usecases.desks import Desk
from tests.memory_folders import module_path, tmp_path
from tests.usecases.homes import bare_desk, demo_desk

__all__ = ["module_path", "tmp_path"]


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


def test_the_detail_shows_what_is_served_then_the_holes(demo: Desk) -> None:
    detail = department_detail(demo, find_department(demo, "CAR").id)
    software = [row.software for row in detail.coverage]
    first_hole = software.index("") if "" in software else len(software)
    assert all(software[:first_hole])
    assert not any(software[first_hole:])
    assert len({row.function_id for row in detail.coverage}) == 28
    assert detail.numbers
    assert detail.last_printed is None


def test_a_pole_shows_no_holes(demo: Desk) -> None:
    detail = department_detail(demo, find_department(demo, "Pôle cœur-poumons").id)
    assert all(row.software for row in detail.coverage)


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
