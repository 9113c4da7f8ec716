"""Coverage by function: the grid of all departments, on screen and in files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.questions_coverage import CoverageQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.coverage_grids import CellDetail, GroupCoverage, Narrowing


class _Coverage:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def read(self) -> GroupCoverage:
        from referent_desk.usecases.readiness import read_group

        return read_group(self._held.desk)

    def explain(self, department_id: str, function_id: str) -> CellDetail:
        from referent_desk.usecases.readiness import explain_cell

        return explain_cell(self._held.desk, department_id, function_id)

    def print_grid(self, narrowing: Narrowing, path: Path) -> Path:
        from referent_desk.usecases.coverage_files import print_coverage

        return print_coverage(self._held.desk, narrowing, path)

    def export_grid(self, narrowing: Narrowing, path: Path) -> Path:
        from referent_desk.usecases.coverage_files import export_coverage

        return export_coverage(self._held.desk, narrowing, path)

    def suggest_path(self, ending: str) -> Path:
        from referent_desk.usecases.coverage_files import suggested_path

        return suggested_path(self._held.desk, ending)


def coverage_questions(held: HeldDesk) -> CoverageQuestions:
    coverage = _Coverage(held)
    return CoverageQuestions(
        read=coverage.read,
        explain=coverage.explain,
        print_grid=coverage.print_grid,
        export_grid=coverage.export_grid,
        suggest_path=coverage.suggest_path,
    )
