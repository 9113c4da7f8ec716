"""The view of the group says of each department what its coverage says of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from referent_desk.domain.convergences import Nearness
from referent_desk.domain.group_offices import Answering, OfficeNarrowing, office_totals
from referent_desk.errors import RefusedInput
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.group_views import (
    export_convergences,
    export_offices,
    read_convergences,
    read_offices,
    read_two_texts,
)
from referent_desk.usecases.readiness import read_department
from tests.benchmarks.generator import CLOCK, FULL, generate
from tests.benchmarks.staff import FULL_STAFF, add_staff
from tests.usecases.difficult_homes import make_difficult
from tests.usecases.homes import bare_desk, demo_desk


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
    """Some forty departments with staff, and all that makes the choice of a text difficult."""
    home = Home(module_path / "wild")
    home.make()
    generate(home, FULL.part(0.01))
    add_staff(home, FULL_STAFF.part(0.01))
    desk = open_desk(home, CLOCK)
    with desk.database.write("fill") as work:
        make_difficult(work, random.Random(5))
    yield desk
    desk.database.changed = False
    desk.close()


@pytest.mark.parametrize("which", ["demo", "wild"])
def test_each_department_is_told_as_its_own_coverage_tells_it(
    which: str, request: pytest.FixtureRequest
) -> None:
    desk: Desk = request.getfixturevalue(which)
    rows = read_offices(desk).rows
    assert len(rows) > 10
    for row in rows:
        [one] = read_department(desk, row.department_id).departments
        assert (row.answering is Answering.COVERED) == one.has_referent, row
        assert row.cover is one.cover
        assert row.establishment == one.establishment


def test_texts_that_hold_in_several_departments_could_be_one(demo: Desk) -> None:
    group = read_convergences(demo)
    assert group.compared.texts > len(group.compared.found) > 0
    for pair in group.compared.found:
        assert pair.first.owner_id != pair.second.owner_id
        texts = read_two_texts(demo, pair)
        is_same = [s.what for s in texts.first.steps] == [s.what for s in texts.second.steps]
        assert is_same or pair.nearness is Nearness.NEAR


def test_software_by_function_agrees_with_the_coverage_of_each_department(demo: Desk) -> None:
    group = read_convergences(demo)
    uses = [
        (use.function_id, use.software_id)
        for row in read_offices(demo).rows
        for use in read_department(demo, row.department_id).departments[0].uses
    ]
    for spread in group.spreads:
        assert spread.departments == uses.count((spread.function_id, spread.software_id))
        assert sum(count for _key, _name, count in spread.sites) == spread.departments


def test_the_lists_are_written_as_workbooks(demo: Desk, tmp_path: Path) -> None:
    path = export_offices(demo, OfficeNarrowing(answering=Answering.ORPHAN), tmp_path / "a.xlsx")
    [sheet] = load_workbook(path).worksheets
    totals = office_totals(read_offices(demo).rows)
    assert sheet.max_row == 1 + totals.orphan
    book = load_workbook(export_convergences(demo, tmp_path / "b.xlsx"))
    assert [s.max_row - 1 for s in book.worksheets] == [
        len(read_convergences(demo).spreads),
        len(read_convergences(demo).compared.found),
    ]


def test_something_else_than_a_workbook_is_left_as_it_is(demo: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("notes")
    with pytest.raises(RefusedInput):
        export_convergences(demo, path)
    assert path.read_text() == "notes"


def test_a_home_without_software_has_nobody_and_nothing_to_compare(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    assert {row.answering for row in read_offices(desk).rows} == {Answering.NOBODY}
    group = read_convergences(desk)
    assert (group.spreads, group.compared.found) == ((), ())
    desk.close()
