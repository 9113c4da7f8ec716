"""One physical copy of a binder: where it is, what was printed for it, what is filed in it.

Prepared, sent, confirmed on paper, filed: four facts, and none stands for another. What a copy
holds follows from its filed printings: the newest list of effective sheets that was filed decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum

from referent_desk.domain.values import dataclass


class CopyEnd(StrEnum):
    """Why a copy is closed; its history stays."""

    LOST = "lost"
    DESTROYED = "destroyed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Copy:
    """`colour` is that of the folder, in the reader's own word."""

    id: str
    number: int
    place: str = ""
    holder: str = ""
    colour: str = ""
    closed_on: date | None = None
    closed_because: CopyEnd | None = None


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """One revision of a sheet as it was printed; `body` is the canonical JSON that was hashed.

    `printed_on` is the day on which this revision was first printed for the department.
    """

    revision_id: str
    code: str
    revision: int
    check_code: str
    body_hash: str
    title: str
    body: str
    pages: int = 0
    printed_on: date | None = None


class RunStage(StrEnum):
    """How far a printing has come. The later one replaces the earlier one in the shelf.

    SUPERSEDED: a later printing for the same copy was filed, or holds all that this one held.
    """

    PREPARED = "prepared"
    SENT = "sent"
    CONFIRMED = "confirmed"
    FILED = "filed"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something a person said of a printing: who, and on which day it was so."""

    who: str
    day: date
    recorded_at: datetime
    printer: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One printing, its `sheets` as they came out; `replacements`: only what had changed."""

    id: str
    number: int
    copy_id: str | None
    printed_at: datetime
    who: str
    pages: int
    one_sided: bool
    replacements: bool
    sheets: tuple[PrintedSheet, ...]
    sent: Mark | None = None
    confirmed: Mark | None = None
    filed: Mark | None = None


@dataclass(frozen=True, slots=True)
class StraySheet:
    """What a check found in the place of the sheet called `title`, as far as it could be read.

    `code` is empty where only an unknown check code was read; `paper_code` is that of the other
    department it belongs to. A numbered form has no revision: its `check_code` is the serial.
    `is_current`: it may be the very sheet that is recorded in its own place of this copy.
    """

    title: str
    code: str = ""
    revision: int | None = None
    check_code: str = ""
    paper_code: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class CopyContent:
    """What lies in a copy as far as signed insertions tell, by sheet code.

    `pending` is the newest printing for the copy that is not filed, if there is one. `amiss`: the
    sheets that a check of the shelf did not find as they were filed, with a reason and its day.
    `strays`: what a check found in the place of a sheet, by the code of that sheet.
    """

    copy: Copy
    sheets: dict[str, PrintedSheet]
    pending: Run | None = None
    filed_on: date | None = None
    amiss: Mapping[str, tuple[str, date]] = field(default_factory=dict)
    strays: Mapping[str, StraySheet] = field(default_factory=dict)
