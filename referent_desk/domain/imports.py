"""What an import is told, and what it answers: every line that was read, with its outcome.

A reason is a code with its fields; it is put into words where it is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from referent_desk.domain.changes import Kind
from referent_desk.domain.imports_answers import Asked
from referent_desk.domain.imports_families import NameOrder


class ImportKind(StrEnum):
    DEPARTMENTS = "departments"
    SOFTWARE = "software"
    DEPLOYMENTS = "deployments"
    STAFF = "staff"
    DIRECTORY = "directory"


class Outcome(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


class Field(StrEnum):
    """What a column may hold; the names are those of `--map COLUMN=FIELD`."""

    GROUP = "group"
    ESTABLISHMENT = "establishment"
    FINESS = "finess"
    POLE = "pole"
    DEPARTMENT = "department"
    CODE = "code"
    UNIT = "unit"
    UNIT_CODE = "unit_code"
    PATH = "path"
    PLACE = "place"
    BEDS = "beds"
    OPENING_HOURS = "opening_hours"
    TELEPHONE = "telephone"
    SOFTWARE = "software"
    VENDOR = "vendor"
    VERSION = "version"
    KIND = "kind"
    CRITICALITY = "criticality"
    SUPPORT_CONTACT = "support_contact"
    SUPPORT_HOURS = "support_hours"
    IT_OWNER = "it_owner"
    HOSTING = "hosting"
    TOLERATED_INTERRUPTION = "tolerated_interruption"
    RECOVERY_TIME = "recovery_time"
    RECOVERY_POINT = "recovery_point"
    STATUS = "status"
    LIVE_ON = "live_on"
    REFERENT = "referent"
    FUNCTION = "function"
    SINCE = "since"
    UNTIL = "until"
    USERS = "users"
    TOLERATED_OUTAGE = "tolerated_outage"
    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    FULL_NAME = "full_name"
    ROLE = "role"
    WORKING_HOURS = "working_hours"
    LEFT_ON = "left_on"
    ACTIVE = "active"
    HEADING = "heading"
    LABEL = "label"
    NUMBER = "number"
    LINE_TYPE = "line_type"
    HOURS = "hours"
    NIGHT = "night"
    WORKS_WITHOUT_NETWORK = "works_without_network"
    PRIVATE = "private"
    UPDATED_ON = "updated_on"
    PURPOSE = "purpose"
    REMARKS = "remarks"
    HEAD = "head"
    WARD_MANAGER = "ward_manager"
    DECT = "dect"
    DEPUTY = "deputy"
    REFERENT_SINCE = "referent_since"
    REFERENT_TELEPHONE = "referent_telephone"
    DEPUTY_TELEPHONE = "deputy_telephone"


_PLACE = (
    Field.GROUP,
    Field.ESTABLISHMENT,
    Field.FINESS,
    Field.POLE,
    Field.DEPARTMENT,
    Field.CODE,
    Field.UNIT,
    Field.UNIT_CODE,
)
_DEPARTMENT = (
    *_PLACE,
    Field.PATH,
    Field.PLACE,
    Field.BEDS,
    Field.OPENING_HOURS,
    Field.TELEPHONE,
    Field.DECT,
    Field.HEAD,
    Field.WARD_MANAGER,
)
_SOFTWARE = (
    Field.SOFTWARE,
    Field.VENDOR,
    Field.VERSION,
    Field.KIND,
    Field.CRITICALITY,
    *(Field.SUPPORT_CONTACT, Field.SUPPORT_HOURS, Field.IT_OWNER),
    Field.HOSTING,
    *(Field.TOLERATED_INTERRUPTION, Field.RECOVERY_TIME, Field.RECOVERY_POINT),
    Field.STATUS,
    Field.LIVE_ON,
    *(Field.REFERENT, Field.REFERENT_SINCE, Field.REFERENT_TELEPHONE),
    *(Field.DEPUTY, Field.DEPUTY_TELEPHONE),
    Field.PURPOSE,
    Field.REMARKS,
)
FIELDS: Mapping[ImportKind, tuple[Field, ...]] = {
    ImportKind.DEPARTMENTS: (*_DEPARTMENT, Field.UPDATED_ON),
    ImportKind.SOFTWARE: (*_SOFTWARE, Field.ESTABLISHMENT, Field.UPDATED_ON),
    ImportKind.DEPLOYMENTS: (
        *_DEPARTMENT,
        *_SOFTWARE,
        Field.FUNCTION,
        Field.SINCE,
        Field.UNTIL,
        Field.USERS,
        Field.TOLERATED_OUTAGE,
        Field.UPDATED_ON,
    ),
    ImportKind.STAFF: (
        Field.LAST_NAME,
        Field.FIRST_NAME,
        Field.FULL_NAME,
        Field.ROLE,
        Field.TELEPHONE,
        Field.DECT,
        Field.WORKING_HOURS,
        Field.LEFT_ON,
        Field.ACTIVE,
        *_PLACE,
        Field.PATH,
        Field.UPDATED_ON,
    ),
    ImportKind.DIRECTORY: (
        Field.HEADING,
        Field.LABEL,
        Field.ROLE,
        Field.NUMBER,
        Field.DECT,
        Field.LINE_TYPE,
        *(Field.HOURS, Field.NIGHT, Field.REMARKS),
        Field.WORKS_WITHOUT_NETWORK,
        Field.PRIVATE,
        *_PLACE,
        Field.UPDATED_ON,
    ),
}
"""Fields that each kind understands. `updated_on` is read and checked, and kept nowhere."""

Value = str | int | bool | date | tuple[str, ...]


class Concern(StrEnum):
    """What a remark is about; only the last three leave something of the line unstored."""

    CHANGE = "change"
    KEPT = "kept"
    NOTE = "note"
    DAMAGE = "damage"
    DOUBT = "doubt"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True)
class Remark:
    """`column` is the letter of the column, empty when the whole line is meant."""

    concern: Concern
    code: str
    fields: tuple[tuple[str, str], ...] = ()
    column: str = ""

    def value(self, name: str) -> str:
        return dict(self.fields).get(name, "")


def remark(concern: Concern, code: str, column: str = "", /, **fields: str) -> Remark:
    return Remark(concern, code, tuple(fields.items()), column)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the file: its row there, what was understood, and what was damaged.

    `values` holds only cells that were filled and readable.
    """

    row: int
    values: Mapping[Field, Value]
    remarks: tuple[Remark, ...] = ()
    name_order: NameOrder = NameOrder.UNSAID

    def text(self, field: Field) -> str:
        value = self.values.get(field)
        return value if isinstance(value, str) else ""

    def texts(self, field: Field) -> tuple[str, ...]:
        value = self.values.get(field)
        return value if isinstance(value, tuple) else ()

    def number(self, field: Field) -> int | None:
        value = self.values.get(field)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def day(self, field: Field) -> date | None:
        value = self.values.get(field)
        return value if isinstance(value, date) else None

    def flag(self, field: Field) -> bool | None:
        value = self.values.get(field)
        return value if isinstance(value, bool) else None


@dataclass(frozen=True, slots=True)
class LineReport:
    """`asked` are the questions of the line, answered or not."""

    row: int
    outcome: Outcome
    remarks: tuple[Remark, ...] = ()
    asked: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnReport:
    """`field` None: the column was not taken, for that `reason`."""

    letter: str
    title: str
    field: Field | None
    reason: Remark | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """`absent` names what the home holds and the file does not: it is listed, never closed.

    `shown_id` is the first of what was brought in: the department, software or person to go to;
    `shown_line` is the record in its detail that the line of the file was about. `department_id`
    is the only department that the file is about, if there is exactly one; `unknown_people` are
    the referents whom nobody here knew.
    """

    file_name: str
    kind: ImportKind
    source: str
    sheet: str
    header_row: int
    columns: tuple[ColumnReport, ...]
    other_sheets: tuple[str, ...]
    lines: tuple[LineReport, ...]
    absent: tuple[str, ...]
    dry_run: bool
    changed_kinds: frozenset[Kind] = frozenset()
    shown_id: str = ""
    shown_line: str = ""
    department_id: str = ""
    unknown_people: tuple[str, ...] = ()

    @property
    def counts(self) -> Mapping[Outcome, int]:
        found = Counter(line.outcome for line in self.lines)
        return {outcome: found[outcome] for outcome in Outcome}

    @property
    def damaged(self) -> int:
        return sum(r.concern is Concern.DAMAGE for line in self.lines for r in line.remarks)

    def summary(self) -> str:
        """The last line that the command prints, for scripts: the same words in every language."""
        counted = ", ".join(f"{outcome} {count}" for outcome, count in self.counts.items())
        return f"read {len(self.lines)}, {counted}"
