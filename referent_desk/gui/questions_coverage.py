"""What the window may ask about coverage by function; all of it runs on the worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.coverage_grids import CellDetail, GroupCoverage, Narrowing


@dataclass(frozen=True, slots=True)
class CoverageQuestions:
    """`explain` takes a department and a function; `suggest_path` the ending of the file."""

    read: Callable[[], GroupCoverage]
    explain: Callable[[str, str], CellDetail]
    print_grid: Callable[[Narrowing, Path], Path]
    export_grid: Callable[[Narrowing, Path], Path]
    suggest_path: Callable[[str], Path]
