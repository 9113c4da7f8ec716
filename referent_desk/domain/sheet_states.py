"""What is true of each sheet of each copy today, and why: computed, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from referent_desk.domain.copies import Copy, Run, RunStage
from referent_desk.domain.values import dataclass


class SheetStatus(StrEnum):
    UP_TO_DATE = "up_to_date"
    OUT_OF_DATE = "out_of_date"
    NEVER_PRINTED = "never_printed"
    TO_BE_REMOVED = "to_be_removed"
    PRINTED_NOT_FILED = "printed_not_filed"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: `code` and `fields` are put into words at the edge, in the reader's language.

    `day` is since when, where the log of changes tells it.
    """

    code: str
    fields: Mapping[str, object] = field(default_factory=dict)
    day: date | None = None


@dataclass(frozen=True, slots=True)
class SheetState:
    """One sheet of one copy. `shelf` is what lies there, `wanted` what should: revision and check
    code, None where nothing does. `pages` are those of the sheet that should lie there."""

    code: str
    title: str
    status: SheetStatus
    reasons: tuple[Reason, ...] = ()
    shelf: tuple[int, str] | None = None
    wanted: tuple[int | None, str] | None = None
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Ahead:
    """A fact of the future that makes a sheet out of date on its day."""

    day: date
    code: str
    title: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CopyState:
    """`stage` is how far the newest printing of the copy has come, None where there is none.

    `forgotten`: more was printed than is known here, as a backup was put back; other sheets than
    these may lie in the copy.
    """

    copy: Copy
    sheets: tuple[SheetState, ...]
    pending: Run | None = None
    stage: RunStage | None = None
    last_check: date | None = None
    check_due: date | None = None
    forgotten: bool = False

    def count(self, *statuses: SheetStatus) -> int:
        return sum(1 for sheet in self.sheets if sheet.status in statuses)

    @property
    def to_replace(self) -> int:
        """Sheets that are not on the shelf as they should be and were not printed either."""
        return self.count(
            SheetStatus.OUT_OF_DATE, SheetStatus.NEVER_PRINTED, SheetStatus.TO_BE_REMOVED
        )


@dataclass(frozen=True, slots=True)
class BinderState:
    """A department's binder as it stands on its shelves. `ahead` is sorted by day."""

    department_id: str
    department: str
    paper_code: str
    day: date
    copies: tuple[CopyState, ...]
    closed: tuple[Copy, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    months_between_checks: int = 1
