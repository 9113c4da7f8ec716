"""The coverage of two small wards in memory."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from referent_desk.domain.coverage_grids import (
    CellDetail,
    FunctionName,
    GroupCoverage,
    Narrowing,
    UseDetail,
)
from referent_desk.domain.means import Standing
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.readiness import CoveredUse, DepartmentCoverage
from referent_desk.gui.questions_coverage import CoverageQuestions

_VERIFIED = CoveredUse(
    "pre", "plus", 1, 240, ProcedureState.UP_TO_DATE, "r", "n", True, Standing.STANDS
)
_HOLE = CoveredUse("lab", "", None, None, ProcedureState.MISSING)
_LOW = CoveredUse("lab", "plus", 3, None, ProcedureState.TO_VERIFY, "s", "n", True)
GROUP = GroupCoverage(
    date(2026, 11, 22),
    (FunctionName("pre", "PRE", "Prescription"), FunctionName("lab", "LAB", "Laboratory")),
    (
        DepartmentCoverage("a", "Cardiology", "0412", "Hospital", "Heart", 24, (_VERIFIED, _HOLE)),
        DepartmentCoverage("b", "Dialysis", "0413", "Hospital", "", None, (_VERIFIED, _LOW)),
    ),
    {"plus": "Dossier+"},
    {"n": "Hospital"},
)


def _explain(department_id: str, function_id: str) -> CellDetail:
    [department] = [d for d in GROUP.departments if d.department_id == department_id]
    [function] = [f for f in GROUP.functions if f.id == function_id]
    uses = tuple(
        UseDetail(use, GROUP.software.get(use.software_id, ""), "On paper", "Hospital")
        for use in department.uses
        if use.function_id == function_id
    )
    return CellDetail(department_id, department.name, function_id, function.name, uses)


def _write(_narrowing: Narrowing, path: Path) -> Path:
    return path


STAND_IN_COVERAGE = CoverageQuestions(
    read=lambda: GROUP,
    explain=_explain,
    print_grid=_write,
    export_grid=_write,
    suggest_path=lambda ending: Path(f"coverage{ending}"),
)
