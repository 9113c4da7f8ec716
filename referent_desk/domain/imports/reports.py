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
from referent_desk.domain.imports.answers import Asked
from referent_desk.domain.imports.families import NameOrder
from referent_desk.domain.imports.kinds import Field, ImportKind, Value


class Outcome(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


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
    """`asked` are the questions of the line, answered or not. `addable` names the functions that a
    person may say a software is used for besides; none where the line settles no use."""

    row: int
    outcome: Outcome
    remarks: tuple[Remark, ...] = ()
    asked: tuple[Asked, ...] = ()
    addable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnReport:
    """`field` None: the column was not taken, for that `reason`; `filled` cells hold something."""

    letter: str
    title: str
    field: Field | None
    reason: Remark | None = None
    filled: int = 0


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
