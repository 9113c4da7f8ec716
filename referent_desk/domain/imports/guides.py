"""A file on its way in: what it looks like, what was understood of it, what a person corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from referent_desk.domain.deeds import Saved
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.imports.answers import Answers
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.reports import (
    ImportReport,
    LineReport,
    Outcome,
    Remark,
    SourceLine,
)

SHOWN_ROWS = 20
"""Rows of a sheet that are shown for choosing where the titles stand."""
SHOWN_SAMPLES = 3
_BELOW_ESTABLISHMENT = frozenset(
    {Field.POLE, Field.DEPARTMENT, Field.CODE, Field.UNIT, Field.UNIT_CODE, Field.PATH}
)


@dataclass(frozen=True, slots=True)
class TextForm:
    """How the letters of a text file are told; empty: as guessed."""

    encoding: str = ""
    separator: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """`number` is the row as the spreadsheet program shows it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetLook:
    name: str
    row_count: int
    first_rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class FileLook:
    """`form` is None for a workbook, else how the text was read; `sheets` holds filled ones."""

    name: str
    sheets: tuple[SheetLook, ...]
    form: TextForm | None = None


@dataclass(frozen=True, slots=True)
class ListChoices:
    """What a person chose of a file; None is guessed. `fields` by the column's place from 0.

    `department_id` is where staff work, who uses the software and whose the numbers are, where no
    column names a department; `department` is the name of one that is not known yet.
    `takes_title`: the ward that a line above the list names goes before it.
    """

    sheet: str | None = None
    header_row: int | None = None
    kind: ImportKind | None = None
    fields: Mapping[int, Field] | None = None
    establishment: str = ""
    department_id: str = ""
    department: str = ""
    takes_title: bool = False


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """`samples` are the first different texts of the column; `reason` why it is not taken."""

    place: int
    letter: str
    title: str
    samples: tuple[str, ...]
    field: Field | None
    reason: Remark | None = None


@dataclass(frozen=True, slots=True)
class TableLook:
    """`remembered_on`: the columns are those that a person settled for such titles on that day.

    `missing` holds groups of fields of each of which one column is needed; `warnings` what makes
    no sense of the columns, field by field. `establishments` are those that are known here, and
    `needs_establishment` whether no column names one. `department` is the name of the one that
    was chosen, where no column names any; of a list of software or of numbers it is asked, from
    `departments`, and may be one that is not known yet. `titled` is the ward that a line above
    the list or the name of the file names, `proposed` the choices that take it; `department_id` is
    that of `department`, where it is known. `titled_establishment` stands above the list as well.
    """

    sheet: str
    header_row: int
    kind: ImportKind | None
    source: str
    columns: tuple[ColumnLook, ...]
    row_count: int
    missing: tuple[tuple[Field, ...], ...] = ()
    warnings: tuple[Remark, ...] = ()
    remembered_on: date | None = None
    establishments: tuple[str, ...] = ()
    needs_establishment: bool = False
    department: str = ""
    department_id: str = ""
    titled: str = ""
    titled_establishment: str = ""
    is_titled_by_file: bool = False
    proposed: ListChoices | None = None
    departments: tuple[DepartmentChoice, ...] = ()
    adds_department: bool = False

    @property
    def fields(self) -> Mapping[int, Field]:
        return {column.place: column.field for column in self.columns if column.field}

    @property
    def needs_department(self) -> bool:
        """A list of staff, software or numbers that does not say of which department they are."""
        taken = set(self.fields.values())
        if self.kind is ImportKind.DIRECTORY:
            return taken.isdisjoint(_BELOW_ESTABLISHMENT | {Field.ESTABLISHMENT})
        is_asked = self.kind in {ImportKind.STAFF, ImportKind.SOFTWARE}
        return is_asked and taken.isdisjoint(_BELOW_ESTABLISHMENT)

    @property
    def is_ready(self) -> bool:
        return self.kind is not None and not self.missing

    @property
    def must_name_establishment(self) -> bool:
        """No column says where the departments lie, and not exactly one place is known."""
        is_placed = self.kind in {ImportKind.DEPARTMENTS, ImportKind.DEPLOYMENTS}
        is_placed = is_placed or self.adds_department
        return self.needs_establishment and is_placed and len(self.establishments) != 1


@dataclass(frozen=True, slots=True)
class GuideLine:
    """A line before it is taken: `title` is what it is about, `cells` what stands in the file."""

    row: int
    title: str
    report: LineReport
    cells: tuple[str, ...]

    @property
    def outcome(self) -> Outcome:
        return self.report.outcome


@dataclass(frozen=True, slots=True)
class GuidePlan:
    """What would be done with `answers`; the report is that of a trial."""

    report: ImportReport
    lines: tuple[GuideLine, ...]
    answers: Answers = field(default_factory=Answers)

    @property
    def open_questions(self) -> int:
        return sum(a.reply is None for line in self.lines for a in line.report.asked)


@dataclass(frozen=True, slots=True)
class Applied:
    """`report` tells what was really done, which `saved` can undo as a whole.

    `department` is the only one that the file is about, if there is exactly one.
    """

    report: ImportReport
    saved: Saved
    department: DepartmentChoice | None = None


_TITLES: Mapping[ImportKind, tuple[tuple[Field, ...], ...]] = {
    ImportKind.DEPARTMENTS: (
        (Field.UNIT, Field.DEPARTMENT, Field.PATH, Field.POLE, Field.ESTABLISHMENT, Field.CODE),
    ),
    ImportKind.SOFTWARE: ((Field.SOFTWARE,),),
    ImportKind.DEPLOYMENTS: (
        (Field.UNIT, Field.DEPARTMENT, Field.PATH, Field.POLE, Field.CODE, Field.UNIT_CODE),
        (Field.SOFTWARE,),
    ),
    ImportKind.STAFF: ((Field.LAST_NAME, Field.FULL_NAME), (Field.FIRST_NAME,)),
    ImportKind.DIRECTORY: ((Field.LABEL, Field.HEADING),),
}


def line_title(kind: ImportKind, line: SourceLine) -> str:
    """What a line is about, in the words of the file."""
    parts = (
        next((text for field in group if (text := line.text(field))), "") for group in _TITLES[kind]
    )
    between = " – " if kind is ImportKind.DEPLOYMENTS else " "
    return between.join(part for part in parts if part)
