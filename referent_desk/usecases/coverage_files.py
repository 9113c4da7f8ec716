"""Coverage by function written as a PDF or as a workbook, and as records for scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from referent_desk.domain.coverage_grids import Grid, GroupCoverage, Narrowing, grid_of
from referent_desk.domain.readiness import CoveredUse, DepartmentCoverage
from referent_desk.errors import RefusedInput
from referent_desk.exchange.xlsx_lists import xlsx_list
from referent_desk.language import _, spoken
from referent_desk.paper.coverage_grids import write_coverage_grid
from referent_desk.storage.files import starts_with, written_aside
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.print_files import pdf_at
from referent_desk.usecases.readiness import read_group
from referent_desk.words.coverage import binder_word, cell_word, cover_word, survival_word

_WORKBOOK = b"PK"


def print_coverage(desk: Desk, narrowing: Narrowing, output: Path) -> Path:
    """Raises RefusedInput where something else than a PDF lies at `output`."""
    with pdf_at(output) as write:
        grid = grid_of(read_group(desk, survival=True), narrowing)
        write(write_coverage_grid(grid, desk.clock.now(), spoken()))
    return output


def export_coverage(desk: Desk, narrowing: Narrowing, output: Path) -> Path:
    if not starts_with(output, _WORKBOOK):
        raise RefusedInput(
            _("At {path} lies something that is not a workbook: it was left as it is.").format(
                path=output
            ),
            _("Give the name of a new file."),
        )
    grid = grid_of(read_group(desk, survival=True), narrowing)
    heads = (
        *(_("Establishment"), _("Pole"), _("Department"), _("Code"), _("Beds"), _("Coverage")),
        *(_("Referent"), _("Binder"), _("Last drill")),
        *(function.name for function in grid.functions),
        *(_("{function} without network").format(function=f.name) for f in grid.functions),
    )
    rows = (_row(grid, department) for department in grid.departments)
    with written_aside(output) as write:
        write(xlsx_list(_("Coverage"), heads, rows))
    return output


def _row(grid: Grid, department: DepartmentCoverage) -> tuple[str | int | None, ...]:
    language, cells = spoken(), grid.cells(department)
    drilled = department.last_drill
    return (
        *(department.establishment, department.pole, department.name, department.code),
        department.beds,
        cover_word(department.cover, language),
        _("yes") if department.has_referent else _("no"),
        binder_word(department.binder, language),
        language.short_date(drilled) if drilled is not None else "",
        *(cell_word(cells.get(function.id, ()), language) for function in grid.functions),
        *(survival_word(cells.get(function.id, ()), language) for function in grid.functions),
    )


def suggested_path(desk: Desk, ending: str) -> Path:
    return desk.home.prints / (_("coverage-{day}").format(day=desk.clock.today()) + ending)


def coverage_records(group: GroupCoverage) -> Iterator[dict[str, object]]:
    """For scripts: a record for each function × software, keys in the words of the program."""
    names = {function.id: function for function in group.functions}
    for department in group.departments:
        for use in department.uses:
            function = names[use.function_id]
            yield {
                "establishment": department.establishment,
                "department": department.name,
                "department_code": department.code,
                "function_code": function.code,
                "function": function.name if use.function_id else "",
                **_use_record(group, use),
                "department_covered": str(department.cover),
            }


def _use_record(group: GroupCoverage, use: CoveredUse) -> dict[str, object]:
    return {
        "software": group.software.get(use.software_id, ""),
        "criticality": use.criticality,
        "tolerated_interruption": use.outage,
        "state": str(use.state),
        "procedure_of": group.owners.get(use.owner_id, ""),
        "survives": str(use.standing) if use.standing is not None else None,
        "referent": use.has_referent,
        "nobody": use.is_nobodys,
        "covered": use.is_covered,
    }
