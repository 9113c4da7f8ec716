"""Checking the shelf: some sheets are drawn, their codes read on the paper, and recognised."""

from __future__ import annotations

import calendar
import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from referent_desk.domain.values import dataclass

DRAWN = 6
"""Sheets of one check."""
USUAL_MONTHS = 1
"""From one check to the next, where the binder says nothing."""
MOST_MONTHS = 24


class Found(StrEnum):
    """PRESENT: what should lie there. OLD: another revision of it that was printed before.

    NEWER: one that was printed since for this copy and whose filing nobody recorded, or one that
    this home does not know, as after a restored backup.
    """

    PRESENT = "present"
    OLD = "old"
    NEWER = "newer"
    MISSING = "missing"
    OTHER_SHEET = "other_sheet"
    OTHER_DEPARTMENT = "other_department"
    UNKNOWN = "unknown"


class Slip(StrEnum):
    """What is wrong with what was typed, so that it is asked again; nothing is recorded."""

    CHECK_CHARACTER = "check_character"
    NOT_A_CODE = "not_a_code"
    TOO_SHORT = "too_short"


@dataclass(frozen=True, slots=True)
class DrawnSheet:
    """A sheet to look at. `revision` and `check_code` are not shown before it was read."""

    code: str
    title: str
    revision_id: str
    revision: int
    check_code: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one answer is: `slip` where it must be typed again, else `found`.

    `revision` is the number found on the paper, `sheet` its code, `department` that of the paper.
    `is_old`: it is another sheet, and not one that lies in this copy today.
    """

    found: Found | None
    slip: Slip | None = None
    sheet: str = ""
    revision: int | None = None
    department: str = ""
    revision_id: str | None = None
    is_old: bool = False


@dataclass(frozen=True, slots=True)
class CheckedSheet:
    code: str
    title: str
    read: str
    found: Found
    expected_revision: int
    found_revision: int | None = None
    found_code: str = ""


@dataclass(frozen=True, slots=True)
class ShelfCheck:
    """A check that was held: the history of a copy is made of these."""

    id: str
    copy_number: int
    who: str
    day: date
    sheets: tuple[CheckedSheet, ...]

    @property
    def present(self) -> int:
        """Sheets that lay there in any revision."""
        return sum(1 for s in self.sheets if s.found in {Found.PRESENT, Found.OLD, Found.NEWER})

    @property
    def current(self) -> int:
        return sum(1 for s in self.sheets if s.found is Found.PRESENT)


def drawn_codes(
    codes: Iterable[str],
    last_checked: Mapping[str, date],
    copy_id: str,
    day: date,
    amount: int = DRAWN,
) -> tuple[str, ...]:
    """Which sheets to look at, in the order given: those not looked at for longest.

    Among equals chance decides, the same chance for the whole month: asking again draws the same
    sheets, until a check is recorded.
    """
    month = f"{copy_id} {day.year:04}-{day.month:02}"

    def rank(code: str) -> tuple[date, bytes]:
        chance = hashlib.sha256(f"{month} {code}".encode()).digest()
        return last_checked.get(code, date.min), chance

    known = tuple(codes)
    chosen = frozenset(sorted(known, key=rank)[:amount])
    return tuple(code for code in known if code in chosen)


def check_due(filed_on: date | None, last_check: date | None, months: int | None) -> date | None:
    """The day on which the next check is due: so many months after the last one, or after the first
    filing. None: never, or nothing was filed yet. `months` None is the program's own, 0 is never.
    """
    wanted = USUAL_MONTHS if months is None else months
    begin = last_check or filed_on
    if wanted <= 0 or begin is None:
        return None
    number = begin.month - 1 + wanted
    year, month = begin.year + number // 12, number % 12 + 1
    return date(year, month, min(begin.day, calendar.monthrange(year, month)[1]))
