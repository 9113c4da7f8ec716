from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.coverage_grids import FunctionName, GroupCoverage, Narrowing, grid_of
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.readiness import CoveredUse, DepartmentCoverage

S = ProcedureState
GROUP = GroupCoverage(
    date(2026, 11, 22),
    (FunctionName("pre", "PRE", "Prescription"), FunctionName("lab", "LAB", "Laboratoire")),
    (
        DepartmentCoverage(
            *("a", "Cardiologie", "0412", "Hôpital Nord", "Pôle Cœur"),
            uses=(
                CoveredUse("pre", "s", 1, None, S.UP_TO_DATE, has_referent=True),
                CoveredUse("lab", "s", 3, None, S.MISSING),
            ),
        ),
        DepartmentCoverage(
            *("b", "Néphrologie", "0413", "Hôpital Sud"),
            uses=(CoveredUse("pre", "s", 2, None, S.REVIEW_DUE, has_referent=True),),
        ),
        DepartmentCoverage("c", "Dialyse"),
    ),
)


@pytest.mark.parametrize(
    ("narrowing", "departments", "cells"),
    [
        (Narrowing(), "abc", {"a": ["pre", "lab"], "b": ["pre"], "c": []}),
        (Narrowing(text="coeur NORD"), "a", {"a": ["pre", "lab"]}),
        (Narrowing(text="0413"), "b", {"b": ["pre"]}),
        (Narrowing(text="nephro nord"), "", {}),
        (Narrowing(function_id="lab"), "a", {"a": ["lab"]}),
        (Narrowing(holes=True), "ac", {"a": ["lab"], "c": []}),
        (Narrowing(critical=True), "ab", {"a": ["pre"], "b": ["pre"]}),
        (Narrowing(holes=True, critical=True), "c", {"c": []}),
        (Narrowing(function_id="lab", holes=True), "a", {"a": ["lab"]}),
        (Narrowing(unowned=True), "ac", {"a": ["lab"], "c": []}),
        (Narrowing(unowned=True, critical=True), "c", {"c": []}),
    ],
)
def test_a_grid_shows_only_what_was_asked_for(
    narrowing: Narrowing, departments: str, cells: dict[str, list[str]]
) -> None:
    grid = grid_of(GROUP, narrowing)
    assert "".join(d.department_id for d in grid.departments) == departments
    assert {d.department_id: list(grid.cells(d)) for d in grid.departments} == cells


def test_totals_are_of_the_departments_that_were_named_whatever_is_shown_of_them() -> None:
    assert grid_of(GROUP, Narrowing()).totals.departments == 3
    assert grid_of(GROUP, Narrowing(holes=True)).totals.departments == 3
    assert grid_of(GROUP, Narrowing(text="nord")).totals.share == 100


def test_one_function_alone_is_one_column() -> None:
    assert [f.code for f in grid_of(GROUP, Narrowing(function_id="lab")).functions] == ["LAB"]
