"""The grid of coverage: departments in rows, functions in columns, and what is left of it when one
looks for something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date

from referent_desk.domain.readiness import (
    CoveredUse,
    DepartmentCoverage,
    Totals,
    totals_of,
    uses_by_function,
)
from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class FunctionName:
    id: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class GroupCoverage:
    """All departments by establishment, pole and name; names by id in the reader's language.

    `functions` are those that some department needs or has software for, in their order.
    """

    today: date
    functions: tuple[FunctionName, ...] = ()
    departments: tuple[DepartmentCoverage, ...] = ()
    software: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UseDetail:
    """One line of what is said of a cell; `forms` are codes, `outage` minutes."""

    use: CoveredUse
    software: str
    title: str = ""
    owner: str = ""
    referent: str = ""
    running: str = ""
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CellDetail:
    department_id: str
    department: str
    function_id: str
    function: str
    uses: tuple[UseDetail, ...] = ()


@dataclass(frozen=True, slots=True)
class Narrowing:
    """`text` is sought in the names of department, pole and establishment and in the code.

    `function_id` None: all of them. `holes`, `critical` and `unowned` leave only such uses; a
    department that said nothing is not covered either, and `holes` and `unowned` leave it too.
    """

    text: str = ""
    function_id: str | None = None
    holes: bool = False
    critical: bool = False
    unowned: bool = False

    def keeps(self, use: CoveredUse) -> bool:
        return (
            (self.function_id is None or use.function_id == self.function_id)
            and not (self.critical and not use.is_critical)
            and not (self.holes and use.is_covered)
            and not (self.unowned and use.has_referent)
        )

    def keeps_unsaid(self, department: DepartmentCoverage) -> bool:
        """A department without any use: nobody knows whether it does the chosen function."""
        return (
            not department.uses
            and self.function_id is None
            and (self.holes or self.unowned)
            and not (self.unowned and department.has_referent)
        )

    @property
    def chooses_uses(self) -> bool:
        return self.holes or self.critical or self.unowned or self.function_id is not None


@dataclass(frozen=True, slots=True)
class Grid:
    """`totals` are of the departments whose names fit, whichever of their uses are shown."""

    functions: tuple[FunctionName, ...]
    departments: tuple[DepartmentCoverage, ...]
    totals: Totals
    narrowing: Narrowing

    def cells(self, department: DepartmentCoverage) -> Mapping[str, tuple[CoveredUse, ...]]:
        """By function; a function of which nothing is shown is left out."""
        return uses_by_function(use for use in department.uses if self.narrowing.keeps(use))


def grid_of(group: GroupCoverage, narrowing: Narrowing) -> Grid:
    words = folded(narrowing.text).split()
    named = tuple(d for d in group.departments if not words or _fits(d, words))
    shown: Iterable[DepartmentCoverage] = named
    if narrowing.chooses_uses:
        shown = (
            d for d in named
            if narrowing.keeps_unsaid(d) or any(narrowing.keeps(use) for use in d.uses)
        )  # fmt: skip
    functions = tuple(
        f for f in group.functions if narrowing.function_id is None or f.id == narrowing.function_id
    )
    return Grid(functions, tuple(shown), totals_of(named), narrowing)


def _fits(department: DepartmentCoverage, words: Iterable[str]) -> bool:
    names = (department.name, department.code, department.pole, department.establishment)
    text = folded(" ".join(names))
    return all(word in text for word in words)
