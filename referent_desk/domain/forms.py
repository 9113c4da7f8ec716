"""Blank forms: what stands on them, as data read from a form definition.

A form is blank by definition: nothing here, and nothing that is ever stored, is about a patient.
Everything in a definition is printed, and so is part of the body that the sheet's hash covers.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TypeAlias

from referent_desk.domain.values import dataclass

LEAST_ROW_HEIGHT = 9.0
"""In millimetres: what a hurried hand needs in a table."""


class Orientation(StrEnum):
    """A landscape sheet is bound at its top edge."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class AfterOutage(StrEnum):
    """What becomes of a filled sheet once the software is back."""

    RETYPE = "retype"
    SCAN = "scan"
    KEEP = "keep"
    DESTROY = "destroy"


class InBinders(StrEnum):
    """Whether every binder holds it, or only one with a procedure that names it."""

    ALWAYS = ""
    WHEN_NAMED = "when_named"


@dataclass(frozen=True, slots=True)
class Field:
    """A label, boxes to tick, a line to write on and its unit, each where there is one.

    `width` is a share of the row. `line` false: nothing is written, only ticked.
    """

    label: str = ""
    width: int = 1
    boxes: tuple[str, ...] = ()
    line: bool = True
    unit: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class FieldRow:
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class FieldsBlock:
    rows: tuple[FieldRow, ...]
    title: str = ""
    framed: bool = False
    kind: str = field(default="fields", init=False)


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    label: str
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChoicesBlock:
    """Groups of boxes to tick, in `columns` beside each group's label. An empty box text leaves
    a line to write on."""

    groups: tuple[ChoiceGroup, ...]
    columns: int = 4
    title: str = ""
    kind: str = field(default="choices", init=False)


@dataclass(frozen=True, slots=True)
class Column:
    """`boxes` are printed in every cell; `parts` divide the column (the hours of a day)."""

    title: str
    width: int = 1
    hint: str = ""
    boxes: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Rows to fill in. `rows` 0: as many as fit down to the foot of the page.

    `row_height` is in millimetres. `first_column` holds what is printed in the first cells from
    the top. `sub_rows` divide every row behind its first columns, from the first column that has
    parts on, and are named beside it.
    """

    columns: tuple[Column, ...]
    rows: int = 0
    row_height: float = 10.0
    first_column: tuple[str, ...] = ()
    sub_rows: tuple[str, ...] = ()
    title: str = ""
    kind: str = field(default="table", init=False)


@dataclass(frozen=True, slots=True)
class NoteBlock:
    text: str
    strong: bool = False
    kind: str = field(default="note", init=False)


@dataclass(frozen=True, slots=True)
class LinesBlock:
    """A heading over lines to write on. `lines` 0: down to the foot of the page."""

    title: str
    hint: str = ""
    lines: int = 0
    kind: str = field(default="lines", init=False)


@dataclass(frozen=True, slots=True)
class PageBlock:
    """What follows stands on the next page, with head and identity block again."""

    kind: str = field(default="page", init=False)


Block: TypeAlias = FieldsBlock | ChoicesBlock | TableBlock | NoteBlock | LinesBlock | PageBlock


@dataclass(frozen=True, slots=True)
class Foot:
    """Who signs, beside who enters the sheet afterwards.

    `signed_by` heads the signature box ("Prescriber"); `fields` are asked there besides name, role,
    RPPS number, date, time and signature; `marks` are ticked besides "scanned" and "kept".
    """

    signed_by: str = ""
    fields: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormDefinition:
    """`identity`: a patient's label goes on it; otherwise it is a sheet of the whole department.

    `afterwards` is the sentence in the foot that says what becomes of the sheet. The two counts say
    how many sheets to have ready, per patient and day or per department and day; 0 says nothing.
    """

    code: str
    title: str
    revision: int
    language: str
    orientation: Orientation = Orientation.PORTRAIT
    identity: bool = True
    after_outage: AfterOutage = AfterOutage.SCAN
    afterwards: str = ""
    sheets_per_patient_day: float = 0.0
    sheets_per_department_day: float = 0.0
    blocks: tuple[Block, ...] = ()
    foot: Foot = Foot()
    in_binders: InBinders = InBinders.ALWAYS
